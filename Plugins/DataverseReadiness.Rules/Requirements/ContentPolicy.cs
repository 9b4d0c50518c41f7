using System;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The contents are harmless and hold nobody's personal data: people judge. A foreign e-mail address is pointed out.</summary>
internal sealed class ContentPolicy(CatalogLine line)
    : OfferRequirement(line, Columns.Description, Columns.Summary, Columns.Name, Columns.SupportEmail, Columns.EngineeringEmail)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var address = FirstAddress(offer.DescriptionHtml.VisibleText) ?? FirstAddress(offer.Summary ?? "");
        var own = address is not null && (IsOf(offer.SupportEmail, address) || IsOf(offer.EngineeringEmail, address));
        return Passed(offer, address is null || own ? new Message("content.judge") : new Message("content.address", Shown.Text(address)));
    }

    private static bool IsOf(string? email, string address) => string.Equals((email ?? "").Trim(), address, StringComparison.OrdinalIgnoreCase);

    private static string? FirstAddress(string text)
    {
        var at = text.IndexOf('@');
        if (at <= 0)
            return null;

        int start = at, end = at + 1;
        while (start > 0 && IsPart(text[start - 1]))
            start--;
        while (end < text.Length && IsPart(text[end]))
            end++;
        var address = text.Substring(start, Math.Min(end - start, 200)).TrimEnd('.');
        return EmailReader.Read(address).IsValid ? address : null;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or '+';
}
