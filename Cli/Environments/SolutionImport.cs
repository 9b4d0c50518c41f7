using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Has an environment import a solution, and looks on until that has ended: it goes on there, whatever becomes of the connection.</summary>
/// <param name="longest">How long it is looked on.</param>
internal sealed class SolutionImport(WebApiClient client, Terminal terminal, SolutionFile file, TimeSpan longest, CancellationToken stop)
{
    // Of asyncoperation.
    private const int Completed = 3;
    private const int Succeeded = 30;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // A job that an environment knows nothing of by then was not begun.
    private static readonly TimeSpan LongestArrival = TimeSpan.FromMinutes(2);

    /// <summary>The version that is installed; null for none.</summary>
    public async Task<Version?> Installed()
    {
        var answer = await client.Get($"solutions?$select=version&$filter=uniquename eq '{file.UniqueName.Replace("'", "''", StringComparison.Ordinal)}'");
        return answer["value"]!.AsArray() is [{ } row, ..] ? Version.Parse((string)row["version"]!) : null;
    }

    /// <summary>Why it failed, null where it did not, and what it says of components that it did not take, or took with a warning.</summary>
    /// <param name="upgrades">Whether components that the new version lacks are removed.</param>
    /// <exception cref="TroubleException">It did not end, or how it ended cannot be asked.</exception>
    public async Task<(string? Failure, IReadOnlyList<ImportedComponent> Components)> Run(bool upgrades)
    {
        var job = Guid.NewGuid();
        Guid? operation;
        try
        {
            operation = await Begin(upgrades, job);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            throw Stopped(job, e);
        }

        return await Resume(job, operation);
    }

    /// <summary>The same for an import that was begun earlier.</summary>
    /// <param name="job">Id of its import job.</param>
    /// <param name="operation">Id of its row of <c>asyncoperation</c>; null where nobody knows it.</param>
    public async Task<(string? Failure, IReadOnlyList<ImportedComponent> Components)> Resume(Guid job, Guid? operation = null)
    {
        try
        {
            return await Follow(job, operation);
        }
        catch (TroubleException e) when (e is not RefusedException { Status: 404 })
        {
            throw new TroubleException($"{e.Message} {HowToAsk(job)}", e);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            throw Stopped(job, e);
        }
    }

    /// <summary>The row of <c>asyncoperation</c>; null where the answer was lost.</summary>
    private async Task<Guid?> Begin(bool upgrades, Guid job)
    {
        var body = new JsonObject
        {
            ["CustomizationFile"] = Convert.ToBase64String(file.Zip),
            ["ImportJobId"] = job.ToString("D"),
            ["OverwriteUnmanagedCustomizations"] = false,
            ["PublishWorkflows"] = true,
        };
        try
        {
            return (Guid)(await client.Call(upgrades ? "StageAndUpgradeAsync" : "ImportSolutionAsync", body))!["AsyncOperationId"]!;
        }
        catch (LostException)
        {
            terminal.Error.Write($"The connection to {client.Host} was lost while the solution was sent. It is being asked whether the import arrived.\n");
            return null;
        }
    }

    private async Task<(string? Failure, IReadOnlyList<ImportedComponent> Components)> Follow(Guid job, Guid? operation)
    {
        var failure = await Ended(job, operation);
        var components = Components((string?)(await client.Get($"importjobs({job:D})?$select=data"))["data"]);

        // The row of the job says when it ended, and that it failed in its components alone.
        if (operation is null)
        {
            failure = components.FirstOrDefault(component => component.Result == ImportedComponent.Failure)?.Text
                ?? (await Installed() is var there && there == file.Version ? null : $"its import job has ended, and {(there is null ? "it is not there" : $"{there} is there")}.");
        }

        return (failure, components);
    }

    /// <summary>Waits until the import has ended; says why it failed, or null where that is not known or it did not.</summary>
    private async Task<string?> Ended(Guid job, Guid? operation)
    {
        var watch = Stopwatch.StartNew();
        var isLost = false;
        using var progress = new ProgressLine(terminal, 100);
        for (var pause = TimeSpan.FromSeconds(0.25); watch.Elapsed < longest; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var row = operation is { } id ? await client.Get($"asyncoperations({id:D})?$select=statecode,statuscode,message,errorcode", isRepeatable: false) : null;
                if (row is not null && (int)row["statecode"]! == Completed)
                {
                    return (int)row["statuscode"]! == Succeeded ? null : Sentence(row);
                }

                var begun = await Job(job);
                if (row is null && begun?["completedon"] is not null)
                {
                    return null;
                }

                if (row is null && begun is null && watch.Elapsed > LongestArrival)
                {
                    break;
                }

                isLost = false;
                progress.At((int)((double?)begun?["progress"] ?? 0), "% imported by " + client.Host);
            }
            catch (TroubleException e) when (e is LostException or RefusedException { Status: >= 500 })
            {
                if (!isLost)
                {
                    progress.Say($"{client.Host} does not answer. What it has begun goes on there; it is asked again.");
                }

                isLost = true;
            }

            await Task.Delay(pause, stop);
        }

        if (!isLost && operation is null && await Job(job) is null)
        {
            throw new RefusedException(404, "", $"{client.Host} knows of no import job {job:D} after {Say(watch.Elapsed)}: most likely nothing arrived. Run the same command again, without --job.");
        }

        throw new TroubleException(isLost ? $"{client.Host} has not answered again within {Say(watch.Elapsed)}." : $"The import has not ended within {Say(watch.Elapsed)}.");
    }

    /// <summary>The row of the job, which appears when the import begins, and that may be after its operation.</summary>
    private async Task<JsonObject?> Job(Guid job)
    {
        try
        {
            return await client.Get($"importjobs({job:D})?$select=progress,completedon", isRepeatable: false);
        }
        catch (RefusedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private StoppedException Stopped(Guid job, Exception inner) => new($"Stopped. {HowToAsk(job)}", inner);

    private string HowToAsk(Guid job) => $"What {client.Host} has begun goes on there. Its import job is {job:D}; 'readiness import {file.Path} --job {job:D}' says how it went.";

    private static string Say(TimeSpan time) => time.TotalMinutes < 2 ? $"{time.TotalSeconds:0} s" : $"{time.TotalMinutes:0} minutes";

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
                    .Where(one => one.Kind is ImportedComponent.Failure or ImportedComponent.Warning).Select(one => ImportedComponent.Of(one.Result, one.Kind!)),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
