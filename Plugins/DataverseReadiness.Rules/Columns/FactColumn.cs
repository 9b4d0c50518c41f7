using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DataverseReadiness.Rules;

/// <summary>One column of the facts, found by its logical name.</summary>
/// <remarks>Facts are named as the columns are, so the fields themselves are the list: a new column needs nothing here.</remarks>
internal sealed class FactColumn
{
    private static readonly Dictionary<string, Dictionary<string, FactColumn>> All = new(StringComparer.Ordinal)
    {
        [Tables.Offer] = ColumnsOf(Tables.Offer, typeof(OfferFacts), "rdy_package", nameof(OfferFacts.PackageInspection), "rdy_checkerreport", nameof(OfferFacts.CheckerInspection)),
        [Tables.Trial] = ColumnsOf(Tables.Trial, typeof(TrialFact)),
        [Tables.Plan] = ColumnsOf(Tables.Plan, typeof(PlanFact)),
        [Tables.SupportLink] = ColumnsOf(Tables.SupportLink, typeof(SupportLinkFact)),
        [Tables.Asset] = ColumnsOf(Tables.Asset, typeof(AssetFact), Assets.Image, nameof(AssetFact.Inspection), Assets.File, nameof(AssetFact.Inspection)),
    };

    private readonly FieldInfo _field;

    private FactColumn(string table, string name, FieldInfo field, bool isFile)
    {
        _field = field;
        Table = table;
        Name = name;
        Label = Tables.Label(table, name);
        IsFile = isFile;
        var type = field.FieldType;
        IsSeveral = type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type);
        var plain = IsSeveral ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
        IsDate = plain == typeof(DateTime);
        IsText = plain == typeof(string);
        Choice = plain.IsEnum ? plain : null;
    }

    public string Table { get; }

    public string Name { get; }

    /// <summary>Argument of a message that is rendered as the column's display name.</summary>
    public string Label { get; }

    /// <summary>Only whether it is filled in can be told.</summary>
    public bool IsFile { get; }

    public bool IsText { get; }

    public bool IsDate { get; }

    public bool IsSeveral { get; }

    /// <summary>The enumeration of a choice; null for any other column.</summary>
    public Type? Choice { get; }

    /// <summary>The column of a table; null when there is none that a person fills in.</summary>
    public static FactColumn? Find(string? table, string? column) =>
        table is not null && column is not null && All.TryGetValue(table, out var columns) && columns.TryGetValue(column, out var found) ? found : null;

    /// <summary>The offer's row, or the active rows of a child table.</summary>
    public static IReadOnlyList<object> RowsOf(OfferFacts offer, string table) => table switch
    {
        Tables.Offer => [offer],
        Tables.Trial => offer.Trials,
        Tables.Plan => offer.Plans,
        Tables.SupportLink => offer.SupportLinks,
        Tables.Asset => offer.Assets,
        _ => [],
    };

    public static Guid IdOf(object row) => row switch
    {
        OfferFacts offer => offer.Id,
        TrialFact trial => trial.Id,
        PlanFact plan => plan.Id,
        SupportLinkFact link => link.Id,
        AssetFact asset => asset.Id,
        _ => Guid.Empty,
    };

    public static string? EnteredBy(object row) => row switch
    {
        OfferFacts offer => offer.EnteredBy,
        TrialFact trial => trial.EnteredBy,
        PlanFact plan => plan.EnteredBy,
        SupportLinkFact link => link.EnteredBy,
        AssetFact asset => asset.EnteredBy,
        _ => null,
    };

    public FixTarget In(object row) => new(Table, IdOf(row), Name);

    /// <summary>The value as culture-free text, of choices the option values; null when it is not filled in.</summary>
    public string? TextIn(object row)
    {
        switch (_field.GetValue(row))
        {
            case string text:
                return string.IsNullOrWhiteSpace(text) ? null : text;
            case Enum option:
                return option.ToString("D");
            case DateTime date:
                return Shown.Date(date);
            case IEnumerable options:
                var chosen = options.Cast<Enum>().Select(option => option.ToString("D")).OrderBy(option => option, StringComparer.Ordinal).ToList();
                return chosen.Count == 0 ? null : string.Join(",", chosen);
            case IFormattable number:
                return number.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture);
            default:
                return null;
        }
    }

    /// <summary>The value as an argument of a message.</summary>
    public string ShownIn(object row) => _field.GetValue(row) switch
    {
        Enum option => Shown.Option(option),
        IEnumerable options and not string => string.Join(" ", options.Cast<Enum>().Select(Shown.Option)),
        _ => Shown.Text(TextIn(row)),
    };

    /// <summary>What minimum and maximum look at: a number, the day of a date, the length of a text, the count of choices. Null when it is not filled in.</summary>
    public decimal? SizeIn(object row) => _field.GetValue(row) switch
    {
        int number => number,
        long number => number,
        decimal number => number,
        DateTime date => Days(date),
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Length,
        IEnumerable options => options.Cast<object>().Count() is var count && count == 0 ? null : count,
        _ => null,
    };

    public static decimal Days(DateTime date) => date.Date.Ticks / TimeSpan.TicksPerDay;

    private static Dictionary<string, FactColumn> ColumnsOf(string table, Type facts, params string[] files)
    {
        var columns = new Dictionary<string, FactColumn>(StringComparer.Ordinal);
        foreach (var field in facts.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            if (field.Name != nameof(OfferFacts.EnteredBy) && IsColumn(field.FieldType))
                columns[NameOf(field.Name)] = new FactColumn(table, NameOf(field.Name), field, isFile: false);
        }

        // A file's column, then the field that tells whether it is filled in.
        for (var i = 0; i < files.Length; i += 2)
            columns[files[i]] = new FactColumn(table, files[i], facts.GetField(files[i + 1])!, isFile: true);
        return columns;
    }

    private static string NameOf(string field) => "rdy_" + field.ToLowerInvariant();

    // The facts' own values (id, now) are never null; everything a person fills in may be.
    private static bool IsColumn(Type type) =>
        type == typeof(string)
        || Nullable.GetUnderlyingType(type) is not null
        || (type.IsGenericType && type.GetGenericArguments()[0].IsEnum);
}
