namespace Packager.Model;

/// <summary>A security role.</summary>
/// <param name="Id">Role id.</param>
/// <param name="Name">Name.</param>
/// <param name="Privileges">Privilege name (<c>prvReadrdy_Offer</c>) to level: Basic, Local, Deep or Global.</param>
public sealed record RoleModel(Guid Id, string Name, IReadOnlyDictionary<string, string> Privileges)
{
    /// <summary>Whether members of a team that holds it have it as if it were their own; if not, only for what their teams own.</summary>
    public bool IsInherited { get; init; } = true;
}
