using System.Globalization;
using Microsoft.Xrm.Sdk;
using Packager.Model;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Create, Update and Delete of one row with all their events; every message that changes rows ends here.</summary>
internal static class RowEvents
{
    /// <summary>Creates a row and what is related to it.</summary>
    public static Guid Create(Scope scope, Entity target, ParameterCollection? parameters = null) => CreateAll(scope, [target], parameters)[0];

    /// <summary>Creates rows of one table in one transaction: the single event for each, the bulk event for all of them.</summary>
    /// <remarks>
    /// The pipelines of the single and the bulk message are one (DP/write-plugin-multiple-operation): a single Create raises a CreateMultiple of one row.
    /// In which order a stage's steps of both run is not documented; here the bulk event encloses the single ones.
    /// </remarks>
    public static Guid[] CreateAll(Scope scope, IReadOnlyList<Entity> targets, ParameterCollection? parameters = null)
    {
        var creations = targets.Select(target => PrepareCreate(scope, target, parameters)).ToList();
        var bulk = Bulk(scope, "CreateMultiple", creations[0].Table, [.. creations.Select(creation => creation.Run)]);
        bulk?.PreValidate();
        using var transaction = scope.Operation.Begin();
        foreach (var creation in creations) RowWriter.AddSystemValues(scope, creation.Table, Current(creation.Run.Input, creation.Row));
        bulk?.PreOperate();
        var ids = creations.Select(creation => Create(scope, creation)).ToArray();
        if (bulk is not null) bulk.Output["Ids"] = ids;
        bulk?.PostOperate();
        transaction.Commit();
        return ids;
    }

    /// <summary>Updates a row and what is related to it.</summary>
    /// <param name="scope">Where it comes from.</param>
    /// <param name="target">The row with its new values.</param>
    /// <param name="parameters">Parameters of the request beside it.</param>
    /// <param name="raisesSpecial">Whether it may raise Assign and SetState too: false for what does already.</param>
    public static void Update(Scope scope, Entity target, ParameterCollection? parameters = null, bool raisesSpecial = true) => UpdateAll(scope, [target], parameters, raisesSpecial);

    /// <summary>Updates rows of one table in one transaction, with events as <see cref="CreateAll"/> raises them.</summary>
    public static void UpdateAll(Scope scope, IReadOnlyList<Entity> targets, ParameterCollection? parameters = null, bool raisesSpecial = true)
    {
        var changes = targets.Select(target => PrepareUpdate(scope, target, parameters, raisesSpecial)).ToList();
        EventRun? BulkOf(int index) => Bulk(scope, "UpdateMultiple", changes[0].Table, [.. changes.Where(change => index < change.Parts.Count).Select(change => change.Parts[index].Run)]);
        var bulk = BulkOf(0);
        bulk?.PreValidate();
        using var transaction = scope.Operation.Begin();
        foreach (var change in changes) RequireUpdate(scope, change);
        for (var index = 0; index < changes.Max(change => change.Parts.Count); index++)
        {
            if (index > 0)
            {
                bulk = BulkOf(index);
                bulk?.PreValidate();
            }

            bulk?.PreOperate();
            foreach (var change in changes.Where(change => index < change.Parts.Count)) Update(scope, change, index);
            bulk?.PostOperate();
        }

        transaction.Commit();
    }

    /// <summary>Deletes a row and, as its relationships say, what hangs on it.</summary>
    public static void Delete(Scope scope, EntityReference target, ParameterCollection? parameters = null)
    {
        var table = scope.Schema.Table(target.LogicalName);
        Access.Require(scope.User, table, table.DeletePrivilege);
        var id = scope.Operation.Read(connection => RowReader.Resolve(connection, table, target.Id, target.KeyAttributes));
        if (table.Name == "solution")
        {
            SolutionMessages.Delete(scope, id);
            return;
        }

        var input = Input(parameters);
        input["Target"] = new EntityReference(table.Name, id);
        var run = new EventRun(scope, "Delete", table, id, input);
        run.PreValidate();
        using var transaction = scope.Operation.Begin();
        Access.RequireRow(scope.Operation.Writer, scope, table, id, table.DeletePrivilege);
        CheckVersion(scope, table, id, target.RowVersion, parameters);
        if (scope.Engine.Options.CascadeOrder == CascadeOrder.ChildrenFirst) DeleteChildren(scope.Within(run.Outer), table, id);
        run.PreOperate();
        if (scope.Engine.Options.CascadeOrder == CascadeOrder.ChildrenInMainOperation) DeleteChildren(scope.Within(run.Outer), table, id);
        RowWriter.Delete(scope, table, id);
        run.PostOperate();
        transaction.Commit();
    }

