using Packager;
using Packager.Model;
using Sandbox.Metadata;
using Sandbox.Store;

namespace Sandbox.Import;

/// <summary>
/// The zips that the organization is made of. An update keeps the components that a new version lacks, and the delete of an unmanaged solution keeps all of them;
/// so the zips that still have something of their own are kept below.
/// </summary>
internal static class Layers
{
    /// <summary>What holds the components of unmanaged solutions that were deleted, named as the platform names its unmanaged layer.</summary>
    public const string Active = "Active";

    /// <summary>Makes the table of lower layers where it is missing.</summary>
    public static void Prepare(Connection writer) => writer.Run(
        "CREATE TABLE IF NOT EXISTS \"$layer\" (uniquename TEXT NOT NULL, ordinal INTEGER NOT NULL, zip BLOB NOT NULL, PRIMARY KEY (uniquename, ordinal)) STRICT");

    /// <summary>The solutions in the order of their first import, each with what was kept of its earlier versions.</summary>
    public static IReadOnlyList<SolutionModel> Read(Connection connection)
    {
        var solutions = new List<SolutionModel>();
        var active = Below(connection, Active);
        if (active.Count > 0) solutions.Add(active.Skip(1).Aggregate(active[0], Over) with { UniqueName = Active, IsManaged = false });
        var statement = connection.Prepare("SELECT uniquename, zip FROM \"$solution\" ORDER BY position");
        var zips = new List<(string Name, byte[] Zip)>();
        while (statement.Step()) zips.Add((statement.Text(0), statement.Bytes(1)));
        foreach (var (name, zip) in zips) solutions.Add(Whole(Model(zip), Below(connection, name)));
        return solutions;
    }

    /// <summary>A model with what lower layers have beside it, the topmost first.</summary>
    public static SolutionModel Whole(SolutionModel top, IReadOnlyList<SolutionModel> below) => below.Aggregate(top, Over);

    /// <summary>The lower layers of a solution, the topmost first.</summary>
    public static IReadOnlyList<SolutionModel> Below(Connection connection, string solution) => [.. ZipsBelow(connection, solution).Select(Model)];

    /// <summary>Makes a solution's zip and its lower layers what they are after an import.</summary>
    public static void Write(Connection writer, string solution, int position, byte[] zip, bool keepsPrevious)
    {
        if (!keepsPrevious)
        {
            writer.Run("DELETE FROM \"$layer\" WHERE uniquename = ?", solution);
        }
        else if (Zip(writer, solution) is { } previous && !previous.AsSpan().SequenceEqual(zip))
        {
            // A layer all of whose components are in those above adds nothing.
            var has = Component.Of(Model(zip)).ToHashSet();
            var kept = new List<byte[]>();
            foreach (var layer in ZipsBelow(writer, solution).Prepend(previous))
            {
                var components = Component.Of(Model(layer)).ToList();
                if (components.TrueForAll(has.Contains)) continue;
                has.UnionWith(components);
                kept.Add(layer);
            }

            Replace(writer, solution, kept);
        }

        writer.Run("INSERT INTO \"$solution\" (uniquename, position, zip) VALUES (?, ?, ?) ON CONFLICT (uniquename) DO UPDATE SET zip = excluded.zip", solution, position, zip);
    }

    /// <summary>Forgets a solution; its components stay where it is unmanaged.</summary>
    public static void Remove(Connection writer, string solution, bool keepsComponents)
    {
        if (keepsComponents)
        {
            List<byte[]> kept = [Zip(writer, solution)!, .. ZipsBelow(writer, solution), .. ZipsBelow(writer, Active)];
            Replace(writer, Active, kept);
        }

        writer.Run("DELETE FROM \"$layer\" WHERE uniquename = ?", solution);
        writer.Run("DELETE FROM \"$solution\" WHERE uniquename = ?", solution);
    }

