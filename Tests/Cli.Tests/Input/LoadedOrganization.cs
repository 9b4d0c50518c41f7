using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Sandbox;
using Sandbox.Samples;

namespace Cli.Tests.Input;

/// <summary>A sandbox with the shipped zip in it that has loaded folders, as <c>dotnet run --project Sandbox</c> does.</summary>
internal sealed class LoadedOrganization : IDisposable
{
    private static readonly Lazy<string> Imported = new(Import);

    private readonly TemporaryFolder _folder = new();

    /// <param name="root">The folder above the folders to load.</param>
    public LoadedOrganization(string root, DateTime now)
    {
        CopyImported(_folder.Path);
        Organization = Organization.Open(Options(_folder.Path) with { Clock = MovableClock.StandingAt(new DateTimeOffset(now)) });
        try
        {
            SampleLoader.LoadAll(Organization, root);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Organization Organization { get; }

    /// <summary>Makes a data folder of a sandbox with the shipped zip in it.</summary>
    public static void CopyImported(string folder)
    {
        foreach (var file in Directory.GetFiles(Imported.Value, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Imported.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public OrganizationResponse Execute(OrganizationRequest request) => Organization.Execute(request, Organization.DefaultCaller);

    public IReadOnlyList<Entity> Query(string table, string? column = null, object? value = null)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        if (column is not null) query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return [.. ((EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"]).Entities];
    }

    public void Dispose()
    {
        Organization.Dispose();
        _folder.Dispose();
    }

    private static OrganizationOptions Options(string folder) => new() { DataFolder = folder, RunAsyncSteps = true };

    private static string Import()
    {
        var folder = Directory.CreateTempSubdirectory("readiness-imported-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var organization = Organization.Open(Options(folder));
        using var zip = File.OpenRead(Repository.PathOf("out", "DataverseReadiness_managed.zip"));
        organization.Import(zip);
        return folder;
    }
}
