using System;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Probing;

namespace DataverseReadiness.Plugins.Probing;

/// <summary>An address of an offer and where it stands.</summary>
internal sealed class ProbedPlace(ProbeKind kind, string table, Guid rowId, string column, string url)
{
    public ProbeKind Kind => kind;

    public string Table => table;

    public Guid RowId => rowId;

    /// <summary>As the stored result names it.</summary>
    public string Target { get; } = new FixTarget(table, rowId, column).ToString();

    public string Url => url;

    /// <summary>How asking it ended; null when it was not asked.</summary>
    public ProbeResult? Result { get; set; }

    /// <summary>Asks it. A package cannot be asked here: the address that is stored has no signature.</summary>
    /// <param name="appId">The application that has to sign in.</param>
    public void Ask(string? appId) => Result = kind switch
    {
        ProbeKind.SignIn => ProbeRun.OfSignIn(url, appId, new WebTransport()),
        ProbeKind.PublicPackage => ProbeRun.OfPublicPackage(url, new WebTransport()),
        _ => ProbeRun.OfAddress(url, new WebTransport()),
    };
}
