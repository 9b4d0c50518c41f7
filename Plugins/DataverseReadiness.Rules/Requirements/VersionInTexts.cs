using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A version that the texts speak of is that of the package's solution.</summary>
internal sealed class VersionInTexts(CatalogLine line) : OfferRequirement(line, Columns.Description, Columns.Summary, Columns.CertificationNotes, Columns.PackageInspection)
{
    private static readonly string[] Words = ["version", "v"];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var found = new List<KeyValuePair<string, Column>>();
        Find(offer.DescriptionHtml.VisibleText, offer.Name, Columns.Description, found);
        Find(offer.Summary ?? "", offer.Name, Columns.Summary, found);
        Find(offer.CertificationNotes ?? "", offer.Name, Columns.CertificationNotes, found);
        if (found.Count == 0)
            return NotApplicable(offer, new Message("agree.version.none"));
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        string?[] basis = [.. BasisIn(offer), offer.Package!.Sha256];
        if (VersionText.SolutionOf(offer.Package) is not { } solution || VersionText.Read(solution.Version) is not { } version)
            return NotApplicable(offer, new Message("agree.version.unread"));
        foreach (var mention in found)
        {
            if (!IsPartOf(mention.Key, version))
            {
                return Verdict.NotMet(
                    new Message("agree.version.differs", mention.Value.Label, mention.Key, Shown.Text(solution.UniqueName), Shown.Text(solution.Version)), Fix(), mention.Value.In(offer), basis);
            }
        }

        return Passed(new Message("agree.version", found[0].Key, Shown.Text(solution.UniqueName)), found[0].Value.In(offer), basis);
    }

    // The version of the app, not of a platform: it stands behind the word at the start of a sentence or behind the offer's own name.
    private static void Find(string text, string? name, Column column, List<KeyValuePair<string, Column>> found)
    {
        foreach (var word in Words)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0 && found.Count < TextSearch.MostEntries; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var start = at + word.Length;
                if (word.Length > 1 && start < text.Length && text[start] == ' ')
                    start++;
                var end = start;
                while (end < text.Length && end - start < 24 && (text[end] is (>= '0' and <= '9') || (text[end] == '.' && end + 1 < text.Length && text[end + 1] is >= '0' and <= '9')))
                    end++;
                var number = text.Substring(start, end - start);
                if (number.IndexOf('.') > 0 && VersionText.Read(number) is not null && IsOwn(text, at, name))
                    found.Add(new KeyValuePair<string, Column>(number, column));
            }
        }
    }

    private static bool IsOwn(string text, int at, string? name)
    {
        var before = text.Substring(0, at).TrimEnd();
        if (before.Length == 0 || before[before.Length - 1] is '.' or '!' or '?' or ':' or '(')
            return at == 0 || !char.IsLetterOrDigit(text[at - 1]);
        name = (name ?? "").Trim();
        return name.Length > 0 && before.EndsWith(name, StringComparison.OrdinalIgnoreCase) && before.Length < at;
    }

    // 2.1 in a text is version 2.1.0.7 of a solution: the numbers that are there have to be the same.
    private static bool IsPartOf(string text, int[] version)
    {
        var parts = text.Split('.');
        var read = VersionText.Read(text)!;
        for (var i = 0; i < parts.Length; i++)
        {
            if (read[i] != version[i])
                return false;
        }

        return true;
    }
}
