using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Texts that everybody can read hold nothing that looks like a credential. The rest of the policy people judge.</summary>
internal sealed class NoSecrets(CatalogLine line, params Column<string?>[] columns) : OfferRequirement(line, columns)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        foreach (var column in columns)
        {
            if (SecretScan.First(column.Of(offer)) is { } mark)
                return NotMet(offer, new Message("secret.found", column.Label, mark), Fix(), column);
        }

        return Passed(offer, new Message("secret.none", Shown.Number(columns.Count(column => !column.IsEmptyIn(offer)))));
    }
}
