using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Parity;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Parity;

/// <summary>What a row calls not supported is refused in the very words that the row gives.</summary>
[Collection(WebApiCollection.Name)]
public sealed class FaultTests(WebApiFixture api)
{
    /// <summary>The row's key and the place of the fault in it.</summary>
    public static TheoryData<string, int> Faults
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var row in Rows)
                foreach (var (place, fault) in (row.Faults ?? []).Index().Where(one => one.Item.Test is null))
                    data.Add(row.Key, place);
            return data;
        }
    }

    private static IEnumerable<Row> Rows => Part.All(Files.OfRepository).SelectMany(part => part.Rows);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_a_row_says_is_answered(string key, int place)
    {
        var fault = Rows.Single(row => row.Key == key).Faults![place];

        var said = fault.Message is { } message ? Said(message) : Said(await api.SendAsync(ScenarioReplay.Request(fault.Request!, Variables())));

        Assert.True(fault.Says == said, $"{key} says '{fault.Says}', the sandbox '{said}'.");
    }

    private Variables Variables() => new(api.Client.BaseAddress!.AbsoluteUri, api.Client.BaseAddress.Authority, []);

    private string Said(string message) =>
        Assert.Throws<OrganizationFault>(() => api.Host.Organization.Execute(new OrganizationRequest(message), api.Host.Organization.DefaultCaller)).Message;

    /// <summary>The sentence of a refusal, of the first one in a batch.</summary>
    private static string? Said(Answer answer)
    {
        var text = Encoding.UTF8.GetString(answer.Bytes);
        var start = text.IndexOf("{\"error\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{answer.Status} {text}");
        return (string?)JsonNode.Parse(text[start..(text.LastIndexOf('}') + 1)])!["error"]!["message"];
    }
}
