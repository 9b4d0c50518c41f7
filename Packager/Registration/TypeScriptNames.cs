using System.Globalization;
using System.Text;
using Packager.Model;

namespace Packager.Registration;

/// <summary>TypeScript constants of a solution's tables: logical names and option values, so that scripts cannot drift from it.</summary>
internal static class TypeScriptNames
{
    public static string Of(SolutionModel model)
    {
        var text = new StringBuilder();
        text.Append("// Generated from the unpacked solution by 'Packager names'. Change the solution, then run it again.\n");
        var tables = model.Tables.Where(table => !table.IsShell).OrderBy(table => table.LogicalName, StringComparer.Ordinal).ToList();
        foreach (var table in tables)
            AppendTable(text, table, model.Publisher.Prefix);
        var taken = tables.Select(table => Identifier(table.SchemaName, model.Publisher.Prefix)).ToHashSet(StringComparer.Ordinal);
        foreach (var choice in model.Choices.OrderBy(choice => choice.Name, StringComparer.Ordinal))
            AppendOptions(text, Free(taken, Identifier(choice.Name, model.Publisher.Prefix)), choice.Options, model.BaseLanguage, choice.Name);
        foreach (var table in tables)
        {
            foreach (var column in table.Columns.Values.Where(HasOwnOptions).OrderBy(column => column.LogicalName, StringComparer.Ordinal))
            {
                var name = Identifier(table.SchemaName, model.Publisher.Prefix)
                    + (column.Type == ColumnType.Status ? "Status" : Identifier(column.SchemaName, model.Publisher.Prefix));
                AppendOptions(text, Free(taken, name), column.Choice!.Options, model.BaseLanguage, $"{table.LogicalName}.{column.LogicalName}");
            }
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, TableModel table, string prefix)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n/** Logical names of {table.LogicalName}. */\nexport const {Identifier(table.SchemaName, prefix)} = {{\n");
        text.Append(CultureInfo.InvariantCulture, $"  table: \"{table.LogicalName}\",\n  entitySet: \"{table.EntitySetName}\",\n  id: \"{table.PrimaryId}\",\n");
        var names = new HashSet<string>(StringComparer.Ordinal) { "table", "entitySet", "id" };
        foreach (var column in table.Columns.Values.Where(column => column.IsCustom || column.Type is ColumnType.State or ColumnType.Status or ColumnType.Owner)
            .OrderBy(column => column.LogicalName, StringComparer.Ordinal))
        {
            var name = Lower(Identifier(column.SchemaName, prefix));
            if (names.Add(name)) text.Append(CultureInfo.InvariantCulture, $"  {name}: \"{column.LogicalName}\",\n");
        }

        text.Append("} as const;\n");
    }

    private static bool HasOwnOptions(ColumnModel column) =>
        column.Type == ColumnType.Status || (column.IsCustom && column.Type is ColumnType.Choice or ColumnType.Choices && column.Choice is { IsGlobal: false });

    private static string Free(HashSet<string> taken, string name)
    {
        while (!taken.Add(name))
            name += "Option";
        return name;
    }

    private static void AppendOptions(StringBuilder text, string name, IReadOnlyList<OptionModel> options, int language, string what)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n/** Options of {what}. */\nexport enum {name} {{\n");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var label = FromLabel(option.Label.In(language));
            if (label == "" || char.IsDigit(label[0]) || !names.Add(label))
                names.Add(label = string.Create(CultureInfo.InvariantCulture, $"Option{option.Value}"));
            text.Append(CultureInfo.InvariantCulture, $"  {label} = {option.Value},\n");
        }

        text.Append("}\n");
    }

    private static string Identifier(string name, string prefix)
    {
        var own = name.StartsWith(prefix + "_", StringComparison.OrdinalIgnoreCase) ? name[(prefix.Length + 1)..] : name;
        return own == "" ? name : char.ToUpperInvariant(own[0]) + own[1..];
    }

    private static string FromLabel(string label)
    {
        var words = string.Concat(label.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string Lower(string name) => name == "" ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
