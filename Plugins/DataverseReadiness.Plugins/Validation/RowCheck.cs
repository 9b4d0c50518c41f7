using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Wording;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Validation;

/// <summary>Finds the values of a request that can never be right. What is merely missing is the checklist's business.</summary>
internal static class RowCheck
{
    private const int QuotedLength = 100;

    private static readonly Dictionary<string, HashSet<string>> Results = new(StringComparer.Ordinal)
    {
        [Offer.Table] = Set(ColumnLists.OfferResults),
        [Trial.Table] = Set(Trial.EnteredBy),
        [Plan.Table] = Set(Plan.EnteredBy),
        [SupportLink.Table] = Set(SupportLink.EnteredBy),
        [MarketingAsset.Table] = Set(ColumnLists.AssetResults),
        [Judgement.Table] = Set(ColumnLists.JudgementResults),
        [Certification.Table] = Set(ColumnLists.CertificationResults),
        [OwnRequirement.Table] = Set(OwnRequirement.Problem),
    };

    private static readonly Dictionary<string, HashSet<string>> Inputs = new(StringComparer.Ordinal)
    {
        [Offer.Table] = Set(ColumnLists.OfferInputs),
        [Trial.Table] = Set(ColumnLists.TrialFacts),
        [Plan.Table] = Set(ColumnLists.PlanFacts),
        [SupportLink.Table] = Set(ColumnLists.SupportLinkFacts),
        [MarketingAsset.Table] = Set(ColumnLists.AssetInputs),
    };

    /// <param name="before">The row as it was, on Update.</param>
    public static List<Problem> Problems(Entity target, Entity? before)
    {
        var problems = new List<Problem>();
        foreach (var attribute in target.Attributes)
        {
            if (ProblemOf(ColumnInfo.Of(target.LogicalName, attribute.Key), attribute.Value, target, before) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    /// <summary>Whether only our own steps write the column.</summary>
    public static bool IsResult(string table, string column) => Results.TryGetValue(table, out var results) && results.Contains(column);

    /// <summary>The columns of a table that people fill in; the status is none of them.</summary>
    public static ICollection<string> InputsOf(string table) => Inputs[table];

    /// <summary>Brings addresses and ids into the form in which they are stored.</summary>
    public static void Normalise(Entity target)
    {
        foreach (var attribute in target.Attributes.Where(attribute => attribute.Value is string { Length: > 0 }).ToList())
        {
            var text = (string)attribute.Value;
            switch (ColumnInfo.Of(target.LogicalName, attribute.Key).Kind)
            {
                case ColumnKind.Url when UrlReader.Read(text) is { IsValid: true } url:
                    target[attribute.Key] = attribute.Key == Offer.PackageUrl ? SasUrl.WithoutSignature(url.Normalized) : url.Normalized;
                    break;
                case ColumnKind.Guid when GuidReader.Read(text) is { IsValid: true } guid:
                    target[attribute.Key] = guid.Normalized;
                    break;
            }
        }
    }

    private static HashSet<string> Set(string columns) =>
        new(columns.Split(',').Where(column => column is not ("statecode" or "statuscode")), StringComparer.Ordinal);

    private static Problem? ProblemOf(ColumnInfo column, object? value, Entity target, Entity? before)
    {
        if (IsResult(column.Table, column.Name))
        {
            return Refuse(column, "result");
        }

        if (column.Table != Offer.Table && column.Name == Trial.OfferId)
        {
            return before?.Reference(Trial.OfferId) is { } offer && offer.Id != (value as EntityReference)?.Id ? Refuse(column, "offer.changed") : null;
        }

        return value switch
        {
            byte[] bytes when column.Kind == ColumnKind.Image => ImageProblem(column, bytes),
            string { Length: > 0 } text => TextProblem(column, text),
            int number => NumberProblem(column, number, target, before),
            decimal number => NumberProblem(column, number, target, before),
            _ => null,
        };
    }

    private static Problem? TextProblem(ColumnInfo column, string text)
    {
        switch (column.Kind)
        {
            case ColumnKind.Url:
                return UrlReader.Read(text).Problem is { } url ? Refuse(column, "url", text, url) : null;
            case ColumnKind.Guid:
                return GuidReader.Read(text).Problem is { } guid ? Refuse(column, "guid", text, guid) : null;
            default:
                return column.Max > 0 && text.Length > column.Max ? Refuse(column, "text.long", Number(text.Length), Number(column.Max)) : null;
        }
    }

    private static Problem? NumberProblem(ColumnInfo column, decimal number, Entity target, Entity? before)
    {
        if (column.Kind is not (ColumnKind.Whole or ColumnKind.Decimal))
        {
            return null;
        }

        if (number < column.Min || number > column.Max)
        {
            return Refuse(column, "number.range", Number(number), Number(column.Min), Number(column.Max));
        }

        if (column.Table == Trial.Table && column.Name == Trial.Period)
        {
            var unit = (target.Contains(Trial.PeriodUnit) ? target : before)?.Choice<PeriodUnit>(Trial.PeriodUnit);
            return number > TenYears(unit) ? Refuse(column, "period.long", Number(number)) : null;
        }

        return null;
    }

    private static decimal TenYears(PeriodUnit? unit) => unit switch
    {
        PeriodUnit.Months => 120,
        PeriodUnit.Days => 3653,
        _ => 24 * 3653,
    };

    private static Problem? ImageProblem(ColumnInfo column, byte[] bytes)
    {
        if (bytes.Length > column.Max)
        {
            return Refuse(column, "image.large", Number(bytes.Length), Number(column.Max));
        }

        var image = ImageInspector.Inspect(bytes);
        return image switch
        {
            { IsImage: true, IsStorable: false } => Refuse(column, "image.format", image.Format),
            { Damage: { } damage } => new Problem(column, language => PluginTexts.Render("image.damaged", language, Texts.Render(damage, language))),
            _ => null,
        };
    }

    private static Problem Refuse(ColumnInfo column, string key, params string[] arguments) =>
        new(column, language => PluginTexts.Render(key, language, arguments));

    private static Problem Refuse(ColumnInfo column, string key, string value, Message problem) =>
        new(column, language => PluginTexts.Render(key, language, Quote(column, value), Texts.Render(problem, language)));

    private static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    // A refused address must not carry a signature into logs and screenshots either.
    private static string Quote(ColumnInfo column, string text)
    {
        var shown = column.Name == Offer.PackageUrl ? SasUrl.WithoutSignature(text) : text;
        return "'" + (shown.Length <= QuotedLength ? shown : shown.Substring(0, QuotedLength) + "…") + "'";
    }
}
