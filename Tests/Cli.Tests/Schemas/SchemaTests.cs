using System.Text.Json;
using Json.Schema;

namespace Cli.Tests.Schemas;

/// <summary>The published schemas, held against by a validator that is not ours.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Repository.PathOf("Samples")).Where(folder => File.Exists(Path.Combine(folder, "data.json"))).Select(folder => Path.GetFileName(folder)!)];

    [Fact]
    public void The_schema_of_a_folder_is_written_from_the_solution() =>
        Repository.AssertCurrent("docs/schemas/offer-folder.schema.json", FolderSchemaWriter.Write());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Samples_are_valid(string sample) =>
        Validator.AssertValid("docs/schemas/offer-folder.schema.json", File.ReadAllText(Repository.PathOf("Samples", sample, "data.json")));

    [Theory]
    [InlineData("""{ "records": [ { "table": "rdy_offer", "id": "0d5a7e00-0000-4000-8000-000000000001", "values": { "rdy_nmae": "x" } } ] }""")]
    [InlineData("""{ "records": [ { "table": "rdy_offer", "id": "0d5a7e00-0000-4000-8000-000000000001", "values": { "rdy_apptype": 1 } } ] }""")]
    [InlineData("""{ "records": [ { "table": "rdy_offer", "id": "0d5a7e00-0000-4000-8000-000000000001", "values": { "rdy_score": 100 } } ] }""")]
    [InlineData("""{ "records": [ { "table": "account", "id": "0d5a7e00-0000-4000-8000-000000000001" } ] }""")]
    [InlineData("""{ "records": [ { "table": "rdy_offer" } ] }""")]
    public void What_the_command_refuses_the_schema_refuses_too(string data)
    {
        Assert.False(Validator.Evaluate("docs/schemas/offer-folder.schema.json", data).IsValid);

        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "data.json"), data);
        Assert.NotEmpty(DataverseReadiness.Cli.Input.OfferFolder.Read(folder.Path, DateTime.UnixEpoch, 1033, default).Problems);
    }
}
