using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Parity;

/// <summary>Sends the requests of a scenario, one after the other, to an environment that has the scenarios' solution and none of its rows.</summary>
internal static class ScenarioReplay
{
    /// <summary>The first difference; null when every answer is the recorded one.</summary>
    /// <exception cref="NotFinishedException">There was no answer to compare.</exception>
    public static async Task<string?> CompareAsync(EnvironmentClient client, Scenario scenario)
    {
        var variables = Begin(client, scenario);
        foreach (var (place, step) in scenario.Steps.Index())
        {
            var answer = await AnswerAsync(client, step, variables);
            if (Difference.Find(step.Answer, answer) is { } difference)
                return $"step {place + 1}, {step.Send}: {difference}";
        }

        return null;
    }

    /// <summary>The scenario with the answers of this environment.</summary>
    public static async Task<Scenario> RecordAsync(EnvironmentClient client, Scenario scenario)
    {
        var variables = Begin(client, scenario);
        var steps = new List<ScenarioStep>();
        foreach (var step in scenario.Steps)
            steps.Add(step with { Answer = await AnswerAsync(client, step, variables) });
        return scenario with { Steps = steps };
    }

    public static HttpRequestMessage Request(ScenarioStep step, Variables variables)
    {
        var (method, path) = step.Send.Split(' ', 2) is [var first, var rest] ? (first, variables.Fill(rest)) : throw new InvalidDataException($"'{step.Send}' is no request.");
        if (step.Query is { } query)
            path += "?" + string.Join('&', query.Select(option => option.Key + "=" + Uri.EscapeDataString(variables.Fill(option.Value))));
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = Content(step, variables) };
        foreach (var (name, value) in step.Headers ?? new Dictionary<string, string>())
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (!request.Headers.TryAddWithoutValidation(name, variables.Fill(value)))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, variables.Fill(value));
        }

        return request;
    }

    private static Variables Begin(EnvironmentClient client, Scenario scenario) => new(client.Base, client.Host, scenario.Ids ?? []);

    private static async Task<JsonObject> AnswerAsync(EnvironmentClient client, ScenarioStep step, Variables variables)
    {
        using var response = await client.SendAsync(() => Request(step, variables));
        return await Answers.ReadAsync(response, step, variables);
    }

    private static HttpContent? Content(ScenarioStep step, Variables variables)
    {
        if (step.Bytes is { } bytes)
            return new ByteArrayContent(bytes.Make()) { Headers = { ContentType = new("application/octet-stream") } };
        if (step.Lines is { } lines)
            return new ByteArrayContent(Encoding.UTF8.GetBytes(variables.Fill(string.Join("\r\n", lines) + "\r\n")));
        return step.Body is { } body ? EnvironmentClient.JsonContent(JsonNode.Parse(variables.Fill(body.ToJsonString()))!) : null;
    }
}
