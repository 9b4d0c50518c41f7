using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Packager.Model;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>The main operations of Create, Update and Delete: checks the platform's rules and writes the row.</summary>
internal static class RowWriter
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    /// <summary>
    /// A copy of the request's row that plug-ins may change, with names and types checked, key references resolved and columns
    /// left out that a caller cannot set.
    /// </summary>
    public static Entity Copy(Scope scope, TableSchema table, Entity target, bool isCreate)
    {
        var copy = new Entity(table.Name, target.Id) { RowVersion = target.RowVersion };
        foreach (var (name, value) in target.Attributes)
        {
            var column = table.Column(name);
            Values.CheckType(table, column, value);
            Access.RequireWrite(scope.User, table, column, isCreate);
            if (column == table.Id)
            {
                if (copy.Id == Guid.Empty && value is Guid id) copy.Id = id;
            }
            else if (column.CompanionOf is null && !column.IsFile && (isCreate ? column.Model.ValidForCreate || column.IsState : column.Model.ValidForUpdate))
            {
                copy[name] = value switch
                {
                    EntityReference reference => Reference(scope, table, column, reference),
                    DateTime time => Values.Utc(time),
                    _ => value,
                };
            }
        }

        foreach (var (name, value) in target.KeyAttributes) copy.KeyAttributes[name] = value;
        return copy;
    }

    /// <summary>The values that the platform sets on a new row, before stage 20 sees it.</summary>
    public static void AddSystemValues(Scope scope, TableSchema table, Entity row)
    {
        var now = Now(scope);
        var user = new EntityReference("systemuser", scope.User.Id) { Name = scope.User.FullName };
        row[table.Id.Name] = row.Id;
        Set(table, row, "createdon", row.GetAttributeValue<DateTime?>("overriddencreatedon") ?? now);
        Set(table, row, "createdby", user);
        Set(table, row, "modifiedon", now);
        Set(table, row, "modifiedby", user);
        if (Impersonator(scope) is { } impersonator)
        {
            Set(table, row, "createdonbehalfby", impersonator);
            Set(table, row, "modifiedonbehalfby", impersonator);
        }

        if (table.Owner is not null && row.GetAttributeValue<EntityReference>("ownerid") is null) row["ownerid"] = user;
        if (table.Find("organizationid") is { Kind: StorageKind.Reference } organization && !table.IsSystem)
            row[organization.Name] = new EntityReference("organization", scope.Engine.OrganizationId);
        foreach (var column in table.AutoNumbers)
        {
            // An empty text counts as none; whoever sends a value keeps it.
            if (string.IsNullOrEmpty(row.GetAttributeValue<string>(column.Name))) row[column.Name] = AutoNumber.Next(scope, table, column);
        }

        foreach (var column in table.Columns)
        {
            if (column.Model.DefaultValue is not { } value || row.Contains(column.Name)) continue;
            row[column.Name] = column.Kind switch
            {
                StorageKind.Boolean => value != 0,
                StorageKind.Choice => new OptionSetValue(value),
                _ => value,
            };
        }

        if (table is { State: { } state, Status: { } status, IsSystem: false }) AddInitialState(table, row, state, status);
    }

    public static void Insert(Scope scope, TableSchema table, Entity row)
    {
        var writer = scope.Operation.Writer;
        SecurityRows.BeforeInsert(scope, table, row);
        Notes.Complete(table, row);
        Require(table, row);
        SetOwningColumns(scope, writer, table, row);
        var names = new StringBuilder();
        var marks = new StringBuilder();
        var parameters = new List<object?>(row.Attributes.Count + 8);
        void Add(string name, object? value)
        {
            names.Append(names.Length == 0 ? "" : ", ").Append(name);
            marks.Append(marks.Length == 0 ? "?" : ", ?");
            parameters.Add(value);
        }

        foreach (var (name, value) in row.Attributes)
        {
            if (value is null) continue;
            Convert(scope, writer, table, table.Column(name), value, isCreate: true, Add);
        }

        if (table.RowVersion is { } version) Add(version.Sql, scope.Engine.Database.NextRowVersion());
        Execute(table, () => writer.Run(
            $"INSERT INTO {table.Sql} ({names}) VALUES ({marks})", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parameters)));
        SecurityRows.AfterInsert(scope, table, row);
        NoteUsers(scope, table);
        Auditing.Created(scope, table, row.Id);
    }

    public static void Update(Scope scope, TableSchema table, Entity row)
    {
        var writer = scope.Operation.Writer;
        var before = Auditing.Before(scope, table, row.Id);
        SecurityRows.BeforeUpdate(scope, table, row);
        Notes.Complete(table, row);
        ResolveState(scope, writer, table, row);
        SetOwningColumns(scope, writer, table, row);
        var sets = new StringBuilder();
        var parameters = new List<object?>(row.Attributes.Count + 8);
        void Add(string name, object? value)
        {
            sets.Append(sets.Length == 0 ? "" : ", ").Append(name).Append(" = ?");
            parameters.Add(value);
        }

        foreach (var (name, value) in row.Attributes)
        {
            var column = table.Column(name);
            if (column == table.Id) continue;
            if (column.IsImage) Binaries.Remove(writer, Binaries.IdOf(writer, table, column, row.Id));
            Convert(scope, writer, table, column, value, isCreate: false, Add);
        }

        if (table.RowVersion is { } version) Add(version.Sql, scope.Engine.Database.NextRowVersion());
        parameters.Add(row.Id);
        Execute(table, () => writer.Run(
            $"UPDATE {table.Sql} SET {sets} WHERE {table.Id.Sql} = ?", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parameters)));
        if (table.PrimaryName is { } primary && row.Contains(primary.Name)) Rename(writer, table, primary, row.Id);
        NoteUsers(scope, table);
        Auditing.Updated(scope, before);
    }

    public static void Delete(Scope scope, TableSchema table, Guid id)
    {
        var writer = scope.Operation.Writer;
        Auditing.Deleted(scope, table, id);
        SecurityRows.BeforeDelete(scope, table, id);
        Ties.Forget(scope, table, id);
        Binaries.RemoveAll(writer, table, id);
        if (table.Owner is not null) Sharing.Forget(writer, id);
        writer.Run($"DELETE FROM {table.Sql} WHERE {table.Id.Sql} = ?", id);
        NoteUsers(scope, table);
    }

    private static void Rename(Connection writer, TableSchema table, ColumnSchema name, Guid id)
    {
        foreach (var (child, lookup) in table.NameKeepers)
        {
            writer.Run(
                $"UPDATE {child.Sql} SET {lookup.SortName} = (SELECT {name.Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?) WHERE {lookup.Sql} = ?", id, id);
        }
    }

    /// <summary>The present to the second, which is all that is stored.</summary>
    public static DateTime Now(Scope scope) => Values.Time(Values.Seconds(scope.Engine.Now));

    /// <summary>Who acts on behalf of the user whose row it is; null for nobody.</summary>
    public static EntityReference? Impersonator(Scope scope) =>
        scope.User.Impersonator is { } by ? new EntityReference("systemuser", by.Id) { Name = by.FullName } : null;

    /// <summary>Has what is known of users read anew where rows of the table say something of them.</summary>
    public static void NoteUsers(Scope scope, TableSchema table)
    {
        if (table.Name is "systemuser" or "usersettings" or "systemuserroles" or "role" or "team" or "teamroles" or "teammembership" or "businessunit" or "organization"
            or "fieldsecurityprofile" or "fieldpermission" or "systemuserprofiles" or "teamprofiles")
            scope.Operation.TouchedUsers = true;
    }

    private static EntityReference Reference(Scope scope, TableSchema table, ColumnSchema column, EntityReference reference)
    {
        if (column.Model.Targets.Count > 0 && !column.Model.Targets.Contains(reference.LogicalName))
            throw Faults.WrongTarget(table, column, reference.LogicalName);
        var target = scope.Schema.Table(reference.LogicalName);
        var id = scope.Operation.Read(connection => RowReader.Resolve(connection, target, reference.Id, reference.KeyAttributes));
        return new EntityReference(reference.LogicalName, id) { Name = reference.Name };
    }

    // A plug-in may have added values since the request was checked, so everything is checked here.
    private static void Convert(
        Scope scope, Connection writer, TableSchema table, ColumnSchema column, object? value, bool isCreate, Action<string, object?> add)
    {
        Values.CheckType(table, column, value);
        if (column.IsImage)
        {
            if (value is byte[] content)
            {
                if (isCreate && table.Model.PrimaryImage != column.Name)
                {
                    throw new OrganizationFault(ErrorCodes.OnlyPrimaryImageOnCreate,
                        $"The image column '{column.Name}' is not the primary image of '{table.Name}'; Create takes data for the primary image only.");
                }

                var id = Guid.CreateVersion7();
                add(column.ImageTimestamp!.Sql, Binaries.StoreImage(writer, table, column, id, content, scope.Engine.Now));
                add(column.ImageId!.Sql, id);
            }
            else
            {
                add(column.ImageId!.Sql, null);
                add(column.ImageTimestamp!.Sql, null);
            }

            return;
        }

        if (column.Kind == StorageKind.None) throw Faults.NotSupported($"The column '{column.Name}' of type '{column.Model.TypeName}'");
        if (column.CompanionOf is not null || column.IsFile || column == table.RowVersion) return;
        if (value is EntityReference reference)
        {
            if (column.Model.Targets.Count > 0 && !column.Model.Targets.Contains(reference.LogicalName))
                throw Faults.WrongTarget(table, column, reference.LogicalName);
            var target = scope.Schema.Table(reference.LogicalName);
            var found = writer.Prepare($"SELECT {(column.SortName is null ? "1" : target.PrimaryName!.Sql)} FROM {target.Sql} WHERE {target.Id.Sql} = ?", reference.Id);
            if (!found.Step()) throw Faults.DoesNotExist(target, reference.Id);
            if (column.SortName is not null) add(column.SortName, found.TextOrNull(0));
            found.Reset();
            if (column.TypeSql is not null) add(column.TypeSql, reference.LogicalName);
        }
        else if (value is null)
        {
            if (column.SortName is not null) add(column.SortName, null);
            if (column.TypeSql is not null) add(column.TypeSql, null);
        }

        add(column.Sql, Values.ToSql(table, column, value));
    }

    private static void Require(TableSchema table, Entity row)
    {
        foreach (var column in table.Columns)
        {
            if (column.Model.RequiredLevel == "systemrequired" && column != table.Id && column.Model.ValidForCreate
                && column.Kind != StorageKind.None && row.GetAttributeValue<object>(column.Name) is null or "")
            {
                throw Faults.Invalid($"The required attribute '{column.Name}' of '{table.Name}' is missing.");
            }
        }
    }

    private static void SetOwningColumns(Scope scope, Connection writer, TableSchema table, Entity row)
    {
        if (table.Owner is null || table.IsSystem || !row.Contains("ownerid")) return;
        var owner = row.GetAttributeValue<EntityReference>("ownerid")
            ?? throw Faults.Invalid($"The owner of a row of '{table.Name}' cannot be empty.");
        var principal = scope.Schema.Table(owner.LogicalName);
        var isTeam = owner.LogicalName == "team";
        Set(table, row, "owninguser", isTeam ? null : new EntityReference("systemuser", owner.Id));
        Set(table, row, "owningteam", isTeam ? new EntityReference("team", owner.Id) : null);
        if (writer.Text($"SELECT businessunitid FROM {principal.Sql} WHERE {principal.Id.Sql} = ?", owner.Id) is { } unit)
            Set(table, row, "owningbusinessunit", new EntityReference("businessunit", Guid.Parse(unit)));
    }

    private static void AddInitialState(TableSchema table, Entity row, ColumnSchema state, ColumnSchema status)
    {
        row[state.Name] = new OptionSetValue(0);
        if (row.GetAttributeValue<OptionSetValue>(status.Name) is { } given)
            RequireMatch(table, status, 0, given.Value);
        else if (DefaultStatus(state, status, 0) is { } initial)
            row[status.Name] = new OptionSetValue(initial);
    }

    // Status and state always change together, and only along the declared transitions.
    private static void ResolveState(Scope scope, Connection writer, TableSchema table, Entity row)
    {
        if (table is not { State: { } state, Status: { } status, IsSystem: false }) return;
        if (!row.Contains(state.Name) && !row.Contains(status.Name)) return;
        var statement = writer.Prepare($"SELECT {state.Sql}, {status.Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", row.Id);
        if (!statement.Step()) throw Faults.DoesNotExist(table, row.Id);
        var (oldState, oldStatus) = ((int)statement.Number(0), (int)statement.Number(1));
        statement.Reset();

        int newState, newStatus;
        if (row.GetAttributeValue<OptionSetValue>(status.Name) is { } wanted)
        {
            if (!status.Options.TryGetValue(wanted.Value, out var option)) throw Faults.UnknownOption(table, status, wanted.Value);
            newStatus = wanted.Value;
            newState = row.GetAttributeValue<OptionSetValue>(state.Name)?.Value ?? option.State ?? oldState;
            RequireMatch(table, status, newState, newStatus);
        }
        else
        {
            newState = row.GetAttributeValue<OptionSetValue>(state.Name)?.Value ?? oldState;
            if (!state.Options.ContainsKey(newState)) throw Faults.UnknownOption(table, state, newState);
            newStatus = newState == oldState ? oldStatus : DefaultStatus(state, status, newState) ?? oldStatus;
        }

        if (table.Model.EnforcesStateTransitions && newStatus != oldStatus
            && status.Options.TryGetValue(oldStatus, out var from) && from.Transitions is { } allowed && !allowed.Contains(newStatus))
        {
            throw new OrganizationFault(
                newState == oldState ? ErrorCodes.InvalidStateCodeStatusCode
                : newState == 0 ? ErrorCodes.TransitionToActiveDenied : ErrorCodes.TransitionToInactiveDenied,
                $"Because of the status transition rules, a row of '{table.Name}' cannot go from '{Label(scope, status, oldStatus)}' to '{Label(scope, status, newStatus)}'.");
        }

        row[state.Name] = new OptionSetValue(newState);
        row[status.Name] = new OptionSetValue(newStatus);
    }

    private static string Label(Scope scope, ColumnSchema status, int value) =>
        status.Options.TryGetValue(value, out var option) ? option.Label.In(scope.User.Language) : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int? DefaultStatus(ColumnSchema state, ColumnSchema status, int value) =>
        state.Options.TryGetValue(value, out var option) && option.DefaultStatus is { } declared ? declared
        : status.Options.Values.FirstOrDefault(candidate => candidate.State == value)?.Value;

    private static void RequireMatch(TableSchema table, ColumnSchema status, int state, int value)
    {
        if (!status.Options.TryGetValue(value, out var option)) throw Faults.UnknownOption(table, status, value);
        if (option.State is { } belongs && belongs != state)
        {
            throw new OrganizationFault(ErrorCodes.InvalidStateCodeStatusCode,
                FormattableString.Invariant($"{value} is not a valid status code for state code {state} on {table.Name}."));
        }
    }

    private static void Set(TableSchema table, Entity row, string name, object? value)
    {
        if (table.Find(name) is not null) row[name] = value;
    }

    private static void Execute(TableSchema table, Func<int> write)
    {
        try
        {
            write();
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is UniqueViolation or PrimaryKeyViolation)
        {
            foreach (KeyModel key in table.Model.Keys)
            {
                if (key.Columns.All(column => e.Message.Contains($"{table.Name}.{column}", StringComparison.Ordinal))) throw Faults.DuplicateKey(table, key);
            }

            throw Faults.DuplicateId(table);
        }
    }
}
