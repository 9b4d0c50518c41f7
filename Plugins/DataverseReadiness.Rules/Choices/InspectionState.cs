namespace DataverseReadiness.Rules;

/// <summary>Whether uploaded bytes have been read; null where nothing is uploaded. Values are those of the choice <c>rdy_inspection</c>.</summary>
public enum InspectionState
{
    Inspected = 847360000,
    NotInspected = 847360001,
    Damaged = 847360002,
}