    /// <summary>The zip of a solution as it was last imported; null for a solution that is not there.</summary>
    public static byte[]? Zip(Connection connection, string solution)
    {
        var statement = connection.Prepare("SELECT zip FROM \"$solution\" WHERE uniquename = ?", solution);
        var zip = statement.Step() ? statement.Bytes(0) : null;
        statement.Reset();
        return zip;
    }

    private static List<byte[]> ZipsBelow(Connection connection, string solution)
    {
        var zips = new List<byte[]>();
        var statement = connection.Prepare("SELECT zip FROM \"$layer\" WHERE uniquename = ? ORDER BY ordinal", solution);
        while (statement.Step()) zips.Add(statement.Bytes(0));
        return zips;
    }

    private static void Replace(Connection writer, string solution, List<byte[]> zips)
    {
        writer.Run("DELETE FROM \"$layer\" WHERE uniquename = ?", solution);
        for (var ordinal = 0; ordinal < zips.Count; ordinal++)
            writer.Run("INSERT INTO \"$layer\" (uniquename, ordinal, zip) VALUES (?, ?, ?)", solution, ordinal, zips[ordinal]);
    }

    private static SolutionModel Model(byte[] zip) => SolutionPackage.ReadZip(new MemoryStream(zip, writable: false)).ToModel();

    private static SolutionModel Over(SolutionModel top, SolutionModel below)
    {
        var choices = Union(top.Choices, below.Choices, choice => choice.Name.ToLowerInvariant(), Union);
        return top with
        {
            Tables = Union(top.Tables, below.Tables, table => table.LogicalName, (upper, lower) => ModelBuilder.Merge(lower, upper) with
            {
                Columns = Columns(upper, lower),
            }),
            Choices = choices,
            Relationships = Union(top.Relationships, below.Relationships, relationship => relationship.Name.ToLowerInvariant()),
            Roles = Union(top.Roles, below.Roles, role => role.Id),
            FieldSecurityProfiles = Union(top.FieldSecurityProfiles, below.FieldSecurityProfiles, profile => profile.Id),
            WebResources = Union(top.WebResources, below.WebResources, resource => resource.Name),
            Assemblies = Union(top.Assemblies, below.Assemblies, assembly => assembly.FullName.Split(',')[0]),
            Steps = Union(top.Steps, below.Steps, step => step.Id),
            CustomApis = Union(top.CustomApis, below.CustomApis, api => api.UniqueName),
            Apps = Union(top.Apps, below.Apps, app => app.UniqueName),
            SiteMaps = Union(top.SiteMaps, below.SiteMaps, map => map.UniqueName),
            Dashboards = Union(top.Dashboards, below.Dashboards, dashboard => dashboard.Id),
            Unread = [.. top.Unread.Union(below.Unread)],
        };
    }

    private static Dictionary<string, ColumnModel> Columns(TableModel upper, TableModel lower)
    {
        var columns = new Dictionary<string, ColumnModel>(lower.Columns, StringComparer.Ordinal);
        foreach (var column in upper.Columns.Values)
        {
            columns[column.LogicalName] = column.Choice is { } choice && columns.GetValueOrDefault(column.LogicalName)?.Choice is { } old
                ? column with { Choice = Union(choice, old) }
                : column;
        }

        return columns;
    }

    private static ChoiceModel Union(ChoiceModel upper, ChoiceModel lower) => upper with { Options = Union(upper.Options, lower.Options, option => option.Value) };

    private static List<T> Union<T, TKey>(IReadOnlyList<T> upper, IReadOnlyList<T> lower, Func<T, TKey> key, Func<T, T, T>? merge = null)
        where TKey : notnull
    {
        var below = lower.GroupBy(key).ToDictionary(group => group.Key, group => group.Last());
        var has = upper.Select(key).ToHashSet();
        return
        [
            .. upper.Select(item => merge is not null && below.TryGetValue(key(item), out var old) ? merge(item, old) : item),
            .. lower.Where(item => !has.Contains(key(item))),
        ];
    }
}
