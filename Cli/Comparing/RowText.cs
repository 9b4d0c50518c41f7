using System.Globalization;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Comparing;

/// <summary>Columns and values of rows as a person reads them.</summary>
internal static class RowText
{
    private const int Longest = 100;

    private static readonly Dictionary<string, Type> Facts = new(StringComparer.Ordinal)
    {
        [Offer.Table] = typeof(OfferFacts),
        [Trial.Table] = typeof(TrialFact),
        [Plan.Table] = typeof(PlanFact),
        [SupportLink.Table] = typeof(SupportLinkFact),
        [MarketingAsset.Table] = typeof(AssetFact),
        [Judgement.Table] = typeof(JudgementFact),
        [OwnRequirement.Table] = typeof(TeamRequirementFact),
    };

    public static string Column(string table, string column, int language) => ColumnInfo.Of(table, column).DisplayName(language);

    /// <summary>Two texts on one line each, cut to the part in which they differ.</summary>
    public static (string From, string To) Around(string from, string to)
    {
        var same = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, same - (Longest / 4));
        return (Cut(from, start), Cut(to, start));
    }

    /// <summary>Nothing for an empty value.</summary>
    public static string Value(string table, string column, object? value, int language) => value switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        OptionSetValue option => Label(table, column, option.Value, language),
        OptionSetValueCollection options => string.Join(", ", options.Select(option => Label(table, column, option.Value, language))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Facts are named as their columns are.
    private static string Label(string table, string column, int value, int language)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        var type = Facts.GetValueOrDefault(table)?.GetFields().FirstOrDefault(field => "rdy_" + field.Name.ToLowerInvariant() == column)?.FieldType;
        var choice = type is null ? null : Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);
        return choice is { IsEnum: true } && Enum.GetName(choice, value) is { } name ? Texts.Find($"choice.{choice.Name}.{name}", language) ?? name : number;
    }

    private static string Cut(string text, int start)
    {
        var line = text.ReplaceLineEndings(" ");
        var end = Math.Min(line.Length, start + Longest);
        return (start > 0 ? "…" : "") + (start < end ? line[start..end] : "") + (end < line.Length ? "…" : "");
    }
}
