namespace Packager.Model;

/// <summary>A registered plug-in type.</summary>
/// <param name="Id">Id.</param>
/// <param name="TypeName">Full type name without assembly.</param>
/// <param name="AssemblyQualifiedName">Assembly-qualified name as registered.</param>
public sealed record PluginTypeModel(Guid Id, string TypeName, string AssemblyQualifiedName);
