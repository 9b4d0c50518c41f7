using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;
using Sandbox.Metadata;
using Sandbox.Pipeline;

namespace Sandbox.Messages;

/// <summary>What clients ask when they begin: about the organization, and about who asks.</summary>
internal static class OrganizationMessages
{
    private const string Version = "9.2.0.0";

    public static OrganizationResponse WhoAmI(OrganizationRequest request, Scope scope) => new()
    {
        ResponseName = "WhoAmI",
        Results =
        {
            ["UserId"] = scope.User.Id,
            ["BusinessUnitId"] = scope.User.BusinessUnitId,
            ["OrganizationId"] = scope.Engine.OrganizationId,
        },
    };

    public static OrganizationResponse RetrieveVersion(OrganizationRequest request, Scope scope) => new()
    {
        ResponseName = "RetrieveVersion",
        Results = { ["Version"] = Version },
    };

    /// <summary>The organization; at which addresses it answers is known to whoever serves it.</summary>
    public static OrganizationResponse RetrieveCurrent(OrganizationRequest request, Scope scope)
    {
        request.Allow("AccessType");
        _ = request.Required<EndpointAccessType>("AccessType"); // There is one address, wherever it is asked from.
        var id = scope.Engine.OrganizationId;
        return new OrganizationResponse
        {
            ResponseName = request.RequestName,
            Results =
            {
                ["Detail"] = new OrganizationDetail
                {
                    OrganizationId = id,
                    FriendlyName = scope.Engine.OrganizationName,
                    UniqueName = scope.Engine.OrganizationName,
                    UrlName = scope.Engine.OrganizationName,
                    OrganizationVersion = Version,
                    EnvironmentId = id.ToString("D"),
                    Endpoints = new EndpointCollection(),
                    State = Microsoft.Xrm.Sdk.Organization.OrganizationState.Enabled,
                    SchemaType = "Standard",
                    OrganizationType = OrganizationType.Developer,
                },
            },
        };
    }

    public static OrganizationResponse RetrieveLanguages(OrganizationRequest request, Scope scope) => new()
    {
        ResponseName = request.RequestName,
        Results = { ["RetrieveProvisionedLanguages"] = scope.State.Model.Languages.ToArray() },
    };

    /// <summary>How many rows tables have, whoever may see them; the platform counts from time to time, this counts now.</summary>
    public static OrganizationResponse CountRows(OrganizationRequest request, Scope scope)
    {
        request.Allow("EntityNames");
        var counts = new EntityRecordCountCollection();
        foreach (var name in request.Required<string[]>("EntityNames").Distinct(StringComparer.Ordinal))
        {
            var table = scope.Schema.Table(name);
            Access.Require(scope.User, table, table.ReadPrivilege);
            counts[name] = scope.Operation.Read(connection => connection.Number($"SELECT count(*) FROM {table.Sql}")) ?? 0;
        }

        return new OrganizationResponse { ResponseName = request.RequestName, Results = { ["EntityRecordCountCollection"] = counts } };
    }

    /// <summary>What a user's roles and those of the user's teams grant, each privilege once at its deepest.</summary>
    public static OrganizationResponse RetrieveUserPrivileges(OrganizationRequest request, Scope scope)
    {
        request.Allow("UserId", "Target");
        var id = request.Optional<EntityReference>("Target")?.Id ?? request.Required<Guid>("UserId");
        var table = scope.Schema.Table("systemuser");
        var user = scope.Operation.Read(connection =>
        {
            if (!connection.Any($"SELECT 1 FROM {table.Sql} WHERE {table.Id.Sql} = ?", id)) throw Faults.DoesNotExist(table, id);
            return Users.Read(connection, scope.State.Model, id);
        });
        var held = user.IsAdministrator
            ? Privileges(scope.State.Model).Select(name => (Name: name, Depth: PrivilegeDepth.Global))
            : user.Reaches.Select(reach => (Name: reach.Key, reach.Value.Depth));
        return new OrganizationResponse
        {
            ResponseName = request.RequestName,
            Results =
            {
                ["RolePrivileges"] = held.OrderBy(privilege => privilege.Name, StringComparer.Ordinal)
                    .Select(privilege => new RolePrivilege(privilege.Depth, MetadataIds.Of("privilege:" + privilege.Name), user.BusinessUnitId, privilege.Name)).ToArray(),
            },
        };
    }

    // Those of the solutions' tables, and whatever else a role names.
    private static IEnumerable<string> Privileges(OrganizationModel model) =>
        PlatformRoles.OfTables(model.Tables.Values).Union(model.Roles.Values.SelectMany(role => role.Privileges.Keys), StringComparer.OrdinalIgnoreCase);
}
