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

    // Lookups of several tables that stay, notes and audit rows may point at rows of the table.
    private void RemovePointers(Connection writer, TableSchema gone)
    {
        foreach (var table in _before.Schema.Tables.Where(table => _after.Schema.Find(table.Name) is not null))
        {
            foreach (var lookup in table.Columns.Where(column => column.TypeSql is not null))
            {
                writer.Run(table.Name is "annotation" or "audit"
                    ? $"DELETE FROM {table.Sql} WHERE {lookup.TypeSql} = ?"
                    : $"UPDATE {table.Sql} SET {lookup.Sql} = NULL, {lookup.TypeSql} = NULL WHERE {lookup.TypeSql} = ?", gone.Name);
            }
        }
    }

    private IEnumerable<LostData> Data(Connection connection)
    {
        foreach (var table in _before.Schema.Tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            if (_after.Schema.Find(table.Name) is not { } stays)
            {
                yield return new LostData(table.Name, null, null, connection.Number($"SELECT count(*) FROM {table.Sql}") ?? 0);
                continue;
            }

            foreach (var column in table.Columns.Where(column => column.CompanionOf is null && column.Kind != StorageKind.None || column.IsImage))
            {
                var stored = (column.ImageId ?? column).Sql;
                if (stays.Find(column.Name) is not { } kept)
                {
                    yield return new LostData(table.Name, column.Name, null, connection.Number($"SELECT count({stored}) FROM {table.Sql}") ?? 0);
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
