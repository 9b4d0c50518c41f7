using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace Bench;

/// <summary>Inspection of a large AppSource package, in a process of its own so that its memory is its own.</summary>
internal static class PackageMeasures
{
    /// <summary>Command of the process that inspects: it is given the package's path.</summary>
    public const string Command = "--inspect-package";

    private const int Solutions = 5;

    public static IEnumerable<Measure> All()
    {
        yield return new("Inspection of a package of 30 MB with 5 solutions, read in blocks of 4 MB", "under 5 s and 200 MB", Inspection);
    }

    /// <summary>Inspects and prints seconds, highest memory in use, and what was found.</summary>
    public static void Inspect(string file)
    {
        using var stream = new BufferedStream(File.OpenRead(file), 4 * 1024 * 1024);
        var clock = Stopwatch.StartNew();
        var facts = PackageInspector.Inspect(stream);
        clock.Stop();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant(
            $"{clock.Elapsed.TotalSeconds:0.00} s ({process.TotalProcessorTime.TotalSeconds:0.00} s of processor time), peak working set {process.PeakWorkingSet64 / 1048576.0:0} MB ({facts.Bytes / 1048576.0:0.0} MB, {facts.Solutions.Sum(solution => solution.WebResources)} web resources, {facts.Solutions.Sum(solution => solution.CustomizationsBytes) / 1048576.0:0} MB of customizations.xml, {facts.Findings.Count} findings)"));
    }

    private static string Inspection()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "package.zip");
        File.WriteAllBytes(file, Package());
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(PackageMeasures).Assembly.Location, Command, file])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = child.StandardOutput.ReadToEnd().Trim();
        child.WaitForExit();
        return child.ExitCode == 0 ? answer : throw new InvalidOperationException("The inspecting process ended with " + child.ExitCode);
    }

    /// <summary>30 MB with five solutions.</summary>
    public static byte[] Package()
    {
        var random = new Random(1);
        var inner = new Dictionary<string, byte[]>
        {
            ["[Content_Types].xml"] = Text("<Types><Default Extension=\"xml\" /><Default Extension=\"zip\" /><Default Extension=\"dll\" /><Default Extension=\"png\" /><Default Extension=\"html\" /></Types>"),
            ["Deploy.dll"] = Text("MZ"),
            ["App/ImportConfig.xml"] = Text("<configdatastorage><solutions>" + string.Concat(Enumerable.Range(0, Solutions).Select(i => $"<configsolutionfile solutionpackagefilename=\"s{i}.zip\" />")) + "</solutions></configdatastorage>"),
        };
        for (var i = 0; i < Solutions; i++)
            inner[$"App/s{i}.zip"] = Solution(random, i);
        return Zip(new()
        {
            ["[Content_Types].xml"] = inner["[Content_Types].xml"],
            ["Input.xml"] = Text("<PvsPackageData><PackageFile>package.zip</PackageFile></PvsPackageData>"),
            ["package.zip"] = Zip(inner),
        });
    }

    private static byte[] Solution(Random random, int number)
    {
        var xml = new StringBuilder("<ImportExportXml><Entities>");
        for (var i = 0; i < 60_000; i++)
            xml.Append("<attribute PhysicalName=\"con_").Append(random.Next()).Append("\"><displaynames><displayname description=\"Label ").Append(i).Append("\" languagecode=\"1033\" /></displaynames></attribute>\n");
        xml.Append("</Entities><WebResources>");
        var files = new Dictionary<string, byte[]>();
        for (var i = 0; i < 40; i++)
        {
            xml.Append("<WebResource><Name>con_/").Append(i).Append(".js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/r").Append(i).Append("</FileName></WebResource>");
            files["WebResources/r" + i] = Text(Script(random));
        }

        for (var i = 0; i < 8; i++)
        {
            var image = new byte[512 * 1024];
            random.NextBytes(image);
            files["WebResources/i" + i] = image;
        }

        files["solution.xml"] = Text($"<ImportExportXml version=\"9.2\"><SolutionManifest><UniqueName>S{number}</UniqueName><Version>1.0.0.0</Version><Managed>1</Managed></SolutionManifest></ImportExportXml>");
        files["customizations.xml"] = Text(xml.Append("</WebResources></ImportExportXml>").ToString());
        return Zip(files);
    }

    private static string Script(Random random)
    {
        var script = new StringBuilder();
        for (var i = 0; i < 1000; i++)
            script.Append("function f").Append(random.Next()).Append("(context, value) { /* a comment */ const x = value / 2 / context.depth; return x > 1 ? `text ${x}` : /re[/]x/.test('a string'); }\n");
        return script.ToString();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(Dictionary<string, byte[]> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
