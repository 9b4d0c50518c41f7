using System;

namespace DataverseReadiness.Rules;

/// <summary>The package is named as a zip file, without a path.</summary>
internal sealed class ZipFileName(CatalogLine line) : OfferRequirement(line, Columns.PackageFileName)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.PackageFileName;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        return IsZip(offer.PackageFileName!)
            ? Passed(offer, Given(offer, column))
            : NotMet(offer, Given(offer, column), Fix());
    }

    /// <summary>Whether it is a name that ends in .zip, has something before that, and no folder.</summary>
    public static bool IsZip(string name)
    {
        name = name.Trim();
        return name.Length > 4
            && name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            && name.IndexOfAny(['/', '\\']) < 0;
    }
}
