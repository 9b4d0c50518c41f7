using Microsoft.Xrm.Sdk;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Who is a member of which team, and who holds which role: the many-to-many relationships of the platform itself.</summary>
internal static class TeamMessages
{
    private static readonly Dictionary<string, Membership> Memberships = new(StringComparer.OrdinalIgnoreCase)
    {
        [SystemTables.TeamMembers] = new("teammembership", "teammembershipid", "team", "systemuser", "prvWriteTeam"),
        [SystemTables.UserRoles] = new("systemuserroles", "systemuserroleid", "systemuser", "role", "prvAssignRole"),
        [SystemTables.TeamRoles] = new("teamroles", "teamroleid", "team", "role", "prvAssignRole"),
    };

    public static OrganizationResponse AddMembers(OrganizationRequest request, Scope scope) => SetMembers(request, scope, associate: true);

    public static OrganizationResponse RemoveMembers(OrganizationRequest request, Scope scope) => SetMembers(request, scope, associate: false);

    /// <summary>Whether the relationship is one of those that this class keeps.</summary>
    public static bool IsMembership(string relationship) => Memberships.ContainsKey(relationship);

    /// <summary>Ties rows together over such a relationship, or parts them; what is so already stays so.</summary>
    public static void Set(Scope scope, string relationship, EntityReference target, IEnumerable<EntityReference> related, bool associate)
    {
        var membership = Memberships[relationship];
        if (!scope.User.IsUnlimited) throw Faults.PrivilegeDenied(scope.User, membership.Privilege);
        using var transaction = scope.Operation.Begin();
        foreach (var other in related)
        {
            var (first, second) = target.LogicalName == membership.First ? (target, other) : (other, target);
            if (first.LogicalName != membership.First || second.LogicalName != membership.Second)
            {
                throw Faults.Invalid(
                    $"The relationship '{relationship}' ties '{membership.First}' and '{membership.Second}' together, not '{target.LogicalName}' and '{other.LogicalName}'.");
            }

            RequireThere(scope, first);
            RequireThere(scope, second);
            Check(scope, relationship, first.Id, second.Id, associate);
            if (Write(scope, membership, first.Id, second.Id, associate)) Auditing.Related(scope, relationship, first, second, associate);
        }

        scope.Operation.TouchedUsers = true;
        transaction.Commit();
    }

    private static OrganizationResponse SetMembers(OrganizationRequest request, Scope scope, bool associate)
    {
        var team = new EntityReference("team", request.Required<Guid>("TeamId"));
        Set(scope, SystemTables.TeamMembers, team, request.Required<Guid[]>("MemberIds").Select(id => new EntityReference("systemuser", id)), associate);
        return new OrganizationResponse { ResponseName = request.RequestName };
    }

    private static void Check(Scope scope, string relationship, Guid first, Guid second, bool associate)
    {
        var writer = scope.Operation.Writer;
        if (relationship.Equals(SystemTables.TeamMembers, StringComparison.OrdinalIgnoreCase) && writer.Number("SELECT isdefault FROM team WHERE teamid = ?", first) == 1)
        {
            throw associate
                ? new OrganizationFault(ErrorCodes.CannotAddMembersToDefaultTeam, $"Can't add members to the default business unit team (TeamId = {first:D}).")
                : new OrganizationFault(ErrorCodes.CannotRemoveMembersFromDefaultTeam, $"Can't remove members from the default business unit team (TeamId = {first:D}).");
        }

        if (relationship.Equals(SystemTables.TeamRoles, StringComparison.OrdinalIgnoreCase) && writer.Number("SELECT teamtype FROM team WHERE teamid = ?", first) == 1)
            throw new OrganizationFault(ErrorCodes.CannotAssignRolesToAccessTeam, $"Cannot assign roles or profiles to an access team (TeamId = {first:D}).");
        if (relationship.Equals(SystemTables.UserRoles, StringComparison.OrdinalIgnoreCase) && !associate && second == SystemTables.AdministratorRole
            && !writer.Any("SELECT 1 FROM systemuserroles WHERE roleid = ? AND systemuserid <> ?", second, first))
        {
            throw new OrganizationFault(
                ErrorCodes.CannotRemoveFromSysAdmin, "A user cannot be removed from the System Administrator Role if they are the only user that has the role.");
        }
    }

    /// <summary>Whether anything had to be written.</summary>
    private static bool Write(Scope scope, Membership membership, Guid first, Guid second, bool associate)
    {
        var writer = scope.Operation.Writer;
        var where = $"{membership.First}id = ? AND {membership.Second}id = ?";
        if (!associate) return writer.Run($"DELETE FROM {membership.Table} WHERE {where}", first, second) > 0;
        if (writer.Any($"SELECT 1 FROM {membership.Table} WHERE {where}", first, second)) return false;
        var now = Values.Seconds(scope.Engine.Now);
        writer.Run(
            $"INSERT INTO {membership.Table} ({membership.Id}, {membership.First}id, {membership.Second}id, createdon, modifiedon, versionnumber) VALUES (?, ?, ?, ?, ?, ?)",
            Guid.CreateVersion7(), first, second, now, now, scope.Engine.Database.NextRowVersion());
        return true;
    }

    private static void RequireThere(Scope scope, EntityReference reference)
    {
        var table = scope.Schema.Table(reference.LogicalName);
        if (!scope.Operation.Writer.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", reference.Id)) throw Faults.DoesNotExist(table, reference.Id);
    }

    /// <param name="Table">The table between.</param>
    /// <param name="Id">Its key.</param>
    /// <param name="First">Table on one side.</param>
    /// <param name="Second">Table on the other side.</param>
    /// <param name="Privilege">What the platform asks for; here the administrator has it.</param>
    private sealed record Membership(string Table, string Id, string First, string Second, string Privilege);
}