    /// <summary>Raises the events of an Update whose data is written already, as a block upload does.</summary>
    public static void RaiseUpdate(Scope scope, TableSchema table, Guid id, string column, object? value, Action write)
    {
        var target = new Entity(table.Name, id) { [column] = value };
        var input = new ParameterCollection { ["Target"] = target };
        var run = new EventRun(scope, "Update", table, id, input, new HashSet<string> { column });
        run.PreValidate();
        using var transaction = scope.Operation.Begin();
        Stamp(scope, table, target);
        run.PreOperate();
        write();
        RowWriter.Update(scope, table, Without(target, column)); // The bytes are written already.
        run.PostOperate();
        transaction.Commit();
    }

    /// <summary>The new value of the row's version and of who changed it last.</summary>
    public static void Touch(Scope scope, TableSchema table, Guid id)
    {
        var row = new Entity(table.Name, id);
        Stamp(scope, table, row);
        RowWriter.Update(scope, table, row);
    }

    private static Creation PrepareCreate(Scope scope, Entity target, ParameterCollection? parameters)
    {
        var table = scope.Schema.Table(target.LogicalName);
        Access.Require(scope.User, table, table.CreatePrivilege);
        var row = RowWriter.Copy(scope, table, target, isCreate: true);
        foreach (var (name, value) in row.KeyAttributes)
        {
            if (!row.Contains(name)) row[name] = value;
        }

        if (row.Id == Guid.Empty) row.Id = Guid.CreateVersion7();
        var input = Input(parameters);
        input["Target"] = row;
        var run = new EventRun(scope, "Create", table, row.Id, input);
        var withheld = Withhold(scope, table, row);
        run.PreValidate();
        return new Creation(table, row, target.RelatedEntities, run, withheld);
    }

    private static Guid Create(Scope scope, Creation creation)
    {
        var (table, row, related, run, withheld) = creation;
        row = Current(run.Input, row);
        Access.RequireCreate(scope.Operation.Writer, scope, table, row);
        Access.RequireLinks(scope.Operation.Writer, scope, table, row, isNew: true);
        CreateParents(scope.Within(run.Outer), table, row, related);
        run.PreOperate();
        row = Current(run.Input, row);
        GiveBack(row, withheld);
        RowWriter.Insert(scope, table, row);
        Sharing.Inherit(scope, table, row);
        CreateChildren(scope.Within(run.Outer), table, row.Id, related);
        run.Output["id"] = row.Id;
        run.PostOperate();
        return row.Id;
    }

    private static Change PrepareUpdate(Scope scope, Entity target, ParameterCollection? parameters, bool raisesSpecial)
    {
        var table = scope.Schema.Table(target.LogicalName);
        Access.Require(scope.User, table, table.WritePrivilege);
        var row = RowWriter.Copy(scope, table, target, isCreate: false);
        if (row.Id == Guid.Empty && target.GetAttributeValue<Guid>(table.Id.Name) is var given && given != Guid.Empty) row.Id = given;
        row.Id = scope.Operation.Read(connection => RowReader.Resolve(connection, table, row.Id, row.KeyAttributes));
        row[table.Id.Name] = row.Id;
        if (row.Contains("ownerid")) Access.Require(scope.User, table, table.AssignPrivilege);
        var parts = Split(scope, table, row).Select(part =>
        {
            var input = Input(parameters);
            input["Target"] = part;
            var requested = part.Attributes.Keys.Where(name => name != table.Id.Name).ToHashSet(StringComparer.Ordinal);
            var special = raisesSpecial && scope.Engine.Options.UpdateRaisesAssignAndSetState ? Special(scope, table, part) : [];
            return new Part(part, new EventRun(scope, "Update", table, row.Id, input, requested), Withhold(scope, table, part), special);
        }).ToList();
        parts[0].PreValidate();
        return new Change(table, row.Id, parts, target.RelatedEntities, target.RowVersion, parameters);
    }

