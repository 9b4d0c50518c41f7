namespace DataverseReadiness.Rules;

/// <summary>How the offer is sold, as several requirements ask it.</summary>
internal static class Sales
{
    /// <summary>Sold through Microsoft, so that it can be bought in the store.</summary>
    public static bool IsTransacted(OfferFacts offer) => offer.SellThroughMicrosoft == YesNo.Yes;

    /// <summary>Microsoft manages the licences: by choice, or because it sells the offer.</summary>
    public static bool IsManaged(OfferFacts offer) => offer.LicenseManagement == YesNo.Yes || IsTransacted(offer);

    /// <summary>Why nothing about plans is asked.</summary>
    public static Message Unmanaged(OfferFacts offer) =>
        offer.LicenseManagement is null && offer.SellThroughMicrosoft is null
            ? new Message("condition.managed.unknown", Columns.LicenseManagement.Label)
            : new Message("condition.managed");
}
