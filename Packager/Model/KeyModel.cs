namespace Packager.Model;

/// <summary>An alternate key.</summary>
/// <param name="LogicalName">Name of the key.</param>
/// <param name="Columns">Logical names of its columns, in order.</param>
/// <param name="DisplayName">Display name by language.</param>
public sealed record KeyModel(string LogicalName, IReadOnlyList<string> Columns, Labels DisplayName);
