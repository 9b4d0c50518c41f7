using System.Text.Json.Nodes;
using Packager;

namespace Parity;

/// <summary>An environment with the solution of the scenarios in it.</summary>
internal sealed class TargetEnvironment(EnvironmentClient client, Files files)
{
    public const string SolutionName = "ParityScenarios";

    /// <summary>The tables of the solution, those that point at others first.</summary>
    private static readonly (string Set, string Key)[] Tables = [("pty_lines", "pty_lineid"), ("pty_orders", "pty_orderid")];

    public string Name { get; private set; } = "";

    public string Version { get; private set; } = "";

    /// <summary>The language in which the caller is answered.</summary>
    public int Language { get; private set; }

    /// <summary>Reads what it is; writes nothing.</summary>
    public async Task IntroduceAsync()
    {
        var user = (Guid)(await client.CallAsync(HttpMethod.Get, "WhoAmI"))!["UserId"]!;
        Version = (string)(await client.CallAsync(HttpMethod.Get, "RetrieveVersion"))!["Version"]!;
        var organization = (await client.CallAsync(HttpMethod.Get, "organizations?$select=name,languagecode"))!["value"]![0]!;
        Name = (string)organization["name"]!;
        var chosen = (int?)(await client.CallAsync(HttpMethod.Get, $"usersettingscollection({user})?$select=uilanguageid"))!["uilanguageid"];
        Language = chosen is null or 0 ? (int)organization["languagecode"]! : chosen.Value;
    }

    /// <summary>The zip that is imported.</summary>
    public byte[] Zip()
    {
        using var zip = new MemoryStream();
        SolutionPackage.ReadFolder(files.Solution).WriteZip(zip, managed: true);
        return zip.ToArray();
    }

    /// <summary>Imports the solution unless this version is there, and waits until its keys can be used.</summary>
    public async Task PrepareAsync()
    {
        if (await SolutionAsync() is not { } there || (string)there["version"]! != PackedVersion())
        {
            await client.CallAsync(HttpMethod.Post, "ImportSolution", new JsonObject
            {
                ["CustomizationFile"] = Convert.ToBase64String(Zip()),
                ["ImportJobId"] = Guid.NewGuid().ToString(),
                ["OverwriteUnmanagedCustomizations"] = false,
                ["PublishWorkflows"] = false,
            });
        }

        // An environment builds the index of a key after the import.
        for (var tries = 0; tries < 60; tries++)
        {
            var keys = await client.CallAsync(HttpMethod.Get, "EntityDefinitions(LogicalName='pty_line')/Keys?$select=EntityKeyIndexStatus");
            if (keys!["value"]!.AsArray().All(key => (string?)key!["EntityKeyIndexStatus"] == "Active"))
                return;
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        throw new NotFinishedException("The alternate key of 'pty_line' was not ready five minutes after the import. Run again later.", endsRun: true);
    }

    /// <summary>Deletes every row of the solution's tables.</summary>
    public async Task CleanAsync()
    {
        foreach (var (set, key) in Tables)
        {
            while (true)
            {
                var rows = (await client.CallAsync(HttpMethod.Get, $"{set}?$select={key}"))!["value"]!.AsArray();
                if (rows.Count == 0)
                    break;
                foreach (var row in rows)
                    await client.CallAsync(HttpMethod.Delete, $"{set}({(string)row![key]!})");
            }
        }
    }

    public async Task RemoveAsync()
    {
        if (await SolutionAsync() is { } there)
            await client.CallAsync(HttpMethod.Delete, $"solutions({(string)there["solutionid"]!})");
    }

    private async Task<JsonNode?> SolutionAsync() =>
        (await client.CallAsync(HttpMethod.Get, $"solutions?$select=solutionid,version&$filter=uniquename eq '{SolutionName}'"))!["value"]!.AsArray().FirstOrDefault();

    private string PackedVersion() => SolutionPackage.ReadFolder(files.Solution).Solution!.Descendants("Version").Single().Value;
}
