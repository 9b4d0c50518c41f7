using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>The events of a message that does what other messages do, such as Assign, which is an Update: they enclose those of the others.</summary>
internal static class MessageEvents
{
    /// <summary>Runs a message with its events, in one transaction.</summary>
    /// <param name="scope">Where the request comes from.</param>
    /// <param name="request">The request; its steps get a copy of the parameters.</param>
    /// <param name="table">Table of the row it is about.</param>
    /// <param name="id">That row.</param>
    /// <param name="main">What the message does, told by the parameters as the steps left them.</param>
    public static OrganizationResponse Run(Scope scope, OrganizationRequest request, TableSchema table, Guid id, Action<Scope, OrganizationRequest> main)
    {
        var sent = new OrganizationRequest(request.RequestName);
        sent.Parameters.AddRange(request.Parameters);
        var run = new EventRun(scope, request.RequestName, table, id, sent.Parameters);
        run.PreValidate();
        using var transaction = scope.Operation.Begin();
        run.PreOperate();
        main(scope.Within(run.Outer), sent);
        run.PostOperate();
        transaction.Commit();
        return new OrganizationResponse { ResponseName = request.RequestName };
    }
}
