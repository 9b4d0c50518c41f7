using System.Text.Json;
using System.Xml.Linq;

namespace Sandbox.Tests.WebApi;

/// <summary>Solutions over HTTP: in a sandbox of their own, because they change what is there.</summary>
public sealed class SolutionTests : IAsyncLifetime
{
    private readonly WebApiFixture _web = new();

    public Task InitializeAsync() => _web.InitializeAsync();

    public Task DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task An_import_has_a_job_with_progress_and_a_result_for_each_component()
    {
        var job = Guid.NewGuid();

        var answer = await ImportAsync("ImportSolution", WebApiFixture.Solution(), job);

        Assert.True(answer.Status == 204, answer.Text);
        var row = (await _web.SendAsync("GET", $"importjobs({job})?$select=progress,solutionname,data,completedon")).Json;
        Assert.Equal((100d, "TestSolution"), ((double)row["progress"]!, (string)row["solutionname"]!));
        Assert.NotNull((string?)row["completedon"]);
        var data = XDocument.Parse((string)row["data"]!);
        Assert.Equal("success", (string?)data.Descendants("solutionManifest").Single().Element("result")!.Attribute("result"));
        Assert.Equal(["tst_child", "tst_parent"], data.Descendants("entity").Select(entity => (string?)entity.Attribute("id")));
        Assert.Contains(data.Descendants("node"), node => (string?)node.Attribute("id") == "tst_ProbeSeconds" && (string?)node.Element("result")!.Attribute("result") == "warning");
    }

    [Fact]
    public async Task A_refused_import_faults_and_its_job_says_why()
    {
        var job = Guid.NewGuid();

        var answer = await ImportAsync("ImportSolution", Unmanaged(), job);

        Assert.Equal((400, "0x80048041"), (answer.Error.Status, answer.Error.Code));
        var data = XDocument.Parse((string)(await _web.SendAsync("GET", $"importjobs({job})?$select=data")).Json["data"]!);
        Assert.Equal(("failure", "0x80048041"), ((string?)data.Descendants("result").First().Attribute("result"), (string?)data.Descendants("result").First().Attribute("errorcode")));
        var again = await ImportAsync("ImportSolution", WebApiFixture.Solution(), job);
        Assert.Equal((412, "0x80040237"), (again.Error.Status, again.Error.Code));
    }

    [Theory]
    [InlineData("ImportSolutionAsync")]
    [InlineData("StageAndUpgradeAsync")]
    public async Task An_asynchronous_import_answers_its_operation_and_its_job(string action)
    {
        var answer = await ImportAsync(action, WebApiFixture.Solution(), Guid.NewGuid());

        Assert.True(answer.Status == 200, answer.Text);
        var (operation, key) = ((Guid)answer.Json["AsyncOperationId"]!, (string)answer.Json["ImportJobKey"]!);
        _web.Host.Organization.Engine.SolutionJobs.WaitForAll();
        var row = (await _web.SendAsync("GET", $"asyncoperations({operation})?$select=statecode,statuscode,message")).Json;
        Assert.Equal((3, 30), ((int)row["statecode"]!, (int)row["statuscode"]!));
        Assert.Equal(100d, (double)(await _web.SendAsync("GET", $"importjobs({key})?$select=progress")).Json["progress"]!);
    }

    [Fact]
    public async Task A_delete_of_the_row_deletes_the_solution()
    {
        await _web.CreateAsync("tst_parents", """{"tst_name":"A"}""");
        var id = (string)(await _web.SendAsync("GET", "solutions?$select=solutionid&$filter=uniquename eq 'TestSolution'")).Json["value"]![0]!["solutionid"]!;

        Assert.Equal(204, (await _web.SendAsync("DELETE", $"solutions({id})")).Status);

        Assert.Equal(404, (await _web.SendAsync("GET", "tst_parents")).Status);
        Assert.Empty((await _web.SendAsync("GET", "solutions")).Json["value"]!.AsArray());
    }

