namespace Sandbox.Hosting;

/// <summary>Deletes a solution from the organization of a folder. Says first what goes with it; only confirmed it goes.</summary>
internal static class UninstallCommand
{
    /// <summary>The exit code: 0 done or shown, 1 refused.</summary>
    /// <exception cref="StartException">The organization cannot be opened.</exception>
    public static int Run(SandboxOptions options, string solution, bool isConfirmed, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(options.DataFolder)) throw new StartException($"There is no organization in '{options.DataFolder}'.");
        using var organization = OrganizationSetup.Open(options with { Reset = false, Organization = given => given with { RunAsyncSteps = false } });
        UninstallResult result;
        try
        {
            result = organization.PreviewUninstall(solution);
        }
        catch (OrganizationFault fault)
        {
            error.WriteLine(fault.Message);
            return 1;
        }

        output.WriteLine(result.IsManaged
            ? $"The solution '{result.UniqueName}' has {result.Removed.Count} components that go with it."
            : $"The solution '{result.UniqueName}' is unmanaged: only the solution goes, its components and their data stay.");
        foreach (var lost in result.Lost) output.WriteLine("  " + lost);
        if (result.Blockers.Count > 0)
        {
            error.WriteLine("It cannot be deleted, because another solution needs what would go:");
            foreach (var blocker in result.Blockers) error.WriteLine("  " + blocker);
            return 1;
        }

        if (!isConfirmed)
        {
            output.WriteLine("Nothing was changed. Add --yes to delete it.");
            return 0;
        }

        organization.Uninstall(solution);
        output.WriteLine("Deleted.");
        return 0;
    }
}
