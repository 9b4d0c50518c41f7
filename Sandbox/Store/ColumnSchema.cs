using Packager.Model;

namespace Sandbox.Store;

/// <summary>A column as the store and the messages need it.</summary>
internal sealed class ColumnSchema
{
    private Dictionary<int, OptionModel>? _options;
    private Dictionary<int, int>? _ranks;

    public ColumnSchema(ColumnModel model)
    {
        Model = model;
        Name = model.LogicalName;
        Sql = Quote(Name);
        Kind = KindOf(model);
        Scale = model.Type == ColumnType.Money ? model.Accuracy ?? 4 : model.Accuracy ?? 2;
        if (Kind is StorageKind.Decimal or StorageKind.Money)
        {
            Factor = 1;
            for (var place = 0; place < Scale; place++) Factor *= 10;
        }

        if (Kind == StorageKind.Reference && (model.Targets.Count > 1 || model.Format == Metadata.SystemTables.RegardingFormat)) TypeSql = Quote(Name + "$type");
    }

    public ColumnModel Model { get; }

    public string Name { get; }

    /// <summary>Its name, quoted for SQL.</summary>
    public string Sql { get; }

    /// <summary>Its number in definitions.</summary>
    public int Number { get; init; }

    /// <summary>The SQL column that names the table a polymorphic lookup points at; null for others.</summary>
    public string? TypeSql { get; }

    /// <summary>
    /// The SQL column that holds the primary name of the row a lookup points at, for a lookup that a view sorts by; null for others. Kept in step whenever the lookup or
    /// the name changes: only what lies in the row itself can be indexed.
    /// </summary>
    public string? SortName { get; private set; }

    public StorageKind Kind { get; }

    /// <summary>Decimal places of a fixed-point number.</summary>
    public int Scale { get; }

    /// <summary>Ten to the power of <see cref="Scale"/>.</summary>
    public decimal Factor { get; } = 1;

    /// <summary>The image or file column whose companion this is; null for others.</summary>
    public ColumnSchema? CompanionOf { get; init; }

    /// <summary>For an image column its <c>id</c> companion, which is what the row stores.</summary>
    public ColumnSchema? ImageId { get; set; }

    /// <summary>For an image column its <c>_timestamp</c> companion.</summary>
    public ColumnSchema? ImageTimestamp { get; set; }

    /// <summary>For a file column its <c>_name</c> companion.</summary>
    public ColumnSchema? FileName { get; set; }

    public bool IsImage => Model.Type == ColumnType.Image;

    public bool IsFile => Model.Type == ColumnType.File;

    public bool IsState => Model.Type == ColumnType.State;

    /// <summary>Whether its values lie in the row: those of images and their addresses do not.</summary>
    public bool IsStored => Kind != StorageKind.None && !(Kind == StorageKind.Text && CompanionOf is { IsImage: true });

    /// <summary>Whether it holds dates without a time.</summary>
    public bool IsDateOnly => Model.DateBehavior == 2;

    /// <summary>Whether its times are shown by each user's own clock; the others read the same for everyone.</summary>
    public bool IsUserLocal => Kind == StorageKind.DateTime && Model.DateBehavior is not (2 or 3);

    public bool IsStatus => Model.Type == ColumnType.Status;

    /// <summary>Options by value; empty for columns without.</summary>
    public IReadOnlyDictionary<int, OptionModel> Options =>
        _options ??= (Model.Choice?.Options ?? []).DistinctBy(option => option.Value).ToDictionary(option => option.Value);

    /// <summary>Places of the options when sorted by their label, as views sort them.</summary>
    public IReadOnlyDictionary<int, int> RanksByLabel(int language)
    {
        if (_ranks is { } ranks && _ranksLanguage == language) return ranks;
        ranks = Options.Values.OrderBy(option => option.Label.In(language), Comparer<string>.Create(TextRules.Compare))
            .Select((option, index) => (option.Value, index)).ToDictionary(pair => pair.Value, pair => pair.index);
        (_ranks, _ranksLanguage) = (ranks, language);
        return ranks;
    }

    /// <summary>Has the name of the row that the lookup points at kept beside it.</summary>
    public void KeepName() => SortName = Quote(Name + "$name");

    private int _ranksLanguage;

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static StorageKind KindOf(ColumnModel model) => model.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier or ColumnType.File => StorageKind.Guid,
        ColumnType.Text or ColumnType.Memo => StorageKind.Text,
        ColumnType.Integer => StorageKind.Integer,
        ColumnType.BigInteger => StorageKind.BigInteger,
        ColumnType.Decimal => StorageKind.Decimal,
        ColumnType.Money => StorageKind.Money,
        ColumnType.Float => StorageKind.Float,
        ColumnType.DateTime => StorageKind.DateTime,
        ColumnType.Boolean => StorageKind.Boolean,
        ColumnType.Choice or ColumnType.State or ColumnType.Status => StorageKind.Choice,
        ColumnType.Choices => StorageKind.Choices,
        ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer => StorageKind.Reference,
        _ => StorageKind.None,
    };
}
