namespace Sdk.Tests;

/// <summary>A plug-in stores the identity it was built against; Dataverse answers with its own assembly of that identity.</summary>
public sealed class IdentityTests
{
    private const string PublicKey =
        "0024000004800000940000000602000000240000525341310004000001000100b5fc90e7027f67871e773a8fde8938c81dd402ba65b9201d60593e96c492651e"
        + "889cc13f1415ebb53fac1131ae0bd333c5ee6021672d9718ea31a8aebd0da0072f25d87dba6fc90ffd598ed4da35e44c398c454307e8e33b8426143daec9f596"
        + "836f97c8f74750e5975c64e2189f45def46b2a2b1247adc3652bf5c308055da9";

    [Theory]
    [MemberData(nameof(Legs.All), MemberType = typeof(Legs))]
    public void The_identity_is_that_of_the_official_assembly(string leg)
    {
        var name = Legs.Load(leg).GetName();

        Assert.Equal("Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", name.FullName);
        Assert.Equal(PublicKey, Convert.ToHexStringLower(name.GetPublicKey()!));
    }
}
