namespace DataverseReadiness.Cli.Environments;

/// <summary>The ways to sign in, as they are typed.</summary>
internal static class SignInKind
{
    public const string Auto = "auto";
    public const string Variables = "environment";
    public const string AzureCli = "azure-cli";
    public const string ManagedIdentity = "managed-identity";
    public const string DeviceCode = "device-code";

    public static IReadOnlyList<string> All { get; } = [Auto, Variables, AzureCli, ManagedIdentity, DeviceCode];
}
