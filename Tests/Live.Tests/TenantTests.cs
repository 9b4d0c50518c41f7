using Microsoft.PowerPlatform.Dataverse.Client;
using Plugins.Tests.Pipeline;

namespace Live.Tests;

/// <summary>What the sandbox is asked too, asked of a tenant in which the managed zip was imported.</summary>
public sealed class TenantTests
{
    /// <summary>A connection string as <see cref="ServiceClient"/> reads it.</summary>
    private const string Connection = "DATAVERSE_CONNECTION";

    public static TheoryData<string> Names => [.. SmokeCases.All.Select(test => test.Name)];

    [Needs(Connection)]
    [MemberData(nameof(Names))]
    public void Tenant(string name)
    {
        using var client = new ServiceClient(Environment.GetEnvironmentVariable(Connection));
        Assert.True(client.IsReady, client.LastError);
        using var organization = new SmokeOrganization(client.Execute);

        SmokeCases.All.Single(test => test.Name == name).Run(organization);
    }
}
