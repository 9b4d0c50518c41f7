namespace DataverseReadiness.Cli.Environments;

/// <summary>The environment answered that it does not do what was asked; the message says why and what to do.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="code">The platform's, such as <c>0x80040217</c>; empty where it gave none.</param>
internal sealed class RefusedException(int status, string code, string message) : TroubleException(message)
{
    /// <summary>There is no such table or action.</summary>
    public const string NoSegment = "0x8006088a";

    /// <summary>A plug-in refused on purpose, in a sentence.</summary>
    public const string ByPlugin = "0x80040265";

    public int Status => status;

    public string Code => code;
}
