namespace DataverseReadiness.Rules;

/// <summary>What a probe asks of an address. Values are those of the choice <c>rdy_probekind</c>.</summary>
public enum ProbeKind
{
    /// <summary>It answers.</summary>
    Address = 847360000,

    /// <summary>It ends at the Microsoft login, with an authority that is open to every organisation.</summary>
    SignIn = 847360001,

    /// <summary>The package is there and can be read.</summary>
    Package = 847360002,

    /// <summary>The package answers without its signature.</summary>
    PublicPackage = 847360003,
}
