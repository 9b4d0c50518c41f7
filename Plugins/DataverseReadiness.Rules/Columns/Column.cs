namespace DataverseReadiness.Rules;

/// <summary>One column of the offer.</summary>
internal abstract class Column(string name)
{
    public string Name { get; } = name;

    /// <summary>Argument of a message that is rendered as the column's display name.</summary>
    public string Label { get; } = Tables.Label(Tables.Offer, name);

    /// <summary>The value as a basis of verdicts; null when the column is not filled in.</summary>
    public abstract string? BasisIn(OfferFacts offer);

    /// <summary>The value as an argument of a message. Only for a column that is filled in.</summary>
    public abstract string ShownIn(OfferFacts offer);

    public bool IsEmptyIn(OfferFacts offer) => BasisIn(offer) is null;

    public FixTarget In(OfferFacts offer) => new(Tables.Offer, offer.Id, Name);
}
