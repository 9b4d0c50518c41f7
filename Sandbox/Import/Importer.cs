using System.Xml.Linq;
using Packager;
using Packager.Model;
using Sandbox.Messages;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Import;

/// <summary>Takes a solution zip into the organization, whole or not at all.</summary>
internal static class Importer
{
    private const int MaxZip = 256 * 1024 * 1024;

    /// <summary>Reads and checks a zip.</summary>
    /// <exception cref="ImportFailedException">With everything the check found.</exception>
    public static SolutionPackage Read(Stream zip, out byte[] bytes)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = zip.Read(buffer)) > 0)
        {
            if (copy.Length + read > MaxZip) throw Failure("package.size", $"The zip is larger than {MaxZip / 1024 / 1024} MB.");
            copy.Write(buffer, 0, read);
        }

        bytes = copy.ToArray();
        var package = SolutionPackage.ReadZip(new MemoryStream(bytes, writable: false));
        var findings = ImportCheck.Run(package);
        return findings.Count == 0 ? package : throw new ImportFailedException(findings);
    }

    /// <summary>The imported solutions in the order of their first import.</summary>
    public static IReadOnlyList<SolutionModel> Stored(Connection connection)
    {
        var solutions = new List<SolutionModel>();
        var statement = connection.Prepare("SELECT zip FROM \"$solution\" ORDER BY position");
        while (statement.Step()) solutions.Add(SolutionPackage.ReadZip(new MemoryStream(statement.Bytes(0), writable: false)).ToModel());
        return solutions;
    }

    /// <summary>Brings schema, rows and the new state in; for whoever holds the gate.</summary>
    public static (OrganizationState State, ImportResult Result) Apply(Engine engine, SolutionPackage package, byte[] zip)
    {
        var before = engine.State;
        var solution = package.ToModel();
        var previous = before.Model.Solutions.FirstOrDefault(known => known.UniqueName.Equals(solution.UniqueName, StringComparison.OrdinalIgnoreCase));
        if (previous is not null && solution.Version < previous.Version)
        {
            throw Failure("solution.version",
                $"The solution '{solution.UniqueName}' is imported in version {previous.Version}; the zip has the lower version {solution.Version}.");
        }

        var solutions = previous is null
            ? [.. before.Model.Solutions, solution]
            : before.Model.Solutions.Select(known => known == previous ? solution : known).ToList();
        var plugins = new PluginTypes(solutions.SelectMany(known => known.Assemblies));
        var model = ModelBuilder.Build(before.Model.BaseLanguage, solutions);
        var findings = Check(before, solution, model, plugins).ToList();
        if (findings.Count > 0) throw new ImportFailedException(findings);
        var state = new OrganizationState(model, new Schema(model), new StepTable(solutions, plugins), plugins);

        var database = engine.Database;
        var writer = database.Writer;
        writer.Run("BEGIN IMMEDIATE");
        try
        {
            SchemaWriter.Apply(writer, state.Schema, before.Schema);
            writer.Run("""
                INSERT INTO "$solution" (uniquename, position, zip) VALUES (?, ?, ?)
                ON CONFLICT (uniquename) DO UPDATE SET zip = excluded.zip
                """, (previous ?? solution).UniqueName, solutions.Count, zip);
            WriteRows(engine, solution);
            WriteDesigns(engine, solution);
            Seed.AddRoles(database, engine.Options, model);
            writer.Run("COMMIT");
        }
        catch (Exception e)
        {
            writer.Run("ROLLBACK");
            writer.ForgetStatements();
            if (e is Microsoft.Data.Sqlite.SqliteException)
                throw Failure("solution.data", "The organization's data does not allow this import: " + e.Message);
            throw;
        }

        return (state, new ImportResult(solution.UniqueName, solution.Version, previous?.Version, solution.IsManaged, [.. Warnings(solution)]));
    }

    private static IEnumerable<Finding> Check(OrganizationState before, SolutionModel solution, OrganizationModel model, PluginTypes plugins)
    {
        foreach (var (name, reason) in plugins.Broken) yield return new Finding("plugin.type", "customizations.xml", 0, $"The plug-in type '{name}' cannot be used. {reason}");
        foreach (var step in solution.Steps)
        {
            if (plugins.Find(step.PluginTypeId, step.PluginTypeName) is null)
                yield return new Finding("step.type", "customizations.xml", 0, $"The step '{step.Name}' names the plug-in type '{step.PluginTypeName}', which no imported assembly has.");
            if (!MessageTable.Raised.Contains(step.Message) && !model.CustomApis.ContainsKey(step.Message))
                yield return new Finding("step.message", "customizations.xml", 0, $"The step '{step.Name}' is registered on the message '{step.Message}', on which the sandbox raises no steps.");
            if (step.Table is { } table && !model.Tables.ContainsKey(table))
                yield return new Finding("step.table", "customizations.xml", 0, $"The step '{step.Name}' is registered on the table '{table}', which does not exist here.");
        }

        foreach (var table in solution.Tables)
        {
            if (table.Columns.Count == 0 || !model.Tables[table.LogicalName].Columns.ContainsKey(model.Tables[table.LogicalName].PrimaryId))
                yield return new Finding("table.key", "customizations.xml", 0, $"The table '{table.LogicalName}' has no primary key column; a table it extends does not exist here.");
            foreach (var column in table.Columns.Values)
            {
                if (AutoNumber.Unknown(column.AutoNumberFormat) is { } unknown)
                {
                    yield return new Finding("column.autonumber", "customizations.xml", 0,
                        $"The format '{column.AutoNumberFormat}' of '{column.LogicalName}' has '{unknown}', which is none of {{SEQNUM:n}}, {{RANDSTRING:1 to 6}} and {{DATETIMEUTC:format}}.");
                }

                if (before.Model.Tables.TryGetValue(table.LogicalName, out var known) && known.Columns.TryGetValue(column.LogicalName, out var old)
                    && old.Type != column.Type)
                {
                    yield return new Finding("column.type", "customizations.xml", 0,
                        $"The column '{column.LogicalName}' of '{table.LogicalName}' is of type '{old.TypeName}' here and of type '{column.TypeName}' in the zip; a column cannot change its type.");
                }
            }
        }

        foreach (var group in model.Tables.Values.GroupBy(table => table.EntitySetName, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new Finding("table.set", "customizations.xml", 0, $"The tables {string.Join(" and ", group.Select(table => $"'{table.LogicalName}'"))} have the same entity set name '{group.Key}'.");
    }

    private static IEnumerable<string> Warnings(SolutionModel solution) =>
        solution.Unread.Select(part => $"{part} has no effect in the sandbox.");

    private static void WriteRows(Engine engine, SolutionModel solution)
    {
        var database = engine.Database;
        var writer = database.Writer;
        var now = Values.Seconds(engine.Now);
        var publisher = writer.Text("SELECT publisherid FROM publisher WHERE uniquename = ?", solution.Publisher.UniqueName) ?? Values.Text(Guid.NewGuid());
        writer.Run("""
            INSERT INTO publisher (publisherid, uniquename, friendlyname, customizationprefix, customizationoptionvalueprefix, createdon, modifiedon, versionnumber)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (publisherid) DO UPDATE SET friendlyname = excluded.friendlyname
            """, publisher, solution.Publisher.UniqueName, solution.Publisher.DisplayName.In(1033), solution.Publisher.Prefix,
            solution.Publisher.OptionValuePrefix, now, now, database.NextRowVersion());
        var id = writer.Text("SELECT solutionid FROM solution WHERE uniquename = ?", solution.UniqueName) ?? Values.Text(Guid.NewGuid());
        writer.Run("""
            INSERT INTO solution (solutionid, uniquename, friendlyname, version, ismanaged, publisherid, installedon, isvisible, createdon, modifiedon, versionnumber)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
            ON CONFLICT (solutionid) DO UPDATE SET friendlyname = excluded.friendlyname, version = excluded.version, ismanaged = excluded.ismanaged,
                modifiedon = excluded.modifiedon, versionnumber = excluded.versionnumber
            """, id, solution.UniqueName, solution.DisplayName.In(1033), solution.Version.ToString(), solution.IsManaged, publisher, now, now, now,
            database.NextRowVersion());
    }

    // Charts, dashboards and forms as rows, for whoever looks them up; they are drawn from the model.
    private static void WriteDesigns(Engine engine, SolutionModel solution)
    {
        var database = engine.Database;
        var writer = database.Writer;
        var now = Values.Seconds(engine.Now);
        void Form(Guid id, string name, int type, string? table, XElement xml, bool isDefault) => writer.Run("""
            INSERT INTO systemform (formid, name, type, objecttypecode, formxml, isdefault, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (formid) DO UPDATE SET name = excluded.name, formxml = excluded.formxml, isdefault = excluded.isdefault,
                modifiedon = excluded.modifiedon, versionnumber = excluded.versionnumber
            """, id, name, type, table, xml.ToString(SaveOptions.DisableFormatting), isDefault, now, now, database.NextRowVersion());

        foreach (var dashboard in solution.Dashboards)
            Form(dashboard.Id, dashboard.Name.In(solution.BaseLanguage), 0, null, dashboard.Xml, dashboard.IsDefault);
        foreach (var table in solution.Tables)
        {
            foreach (var form in table.Forms.Where(form => form.Kind is "main" or "quickCreate"))
                Form(form.Id, form.Name.In(solution.BaseLanguage), form.Kind == "main" ? 2 : 7, table.LogicalName, form.Xml, isDefault: false);
            foreach (var chart in table.Charts)
            {
                writer.Run("""
                    INSERT INTO savedqueryvisualization (savedqueryvisualizationid, name, primaryentitytypecode, datadescription, presentationdescription, isdefault,
                        createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (savedqueryvisualizationid) DO UPDATE SET name = excluded.name, datadescription = excluded.datadescription,
                        presentationdescription = excluded.presentationdescription, isdefault = excluded.isdefault, modifiedon = excluded.modifiedon,
                        versionnumber = excluded.versionnumber
                    """, chart.Id, chart.Name.In(solution.BaseLanguage), table.LogicalName, chart.Data.ToString(SaveOptions.DisableFormatting),
                    chart.Presentation?.ToString(SaveOptions.DisableFormatting), chart.IsDefault, now, now, database.NextRowVersion());
            }
        }
    }

    private static ImportFailedException Failure(string code, string message) => new([new Finding(code, "solution.xml", 0, message)]);
}
