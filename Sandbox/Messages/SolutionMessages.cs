using Microsoft.Xrm.Sdk;
using Packager;
using Sandbox.Import;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Messages about whole solutions. Each is a change of its own: none is part of a transaction.</summary>
internal static class SolutionMessages
{
    private const string Privilege = "prvImportCustomization";

    public static OrganizationResponse Import(OrganizationRequest request, Scope scope) => Import(request, scope, ImportMode.Update);

    public static OrganizationResponse Upgrade(OrganizationRequest request, Scope scope) => Import(request, scope, ImportMode.Upgrade);

    public static OrganizationResponse ImportAsync(OrganizationRequest request, Scope scope) => ImportAsync(request, scope, ImportMode.Update);

    public static OrganizationResponse UpgradeAsync(OrganizationRequest request, Scope scope) => ImportAsync(request, scope, ImportMode.Upgrade);

    /// <summary>Gives an unmanaged solution as it was imported, marked as asked for.</summary>
    public static OrganizationResponse Export(OrganizationRequest request, Scope scope)
    {
        request.Allow("SolutionName", "Managed");
        Require(request, scope, "prvExportCustomization");
        var name = request.Required<string>("SolutionName");
        var solution = scope.State.Model.Solutions.FirstOrDefault(known => known.UniqueName.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw Faults.Invalid($"An error occurred while exporting a solution. The solution '{name}' does not exist in this system.");
        if (solution.IsManaged) throw Faults.Invalid("An error occurred while exporting a solution. Managed solutions cannot be exported.");
        var (zip, layers) = scope.Operation.Read(connection => (Layers.Zip(connection, solution.UniqueName), Layers.Below(connection, solution.UniqueName).Count));
        if (zip is null || layers > 0) throw Faults.NotSupported($"The export of '{solution.UniqueName}', which still has components of earlier versions,");
        using var content = new MemoryStream();
        SolutionPackage.ReadZip(new MemoryStream(zip, writable: false)).WriteZip(content, request.Required<bool>("Managed"));
        return new OrganizationResponse { ResponseName = request.RequestName, Results = { ["ExportSolutionFile"] = content.ToArray() } };
    }

    /// <summary>Everything that was imported is published at once, so there is nothing to do.</summary>
    public static OrganizationResponse PublishAll(OrganizationRequest request, Scope scope)
    {
        request.Allow();
        if (!scope.User.IsAdministrator) throw Faults.PrivilegeDenied(scope.User, "prvPublishCustomization");
        return new OrganizationResponse { ResponseName = request.RequestName };
    }

    /// <summary>As <see cref="PublishAll"/>.</summary>
    public static OrganizationResponse Publish(OrganizationRequest request, Scope scope)
    {
        request.Allow("ParameterXml");
        _ = request.Required<string>("ParameterXml");
        if (!scope.User.IsAdministrator) throw Faults.PrivilegeDenied(scope.User, "prvPublishCustomization");
        return new OrganizationResponse { ResponseName = request.RequestName };
    }

    /// <summary>Deletes a solution: what a Delete of its row does.</summary>
    public static void Delete(Scope scope, Guid id)
    {
        RequireAlone(scope, "The delete of a solution");
        var name = scope.Operation.Read(connection => connection.Text("SELECT uniquename FROM solution WHERE solutionid = ?", id))
            ?? throw Faults.DoesNotExist(scope.Schema.Table("solution"), id);
        var result = scope.Engine.Uninstall(name, dryRun: false);
        if (result.Blockers.Count > 0)
        {
            throw new OrganizationFault(ErrorCodes.CannotUninstallWithDependencies,
                $"Solution dependencies exist, cannot uninstall. {string.Join(" ", result.Blockers.Take(10))}");
        }
    }

    private static OrganizationResponse Import(OrganizationRequest request, Scope scope, ImportMode mode)
    {
        var (zip, job) = Read(request, scope);
        scope.Engine.SolutionJobs.Import(zip, mode, job, scope.User.Id);
        var response = new OrganizationResponse { ResponseName = request.RequestName };
        if (mode == ImportMode.Upgrade)
        {
            response.Results["SolutionId"] = Guid.Parse(scope.Operation.Read(connection => connection.Text("SELECT solutionid FROM importjob WHERE importjobid = ?", job))!);
        }

        return response;
    }

    private static OrganizationResponse ImportAsync(OrganizationRequest request, Scope scope, ImportMode mode)
    {
        var (zip, job) = Read(request, scope);
        var operation = scope.Engine.SolutionJobs.ImportAsync(zip, mode, job, scope.User.Id);
        return new OrganizationResponse
        {
            ResponseName = request.RequestName,
            Results = { ["AsyncOperationId"] = operation, ["ImportJobKey"] = Values.Text(job) },
        };
    }

    private static (byte[] Zip, Guid Job) Read(OrganizationRequest request, Scope scope)
    {
        request.Allow("CustomizationFile", "ImportJobId", "OverwriteUnmanagedCustomizations", "PublishWorkflows", "ConvertToManaged", "SkipProductUpdateDependencies", "HoldingSolution");
        Require(request, scope, Privilege);
        if (request.Optional<bool>("HoldingSolution")) throw Faults.NotSupported($"'HoldingSolution' of '{request.RequestName}'");
        var job = request.Optional<Guid>("ImportJobId");
        return (request.Required<byte[]>("CustomizationFile"), job == Guid.Empty ? Guid.NewGuid() : job);
    }

    private static void Require(OrganizationRequest request, Scope scope, string privilege)
    {
        RequireAlone(scope, $"'{request.RequestName}'");
        if (!scope.User.IsAdministrator) throw Faults.PrivilegeDenied(scope.User, privilege);
    }

    private static void RequireAlone(Scope scope, string what)
    {
        if (scope.Parent is not null || scope.Operation.IsTransactional) throw Faults.NotSupported($"{what} within a transaction or a plug-in");
    }
}
