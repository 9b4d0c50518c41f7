namespace DataverseReadiness.Rules;

/// <summary>Whether the facts of the package can be read, for requirements that compare them with what people entered.</summary>
internal static class PackageReading
{
    private const string Column = "rdy_package";

    public static readonly string Name = Tables.Offer + "." + Column;

    public static FixTarget Target(OfferFacts offer) => new(Tables.Offer, offer.Id, Column);

    /// <summary>Undecided while there is no package, none that was read, or none that could be read; null when its facts are there.</summary>
    public static Verdict? NotReadable(OfferFacts offer)
    {
        var inspection = Basis.Of(offer.PackageInspection);
        if (offer.PackageInspection is null && offer.Package is null)
            return Verdict.Undecided(new Message("zip.none"), new Message("zip.none.fix", Tables.Label(Tables.Offer, Column)), Target(offer), inspection);
        if (offer.Package is null || offer.PackageInspection == InspectionState.NotInspected)
            return Verdict.Undecided(new Message("zip.uninspected"), new Message("zip.uninspected.fix"), Target(offer), inspection);
        return offer.Package.Damage is not null
            ? Unreadable(offer)
            : null;
    }

    /// <summary>Whoever reads the checklist has one thing to do: what is wrong with the zip is said once, where the zip itself is asked for.</summary>
    public static Verdict Unreadable(OfferFacts offer) =>
        Verdict.Undecided(new Message("zip.unreadable"), new Message("zip.damaged.fix"), Target(offer), Basis.Of(offer.PackageInspection), offer.Package?.Sha256);
}