    private static void RequireUpdate(Scope scope, Change change)
    {
        var (table, id, parts, _, rowVersion, parameters) = change;
        Access.RequireRow(scope.Operation.Writer, scope, table, id, table.WritePrivilege);
        CheckVersion(scope, table, id, rowVersion, parameters);
        foreach (var (row, run, _, _) in parts)
        {
            var sent = Current(run.Input, row);
            if (sent.GetAttributeValue<EntityReference>("ownerid") is { } assignee)
            {
                Access.RequireRow(scope.Operation.Writer, scope, table, id, table.AssignPrivilege);
                Access.RequireRow(scope.Operation.Writer, scope, table, id, table.ReadPrivilege);
                Access.RequireOwner(scope.Operation.Writer, scope, table, assignee);
            }

            Access.RequireLinks(scope.Operation.Writer, scope, table, sent, isNew: false);
            Stamp(scope, table, sent);
        }
    }

    private static void Update(Scope scope, Change change, int index)
    {
        var (table, id, parts, related, _, _) = change;
        var (row, run, withheld, specials) = parts[index];
        if (index > 0)
        {
            parts[index].PreValidate();
            Stamp(scope, table, Current(run.Input, row));
        }

        foreach (var special in specials) special.PreOperate();
        run.PreOperate();
        row = Current(run.Input, row);
        GiveBack(row, withheld);
        var owner = row.GetAttributeValue<EntityReference>("ownerid");
        var before = owner is null || table.Owner is null ? null : scope.Operation.Writer.Text($"SELECT {table.Owner.Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", id);
        var moves = Sharing.MovesOf(scope, table, row);
        RowWriter.Update(scope, table, row);
        Sharing.Follow(scope, table, id, moves);
        if (owner is not null) AssignChildren(scope.Within(run.Outer), table, id, owner, before is null ? null : Guid.Parse(before));
        if (index == parts.Count - 1) UpdateChildren(scope.Within(run.Outer), table, id, related);
        run.PostOperate();
        foreach (var special in specials) special.PostOperate();
    }

    // The messages that an Update of an owner or a state stands for. What their steps make of the parameters has no effect.
    private static List<EventRun> Special(Scope scope, TableSchema table, Entity row)
    {
        var runs = new List<EventRun>();
        if (row.GetAttributeValue<EntityReference>("ownerid") is { } assignee)
            runs.Add(new EventRun(scope, "Assign", table, row.Id, new ParameterCollection { ["Target"] = new EntityReference(table.Name, row.Id), ["Assignee"] = assignee }));
        if (row.GetAttributeValue<OptionSetValue>("statecode") is { } state)
        {
            runs.Add(new EventRun(scope, "SetState", table, row.Id, new ParameterCollection
            {
                ["EntityMoniker"] = new EntityReference(table.Name, row.Id),
                ["State"] = state,
                ["Status"] = row.GetAttributeValue<OptionSetValue>("statuscode") ?? new OptionSetValue(-1),
            }));
        }

        return runs;
    }

    // The rows are those of the single events, so that what a step changes in one is changed in the other.
    private static EventRun? Bulk(Scope scope, string message, TableSchema table, IReadOnlyList<EventRun> runs)
    {
        if (scope.State.Steps.For(message, table.Name).IsEmpty) return null;
        var targets = new EntityCollection([.. runs.Select(run => (Entity)run.Input["Target"])]) { EntityName = table.Name };
        var requested = message == "UpdateMultiple"
            ? targets.Entities.SelectMany(target => target.Attributes.Keys).Where(name => name != table.Id.Name).ToHashSet(StringComparer.Ordinal)
            : null;
        return new EventRun(scope, message, table, Guid.Empty, new ParameterCollection { ["Targets"] = targets }, requested, [.. runs.Select(run => run.Id)]);
    }

