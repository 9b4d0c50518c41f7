using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox.Pipeline;

namespace Sandbox.Messages;

/// <summary>Several requests in one.</summary>
internal static class BatchMessages
{
    private const int MostRequests = 1000;

    /// <summary>All or nothing.</summary>
    public static OrganizationResponse ExecuteTransaction(OrganizationRequest request, Scope scope)
    {
        RefuseInPlugin(request, scope);
        var requests = Requests(request);
        var responses = new OrganizationResponseCollection();
        using var transaction = scope.Operation.Begin();
        foreach (var each in requests) responses.Add(scope.Engine.Dispatch(each, scope));
        transaction.Commit();
        return new ExecuteTransactionResponse { ResponseName = request.RequestName, Results = { ["Responses"] = responses } };
    }

    /// <summary>Each for itself.</summary>
    public static OrganizationResponse ExecuteMultiple(OrganizationRequest request, Scope scope)
    {
        RefuseInPlugin(request, scope);
        var settings = request.Optional<ExecuteMultipleSettings>("Settings") ?? new ExecuteMultipleSettings();
        var responses = new ExecuteMultipleResponseItemCollection();
        var faulted = false;
        var index = 0;
        foreach (var each in Requests(request))
        {
            try
            {
                var response = scope.Engine.Dispatch(each, scope);
                if (settings.ReturnResponses) responses.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Response = response });
            }
            catch (OrganizationFault fault)
            {
                faulted = true;
                responses.Add(new ExecuteMultipleResponseItem
                {
                    RequestIndex = index,
                    Fault = new OrganizationServiceFault { ErrorCode = fault.Code, Message = fault.Message, Timestamp = scope.Engine.Now },
                });
                if (!settings.ContinueOnError) break;
            }

            index++;
        }

        return new ExecuteMultipleResponse { ResponseName = request.RequestName, Results = { ["Responses"] = responses, ["IsFaulted"] = faulted } };
    }

    private static OrganizationRequestCollection Requests(OrganizationRequest request)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        return requests.Count <= MostRequests ? requests : throw Faults.Invalid($"A batch takes at most {MostRequests} requests.");
    }

    // Documented as unsupported there; the sandbox is strict so that nobody comes to depend on it.
    private static void RefuseInPlugin(OrganizationRequest request, Scope scope)
    {
        if (scope.Parent is not null) throw Faults.NotSupported($"'{request.RequestName}' within a plug-in or another operation");
    }
}
