using System.Xml.Linq;
using Packager;
using Packager.Checks;
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

    /// <summary>Findings on parts that the sandbox does not take in anyway: they are named, and do not stand in the way of the rest.</summary>
    private static readonly HashSet<string> OnUnreadParts = ["ElementUnknown", "ElementText", "ElementOrder", "ElementTwice", "ElementMissing", "AttributeUnknown", "AttributeMissing", "ValueForm", "LabelBase", "LabelLanguage", "IdForm", "NamePrefix"];

    /// <summary>Findings on what an exporter would have written otherwise and an import can do without.</summary>
    private static readonly HashSet<string> OnForm = ["StrayFile", "ContentType", "RootComponentForbidden", "WebResourceFile", "AssemblyFileName", "LabelLanguage"];

    /// <summary>All bytes of a zip.</summary>
    public static byte[] Copy(Stream zip)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = zip.Read(buffer)) > 0)
        {
            if (copy.Length + read > MaxZip) throw Failure("package.size", $"The zip is larger than {MaxZip / 1024 / 1024} MB.");
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    /// <summary>What an import of a zip did that is there already, byte for byte and with nothing below it; null when there is something to do.</summary>
    public static ImportResult? Again(Connection connection, OrganizationModel model, byte[] zip)
    {
        var name = connection.Text("SELECT uniquename FROM \"$solution\" s WHERE zip = ? AND NOT EXISTS (SELECT 1 FROM \"$layer\" l WHERE l.uniquename = s.uniquename)", zip);
        return model.Solutions.FirstOrDefault(solution => solution.UniqueName == name) is { } solution ? ResultOf(solution, solution.Version, model, []) : null;
    }

    /// <summary>Reads and checks a zip for an organization that has certain tables already.</summary>
    /// <exception cref="ImportFailedException">With everything the check found.</exception>
    public static SolutionPackage Read(byte[] bytes, OrganizationModel organization, out IReadOnlyList<string> passedOver)
    {
        var package = SolutionPackage.ReadZip(new MemoryStream(bytes, writable: false));
        var findings = ImportCheck.Run(package, organization.Tables.Keys);
        var unread = findings.Where(finding => OnForm.Contains(finding.Code) || (OnUnreadParts.Contains(finding.Code) && IsUnread(package, finding))).ToHashSet();
        passedOver = [.. unread.Select(finding => finding.Message)];
        return unread.Count == findings.Count ? package : throw new ImportFailedException([.. findings.Where(finding => !unread.Contains(finding))]);
    }

    /// <summary>Brings schema, rows and the new state in; for whoever holds the gate.</summary>
    public static (OrganizationState State, ImportResult Result) Apply(
        Engine engine, SolutionPackage package, byte[] zip, ImportMode mode, IReadOnlyList<string> passedOver)
    {
        var before = engine.State;
        var writer = engine.Database.Writer;
        var top = package.ToModel();
        var previous = before.Model.Solutions.FirstOrDefault(known => known.UniqueName.Equals(top.UniqueName, StringComparison.OrdinalIgnoreCase));
        CheckManifest(top, previous);

        // Only what is managed can be upgraded; unmanaged components are added to.
        var keeps = mode == ImportMode.Update || !top.IsManaged;
        var solution = previous is null || !keeps ? top : Layers.Whole(top, [previous]);
        var solutions = previous is null
            ? [.. before.Model.Solutions, solution]
            : before.Model.Solutions.Select(known => known == previous ? solution : known).ToList();
        var state = TryStateOf(before.Model.BaseLanguage, solutions);
        var change = Change.Of(before, state, writer);
        var findings = Check(before, top, state.Model, state.Plugins).Concat(MissingDependencies(package, top, state.Model)).ToList();
        if (previous is not null)
            findings.AddRange(change.Blockers(solution.UniqueName).Select(sentence => new Finding("solution.blocked", "customizations.xml", 0, sentence)));
        if (findings.Count > 0) throw new ImportFailedException(findings);
        Replace(engine, before, state, change, solutions.Count, () =>
        {
            Layers.Write(writer, (previous ?? solution).UniqueName, solutions.Count, zip, keeps);
            WriteRows(engine, top);
        });
        return (state, ResultOf(top, previous?.Version, state.Model, passedOver) with { Removed = change.Removed, Lost = change.Lost });
    }

    /// <summary>Deletes a solution, or only says what would go; for whoever holds the gate.</summary>
    /// <returns>The new state, null when nothing was changed.</returns>
    public static (OrganizationState? State, UninstallResult Result) Uninstall(Engine engine, string name, bool dryRun)
    {
        var before = engine.State;
        var solution = before.Model.Solutions.FirstOrDefault(known => known.UniqueName.Equals(name, StringComparison.OrdinalIgnoreCase) && known.UniqueName != Layers.Active)
            ?? throw Faults.Invalid($"There is no solution '{name}'.");
        var solutions = before.Model.Solutions.Where(known => known != solution).ToList();
        if (!solution.IsManaged) solutions.Insert(0, solution with { UniqueName = Layers.Active });
        var state = StateOf(before.Model.BaseLanguage, solutions);
        var change = Change.Of(before, state, engine.Database.Writer);
        var result = new UninstallResult(solution.UniqueName, solution.IsManaged, change.Removed, change.Lost, [.. change.Blockers(solution.UniqueName)]);
        if (dryRun || result.Blockers.Count > 0) return (null, result);
        Replace(engine, before, state, change, solutions.Count, () =>
        {
            var writer = engine.Database.Writer;
            Layers.Remove(writer, solution.UniqueName, keepsComponents: !solution.IsManaged);
            writer.Run("DELETE FROM solution WHERE uniquename = ?", solution.UniqueName);
        });
        return (solution.IsManaged ? state : StateOf(before.Model.BaseLanguage, Layers.Read(engine.Database.Writer)), result);
    }

    /// <summary>The state that solutions make.</summary>
    public static OrganizationState StateOf(int language, IReadOnlyList<SolutionModel> solutions)
    {
        var plugins = new PluginTypes(solutions.SelectMany(known => known.Assemblies));
        var model = ModelBuilder.Build(language, solutions);
        return new OrganizationState(model, new Schema(model), new StepTable(solutions, plugins), plugins);
    }

    // The check lets through what it does not know; what cannot be put together then is refused, not answered with a stack trace.
    private static OrganizationState TryStateOf(int language, IReadOnlyList<SolutionModel> solutions)
    {
        try
        {
            return StateOf(language, solutions);
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failure("solution.model", "The solution's parts do not fit together: " + e.Message);
        }
    }

    // Schema, rows and what is kept of the zips change together or not at all.
    private static void Replace(Engine engine, OrganizationState before, OrganizationState state, Change change, int solutions, Action write)
    {
        var database = engine.Database;
        var writer = database.Writer;
        writer.Run("BEGIN IMMEDIATE");
        try
        {
            change.RemoveRows(writer);
            SchemaWriter.Apply(writer, state.Schema, before.Schema);
            write();
            Seed.AddRoles(database, engine.Options, state.Model);
            DesignRows.Write(database, state.Model, engine.Now);
            writer.Run("COMMIT");
        }
        catch (Exception e)
        {
            writer.Run("ROLLBACK");
            writer.ForgetStatements();
            if (e is Microsoft.Data.Sqlite.SqliteException)
                throw Failure("solution.data", $"The organization's data does not allow this change of its {solutions} solutions: " + e.Message);
            throw;
        }
    }

    private static ImportResult ResultOf(SolutionModel solution, Version? previous, OrganizationModel model, IReadOnlyList<string> passedOver)
    {
        var homeless = Component.Of(Homeless(solution, model)).DistinctBy(component => component.Name).ToList();
        var components = Component.Of(solution).DistinctBy(component => component.Name).ExceptBy(homeless.Select(component => component.Name), component => component.Name).ToList();
        List<string> passed = [.. solution.Unread, .. homeless.Select(component => $"{component.Kind}: {component.Key}")];
        return new ImportResult(solution.UniqueName, solution.Version, previous, solution.IsManaged, [.. passed.Select(part => $"{part} has no effect in the sandbox."), .. passedOver])
        {
            Remarks = passedOver,
            Components = components,
            Imported = components.CountBy(component => component.Kind).ToDictionary(StringComparer.Ordinal),
            NotImported = passed.GroupBy(part => part.Split(": ", 2)[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(part => part.Split(": ", 2)[^1])], StringComparer.Ordinal),
        };
    }

    // What belongs to tables of the platform that are not here: an extension of account, a step on its Update, a relationship with it.
    private static SolutionModel Homeless(SolutionModel solution, OrganizationModel model)
    {
        bool IsAbsent(string? table) => table is not null and not "owner" && !model.Tables.ContainsKey(table);
        return new()
        {
            UniqueName = solution.UniqueName,
            DisplayName = solution.DisplayName,
            Version = solution.Version,
            IsManaged = solution.IsManaged,
            BaseLanguage = solution.BaseLanguage,
            Publisher = solution.Publisher,
            Tables = [.. solution.Tables.Where(table => IsAbsent(table.LogicalName))],
            Relationships = [.. solution.Relationships.Where(relationship => IsAbsent(relationship.ReferencedTable) || IsAbsent(relationship.ReferencingTable))],
            Steps = [.. solution.Steps.Where(step => IsAbsent(step.Table))],
            CustomApis = [.. solution.CustomApis.Where(api => IsAbsent(api.BoundTable))],
        };
    }

    private static void CheckManifest(SolutionModel solution, SolutionModel? previous)
    {
        if (solution.UniqueName.Equals(Layers.Active, StringComparison.OrdinalIgnoreCase))
            throw Failure("solution.name", $"The unique name '{solution.UniqueName}' is that of the platform's unmanaged layer; give the solution another one.");
        if (previous is null) return;
        if (previous.IsManaged != solution.IsManaged)
        {
            var (there, given) = previous.IsManaged ? ("a managed", "unmanaged") : ("an unmanaged", "managed");
            throw Failure(previous.IsManaged ? "solution.unmanaged" : "solution.managed",
                $"The solution is already installed on this system as {there} solution and the package supplied is attempting to install it in {given} mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.");
        }

        if (solution.IsManaged && !previous.Publisher.UniqueName.Equals(solution.Publisher.UniqueName, StringComparison.OrdinalIgnoreCase))
        {
            throw Failure("solution.publisher",
                $"The following managed solution cannot be imported: {solution.UniqueName}. The publisher name cannot be changed from {previous.Publisher.UniqueName} to {solution.Publisher.UniqueName}.");
        }

        if (solution.Version < previous.Version)
        {
            throw Failure("solution.version",
                $"The solution '{solution.UniqueName}' is imported in version {previous.Version}; the zip has the lower version {solution.Version}.");
        }
    }

    private static IEnumerable<Finding> MissingDependencies(SolutionPackage package, SolutionModel solution, OrganizationModel model)
    {
        foreach (var need in Needs.Of(solution).Where(need => need.Kind == "table" && !model.Tables.ContainsKey(need.Key) && !PlatformParts.Tables.Contains(need.Key)))
            yield return Missing($"The {need.Dependent} needs the {need.Kind} '{need.Key}', which is neither in the zip nor in the organization.");
        foreach (var dependency in package.Solution!.Descendants("MissingDependency"))
        {
            if (dependency.Element("Required") is not { } required || IsThere(required, model)) continue;
            var dependent = dependency.Element("Dependent");
            yield return Missing($"Some dependencies are missing: {Shown(dependent)} needs {Shown(required)}{((string?)required.Attribute("solution") is { Length: > 0 } source ? $" of the solution '{source}'" : "")}, which is not in the organization.");
        }

        static Finding Missing(string sentence) => new("solution.dependency", "solution.xml", 0, sentence);

        static string Shown(XElement? component) =>
            $"the component of type {(string?)component?.Attribute("type") ?? "?"} '{(string?)component?.Attribute("schemaName") ?? (string?)component?.Attribute("displayName") ?? (string?)component?.Attribute("id") ?? ""}'";
    }

    // A component of a kind that the sandbox has nothing of counts as there when the solution that has it is.
    private static bool IsThere(XElement required, OrganizationModel model)
    {
        var name = (string?)required.Attribute("schemaName") ?? "";
        var parent = ((string?)required.Attribute("parentSchemaName") ?? "").ToLowerInvariant();
        var solution = ((string?)required.Attribute("solution") ?? "").Split(' ')[0];
        _ = Guid.TryParse((string?)required.Attribute("id"), out var id);
        return (string?)required.Attribute("type") switch
        {
            "1" or "entity" => model.Tables.ContainsKey(name.ToLowerInvariant()) || PlatformParts.Tables.Contains(name),
            "2" or "attribute" => PlatformParts.Tables.Contains(parent) || (model.Tables.GetValueOrDefault(parent)?.Columns.ContainsKey(name.ToLowerInvariant()) ?? false),
            _ when PlatformParts.Solutions.Contains(solution) => true,
            "9" => model.Choices.ContainsKey(name),
            "10" => model.Relationships.Any(relationship => relationship.Name.Equals(name, StringComparison.OrdinalIgnoreCase)),
            "20" => model.Roles.ContainsKey(id) || PlatformParts.Roles.Contains(id),
            "24" or "60" => model.Dashboards.ContainsKey(id) || model.Tables.Values.Any(table => table.Forms.Any(form => form.Id == id)),
            "26" => model.Tables.Values.Any(table => table.Views.Any(view => view.Id == id)),
            "61" => model.WebResources.ContainsKey(name),
            "62" => model.SiteMaps.ContainsKey(name),
            "80" => model.Apps.ContainsKey(name),
            _ => solution.Length == 0 || model.Solutions.Any(known => known.UniqueName.Equals(solution, StringComparison.OrdinalIgnoreCase)),
        };
    }

    // Parts are told apart by line, so what is written on one line is taken for what is read.
    private static bool IsUnread(SolutionPackage package, Finding finding)
    {
        if (finding.File.Contains('/', StringComparison.Ordinal)) return !finding.File.StartsWith("customapis/", StringComparison.Ordinal);
        if (finding.File != "customizations.xml" || finding.Line == 0) return false;
        var nodes = package.Customizations!.Root!.Elements().Where(node => ((System.Xml.IXmlLineInfo)node).LineNumber <= finding.Line).ToList();
        return nodes.Count > 0 && ((System.Xml.IXmlLineInfo)nodes[^1]).LineNumber > ((System.Xml.IXmlLineInfo)package.Customizations.Root!).LineNumber
            && !SolutionModel.ReadNodes.Contains(nodes[^1].Name.LocalName);
    }

    private static IEnumerable<Finding> Check(OrganizationState before, SolutionModel solution, OrganizationModel model, PluginTypes plugins)
    {
        foreach (var (name, reason) in plugins.Broken) yield return new Finding("plugin.type", "customizations.xml", 0, $"The plug-in type '{name}' cannot be used. {reason}");
        foreach (var step in solution.Steps)
        {
            if (plugins.Find(step.PluginTypeId, step.PluginTypeName) is null)
                yield return new Finding("step.type", "customizations.xml", 0, $"The step '{step.Name}' names the plug-in type '{step.PluginTypeName}', which no imported assembly has.");
            if (!MessageTable.IsRaised(step.Message) && !model.CustomApis.ContainsKey(step.Message))
                yield return new Finding("step.message", "customizations.xml", 0, $"The step '{step.Name}' is registered on the message '{step.Message}', on which the sandbox raises no steps.");
            if (step.Table is { } table && !model.Tables.ContainsKey(table) && !PlatformParts.Tables.Contains(table))
                yield return new Finding("step.table", "customizations.xml", 0, $"The step '{step.Name}' is registered on the table '{table}', which does not exist here.");
        }

        foreach (var table in solution.Tables)
        {
            if (!model.Tables.ContainsKey(table.LogicalName) && !(table.IsShell && PlatformParts.Tables.Contains(table.LogicalName)))
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

        foreach (var group in model.Relationships.Where(relationship => relationship.IntersectTable is not null).GroupBy(relationship => relationship.IntersectTable!, StringComparer.Ordinal))
        {
            if (!model.Tables[group.Key].IsIntersect || group.Count() > 1)
                yield return new Finding("relationship.intersect", "customizations.xml", 0, $"The intersect table '{group.Key}' of {string.Join(" and ", group.Select(relationship => $"'{relationship.Name}'"))} is another table, or that of another relationship, already.");
        }

        foreach (var group in model.Tables.Values.GroupBy(table => table.EntitySetName, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new Finding("table.set", "customizations.xml", 0, $"The tables {string.Join(" and ", group.Select(table => $"'{table.LogicalName}'"))} have the same entity set name '{group.Key}'.");
    }

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

    private static ImportFailedException Failure(string code, string message) => new([new Finding(code, "solution.xml", 0, message)]);
}
