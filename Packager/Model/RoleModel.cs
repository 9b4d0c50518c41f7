namespace Packager.Model;

/// <summary>A security role.</summary>
/// <param name="Id">Role id.</param>
/// <param name="Name">Name.</param>
/// <param name="Privileges">Privilege name (<c>prvReadrdy_Offer</c>) to level: Basic, Local, Deep or Global.</param>
public sealed record RoleModel(Guid Id, string Name, IReadOnlyDictionary<string, string> Privileges);
