using DataverseReadiness.Rules;
using Xunit.Sdk;

namespace Plugins.Tests.Pipeline;

/// <summary>The questions that Tests/Live.Tests asks of a tenant, asked of the sandbox.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly TestOrganization _organization = new();

    public static TheoryData<string> Names => [.. SmokeCases.All.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sandbox(string name)
    {
        using var organization = new SmokeOrganization(_organization.Execute);

        SmokeCases.All.Single(test => test.Name == name).Run(organization);
    }

    [Fact]
    public void A_stored_verdict_that_the_rules_do_not_give_is_noticed()
    {
        using var organization = new SmokeOrganization(_organization.Execute);
        var offer = _organization.CreateOffer();
        _organization.SetBehindTheBack($"UPDATE rdy_checklistitem SET rdy_verdict = {(int)VerdictKind.Met} WHERE rdy_key = 'D365-18-T-06'");

        var notice = Assert.ThrowsAny<XunitException>(() => organization.AssertEvaluated(offer));

        Assert.Contains("rdy_checklistitem", notice.Message);
        Assert.Contains("rdy_verdict = ", notice.Message);
    }

    public void Dispose() => _organization.Dispose();
}
