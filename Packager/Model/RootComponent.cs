namespace Packager.Model;

/// <summary>One line of the manifest's root components.</summary>
/// <param name="Type">Component type code (1 table, 9 choice, 20 role, 61 web resource, ...).</param>
/// <param name="SchemaName">Name, where the type is named.</param>
/// <param name="Id">Id, where the type is identified.</param>
/// <param name="Behavior">0 everything, 1 no subcomponents, 2 shell.</param>
public sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior);