    // The platform gives owner and state columns operations of their own.
    private static List<Entity> Split(Scope scope, TableSchema table, Entity row)
    {
        if (!scope.Engine.Options.SplitSpecialUpdates || table.IsSystem) return [row];
        var owner = row.Contains("ownerid");
        var state = row.Contains("statecode") || row.Contains("statuscode");
        var others = row.Attributes.Keys.Count(name => name is not ("ownerid" or "statecode" or "statuscode") && name != table.Id.Name) > 0;
        if ((owner ? 1 : 0) + (state ? 1 : 0) + (others ? 1 : 0) < 2) return [row];
        var parts = new List<Entity>();
        if (others) parts.Add(With(name => name is not ("ownerid" or "statecode" or "statuscode")));
        if (owner) parts.Add(With(name => name == "ownerid"));
        if (state) parts.Add(With(name => name is "statecode" or "statuscode"));
        return parts;

        Entity With(Func<string, bool> belongs)
        {
            var part = new Entity(table.Name, row.Id) { RowVersion = row.RowVersion };
            foreach (var (name, value) in row.Attributes)
            {
                if (belongs(name) || name == table.Id.Name) part[name] = value;
            }

            return part;
        }
    }

    private static void Stamp(Scope scope, TableSchema table, Entity row)
    {
        if (table.Find("modifiedon") is not null) row["modifiedon"] = RowWriter.Now(scope);
        if (table.Find("modifiedby") is { Kind: StorageKind.Reference })
            row["modifiedby"] = new EntityReference("systemuser", scope.User.Id) { Name = scope.User.FullName };
        if (table.Find("modifiedonbehalfby") is { Kind: StorageKind.Reference }) row["modifiedonbehalfby"] = RowWriter.Impersonator(scope);
    }

