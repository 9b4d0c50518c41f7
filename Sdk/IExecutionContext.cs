using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>What the platform tells about the operation that raised a step.</summary>
public interface IExecutionContext
{
    Guid BusinessUnitId { get; }

    Guid CorrelationId { get; }

    /// <summary>1 for the outermost operation; the platform ends a chain above 8.</summary>
    int Depth { get; }

    /// <summary>The user who called; <see cref="UserId"/> is the user the step runs as.</summary>
    Guid InitiatingUserId { get; }

    /// <summary>Can be changed in stages 10 and 20. Keys are case-sensitive.</summary>
    ParameterCollection InputParameters { get; }

    bool IsExecutingOffline { get; }

    bool IsInTransaction { get; }

    bool IsOfflinePlayback { get; }

    /// <summary>1 none, 2 sandbox.</summary>
    int IsolationMode { get; }

    string MessageName { get; }

    /// <summary>0 synchronous, 1 asynchronous.</summary>
    int Mode { get; }

    DateTime OperationCreatedOn { get; }

    Guid OperationId { get; }

    Guid OrganizationId { get; }

    string OrganizationName { get; }

    /// <summary>Filled after stage 30.</summary>
    ParameterCollection OutputParameters { get; }

    EntityReference OwningExtension { get; }

    EntityImageCollection PostEntityImages { get; }

    EntityImageCollection PreEntityImages { get; }

    Guid PrimaryEntityId { get; }

    string PrimaryEntityName { get; }

    Guid? RequestId { get; }

    string SecondaryEntityName { get; }

    /// <summary>Values must be serialisable. Those set in stage 10 are found through <see cref="IPluginExecutionContext.ParentContext"/> from stage 20 on.</summary>
    ParameterCollection SharedVariables { get; }

    Guid UserId { get; }
}
