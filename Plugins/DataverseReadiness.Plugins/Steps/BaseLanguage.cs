using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>The language of the organization, in which texts of rows are written.</summary>
internal static class BaseLanguage
{
    public static int Of(StepContext step) =>
        step.System.Retrieve("organization", step.OrganizationId, new ColumnSet("languagecode")).GetAttributeValue<int>("languagecode");
}
