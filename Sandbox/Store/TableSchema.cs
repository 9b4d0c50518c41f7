using Packager.Model;

namespace Sandbox.Store;

/// <summary>A table as the store and the messages need it.</summary>
internal sealed class TableSchema
{
    private readonly Dictionary<string, ColumnSchema> _columns;

    public TableSchema(TableModel model)
    {
        Model = model;
        Name = model.LogicalName;
        Sql = ColumnSchema.Quote(Name);
        _columns = new(model.Columns.Count, StringComparer.Ordinal);
        var numbers = Metadata.ColumnNumbers.Of(model);
        foreach (var column in model.Columns.Values)
        {
            if (!Metadata.Companions.IsCompanion(model, column)) _columns.Add(column.LogicalName, new ColumnSchema(column) { Number = numbers[column.LogicalName] });
        }

        foreach (var column in model.Columns.Values)
        {
            if (Metadata.Companions.OwnerOf(model, column) is not { } owner) continue;
            var of = _columns[owner];
            var companion = new ColumnSchema(column) { CompanionOf = of, Number = numbers[column.LogicalName] };
            _columns.Add(companion.Name, companion);
            if (of.IsFile) of.FileName = companion;
            else if (companion.Kind == StorageKind.Guid) of.ImageId = companion;
            else if (companion.Kind == StorageKind.BigInteger) of.ImageTimestamp = companion;
        }

        Columns = [.. _columns.Values];
        Id = _columns[model.PrimaryId];
        PrimaryName = model.PrimaryName is null ? null : _columns.GetValueOrDefault(model.PrimaryName);
        Owner = _columns.GetValueOrDefault("ownerid");
        State = _columns.GetValueOrDefault("statecode");
        Status = _columns.GetValueOrDefault("statuscode");
        RowVersion = _columns.GetValueOrDefault("versionnumber");
        Binaries = [.. Columns.Where(column => column.IsImage || column.IsFile)];
        AutoNumbers = [.. Columns.Where(column => column is { Kind: StorageKind.Text, Model.AutoNumberFormat.Length: > 0 })];
        Audited = model.IsAudited ? [.. Columns.Where(IsAudited)] : [];
        AuditedSql = Audited.Count == 0 ? null
            : $"SELECT {string.Join(", ", Audited.Select(column => column.TypeSql is null ? column.Sql : $"{column.Sql}, {column.TypeSql}"))} FROM {Sql} WHERE {Id.Sql} = ?";
        var privileged = PrivilegeNameOf(model);
        ReadPrivilege = model.LogicalName == "audit" ? Messages.AuditMessages.ReadSummary : "prvRead" + privileged;
        WritePrivilege = "prvWrite" + privileged;
        CreatePrivilege = "prvCreate" + privileged;
        DeletePrivilege = "prvDelete" + privileged;
        AssignPrivilege = "prvAssign" + privileged;
        AppendPrivilege = "prvAppend" + privileged;
        AppendToPrivilege = "prvAppendTo" + privileged;
        SharePrivilege = "prvShare" + privileged;
    }

    public TableModel Model { get; }

    public string Name { get; }

    /// <summary>Its name, quoted for SQL.</summary>
    public string Sql { get; }

    public IReadOnlyList<ColumnSchema> Columns { get; }

    public ColumnSchema Id { get; }

    public ColumnSchema? PrimaryName { get; }

    public ColumnSchema? Owner { get; }

    public ColumnSchema? State { get; }

    public ColumnSchema? Status { get; }

    public ColumnSchema? RowVersion { get; }

    /// <summary>Image and file columns.</summary>
    public IReadOnlyList<ColumnSchema> Binaries { get; }

    /// <summary>Columns that a new row gets a number in.</summary>
    public IReadOnlyList<ColumnSchema> AutoNumbers { get; }

    /// <summary>Columns whose changes are audited, where the table's are: the bytes of images and files by their id, those of files by their name too.</summary>
    public IReadOnlyList<ColumnSchema> Audited { get; }

    /// <summary>Reads them of one row, each lookup of several tables followed by the table's name; null when there are none.</summary>
    public string? AuditedSql { get; }

    /// <summary>What the names of a table's privileges end in: its schema name, for <c>annotation</c> <c>Note</c>.</summary>
    public static string PrivilegeNameOf(TableModel model) => model.LogicalName == "annotation" ? "Note" : model.SchemaName;

    public string ReadPrivilege { get; }

    public string WritePrivilege { get; }

    public string CreatePrivilege { get; }

    public string DeletePrivilege { get; }

    public string AssignPrivilege { get; }

    /// <summary>To point a row of this table at another.</summary>
    public string AppendPrivilege { get; }

    /// <summary>To point another row at a row of this table.</summary>
    public string AppendToPrivilege { get; }

    public string SharePrivilege { get; }

    /// <summary>Whether the table is no solution's: one of the platform's own, or one between two others.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Whether only the platform writes its rows.</summary>
    public bool IsReadOnly => Model.IsIntersect || IsSystem && Metadata.SystemTables.ReadOnly.Contains(Name);

    /// <summary>The two columns of a table between two others; null for any other table.</summary>
    public (ColumnSchema First, ColumnSchema Second)? Pair { get; set; }

    /// <summary>Columns of tables between this one and others that hold ids of its rows.</summary>
    public List<(TableSchema Table, ColumnSchema Column)> Pairs { get; } = [];

    /// <summary>Relationships that a delete of a row has to follow.</summary>
    public IReadOnlyList<RelationshipModel> Children { get; set; } = [];

    /// <summary>Relationships through which a row of this table inherits who may get at the row it points at.</summary>
    public IReadOnlyList<RelationshipModel> Parents { get; set; } = [];

    /// <summary>Lookups at this table that keep its rows' names.</summary>
    public List<(TableSchema Table, ColumnSchema Column)> NameKeepers { get; } = [];

    /// <summary>The lookup along which the table is a hierarchy; null where no relationship is declared as one.</summary>
    public ColumnSchema? Parent { get; set; }

    /// <summary>Its indexes.</summary>
    public IReadOnlyList<IndexSchema> Indexes { get; set; } = [];

    public ColumnSchema? Find(string name) => _columns.GetValueOrDefault(name);

    /// <summary>The column, or the platform's fault.</summary>
    public ColumnSchema Column(string? name) =>
        name is not null && _columns.TryGetValue(name, out var column) ? column : throw Faults.NoAttribute(this, name);

    private bool IsAudited(ColumnSchema column) =>
        (column.CompanionOf ?? column).Model.IsAudited && column.IsStored && column != Id && column != RowVersion && column != column.CompanionOf?.ImageTimestamp;
}
