using System.Text;

namespace Cli.Tests.Input;

/// <summary>Safe corrections change the values they mean and no other byte.</summary>
public sealed class FixTests
{
    private const string Offer = "0d5a7e00-0000-4000-8000-000000000001";

    [Fact]
    public async Task Blanks_line_breaks_and_http()
    {
        var (text, run) = await Fix($$"""
            { // written by hand
              "records": [ { "table": "rdy_offer", "id": "{{Offer}}", "values": {
                "rdy_name":   "  Contoso Häfen 🚚\t", "rdy_keywords": "one\r\ntwo\rthree",
                "rdy_privacyurl": " HTTP://contoso.example/privacy?a=b ", "rdy_setupsteps" : 3, "rdy_summary": "right already",
                "rdy_packageurl": "http://contoso.blob.core.windows.net/p/a.zip?sv=1&sig=c2VjcmV0"
              } } ] }
            """);

        Assert.Equal($$"""
            { // written by hand
              "records": [ { "table": "rdy_offer", "id": "{{Offer}}", "values": {
                "rdy_name":   "Contoso Häfen 🚚", "rdy_keywords": "one\ntwo\nthree",
                "rdy_privacyurl": "https://contoso.example/privacy?a=b", "rdy_setupsteps" : 3, "rdy_summary": "right already",
                "rdy_packageurl": "https://contoso.blob.core.windows.net/p/a.zip?sv=1&sig=c2VjcmV0"
              } } ] }
            """, text);
        Assert.Contains("data.json:3 rdy_offer.rdy_name\n- \"  Contoso Häfen 🚚\\t\"\n+ \"Contoso Häfen 🚚\"\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("data.json:4 rdy_offer.rdy_privacyurl\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "records": [ { "table": "rdy_offer", "id": "0d5a7e00-0000-4000-8000-000000000001", "values": { "rdy_name": "fine" } } ] }""")]
    [InlineData("""{ "records": [ { "table": "rdy_offer", "id": "0d5a7e00-0000-4000-8000-000000000001", "values": { "rdy_name": " broken" } ] }""")]
    [InlineData("""{ "records": 3 }""")]
    [InlineData("")]
    public async Task What_is_right_or_cannot_be_read_stays(string data)
    {
        var (text, run) = await Fix(data);

        Assert.Equal(data, text);
        Assert.StartsWith("Nothing to fix.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_at_the_beginning_stays_and_the_folder_is_checked_afterwards()
    {
        using var sample = new SampleFolder();
        var right = File.ReadAllText(sample.DataFile);
        File.WriteAllText(sample.DataFile, right.Replace("url\": \"https://", "url\": \"http://", StringComparison.Ordinal), new UTF8Encoding(true));
        var refused = await CommandRun.Of("check", sample.Path);

        var run = await CommandRun.Of("check", sample.Path, "--fix", "--format", "json");

        Assert.Equal((2, 1), (refused.Code, run.Code));
        Assert.Equal(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(right)), File.ReadAllBytes(sample.DataFile));
        Assert.Equal((await CommandRun.Of("check", sample.Path, "--format", "json")).Output, run.Output);
        Assert.Equal([sample.DataFile], Directory.GetFiles(sample.Path));
    }

    private static async Task<(string Text, CommandRun Run)> Fix(string data)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "data.json");
        File.WriteAllText(file, data);
        var run = await CommandRun.Of("check", folder.Path, "--fix");
        return (File.ReadAllText(file), run);
    }
}