    private static void CheckVersion(Scope scope, TableSchema table, Guid id, string? rowVersion, ParameterCollection? parameters)
    {
        if (parameters is null || !parameters.TryGetValue("ConcurrencyBehavior", out var given)
            || given is not ConcurrencyBehavior.IfRowVersionMatches) return;
        if (!long.TryParse(rowVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw new OrganizationFault(ErrorCodes.ConcurrencyVersionNotProvided,
                "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");
        }

        if (scope.Operation.Writer.Number($"SELECT versionnumber FROM {table.Sql} WHERE {table.Id.Sql} = ?", id) != version)
        {
            throw new OrganizationFault(ErrorCodes.ConcurrencyVersionMismatch,
                "The version of the existing record doesn't match the RowVersion property provided.");
        }
    }

    private static void DeleteChildren(Scope scope, TableSchema table, Guid id)
    {
        foreach (var relationship in table.Children)
        {
            var child = scope.Schema.Table(relationship.ReferencingTable);
            var lookup = child.Column(relationship.ReferencingColumn);
            switch (relationship.CascadeDelete)
            {
                case "Cascade":
                    foreach (var row in ChildrenOf(scope, child, lookup, id)) Delete(AsSystem(scope), new EntityReference(child.Name, row));
                    break;
                case "Restrict" when scope.Operation.Writer.Any($"SELECT 1 FROM {child.Sql} WHERE {lookup.Sql} = ?", id):
                    throw new OrganizationFault(ErrorCodes.CannotDeleteDueToAssociation,
                        $"The object you tried to delete is associated with another object and cannot be deleted. ({relationship.Name})");
                case "RemoveLink":
                    var pointing = Auditing.IsOn(scope, child) ? ChildrenOf(scope, child, lookup, id).ConvertAll(row => Auditing.Before(scope, child, row)) : [];
                    var cleared = string.Concat(new[] { lookup.Sql, lookup.TypeSql, lookup.SortName }.OfType<string>().Select((name, index) => $"{(index == 0 ? "" : ", ")}{name} = NULL"));
                    scope.Operation.Writer.Run($"UPDATE {child.Sql} SET {cleared} WHERE {lookup.Sql} = ?", id);
                    foreach (var before in pointing) Auditing.Updated(scope, before);
                    break;
            }
        }
    }

    private static void AssignChildren(Scope scope, TableSchema table, Guid id, EntityReference owner, Guid? before)
    {
        foreach (var relationship in table.Children)
        {
            var child = scope.Schema.Table(relationship.ReferencingTable);
            if (child.Owner is null) continue;
            foreach (var row in Cascading.RowsOf(scope, relationship, relationship.CascadeAssign, table, id, before))
                Update(AsSystem(scope), new Entity(child.Name, row) { ["ownerid"] = new EntityReference(owner.LogicalName, owner.Id) });
        }
    }

    // A cascade needs no rights of its own: who may do it to the parent does it to the children.
    private static Scope AsSystem(Scope scope) => scope with { User = scope.User.Unlimited() };

    private static List<Guid> ChildrenOf(Scope scope, TableSchema child, ColumnSchema lookup, Guid id)
    {
        var rows = new List<Guid>();
        var statement = scope.Operation.Writer.Prepare($"SELECT {child.Id.Sql} FROM {child.Sql} WHERE {lookup.Sql} = ?", id);
        while (statement.Step()) rows.Add(statement.Id(0));
        return rows;
    }

    // A related row on the "one" side must be there before this row can point at it.
    private static void CreateParents(Scope scope, TableSchema table, Entity row, RelatedEntityCollection related)
    {
        foreach (var (relationship, rows) in related)
        {
            if (RelationMessages.SideOf(scope, table, relationship) is not null) continue;
            var model = RelationshipOf(scope, table, relationship);
            if (!PointsAway(table, relationship, model)) continue;
            if (rows.Entities.Count != 1) throw Faults.Invalid($"The relationship '{relationship.SchemaName}' takes one related row.");
            row[model.ReferencingColumn] = new EntityReference(model.ReferencedTable, Create(scope, rows.Entities[0]));
        }
    }

    private static void CreateChildren(Scope scope, TableSchema table, Guid id, RelatedEntityCollection related)
    {
        foreach (var (relationship, rows) in related)
        {
            if (RelationMessages.SideOf(scope, table, relationship) is { } side)
            {
                foreach (var other in rows.Entities) Tie(scope, table, id, side, IsThere(other) ? other.ToEntityReference() : new(side.OtherTable, Create(scope, other)));
                continue;
            }

            var model = RelationshipOf(scope, table, relationship);
            if (PointsAway(table, relationship, model)) continue;
            foreach (var child in rows.Entities)
            {
                if (IsThere(child)) Update(scope, new Entity(child.LogicalName, child.Id) { KeyAttributes = child.KeyAttributes, [model.ReferencingColumn] = new EntityReference(table.Name, id) });
                else CreateChild(scope, table, id, model, child);
            }
        }
    }

    private static void UpdateChildren(Scope scope, TableSchema table, Guid id, RelatedEntityCollection related)
    {
        foreach (var (relationship, rows) in related)
        {
            var side = RelationMessages.SideOf(scope, table, relationship);
            var model = side is null ? RelationshipOf(scope, table, relationship) : null;
            if (model is not null && PointsAway(table, relationship, model)) throw Faults.NotSupported("Updating a related row on the 'one' side through RelatedEntities");
            var otherTable = scope.Schema.Table(side?.OtherTable ?? model!.ReferencingTable);
            foreach (var other in rows.Entities)
            {
                if (other.Id != Guid.Empty && scope.Operation.Writer.Any($"SELECT 1 FROM {otherTable.Sql} WHERE {otherTable.Id.Sql} = ?", other.Id)) Update(scope, other);
                else if (side is not null) Tie(scope, table, id, side, new(side.OtherTable, Create(scope, other)));
                else CreateChild(scope, table, id, model!, other);
            }
        }
    }

    // A row that a new one is only to be tied to, as @odata.bind on a collection says it.
    private static bool IsThere(Entity related) => related.EntityState == EntityState.Unchanged;

    private static void Tie(Scope scope, TableSchema table, Guid id, IntersectSide side, EntityReference other) =>
        Ties.Set(scope, side, new EntityReference(table.Name, id), [other], associate: true);

    private static void CreateChild(Scope scope, TableSchema table, Guid id, RelationshipModel relationship, Entity child)
    {
        var linked = new Entity(child.LogicalName, child.Id) { RelatedEntities = child.RelatedEntities, KeyAttributes = child.KeyAttributes };
        foreach (var (name, value) in child.Attributes) linked[name] = value;
        linked[relationship.ReferencingColumn] = new EntityReference(table.Name, id);
        Create(scope, linked);
    }

    /// <summary>The relationship of that name, which must be one of the table's.</summary>
    public static RelationshipModel RelationshipOf(Scope scope, TableSchema table, Relationship relationship) =>
        scope.State.Model.OneToManyOf(table.Name).Concat(scope.State.Model.ManyToOneOf(table.Name))
            .FirstOrDefault(model => model.Name == relationship.SchemaName && model.IntersectTable is null)
        ?? throw Faults.Invalid($"The table '{table.Name}' has no relationship '{relationship.SchemaName}'.");

    /// <summary>Whether the table is the "many" side, which holds the lookup.</summary>
    public static bool PointsAway(TableSchema table, Relationship relationship, RelationshipModel model) =>
        model.ReferencingTable == table.Name
        && (model.ReferencedTable != table.Name || relationship.PrimaryEntityRole == EntityRole.Referencing);

    private static ParameterCollection Input(ParameterCollection? parameters)
    {
        var input = new ParameterCollection();
        if (parameters is not null) input.AddRange(parameters);
        return input;
    }

    // A plug-in may have put another row into the parameters.
    private static Entity Current(ParameterCollection input, Entity row) =>
        input.TryGetValue("Target", out var target) && target is Entity changed ? changed : row;

    private static Entity Without(Entity row, string column)
    {
        var rest = new Entity(row.LogicalName, row.Id);
        foreach (var (name, value) in row.Attributes)
        {
            if (name != column) rest[name] = value;
        }

        return rest;
    }

    // The SDK has a marker for bytes that are not routed to plug-ins.
    private static List<KeyValuePair<string, object?>> Withhold(Scope scope, TableSchema table, Entity row)
    {
        var withheld = new List<KeyValuePair<string, object?>>();
        if (scope.Engine.Options.ImageBytesInTarget) return withheld;
        foreach (var column in table.Binaries)
        {
            if (row.GetAttributeValue<object>(column.Name) is not byte[] bytes) continue;
            withheld.Add(new(column.Name, bytes));
            row.Attributes.Remove(column.Name);
            row.HasLazyFileAttribute = true;
            row.LazyFileAttributeKey = column.Name;
            row.LazyFileAttributeValue = new Lazy<object>(() => bytes);
        }

        return withheld;
    }

    private static void GiveBack(Entity row, List<KeyValuePair<string, object?>> withheld)
    {
        foreach (var (name, value) in withheld)
        {
            if (!row.Contains(name)) row[name] = value;
        }
    }

    private sealed record Creation(
        TableSchema Table, Entity Row, RelatedEntityCollection Related, EventRun Run, List<KeyValuePair<string, object?>> Withheld);

    private sealed record Change(
        TableSchema Table, Guid Id, List<Part> Parts, RelatedEntityCollection Related, string? RowVersion, ParameterCollection? Parameters);

    /// <param name="Row">What one operation of an Update changes.</param>
    /// <param name="Run">Its event.</param>
    /// <param name="Withheld">Bytes that its steps do not see.</param>
    /// <param name="Special">Events of the older messages that do the same.</param>
    private sealed record Part(Entity Row, EventRun Run, List<KeyValuePair<string, object?>> Withheld, List<EventRun> Special)
    {
        public void PreValidate()
        {
            foreach (var special in Special) special.PreValidate();
            Run.PreValidate();
        }
    }
}
