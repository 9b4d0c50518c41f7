using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;

namespace Sandbox.Messages;

/// <summary>A message the organization answers.</summary>
/// <param name="IsRead">Whether it changes nothing, so that it needs no transaction unless a step is registered on it.</param>
/// <param name="Execute">Answers a request.</param>
internal sealed record Message(bool IsRead, Func<OrganizationRequest, Scope, OrganizationResponse> Execute);

/// <summary>All messages by name; custom APIs come from the model.</summary>
internal static class MessageTable
{
    private static readonly Dictionary<string, Message> Messages = new(StringComparer.Ordinal)
    {
        ["Create"] = new(false, RowMessages.Create),
        ["Update"] = new(false, RowMessages.Update),
        ["Delete"] = new(false, RowMessages.Delete),
        ["Upsert"] = new(false, RowMessages.Upsert),
        ["CreateMultiple"] = new(false, RowMessages.CreateMultiple),
        ["UpdateMultiple"] = new(false, RowMessages.UpdateMultiple),
        ["UpsertMultiple"] = new(false, RowMessages.UpsertMultiple),
        ["Assign"] = new(false, RowMessages.Assign),
        ["SetState"] = new(false, RowMessages.SetState),
        ["SetStateDynamicEntity"] = new(false, RowMessages.SetState),
        ["SetAutoNumberSeed"] = new(false, RowMessages.SetAutoNumberSeed),
        ["Associate"] = new(false, RelationMessages.Associate),
        ["Disassociate"] = new(false, RelationMessages.Disassociate),
        ["Retrieve"] = new(true, ReadMessages.Retrieve),
        ["RetrieveMultiple"] = new(true, ReadMessages.RetrieveMultiple),
        ["WhoAmI"] = new(true, OrganizationMessages.WhoAmI),
        ["RetrieveVersion"] = new(true, OrganizationMessages.RetrieveVersion),
        ["RetrieveCurrentOrganization"] = new(true, OrganizationMessages.RetrieveCurrent),
        ["RetrieveProvisionedLanguages"] = new(true, OrganizationMessages.RetrieveLanguages),
        ["RetrieveTotalRecordCount"] = new(true, OrganizationMessages.CountRows),
        ["RetrieveUserPrivileges"] = new(true, OrganizationMessages.RetrieveUserPrivileges),
        ["GrantAccess"] = new(false, Sharing.Grant),
        ["ModifyAccess"] = new(false, Sharing.Modify),
        ["RevokeAccess"] = new(false, Sharing.Revoke),
        ["RetrievePrincipalAccess"] = new(true, Sharing.RetrievePrincipalAccess),
        ["RetrieveSharedPrincipalsAndAccess"] = new(true, Sharing.RetrieveSharedPrincipals),
        ["AddMembersTeam"] = new(false, Memberships.AddMembers),
        ["RemoveMembersTeam"] = new(false, Memberships.RemoveMembers),
        ["InitializeFileBlocksUpload"] = new(true, FileMessages.InitializeUpload),
        ["UploadBlock"] = new(true, FileMessages.UploadBlock),
        ["CommitFileBlocksUpload"] = new(false, FileMessages.CommitUpload),
        ["InitializeFileBlocksDownload"] = new(true, FileMessages.InitializeDownload),
        ["DownloadBlock"] = new(true, FileMessages.DownloadBlock),
        ["DeleteFile"] = new(false, FileMessages.DeleteFile),
        ["RetrieveRecordChangeHistory"] = new(true, AuditMessages.RetrieveRecordHistory),
        ["RetrieveAttributeChangeHistory"] = new(true, AuditMessages.RetrieveAttributeHistory),
        ["RetrieveAuditDetails"] = new(true, AuditMessages.RetrieveDetails),
        ["DeleteRecordChangeHistory"] = new(false, AuditMessages.DeleteRecordHistory),
        ["ImportSolution"] = new(true, SolutionMessages.Import),
        ["ImportSolutionAsync"] = new(true, SolutionMessages.ImportAsync),
        ["StageAndUpgrade"] = new(true, SolutionMessages.Upgrade),
        ["StageAndUpgradeAsync"] = new(true, SolutionMessages.UpgradeAsync),
        ["ExportSolution"] = new(true, SolutionMessages.Export),
        ["PublishAllXml"] = new(true, SolutionMessages.PublishAll),
        ["PublishXml"] = new(true, SolutionMessages.Publish),
        ["ExecuteMultiple"] = new(false, BatchMessages.ExecuteMultiple),
        ["ExecuteTransaction"] = new(false, BatchMessages.ExecuteTransaction),
    };

    /// <summary>Messages on which steps of one table are raised.</summary>
    public static IReadOnlySet<string> RaisedByTable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Create", "Update", "Delete", "Retrieve", "RetrieveMultiple", "CreateMultiple", "UpdateMultiple", "Assign", "SetState", "SetStateDynamicEntity", "GrantAccess", "ModifyAccess", "RevokeAccess",
    };

    /// <summary>Messages on which steps of all tables together are raised.</summary>
    public static IReadOnlySet<string> RaisedForAll { get; } = new HashSet<string>(StringComparer.Ordinal) { "Associate", "Disassociate" };

    /// <summary>Whether steps are raised on a message; a step on any other would never run.</summary>
    public static bool IsRaised(string message) => RaisedByTable.Contains(message) || RaisedForAll.Contains(message);

    /// <exception cref="OrganizationFault">Nothing answers to the name.</exception>
    public static Message Find(string? name, OrganizationState state) =>
        name is null ? throw Faults.Invalid("The request has no name.")
        : Messages.TryGetValue(name, out var message) ? message
        : state.Model.CustomApis.TryGetValue(name, out var api) ? new Message(false, (request, scope) => CustomApiMessage.Execute(api, request, scope))
        : throw Faults.NotSupported($"The message '{name}'");
}
