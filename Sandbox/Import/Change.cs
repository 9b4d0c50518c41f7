using Packager.Model;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Import;

/// <summary>What goes when one state of the organization takes the place of another.</summary>
internal sealed class Change
{
    private readonly OrganizationState _before;
    private readonly OrganizationState _after;
    private readonly HashSet<(string Kind, string Key)> _gone;

    private Change(OrganizationState before, OrganizationState after, Connection connection)
    {
        (_before, _after) = (before, after);
        var kept = after.Model.Solutions.SelectMany(Component.Of).Select(component => component.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var removed = before.Model.Solutions.SelectMany(Component.Of).Where(component => !kept.Contains(component.Name)).Distinct().ToList();
        _gone = removed.Select(component => (component.Kind, component.Key)).ToHashSet();
        Removed = [.. removed.Select(component => component.Name).Distinct(StringComparer.Ordinal)];
        Lost = [.. Data(connection)];
    }

    /// <summary>Components that go, by name.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>Data that goes with them.</summary>
    public IReadOnlyList<LostData> Lost { get; }

    public static Change Of(OrganizationState before, OrganizationState after, Connection connection) => new(before, after, connection);

    /// <summary>Sentences that say what in other solutions needs something that goes.</summary>
    public IEnumerable<string> Blockers(string solution)
    {
        foreach (var other in _after.Model.Solutions.Where(other => other.UniqueName != solution))
        {
            foreach (var need in Needs.Of(other).Where(need => _gone.Contains((need.Kind, need.Key))))
                yield return $"The {need.Dependent} of the solution '{other.UniqueName}' needs the {need.Kind} '{need.Key}'.";
        }
    }

    /// <summary>Deletes what hangs on tables, columns and roles that go; the tables and columns themselves are the schema's affair.</summary>
    public void RemoveRows(Connection writer)
    {
        foreach (var table in _before.Schema.Tables)
        {
            var stays = _after.Schema.Find(table.Name);
            foreach (var column in table.Binaries.Where(column => stays?.Find(column.Name) is null))
            {
                var id = (column.ImageId ?? column).Sql;
                writer.Run($"DELETE FROM fileattachment WHERE fileattachmentid IN (SELECT {id} FROM {table.Sql})");
                writer.Run($"DELETE FROM \"$blob\" WHERE id IN (SELECT {id} FROM {table.Sql})");
            }

            if (stays is null) RemovePointers(writer, table);
        }

        RemoveTraces(writer);
        foreach (var role in _before.Model.Roles.Keys.Where(role => !_after.Model.Roles.ContainsKey(role)))
        {
            foreach (var (between, column) in _before.Schema.Table("role").Pairs) writer.Run($"DELETE FROM {between.Sql} WHERE {column.Sql} = ?", role);
            writer.Run("DELETE FROM role WHERE roleid = ?", role);
        }

        RemoveProfiles(writer);
    }

    private void RemoveProfiles(Connection writer)
    {
        foreach (var profile in _before.Model.FieldSecurityProfiles.Keys.Where(profile => !_after.Model.FieldSecurityProfiles.ContainsKey(profile)))
        {
            foreach (var (between, column) in _before.Schema.Table("fieldsecurityprofile").Pairs) writer.Run($"DELETE FROM {between.Sql} WHERE {column.Sql} = ?", profile);
            writer.Run("DELETE FROM fieldpermission WHERE fieldsecurityprofileid = ?", profile);
            writer.Run("DELETE FROM fieldsecurityprofile WHERE fieldsecurityprofileid = ?", profile);
        }
    }

    // Jobs that wait would find nothing to run, and what is past is of no use without its step.
    private void RemoveTraces(Connection writer)
    {
        foreach (var step in Gone(state => state.Model.Solutions.SelectMany(solution => solution.Steps).Select(step => step.Id)))
            writer.Run("DELETE FROM asyncoperation WHERE owningextensionid = ?", step);
        foreach (var api in Gone(state => state.Model.CustomApis.Keys))
            writer.Run("DELETE FROM asyncoperation WHERE messagename = ?", api);
        foreach (var type in Gone(state => state.Model.Solutions.SelectMany(solution => solution.Assemblies).SelectMany(assembly => assembly.Types).Select(type => type.TypeName)))
            writer.Run("DELETE FROM plugintracelog WHERE typename = ?", type);

        IEnumerable<T> Gone<T>(Func<OrganizationState, IEnumerable<T>> parts) => parts(_before).Except(parts(_after));
    }

    // Lookups of several tables that stay, notes and audit rows may point at rows of the table.
    private void RemovePointers(Connection writer, TableSchema gone)
    {
        writer.Run("DELETE FROM principalobjectaccess WHERE objecttypecode = ?", gone.Name);
        foreach (var table in _before.Schema.Tables.Where(table => _after.Schema.Find(table.Name) is not null))
        {
            foreach (var lookup in table.Columns.Where(column => column.TypeSql is not null))
            {
                writer.Run(IsHanging(table)
                    ? $"DELETE FROM {table.Sql} WHERE {lookup.TypeSql} = ?"
                    : $"UPDATE {table.Sql} SET {lookup.Sql} = NULL, {lookup.TypeSql} = NULL WHERE {lookup.TypeSql} = ?", gone.Name);
            }
        }
    }

    // Notes and audit records are of no use without the row that they are about.
    private static bool IsHanging(TableSchema table) => table.Name is "annotation" or "audit";

    private IEnumerable<(TableSchema Table, string TypeSql)> Hanging() =>
        _after.Schema.Tables.Where(IsHanging).SelectMany(table => table.Columns, (table, column) => (table, column.TypeSql)).Where(pair => pair.TypeSql is not null).Select(pair => (pair.table, pair.TypeSql!));

    private static LostData Files(Connection connection, TableSchema table, ColumnSchema column)
    {
        var stored = $"FROM {table.Sql} r JOIN \"$blob\" b ON b.id = r.{(column.ImageId ?? column).Sql}";
        return new LostData(table.Name, column.Name, null, connection.Number($"SELECT count(*) {stored}") ?? 0)
        {
            Bytes = connection.Number($"SELECT sum(length(coalesce(b.content, b.thumbnail))) {stored}") ?? 0,
        };
    }

    private IEnumerable<LostData> Data(Connection connection)
    {
        foreach (var table in _before.Schema.Tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            if (_after.Schema.Find(table.Name) is not { } stays)
            {
                yield return new LostData(table.Name, null, null, connection.Number($"SELECT count(*) FROM {table.Sql}") ?? 0);
                foreach (var files in table.Binaries.Select(column => Files(connection, table, column)).Where(files => files.Rows > 0)) yield return files;
                foreach (var (other, type) in Hanging())
                {
                    var rows = connection.Number($"SELECT count(*) FROM {other.Sql} WHERE {type} = ?", table.Name) ?? 0;
                    if (rows > 0) yield return new LostData(other.Name, null, null, rows) { About = table.Name };
                }

                continue;
            }

            foreach (var column in table.Columns.Where(column => column.CompanionOf is null && column.Kind != StorageKind.None || column.IsImage))
            {
                var stored = (column.ImageId ?? column).Sql;
                if (stays.Find(column.Name) is not { } kept)
                {
                    yield return table.Binaries.Contains(column)
                        ? Files(connection, table, column)
                        : new LostData(table.Name, column.Name, null, connection.Number($"SELECT count({stored}) FROM {table.Sql}") ?? 0);
                    continue;
                }

                foreach (var option in column.Options.Keys.Except(kept.Options.Keys))
                {
                    var rows = column.Kind == StorageKind.Choices
                        ? connection.Number($"SELECT count(*) FROM {table.Sql} WHERE instr({stored}, ?) > 0", FormattableString.Invariant($",{option},"))
                        : connection.Number($"SELECT count(*) FROM {table.Sql} WHERE {stored} = ?", option);
                    if (rows > 0) yield return new LostData(table.Name, column.Name, option, rows.Value);
                }
            }
        }
    }
}
