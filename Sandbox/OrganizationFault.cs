namespace Sandbox;

/// <summary>A refusal as the platform words it: its code, a sentence, and details by name.</summary>
public sealed class OrganizationFault(
    int code, string message, IReadOnlyDictionary<string, string>? details = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public int Code { get; } = code;

    /// <summary>Details by name, as the Web API shows them under <c>@Microsoft.PowerApps.CDS.ErrorDetails.</c></summary>
    public IReadOnlyDictionary<string, string> Details { get; } = details ?? new Dictionary<string, string>();

    /// <summary>What the plug-ins of the request had traced when it failed; empty when no plug-in was involved.</summary>
    public string TraceText { get; internal set; } = "";

    /// <summary>The code as clients read it: <c>0x80040217</c>.</summary>
    public string HexCode => "0x" + Code.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
