namespace Sandbox;

/// <summary>The platform's error codes that the sandbox answers with, each with where it was seen.</summary>
/// <remarks>
/// "errors": Dataverse "Web service error codes". "plug-in errors": the troubleshooting page "Dataverse plug-ins errors".
/// "columns", "image columns", "file columns": the Dataverse pages on column definitions, image and file column data.
/// "seen": in published error reports of real environments.
/// </remarks>
public static class ErrorCodes
{
    /// <summary>No code: <c>0x0</c>, where OData itself finds that a property is not there ("Dataverse Web API client errors").</summary>
    public const int None = 0;

    /// <summary>InvalidArgument (errors).</summary>
    public const int InvalidArgument = unchecked((int)0x80040203);

    /// <summary>UnExpected (errors).</summary>
    public const int Unexpected = unchecked((int)0x80040216);

    /// <summary>ObjectDoesNotExist: "{table} With Id = {id} Does Not Exist" (errors).</summary>
    public const int ObjectDoesNotExist = unchecked((int)0x80040217);

    /// <summary>PrivilegeDenied (errors).</summary>
    public const int PrivilegeDenied = unchecked((int)0x80040220);

    /// <summary>"Principal with id ... does not have ...Access right(s) for record": the privilege is held, but does not reach the row (troubleshooting page "Dataverse client errors").</summary>
    public const int AccessDenied = unchecked((int)0x80048306);

    /// <summary>AttributePermissionReadIsMissing: a query asks for rows by a secured column that the user cannot read (errors).</summary>
    public const int SecuredReadDenied = unchecked((int)0x8004f504);

    /// <summary>AttributePrivilegeCreateIsMissing (errors).</summary>
    public const int SecuredCreateDenied = unchecked((int)0x8004f502);

    /// <summary>AttributePermissionUpdateIsMissingDuringUpdate (errors).</summary>
    public const int SecuredUpdateDenied = unchecked((int)0x8004f507);

    /// <summary>CannotAssignToAccessTeam (errors).</summary>
    public const int CannotAssignToAccessTeam = unchecked((int)0x80048340);

    /// <summary>CannotAssignRolesOrProfilesToAccessTeam (errors).</summary>
    public const int CannotAssignRolesToAccessTeam = unchecked((int)0x80048331);

    /// <summary>CannotAddMembersToDefaultTeam (errors).</summary>
    public const int CannotAddMembersToDefaultTeam = unchecked((int)0x8004830b);

    /// <summary>CannotRemoveMembersFromDefaultTeam (errors).</summary>
    public const int CannotRemoveMembersFromDefaultTeam = unchecked((int)0x8004830c);

    /// <summary>CannotDeleteDefaultTeam (errors).</summary>
    public const int CannotDeleteDefaultTeam = unchecked((int)0x80048307);

    /// <summary>CannotDeleteTeamOwningRecords (errors).</summary>
    public const int CannotDeleteTeamOwningRecords = unchecked((int)0x8004830e);

    /// <summary>CannotRemoveFromSysAdmin: nobody else holds the role (errors).</summary>
    public const int CannotRemoveFromSysAdmin = unchecked((int)0x80041d30);

    /// <summary>BusinessManagementLoopBeingCreated (errors).</summary>
    public const int BusinessUnitLoop = unchecked((int)0x80041d21);

    /// <summary>IsvUnExpected: an exception other than InvalidPluginExecutionException left a plug-in, or its time was up (plug-in errors).</summary>
    public const int IsvUnexpected = unchecked((int)0x80040224);

    /// <summary>UserNotEnabled, UserNotFound at the door (errors, seen).</summary>
    public const int UserNotEnabled = unchecked((int)0x80040225);

    /// <summary>DuplicateRecord: a row with this id exists, or two rows are tied already (errors).</summary>
    public const int DuplicateRecord = unchecked((int)0x80040237);

