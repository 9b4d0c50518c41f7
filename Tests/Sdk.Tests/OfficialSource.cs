using System.Text;
using System.Text.RegularExpressions;

namespace Sdk.Tests;

/// <summary>
/// C# that compiles to Microsoft's public surface of Microsoft.Xrm.Sdk: every type by its name, and those we have with every member. An
/// overload or a name that only the real assembly has can change what a plug-in's source means; against this one it does so here.
/// </summary>
internal static partial class OfficialSource
{
    private static readonly ILookup<string, (string Id, string Signature)> Rows =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "official-signatures.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToLookup(row => row[0], row => (row[2], row[3]));

    public static string Write()
    {
        var source = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "official-types.txt")))
        {
            var (kind, name) = (line.Split('\t')[0], line.Split('\t')[1]);
            var dot = name.LastIndexOf('.');
            var body = Rows.Contains(name) ? Declare(Rows[name].ToList()) : $"public {kind} {WithParameters(name[(dot + 1)..])} {{ }}";
            source.AppendLine($"namespace {name[..dot]} {{ {body} }}");
        }

        return source.ToString();
    }

    private static string Declare(List<(string Id, string Signature)> rows)
    {
        var type = rows.Single(row => row.Id[0] == 'T').Signature;
        var declaration = QualifiedName().Replace(Attributes().Replace(type, string.Empty), "$1 $2", 1);
        var isEnum = declaration.Contains(" enum ");
        var isInterface = declaration.Contains(" interface ");
        var members = rows.Where(row => row.Id[0] != 'T').Select(row =>
            isEnum ? row.Signature + ","
            : isInterface ? row.Signature + (row.Id[0] == 'M' ? ";" : string.Empty)
            : row.Id[0] == 'F' ? row.Signature + ";"
            : row.Id[0] == 'P' ? Accessor().Replace(row.Signature, "$1 => throw null;")
            : row.Signature + " => throw null;");

        // Without a declared constructor the compiler would make one that is public.
        var hidden = isEnum || isInterface || declaration.Contains(" static ") || rows.Any(row => row.Id.Contains(".#ctor")) ? string.Empty : $"internal {PlainName().Match(declaration).Groups[1].Value}() => throw null;";
        var explicitly = declaration.EndsWith("System.Collections.IEnumerable", StringComparison.Ordinal) ? "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null;" : string.Empty;
        return $"{declaration} {{ {string.Join(' ', members)} {hidden} {explicitly} }}";
    }

    private static string WithParameters(string name) =>
        name.Split('`') is [var plain, var arity] ? $"{plain}<{string.Join(", ", Enumerable.Range(1, int.Parse(arity)).Select(i => "T" + i))}>" : name;

    [GeneratedRegex(@"^(\[.*?\)?\] )+(?=public )")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(class|enum|interface) [\w.]+\.(\w+)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@" class (\w+)")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\b(get|set);")]
    private static partial Regex Accessor();
}
