using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using AngleSharp;
using AngleSharp.Html.Dom;
using Cli.Tests.Schemas;

namespace Cli.Tests.Formats;

/// <summary>Every machine format, read by validators that are not ours.</summary>
public sealed class FormatTests
{
    private const int Waived = 847360002;
    private const int Rejected = 847360001;

    /// <summary>Command lines behind 'check' that between them reach every kind of item, place and problem.</summary>
    public static TheoryData<string> Cases => ["samples", "judged", "package", "broken", "empty", "swedish", "baseline", "odd"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Json_has_the_published_form(string name)
    {
        using var given = new Given(name);

        var json = await given.Report("json");

        Validator.AssertValid("docs/schemas/report.schema.json", json);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sarif_has_the_form_that_its_committee_published(string name)
    {
        using var given = new Given(name);

        var sarif = await given.Report("sarif");

        Validator.AssertValid("Tests/Cli.Tests/Data/sarif-2.1.0.json", sarif);
        foreach (var result in JsonNode.Parse(sarif)!["runs"]![0]!["results"]!.AsArray())
        {
            // What the schema cannot say: only what fails has a level, and rules are found by index.
            Assert.Equal((string)result!["kind"]! == "fail", (string)result["level"]! != "none");
            Assert.Equal(result["ruleId"]!.ToString(), JsonNode.Parse(sarif)!["runs"]![0]!["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]!.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task JUnit_is_what_Jenkins_reads(string name)
    {
        using var given = new Given(name);

        var junit = await given.Report("junit");

        var complaints = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Repository.PathOf("Tests", "Cli.Tests", "Data", "jenkins-junit.xsd"));
        settings.ValidationEventHandler += (_, complaint) => complaints.Add(complaint.Message);
        var document = new XmlDocument();
        using (var reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(junit)), settings)) document.Load(reader);
        Assert.Equal([], complaints);
        foreach (XmlElement suite in document.SelectNodes("//testsuite")!)
        {
            Assert.Equal(suite.GetAttribute("tests"), suite.SelectNodes("testcase")!.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(suite.GetAttribute("failures"), suite.SelectNodes("testcase/failure")!.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(suite.GetAttribute("errors"), suite.SelectNodes("testcase/error")!.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Html_is_one_file_without_script(string name)
    {
        using var given = new Given(name);

        var html = await given.Report("html");

        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));
        Assert.Empty(document.QuerySelectorAll("script, link, iframe, object, embed, base"));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(document.Images, image => Assert.StartsWith("data:image/", image.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(document.Images, image => Assert.False(string.IsNullOrEmpty(image.GetAttribute("alt"))));
        Assert.DoesNotContain("url(", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["H1"], document.QuerySelectorAll("h1").Select(heading => heading.TagName));
        Assert.Equal(name == "swedish" ? "sv" : "en", document.DocumentElement.GetAttribute("lang"));
        if (name == "samples") Assert.NotEmpty(document.Images);
        if (name == "odd") Assert.Contains("<script>alert(1)</script>", document.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_validators_notice_what_is_wrong()
    {
        using var given = new Given("package");
        var json = JsonNode.Parse(await given.Report("json"))!;
        var sarif = JsonNode.Parse(await given.Report("sarif"))!;

        json["offers"]![0]!["items"]![0]!["status"] = "Fine";
        sarif["runs"]![0]!["results"]![0]!["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "waived" });

        Assert.False(Validator.Evaluate("docs/schemas/report.schema.json", json.ToJsonString()).IsValid);
        Assert.False(Validator.Evaluate("Tests/Cli.Tests/Data/sarif-2.1.0.json", sarif.ToJsonString()).IsValid);
    }

    [Fact]
    public async Task A_waiver_is_a_suppression_with_its_reason()
    {
        using var given = new Given("judged");

        var results = JsonNode.Parse(await given.Report("sarif"))!["runs"]![0]!["results"]!.AsArray();

        var waived = results.Single(result => (string)result!["ruleId"]! == "D365-18-B-16" && result["suppressions"] is not null)!;
        Assert.Equal("Waived until 2026-05-01: Agreed with the <board>.", (string)waived["suppressions"]![0]!["justification"]!);
        Assert.Equal("accepted", (string)waived["suppressions"]![0]!["status"]!);
        Assert.Single(results, result => result!["suppressions"] is not null);
        var rejected = results.Single(result => (string)result!["ruleId"]! == "D365-18-B-18" && ((string)result["kind"]!) == "fail")!;
        Assert.Contains("Rejected: Not a line of business.", (string)rejected["message"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_keeps_what_people_typed_out_of_its_own_signs()
    {
        using var given = new Given("odd");

        var lines = (await given.Report("markdown")).Split('\n');

        Assert.Contains(@"## \| Contoso \*bold\* \[x\](y) \<script\>alert(1)\</script\>", lines);
        Assert.All(lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)), line => Assert.Equal(4, line.Replace(@"\|", "", StringComparison.Ordinal).Count(letter => letter == '|')));
    }

    [Fact]
    public async Task Several_formats_are_written_at_once_and_agree()
    {
        using var sample = new SampleFolder();
        using var target = new TemporaryFolder();
        string File(string name) => Path.Combine(target.Path, "new", name);

        var run = await CommandRun.Of(
            "check", sample.Path, "--format", "sarif=" + File("a.sarif"), "-f", "junit=" + File("b.xml"), "-f", "html=" + File("c.html"), "-f", "json=" + File("d.json"), "-f", "markdown=" + File("e.md"));

        Assert.Equal(1, run.Code);
        Assert.Contains("Not ready", run.Output, StringComparison.Ordinal);
        Assert.Equal(["a.sarif", "b.xml", "c.html", "d.json", "e.md"], Directory.GetFiles(Path.Combine(target.Path, "new")).Select(Path.GetFileName).Order());
        var open = JsonNode.Parse(System.IO.File.ReadAllText(File("d.json")))!["offers"]!.AsArray().Sum(offer => (int)offer!["openItems"]!);
        var junit = new XmlDocument();
        junit.Load(File("b.xml"));
        Assert.Equal(open, junit.SelectNodes("//failure")!.Count);
    }

    /// <summary>One of the cases: what is checked, and with which options.</summary>
    private sealed class Given : IDisposable
    {
        private readonly List<IDisposable> _folders = [];
        private readonly string[] _arguments;

        public Given(string name)
        {
            _arguments = name switch
            {
                "samples" => [Repository.PathOf("Samples", "dataverse-readiness")],
                "judged" => [Sample(records =>
                {
                    records.Add(SampleFolder.Judgement(records, "D365-18-B-16", Waived, "Agreed with the <board>.", "2026-05-01"));
                    records.Add(SampleFolder.Judgement(records, "D365-18-B-18", Rejected, "Not a line of business."));
                    records.Add(SampleFolder.Judgement(records, "D365-18-T-01", Waived, "It was late.", "2026-01-31"));
                })],
                "package" => [Repository.PathOf("Samples", "first-submission", "package", "Smart Dispatch.zip")],
                "broken" => [Sample(records =>
                {
                    records[0]!["values"]!["rdy_signinurl"] = "http://contoso.example";
                    records[0]!["files"]!["rdy_package"] = "package/none.zip";
                })],
                "empty" => [Sample(records => records.Clear())],
                "swedish" => [Repository.PathOf("Samples", "first-submission"), "--language", "sv"],
                "baseline" => [Sample(records => records[0]!["values"]!["rdy_privacyurl"] = null), "--baseline", Baseline()],
                _ => [Sample(records =>
                {
                    records[0]!["values"]!["rdy_name"] = "| Contoso *bold* [x](y) <script>alert(1)</script>";
                    records[0]!["values"]!["rdy_summary"] = "\u0001\u001b[31m\uFFFE ]]> &amp; %0A ::error::\r\nsecond";
                    records.Add(SampleFolder.Judgement(records, "D365-18-B-16", Waived, "A\u0000B | `c` @team\n# heading", "2026-05-01"));
                })],
            };
        }

        public async Task<string> Report(string format)
        {
            var run = await CommandRun.Of(["check", .. _arguments, "--format", format]);
            Assert.InRange(run.Code, 0, 2);
            Assert.Equal("", run.Error);
            return run.Output;
        }

        public void Dispose() => _folders.ForEach(folder => folder.Dispose());

        private string Sample(Action<JsonArray> change)
        {
            var sample = new SampleFolder(change: change);
            _folders.Add(sample);
            return sample.Path;
        }

        private string Baseline()
        {
            var folder = new TemporaryFolder();
            _folders.Add(folder);
            var file = Path.Combine(folder.Path, "last.json");
            File.WriteAllText(file, CommandRun.Of("check", Repository.PathOf("Samples", "first-submission"), "--format", "json").GetAwaiter().GetResult().Output);
            return file;
        }
    }
}
