namespace Sandbox.WebApi;

/// <summary>The annotations a row or an error may carry.</summary>
internal static class Annotations
{
    public const string FormattedValue = "@OData.Community.Display.V1.FormattedValue";
    public const string LookupLogicalName = "@Microsoft.Dynamics.CRM.lookuplogicalname";
    public const string AssociatedNavigationProperty = "@Microsoft.Dynamics.CRM.associatednavigationproperty";
    public const string TotalRecordCount = "@Microsoft.Dynamics.CRM.totalrecordcount";
    public const string TotalRecordCountLimitExceeded = "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";
    public const string FetchXmlPagingCookie = "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie";
    public const string MoreRecords = "@Microsoft.Dynamics.CRM.morerecords";
}