    /// <summary>IsvAborted: a plug-in threw InvalidPluginExecutionException (plug-in errors).</summary>
    public const int IsvAborted = unchecked((int)0x80040265);

    /// <summary>NotSupported; here what the sandbox does not do, by name (errors).</summary>
    public const int NotSupported = unchecked((int)0x80040800);

    /// <summary>QueryBuilderNoEntity, unknown table (errors, seen).</summary>
    public const int NoEntity = unchecked((int)0x80041102);

    /// <summary>QueryBuilderNoAttribute: "'{table}' entity doesn't contain attribute with Name = '{column}'" (errors, seen).</summary>
    public const int NoAttribute = unchecked((int)0x80041103);

    /// <summary>QueryBuilderInvalid_Alias: an alias with characters other than letters, digits and underscores (errors).</summary>
    public const int InvalidAlias = unchecked((int)0x80041109);

    /// <summary>QueryBuilderAlias_Does_Not_Exist: a query names an alias that none of its columns has (errors).</summary>
    public const int AliasDoesNotExist = unchecked((int)0x8004110a);

    /// <summary>QueryBuilderNoAlias: a column of an aggregate query without an alias (errors).</summary>
    public const int NoAlias = unchecked((int)0x8004110b);

    /// <summary>QueryBuilderValue_GreaterThanZero: a page or its size is no number from 1 on (errors).</summary>
    public const int ValueGreaterThanZero = unchecked((int)0x8004110c);

    /// <summary>QueryBuilderByAttributeMismatch: a QueryByAttribute with another number of values than of attributes (errors).</summary>
    public const int ByAttributeMismatch = unchecked((int)0x8004110f);

    /// <summary>QueryBuilderDeserializeInvalidLinkType (errors).</summary>
    public const int InvalidLinkType = unchecked((int)0x80041117);

    /// <summary>QueryBuilderDeserializeInvalidAggregate (errors).</summary>
    public const int InvalidAggregate = unchecked((int)0x8004111a);

    /// <summary>QueryBuilderDeserializeInvalidNode: FetchXML with an element that does not belong where it stands (errors).</summary>
    public const int InvalidNode = unchecked((int)0x8004111c);

    /// <summary>QueryBuilderInvalidConditionOperator (errors).</summary>
    public const int InvalidConditionOperator = unchecked((int)0x80041120);

    /// <summary>QueryBuilderInvalidFilterType: a filter that is neither and nor or (errors).</summary>
    public const int InvalidFilterType = unchecked((int)0x80041122);

    /// <summary>QueryBuilderDeserializeEmptyXml (errors).</summary>
    public const int EmptyXml = unchecked((int)0x80041124);

    /// <summary>QueryBuilderTopCountGreaterThanZero (errors).</summary>
    public const int TopCountGreaterThanZero = unchecked((int)0x80041127);

    /// <summary>TooManyConditionsInQuery: more than 500 conditions and links (the page on filtering rows with FetchXML).</summary>
    public const int TooManyConditions = unchecked((int)0x8004430c);

    /// <summary>TooManyLinkEntitiesInQuery: more than 15 links (the page on joining tables with FetchXML).</summary>
    public const int TooManyLinks = unchecked((int)0x8004430d);

    /// <summary>AggregateQueryRecordLimitExceeded: an aggregate over more than 50 000 rows (the page on aggregating data with FetchXML).</summary>
    public const int AggregateLimitExceeded = unchecked((int)0x8004e023);

    /// <summary>CannotDeleteDueToAssociation: a relationship restricts the delete (errors).</summary>
    public const int CannotDeleteDueToAssociation = unchecked((int)0x80040227);

    /// <summary>SdkCorrelationTokenDepthTooHigh: a chain of plug-ins went deeper than 8 (errors).</summary>
    public const int MaxDepthExceeded = unchecked((int)0x80044182);

    /// <summary>PicklistValueOutOfRange: "The value {n} of '{column}' on record of type '{table}' is outside the valid range." (seen).</summary>
    public const int PicklistValueOutOfRange = unchecked((int)0x8004431a);

