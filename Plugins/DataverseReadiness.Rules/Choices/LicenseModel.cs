namespace DataverseReadiness.Rules;

/// <summary>The base license model. Values are those of the choice <c>rdy_licensemodel</c>.</summary>
public enum LicenseModel
{
    Resource = 847360000,
    User = 847360001,
}
