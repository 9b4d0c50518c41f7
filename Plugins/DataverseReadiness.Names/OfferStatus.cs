namespace DataverseReadiness.Plugins.Names;

/// <summary>Values of the offer's status reason. Checked against Solution/Entities/rdy_Offer/Entity.xml.</summary>
public static class OfferStatus
{
    public const int Draft = 1;
    public const int InReview = 847360001;
    public const int ReadyToSubmit = 847360002;
    public const int Submitted = 847360003;
    public const int Certified = 847360004;
    public const int Rejected = 847360005;
    public const int Live = 847360006;
    public const int Withdrawn = 2;
}
