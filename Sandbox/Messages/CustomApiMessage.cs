using Microsoft.Xrm.Sdk;
using Packager.Model;
using Sandbox.Pipeline;

namespace Sandbox.Messages;

/// <summary>A custom API: its plug-in is the main operation.</summary>
internal static class CustomApiMessage
{
    private static readonly Type[] Types =
    [
        typeof(bool), typeof(DateTime), typeof(decimal), typeof(Entity), typeof(EntityCollection), typeof(EntityReference), typeof(double),
        typeof(int), typeof(Money), typeof(OptionSetValue), typeof(string), typeof(string[]), typeof(Guid),
    ];

    public static OrganizationResponse Execute(CustomApiModel api, OrganizationRequest request, Scope scope)
    {
        if (api.ExecutePrivilege is { Length: > 0 } privilege && scope.User.DepthOf(privilege) == PrivilegeDepth.None)
            throw Faults.PrivilegeDenied(scope.User, privilege);
        var table = api.BoundTable is { Length: > 0 } name ? scope.Schema.Table(name) : null;
        var id = Guid.Empty;
        if (api.BindingType == 1)
        {
            var target = request.Required<EntityReference>("Target");
            if (target.LogicalName != table!.Name) throw Faults.Invalid($"'{api.UniqueName}' is bound to '{table.Name}', not to '{target.LogicalName}'.");
            id = scope.Operation.Read(connection =>
            {
                var found = RowReader.Resolve(connection, table, target.Id, target.KeyAttributes);
                Access.RequireRow(connection, scope, table, found, table.ReadPrivilege);
                return found;
            });
        }

        Check(api, request);
        var input = new ParameterCollection();
        input.AddRange(request.Parameters);
        var run = new EventRun(scope, api.UniqueName, table, id, input);
        run.PreValidate();
        using var transaction = scope.Operation.BeginAtFirstWrite();
        run.PreOperate();
        if (scope.State.Steps.MainOperationOf(api.UniqueName) is { } plugin) run.RunMain(plugin);
        run.PostOperate();
        transaction.Commit();

        var response = new OrganizationResponse { ResponseName = api.UniqueName };
        foreach (var property in api.Properties)
        {
            if (!run.Output.TryGetValue(property.UniqueName, out var value) || value is null) continue;
            RequireType(api, property, value);
            response.Results[property.UniqueName] = value;
        }

        return response;
    }

    private static void Check(CustomApiModel api, OrganizationRequest request)
    {
        foreach (var parameter in api.Parameters)
        {
            if (request.Parameters.TryGetValue(parameter.UniqueName, out var value) && value is not null) RequireType(api, parameter, value);
            else if (!parameter.IsOptional) throw Faults.MissingParameter(api.UniqueName, parameter.UniqueName);
        }

        foreach (var (name, _) in request.Parameters)
        {
            if (!(name == "Target" && api.BindingType == 1) && name != "tag" && api.Parameters.All(parameter => parameter.UniqueName != name))
                throw Faults.Invalid($"'{api.UniqueName}' has no parameter '{name}'.");
        }
    }

    private static void RequireType(CustomApiModel api, CustomApiParameterModel parameter, object value)
    {
        var wanted = parameter.Type >= 0 && parameter.Type < Types.Length ? Types[parameter.Type] : typeof(object);
        if (!wanted.IsInstanceOfType(value))
            throw Faults.Invalid($"The parameter '{parameter.UniqueName}' of '{api.UniqueName}' takes a {wanted.Name}, not a {value.GetType().Name}.");
    }
}
