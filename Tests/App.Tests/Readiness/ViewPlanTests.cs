using System.Reflection;
using Sandbox;
using Sandbox.Tests.Core;

namespace App.Tests.Readiness;

/// <summary>That no view of the solution reads a whole table, by the plans of their queries.</summary>
public sealed class ViewPlanTests
{
    [Fact]
    public void Every_view_of_the_solution_is_read_from_an_index()
    {
        var folder = Directory.CreateTempSubdirectory("plans-").FullName;
        try
        {
            using var organization = Organization.Open(new OrganizationOptions { DataFolder = folder });
            using (var zip = File.OpenRead(Solution()))
                organization.Import(zip);

            Assert.Empty(ViewPlans.ProblemsOf(organization, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Solution()
    {
        var assembly = typeof(Organization).Assembly;
        var path = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "DefaultSolution").Value!;
        return Path.GetFullPath(path, AppContext.BaseDirectory);
    }
}
