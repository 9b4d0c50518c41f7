using Sandbox.Network;

namespace Sandbox.Hosting;

/// <summary>What the sandbox is started with.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where it listens; port 0 with an address takes a free port.</summary>
    public string Url { get; init; } = "http://localhost:5080";

    /// <summary>Folder of the database.</summary>
    public string DataFolder { get; init; } = Path.GetFullPath(".sandbox");

    /// <summary>The solution zip to import; null for none.</summary>
    public string? Solution { get; init; } = BuildPaths.Solution;

    /// <summary>Folder whose subfolders hold samples; null for none.</summary>
    public string? Samples { get; init; } = Directory.Exists(BuildPaths.Samples) ? BuildPaths.Samples : null;

    /// <summary>Whether to begin with an empty organization.</summary>
    public bool Reset { get; init; }

    /// <summary>Whether to turn the organization's auditing on; if not, it stays as it is.</summary>
    public bool Audit { get; init; }

    /// <summary>What plug-ins can reach once the sandbox listens; until then, the named hosts alone.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>Switches of the organization beside its folder. Which event a block upload raises is not documented; served to a person, it raises an Update.</summary>
    public Func<OrganizationOptions, OrganizationOptions> Organization { get; init; } = options => options with { BlockUploadRaisesUpdate = true };
}
