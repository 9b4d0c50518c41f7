using Microsoft.Xrm.Sdk;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>The rules for who is a member of which team and who holds which role or field security profile: many-to-many relationships of the platform itself.</summary>
internal static class Memberships
{
    // What the platform asks for; here the administrator has it.
    private static readonly Dictionary<string, string> Privileges = new(StringComparer.Ordinal)
    {
        [SystemTables.TeamMembers] = "prvWriteTeam",
        [SystemTables.UserRoles] = "prvAssignRole",
        [SystemTables.TeamRoles] = "prvAssignRole",
        [SystemTables.UserProfiles] = "prvWriteFieldSecurityProfile",
        [SystemTables.TeamProfiles] = "prvWriteFieldSecurityProfile",
    };

    public static OrganizationResponse AddMembers(OrganizationRequest request, Scope scope)
    {
        var (team, members) = Read(request);
        using var transaction = scope.Operation.Begin();
        Ties.Set(scope, Side(scope), team, members, associate: true, passesOverTied: true);
        transaction.Commit();
        return new OrganizationResponse { ResponseName = request.RequestName };
    }

    public static OrganizationResponse RemoveMembers(OrganizationRequest request, Scope scope)
    {
        var (team, members) = Read(request);
        using var transaction = scope.Operation.Begin();
        Ties.Set(scope, Side(scope), team, members, associate: false);
        transaction.Commit();
        return new OrganizationResponse { ResponseName = request.RequestName };
    }

    /// <summary>Faults when the relationship is one of these and the user may not change it.</summary>
    public static void RequireRight(Scope scope, IntersectSide side)
    {
        if (!scope.User.IsUnlimited && Privileges.TryGetValue(side.Relationship, out var privilege)) throw Faults.PrivilegeDenied(scope.User, privilege);
    }

    /// <summary>Faults where two rows cannot be tied or parted over one of these relationships.</summary>
    public static void Check(Scope scope, IntersectSide side, Guid own, Guid other, bool associate)
    {
        if (!Privileges.ContainsKey(side.Relationship)) return;
        var (first, second) = side.IsFirst ? (own, other) : (other, own);
        var writer = scope.Operation.Writer;
        if (side.Relationship == SystemTables.TeamMembers && writer.Number("SELECT isdefault FROM team WHERE teamid = ?", first) == 1)
        {
            throw associate
                ? new OrganizationFault(ErrorCodes.CannotAddMembersToDefaultTeam, $"Can't add members to the default business unit team (TeamId = {first:D}).")
                : new OrganizationFault(ErrorCodes.CannotRemoveMembersFromDefaultTeam, $"Can't remove members from the default business unit team (TeamId = {first:D}).");
        }

        if (side.Relationship == SystemTables.TeamRoles && writer.Number("SELECT teamtype FROM team WHERE teamid = ?", first) == 1)
            throw new OrganizationFault(ErrorCodes.CannotAssignRolesToAccessTeam, $"Cannot assign roles or profiles to an access team (TeamId = {first:D}).");
        if (side.Relationship == SystemTables.UserRoles && !associate && second == SystemTables.AdministratorRole
            && !writer.Any("SELECT 1 FROM systemuserroles WHERE roleid = ? AND systemuserid <> ?", second, first))
        {
            throw new OrganizationFault(
                ErrorCodes.CannotRemoveFromSysAdmin, "A user cannot be removed from the System Administrator Role if they are the only user that has the role.");
        }
    }

    private static IntersectSide Side(Scope scope) =>
        Intersects.SideOf(scope.State.Model.Relationships.First(relationship => relationship.Name == SystemTables.TeamMembers), isFirst: true);

    private static (EntityReference Team, IEnumerable<EntityReference> Members) Read(OrganizationRequest request) =>
        (new EntityReference("team", request.Required<Guid>("TeamId")), request.Required<Guid[]>("MemberIds").Select(id => new EntityReference("systemuser", id)));
}
