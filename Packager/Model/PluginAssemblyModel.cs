namespace Packager.Model;

/// <summary>A plug-in assembly.</summary>
/// <param name="Id">Id.</param>
/// <param name="FullName">Full assembly name.</param>
/// <param name="Types">Registered plug-in types.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PluginAssemblyModel(
    Guid Id, string FullName, IReadOnlyList<PluginTypeModel> Types, ReadOnlyMemory<byte> Content);
