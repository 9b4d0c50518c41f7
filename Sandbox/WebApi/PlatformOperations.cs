using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

namespace Sandbox.WebApi;

/// <summary>Messages of the platform that clients call as actions and functions.</summary>
internal static class PlatformOperations
{
    private static OperationParameter[] Import =>
    [
        new("CustomizationFile", OperationType.Binary), new("ImportJobId", OperationType.Guid, IsOptional: true),
        new("OverwriteUnmanagedCustomizations", OperationType.Boolean, IsOptional: true), new("PublishWorkflows", OperationType.Boolean, IsOptional: true),
        new("ConvertToManaged", OperationType.Boolean, IsOptional: true), new("SkipProductUpdateDependencies", OperationType.Boolean, IsOptional: true),
        new("HoldingSolution", OperationType.Boolean, IsOptional: true),
    ];

    public static IReadOnlyList<OperationSchema> All { get; } =
    [
        Function("WhoAmI", OperationBinding.None, null, [],
            [new("BusinessUnitId", OperationType.Guid), new("UserId", OperationType.Guid), new("OrganizationId", OperationType.Guid)]),
        Function("RetrieveVersion", OperationBinding.None, null, [], [new("Version", OperationType.String)]),
        Function("RetrieveCurrentOrganization", OperationBinding.None, null, [Sdk<EndpointAccessType>("AccessType")], [Sdk<OrganizationDetail>("Detail")]),
        Function("RetrieveProvisionedLanguages", OperationBinding.None, null, [], [Sdk<int[]>("RetrieveProvisionedLanguages")]),
        Function("RetrieveTotalRecordCount", OperationBinding.None, null,
            [new("EntityNames", OperationType.StringArray)], [Sdk<EntityRecordCountCollection>("EntityRecordCountCollection")]),
        Function("RetrieveUserPrivileges", OperationBinding.Row, "systemuser", [], [Sdk<RolePrivilege[]>("RolePrivileges")]),
        Action("InitializeFileBlocksUpload", OperationBinding.None,
            [new("Target", OperationType.EntityReference), new("FileAttributeName", OperationType.String), new("FileName", OperationType.String)],
            [new("FileContinuationToken", OperationType.String)]),
        Action("UploadBlock", OperationBinding.None,
            [new("BlockId", OperationType.String), new("BlockData", OperationType.Binary), new("FileContinuationToken", OperationType.String)],
            []),
        Action("CommitFileBlocksUpload", OperationBinding.None,
            [
                new("FileName", OperationType.String), new("MimeType", OperationType.String),
                new("BlockList", OperationType.StringArray), new("FileContinuationToken", OperationType.String),
            ],
            [new("FileId", OperationType.Guid), new("FileSizeInBytes", OperationType.BigInteger)]),
        Action("InitializeFileBlocksDownload", OperationBinding.None,
            [new("Target", OperationType.EntityReference), new("FileAttributeName", OperationType.String)],
            [
                new("FileContinuationToken", OperationType.String), new("FileName", OperationType.String),
                new("FileSizeInBytes", OperationType.BigInteger), new("IsChunkingSupported", OperationType.Boolean),
            ]),
        Action("DownloadBlock", OperationBinding.None,
            [new("Offset", OperationType.BigInteger), new("BlockLength", OperationType.BigInteger), new("FileContinuationToken", OperationType.String)],
            [new("Data", OperationType.Binary)]),
        Action("DeleteFile", OperationBinding.None, [new("FileId", OperationType.Guid)], []),
        Action("GrantAccess", OperationBinding.None,
            [new("Target", OperationType.EntityReference), new("PrincipalAccess", OperationType.PrincipalAccess)], []),
        Action("ModifyAccess", OperationBinding.None,
            [new("Target", OperationType.EntityReference), new("PrincipalAccess", OperationType.PrincipalAccess)], []),
        Action("RevokeAccess", OperationBinding.None,
            [new("Target", OperationType.EntityReference), new("Revokee", OperationType.EntityReference)], []),
        Function("RetrieveRecordChangeHistory", OperationBinding.None, null,
            [new("Target", OperationType.EntityReference), new("PagingInfo", OperationType.PagingInfo, IsOptional: true)],
            [new("AuditDetailCollection", OperationType.AuditDetailCollection)]),
        Function("RetrieveAttributeChangeHistory", OperationBinding.None, null,
            [
                new("Target", OperationType.EntityReference), new("AttributeLogicalName", OperationType.String),
                new("PagingInfo", OperationType.PagingInfo, IsOptional: true),
            ],
            [new("AuditDetailCollection", OperationType.AuditDetailCollection)]),
        Function("RetrieveAuditDetails", OperationBinding.Row, "audit", [], [new("AuditDetail", OperationType.AuditDetail)]),
        Action("DeleteRecordChangeHistory", OperationBinding.None,
            [new("Target", OperationType.EntityReference)], [new("DeletedEntriesCount", OperationType.Integer)]),
        Action("ImportSolution", OperationBinding.None, Import, []),
        Action("ImportSolutionAsync", OperationBinding.None, Import, [new("AsyncOperationId", OperationType.Guid), new("ImportJobKey", OperationType.String)]),
        Action("StageAndUpgrade", OperationBinding.None, Import, [new("SolutionId", OperationType.Guid)]),
        Action("StageAndUpgradeAsync", OperationBinding.None, Import, [new("AsyncOperationId", OperationType.Guid), new("ImportJobKey", OperationType.String)]),
        Action("ExportSolution", OperationBinding.None,
            [new("SolutionName", OperationType.String), new("Managed", OperationType.Boolean)], [new("ExportSolutionFile", OperationType.Binary)]),
        Action("PublishAllXml", OperationBinding.None, [], []),
        Action("PublishXml", OperationBinding.None, [new("ParameterXml", OperationType.String)], []),
        Action("CreateMultiple", OperationBinding.Collection,
            [new("Targets", OperationType.EntityCollection)], [new("Ids", OperationType.GuidArray)]),
        Action("UpdateMultiple", OperationBinding.Collection, [new("Targets", OperationType.EntityCollection)], []),
    ];

    private static OperationParameter Sdk<T>(string name) => new(name, OperationType.Sdk) { Sdk = typeof(T) };

    private static OperationSchema Function(
        string name, OperationBinding binding, string? table, OperationParameter[] parameters, OperationParameter[] results) =>
        new(name, IsFunction: true, binding, table, parameters, results);

    private static OperationSchema Action(
        string name, OperationBinding binding, OperationParameter[] parameters, OperationParameter[] results) =>
        new(name, IsFunction: false, binding, null, parameters, results);
}
