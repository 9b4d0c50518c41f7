namespace DataverseReadiness.Rules.Probing;

/// <summary>Why there is no answer.</summary>
public enum TransportProblem
{
    /// <summary>The host name does not exist.</summary>
    NoSuchName,

    /// <summary>Nothing can be reached from here, or no name be looked up.</summary>
    NoNetwork,

    /// <summary>The time was up.</summary>
    TimeUp,

    /// <summary>The host takes no connections.</summary>
    NotListening,

    /// <summary>The connection broke off.</summary>
    Interrupted,

    /// <summary>The certificate is for another name.</summary>
    CertificateName,

    /// <summary>The certificate is not valid today.</summary>
    CertificateDate,

    /// <summary>The certificate was issued by nobody who is trusted.</summary>
    CertificateTrust,

    /// <summary>No encrypted connection could be agreed on.</summary>
    Encryption,

    /// <summary>The answer is none that the protocol knows, or its head is too long.</summary>
    Garbled,

    /// <summary>The name leads to an address that may not be asked.</summary>
    AddressRefused,

    /// <summary>The way out leads through a gateway, and that made no connection.</summary>
    Gateway,
}
