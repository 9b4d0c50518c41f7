using System.Globalization;
using Microsoft.Xrm.Sdk;
using Sandbox.Store;

namespace Sandbox;

/// <summary>The platform's faults in its own sentences.</summary>
internal static class Faults
{
    public static OrganizationFault NoEntity(string? table) => new(ErrorCodes.NoEntity,
        $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    public static OrganizationFault NoAttribute(TableSchema table, string? column) => new(ErrorCodes.NoAttribute,
        $"'{table.Model.SchemaName}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    public static OrganizationFault DoesNotExist(TableSchema table, Guid id) => new(ErrorCodes.ObjectDoesNotExist,
        $"Entity '{table.Model.SchemaName}' With Id = {id:D} Does Not Exist");

    public static OrganizationFault NoKeyMatch(TableSchema table) => new(ErrorCodes.RecordNotFoundByEntityKey,
        $"A record with the specified key values does not exist in {table.Name} entity");

    public static OrganizationFault WrongType(TableSchema table, ColumnSchema column, object value) => new(ErrorCodes.InvalidArgument,
        $"Incorrect attribute value type {value.GetType().FullName} for attribute '{column.Name}' of entity '{table.Name}'.");

    public static OrganizationFault TooLong(TableSchema table, ColumnSchema column) => new(ErrorCodes.StringLengthTooLong,
        $"A validation error occurred. The length of the '{column.Name}' attribute of the '{table.Name}' entity exceeded the maximum allowed length of '{column.Model.MaxLength}'.");

    public static OrganizationFault OutOfRange(TableSchema table, ColumnSchema column) => new(ErrorCodes.NumberOutOfRange,
        FormattableString.Invariant($"A validation error occurred. The value of '{column.Name}' on record of type '{table.Name}' is outside the valid range.")
        + Range(column));

    public static OrganizationFault UnknownOption(TableSchema table, ColumnSchema column, int value) => new(ErrorCodes.PicklistValueOutOfRange,
        FormattableString.Invariant($"A validation error occurred. The value {value} of '{column.Name}' on record of type '{table.Name}' is outside the valid range. Accepted Values: {string.Join(",", column.Options.Keys)}"));

    public static OrganizationFault WrongTarget(TableSchema table, ColumnSchema column, string? target) => new(ErrorCodes.InvalidArgument,
        $"The attribute '{column.Name}' of entity '{table.Name}' takes references to {string.Join(", ", column.Model.Targets)}, not to '{target}'.");

    public static OrganizationFault NotSupported(string what) =>
        new(ErrorCodes.NotSupported, $"{what} is not supported by the sandbox.");

    public static OrganizationFault Invalid(string sentence) => new(ErrorCodes.InvalidArgument, sentence);

    public static OrganizationFault NoSuchAlias(string alias) => new(ErrorCodes.AliasDoesNotExist, $"The query is ordered by '{alias}', which is no alias of it.");

    public static OrganizationFault MissingParameter(string message, string parameter) => new(ErrorCodes.InvalidArgument,
        $"Required field '{parameter}' is missing for request '{message}'.");

    public static OrganizationFault PrivilegeDenied(UserProfile user, string privilege) => new(ErrorCodes.PrivilegeDenied,
        $"Principal user (Id={user.Id:D}, type=8) is missing {privilege} privilege.");

    public static OrganizationFault PrivilegeDenied(EntityReference principal, string privilege) => new(ErrorCodes.PrivilegeDenied,
        $"Principal {(principal.LogicalName == "team" ? "team" : "user")} (Id={principal.Id:D}, type={(principal.LogicalName == "team" ? 9 : 8)}) is missing {privilege} privilege.");

    public static OrganizationFault AccessDenied(UserProfile user, AccessRights right, TableSchema table, Guid id) => new(ErrorCodes.AccessDenied,
        $"Principal with id {user.Id:D} does not have {right} right(s) for record with id {id:D} of entity {table.Name}");

    public static OrganizationFault DuplicateKey(TableSchema table, Packager.Model.KeyModel key) => new(ErrorCodes.DuplicateRecordEntityKey,
        $"Entity Key {key.DisplayName.In(1033) switch { "" => key.LogicalName, var name => name }} violated. A record with the same value for {string.Join(", ", key.Columns.Select(column => table.Find(column)?.Model.DisplayName.In(1033) is { Length: > 0 } name ? name : column))} already exists. A duplicate record cannot be created. Select one or more unique values and try again.");

    public static OrganizationFault DuplicateTie() => new(ErrorCodes.DuplicateRecord, "Cannot insert duplicate key.");

    public static OrganizationFault DuplicateId(TableSchema table) => new(ErrorCodes.DuplicateRecord,
        $"Cannot insert duplicate key. A record with the same {table.Id.Name} already exists in {table.Name}.");

    private static string Range(ColumnSchema column) => column.Model is { MinValue: { } min, MaxValue: { } max }
        ? string.Create(CultureInfo.InvariantCulture, $" Accepted Values: {min} to {max}")
        : "";
}
