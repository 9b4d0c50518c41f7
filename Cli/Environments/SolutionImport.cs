using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Has an environment import a solution, and looks on until that has ended.</summary>
internal sealed class SolutionImport(WebApiClient client, Terminal terminal, CancellationToken stop)
{
    // Of asyncoperation.
    private const int Completed = 3;
    private const int Succeeded = 30;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestImport = TimeSpan.FromHours(2);

    /// <summary>The version that is installed; null for none.</summary>
    public async Task<Version?> Installed(string uniqueName)
    {
        var answer = await client.Get($"solutions?$select=version&$filter=uniquename eq '{uniqueName.Replace("'", "''", StringComparison.Ordinal)}'");
        return answer["value"]!.AsArray() is [{ } row, ..] ? Version.Parse((string)row["version"]!) : null;
    }

    /// <summary>What the import says of components that it did not take, or took with a warning.</summary>
    /// <param name="upgrades">Whether components that the new version lacks are removed.</param>
    /// <exception cref="TroubleException">It did not end.</exception>
    public async Task<(string? Failure, IReadOnlyList<ImportedComponent> Components)> Run(SolutionFile file, bool upgrades)
    {
        var job = Guid.NewGuid();
        var body = new JsonObject
        {
            ["CustomizationFile"] = Convert.ToBase64String(file.Zip),
            ["ImportJobId"] = job.ToString("D"),
            ["OverwriteUnmanagedCustomizations"] = false,
            ["PublishWorkflows"] = true,
        };
        var begun = (await client.Call(upgrades ? "StageAndUpgradeAsync" : "ImportSolutionAsync", body))!;
        var failure = await Ended((Guid)begun["AsyncOperationId"]!, job);
        var data = (string?)(await client.Get($"importjobs({job:D})?$select=data"))["data"];
        return (failure, Components(data));
    }

    /// <summary>Waits until the import has ended; says why it failed, or null.</summary>
    private async Task<string?> Ended(Guid operation, Guid job)
    {
        var watch = Stopwatch.StartNew();
        using var progress = new ProgressLine(terminal, 100);
        for (var pause = TimeSpan.FromSeconds(0.25); watch.Elapsed < LongestImport; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var state = await client.Get($"asyncoperations({operation:D})?$select=statecode,statuscode,message,errorcode");
            if ((int)state["statecode"]! == Completed)
            {
                return (int)state["statuscode"]! == Succeeded ? null : Sentence(state);
            }

            progress.At((int)await Progress(job), "% imported by " + client.Host);
            await Task.Delay(pause, stop);
        }

        throw new TroubleException($"The import has not ended after {LongestImport.TotalHours:0} hours. Look at the history of solutions in {client.Host} before it is begun again.");
    }

    // The row of the job appears when the import begins, which may be after its operation.
    private async Task<double> Progress(Guid job)
    {
        try
        {
            return (double?)(await client.Get($"importjobs({job:D})?$select=progress"))["progress"] ?? 0;
        }
        catch (RefusedException e) when (e.Status == 404)
        {
            return 0;
        }
    }

    private static string Sentence(JsonObject operation) =>
        ((string?)operation["message"])?.Trim() is { Length: > 0 } message ? message
        : (int?)operation["errorcode"] is { } code ? "Error 0x" + code.ToString("x8", CultureInfo.InvariantCulture) + "." : "It gives no reason.";

    private static IReadOnlyList<ImportedComponent> Components(string? data)
    {
        try
        {
            return string.IsNullOrEmpty(data) ? [] :
            [
                .. XDocument.Parse(data).Descendants("result").Select(result => (Result: result, Kind: (string?)result.Attribute("result")))
                    .Where(one => one.Kind is "failure" or "warning").Select(one => ImportedComponent.Of(one.Result, one.Kind!)),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