    /// <summary>A number outside of its column's range (errors).</summary>
    public const int NumberOutOfRange = unchecked((int)0x80044330);

    /// <summary>StringLengthTooLong (errors).</summary>
    public const int StringLengthTooLong = unchecked((int)0x80044331);

    /// <summary>unManagedidsattachmentinvalidfilesize: a file or image larger than its column takes (errors, file columns).</summary>
    public const int FileTooLarge = unchecked((int)0x80044a02);

    /// <summary>InvalidStateCodeStatusCode (errors, seen).</summary>
    public const int InvalidStateCodeStatusCode = unchecked((int)0x80048408);

    /// <summary>StateTransitionActivateNewStatus: the declared transitions do not lead there (errors).</summary>
    public const int TransitionToActiveDenied = unchecked((int)0x8004f857);

    /// <summary>StateTransitionDeactivateNewStatus: the declared transitions do not lead there (errors).</summary>
    public const int TransitionToInactiveDenied = unchecked((int)0x8004f858);

    /// <summary>ImportSolutionError, here for a refused solution zip (errors).</summary>
    public const int ImportFailed = unchecked((int)0x80048060);

    /// <summary>ImportWrongPublisherError: a managed solution comes from another publisher than before (errors).</summary>
    public const int WrongPublisher = unchecked((int)0x8004801c);

    /// <summary>ImportMissingDependenciesError (errors).</summary>
    public const int MissingDependencies = unchecked((int)0x8004801d);

    /// <summary>ImportSolutionManagedToUnmanagedMismatch: a managed zip over an unmanaged solution (errors).</summary>
    public const int ManagedOverUnmanaged = unchecked((int)0x80048040);

    /// <summary>ImportSolutionUnmanagedToManagedMismatch: an unmanaged zip over a managed solution (errors).</summary>
    public const int UnmanagedOverManaged = unchecked((int)0x80048041);

    /// <summary>CannotUninstallWithDependencies: another solution needs a component that would go (errors).</summary>
    public const int CannotUninstallWithDependencies = unchecked((int)0x8004f01d);

    /// <summary>InvalidODataPayload, a JSON body that does not fit its table (seen).</summary>
    public const int InvalidODataPayload = unchecked((int)0x80048d19);

    /// <summary>A URL that the Web API cannot make sense of (seen).</summary>
    public const int InvalidODataQuery = unchecked((int)0x80060888);

    /// <summary>"Resource not found for the segment ..." (seen).</summary>
    public const int ResourceNotFound = unchecked((int)0x8006088a);

    /// <summary>ConcurrencyVersionMismatch (errors).</summary>
    public const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);

    /// <summary>ConcurrencyVersionNotProvided (errors).</summary>
    public const int ConcurrencyVersionNotProvided = unchecked((int)0x80060883);

    /// <summary>RecordNotFoundByEntityKey (errors, seen).</summary>
    public const int RecordNotFoundByEntityKey = unchecked((int)0x80060891);

    /// <summary>DuplicateRecordEntityKey: an alternate key would be violated (errors, seen).</summary>
    public const int DuplicateRecordEntityKey = unchecked((int)0x80060892);

    /// <summary>ProcessImageFailure: bytes that are no image of an allowed format (image columns).</summary>
    public const int ProcessImageFailure = unchecked((int)0x80072553);

    /// <summary>Image data on Create for a column other than the primary image (image columns).</summary>
    public const int OnlyPrimaryImageOnCreate = unchecked((int)0x80090487);

    /// <summary>"ISV code reduced the open transaction count": a fault in the transaction was swallowed (plug-in errors).</summary>
    public const int TransactionCountReduced = unchecked((int)0x8009000c);

    /// <summary>"There is no active transaction": a request after such a fault (plug-in errors).</summary>
    public const int NoActiveTransaction = unchecked((int)0x80040251);
}