    [Fact]
    public async Task Tools_find_what_was_imported_as_rows()
    {
        async Task<string[]> Names(string address, string column) =>
            [.. (await _web.SendAsync("GET", address)).Json["value"]!.AsArray().Select(row => (string?)row![column] ?? "").Order(StringComparer.Ordinal)];

        Assert.Equal(["tst_/html/checklist.html", "tst_/icons/record.svg", "tst_/scripts/parent.js"], await Names("webresourceset?$select=name", "name"));
        Assert.Equal(["tst_App"], await Names("appmodules?$select=uniquename", "uniquename"));
        Assert.Equal(["tst_App"], await Names("sitemaps?$select=sitemapnameunique", "sitemapnameunique"));
        Assert.Equal(["tst_Evaluate"], await Names("customapis?$select=uniquename", "uniquename"));
        Assert.Contains("tst_Evaluate", await Names("sdkmessages?$select=name", "name"));
        Assert.NotEmpty(await Names("savedqueries?$select=name&$filter=returnedtypecode eq 'tst_parent' and querytype eq 0", "name"));
        Assert.NotEmpty(await Names("systemforms?$select=name&$filter=objecttypecode eq 'tst_parent' and type eq 2", "name"));
        Assert.NotEmpty(await Names("solutioncomponents?$select=objectid&$filter=componenttype eq 1", "objectid"));
        foreach (var set in new[] { "pluginassemblies", "plugintypes", "sdkmessagefilters", "sdkmessageprocessingsteps", "sdkmessageprocessingstepimages", "customapirequestparameters",
            "customapiresponseproperties", "publishers", "systemusers", "teams", "businessunits", "organizations", "roles", "asyncoperations", "plugintracelogs", "annotations", "audits", "importjobs" })
        {
            var answer = await _web.SendAsync("GET", $"{set}?$top=3");
            Assert.True(answer.Status == 200, $"{set}: {answer.Text}");
        }
    }

    [Fact]
    public async Task Nobody_writes_what_was_imported_as_rows()
    {
        var id = (string)(await _web.SendAsync("GET", "webresourceset?$select=webresourceid&$top=1")).Json["value"]![0]!["webresourceid"]!;

        Assert.Equal((501, "0x80040800", "Writing rows of 'webresource' is not supported by the sandbox."),
            (await _web.SendAsync("PATCH", $"webresourceset({id})", """{"displayname":"x"}""", ("If-Match", "*"))).Error);
        Assert.Equal(501, (await _web.SendAsync("POST", "importjobs", """{"name":"x"}""")).Status);
    }

    [Fact]
    public async Task Publishing_is_taken_and_a_managed_solution_is_not_exported()
    {
        Assert.Equal(204, (await _web.SendAsync("POST", "PublishAllXml", "{}")).Status);
        Assert.Equal(204, (await _web.SendAsync("POST", "PublishXml", """{"ParameterXml":"<importexportxml />"}""")).Status);
        Assert.Contains("Managed solutions cannot be exported", (await _web.SendAsync("POST", "ExportSolution", """{"SolutionName":"TestSolution","Managed":false}""")).Error.Message);
        Assert.Equal(501, (await _web.SendAsync("POST", "ImportSolution",
            JsonSerializer.Serialize(new { CustomizationFile = WebApiFixture.Solution(), HoldingSolution = true }))).Status);
    }

    [Fact]
    public async Task A_note_keeps_its_file_and_the_size_is_worked_out()
    {
        var id = await _web.CreateAsync("annotations", """{"subject":"S","notetext":"T","filename":"a.txt","mimetype":"text/plain","documentbody":"dGVzdA=="}""");

        var row = (await _web.SendAsync("GET", $"annotations({id})?$select=subject,documentbody,filesize,isdocument")).Json;
        Assert.Equal(("S", "dGVzdA==", 4, true), ((string)row["subject"]!, (string)row["documentbody"]!, (int)row["filesize"]!, (bool)row["isdocument"]!));
        Assert.Equal(400, (await _web.SendAsync("POST", "annotations", """{"documentbody":"not base64"}""")).Status);
        Assert.Equal(204, (await _web.SendAsync("DELETE", $"annotations({id})")).Status);
    }

    private static byte[] Unmanaged()
    {
        using var zip = new MemoryStream();
        Packager.SolutionPackage.ReadZip(new MemoryStream(WebApiFixture.Solution())).WriteZip(zip, managed: false);
        return zip.ToArray();
    }

    private Task<Answer> ImportAsync(string action, byte[] zip, Guid job) => _web.SendAsync("POST", action, JsonSerializer.Serialize(new
    {
        OverwriteUnmanagedCustomizations = false,
        PublishWorkflows = true,
        CustomizationFile = zip,
        ImportJobId = job,
    }));
}
