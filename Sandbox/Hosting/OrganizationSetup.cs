using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Samples;

namespace Sandbox.Hosting;

/// <summary>Makes the organization ready to be served: opened, solution imported, samples loaded.</summary>
internal static class OrganizationSetup
{
    public static Organization Open(SandboxOptions options)
    {
        try
        {
            if (options.Reset)
                Reset(options.DataFolder);
            return Organization.Open(options.Organization(new OrganizationOptions
            {
                DataFolder = options.DataFolder,
                Clock = ServedClock.Open(options.DataFolder),
                Network = options.Network,
            }));
        }
        catch (DamagedDatabaseException problem)
        {
            throw new StartException(problem.Message, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder '{options.DataFolder}' cannot be used: {problem.Message}", problem);
        }
    }

    /// <returns>What the import of the solution did; null when none was asked for.</returns>
    public static ImportResult? Fill(Organization organization, SandboxOptions options)
    {
        if (options.Audit)
            TurnAuditingOn(organization);
        var imported = options.Solution is { } solution ? Import(organization, solution) : null;
        if (options.Samples is { } samples)
            LoadSamples(organization, samples);
        return imported;
    }

    private static void TurnAuditingOn(Organization organization) => organization.Execute(
        new UpdateRequest { Target = new Entity("organization", organization.Id) { ["isauditenabled"] = true } }, organization.DefaultCaller);

    private static ImportResult Import(Organization organization, string path)
    {
        try
        {
            using var zip = File.OpenRead(path);
            return organization.Import(zip);
        }
        catch (ImportFailedException problem)
        {
            throw new StartException($"'{path}': {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StartException($"There is no solution zip '{path}'.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartException($"The solution zip '{path}' cannot be read: {problem.Message}", problem);
        }
    }

    private static void LoadSamples(Organization organization, string folder)
    {
        try
        {
            SampleLoader.LoadAll(organization, folder);
            organization.Async.DrainAsync().Wait();
        }
        catch (SampleException problem)
        {
            throw new StartException($"A sample cannot be loaded. {problem.Message}", problem);
        }
        catch (DirectoryNotFoundException problem)
        {
            throw new StartException($"There is no folder of samples '{folder}'.", problem);
        }
    }

    /// <summary>Deletes the database, unless a sandbox has it open: on Linux nothing else would stop that.</summary>
    private static void Reset(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        using var only = new FileStream(Path.Combine(folder, "organization.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        foreach (var file in Directory.EnumerateFiles(folder, "organization.db*"))
            File.Delete(file);
        ServedClock.Reset(folder);
    }
}
