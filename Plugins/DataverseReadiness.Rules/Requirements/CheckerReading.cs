using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>What a requirement knows of the solution checker's report.</summary>
internal static class CheckerReading
{
    private const string Column = "rdy_checkerreport";

    public static readonly string Name = Tables.Offer + "." + Column;

    public static readonly string Label = Tables.Label(Tables.Offer, Column);

    public static FixTarget Target(OfferFacts offer) => new(Tables.Offer, offer.Id, Column);

    /// <summary>The report as far as it could be read; null while there is none.</summary>
    public static CheckerFacts? Of(OfferFacts offer) =>
        offer.CheckerInspection is null or InspectionState.NotInspected || offer.Checker is null || offer.Checker.Damage is not null ? null : offer.Checker;

    /// <summary>Why there is no report to go by, with what to do; null when there is one.</summary>
    public static Verdict? NotReadable(OfferFacts offer, params string?[] more)
    {
        string?[] basis = [Basis.Of(offer.CheckerInspection), offer.Checker?.Sha256, .. more];
        if (offer.CheckerInspection is null && offer.Checker is null)
            return Verdict.Undecided(new Message("report.none"), new Message("report.none.fix", Label), Target(offer), basis);
        if (offer.CheckerInspection == InspectionState.NotInspected || offer.Checker is null)
            return Verdict.Undecided(new Message("report.uninspected"), new Message("zip.uninspected.fix"), Target(offer), basis);
        return offer.Checker.Damage is { } damage ? Verdict.NotMet(damage, new Message("report.none.fix", Label), Target(offer), basis) : null;
    }
}
