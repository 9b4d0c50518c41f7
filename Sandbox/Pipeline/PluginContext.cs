using Microsoft.Xrm.Sdk;

namespace Sandbox.Pipeline;

/// <summary>What a plug-in sees of the operation it runs in.</summary>
internal sealed class PluginContext : IPluginExecutionContext7
{
    private static readonly ParameterCollection NoOutput = [];

    public required int Stage { get; init; }

    public required string MessageName { get; init; }

    public required string PrimaryEntityName { get; init; }

    public required Guid PrimaryEntityId { get; init; }

    public required int Depth { get; init; }

    public required Guid UserId { get; init; }

    public required Guid InitiatingUserId { get; init; }

    public required Guid BusinessUnitId { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string OrganizationName { get; init; }

    public required Guid CorrelationId { get; init; }

    public required Guid OperationId { get; init; }

    public required bool IsInTransaction { get; init; }

    public required ParameterCollection InputParameters { get; init; }

    public ParameterCollection OutputParameters { get; init; } = NoOutput;

    public required ParameterCollection SharedVariables { get; init; }

    public IPluginExecutionContext? ParentContext { get; init; }

    public EntityImageCollection PreEntityImages { get; init; } = [];

    public EntityImageCollection PostEntityImages { get; init; } = [];

    /// <summary>For a bulk message the images of each row, in step with <c>Targets</c>; null for others.</summary>
    public EntityImageCollection[]? BulkPreImages { get; init; }

    /// <summary>As <see cref="BulkPreImages"/>.</summary>
    public EntityImageCollection[]? BulkPostImages { get; init; }

    public EntityImageCollection[] PreEntityImagesCollection => BulkPreImages ?? [PreEntityImages];

    public EntityImageCollection[] PostEntityImagesCollection => BulkPostImages ?? [PostEntityImages];

    public EntityReference? OwningExtension { get; init; }

    public Guid? RequestId { get; init; }

    public required DateTime OperationCreatedOn { get; init; }

    public int Mode { get; init; }

    public int IsolationMode => 2;

    public string SecondaryEntityName => "none";

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    public Guid PortalsContactId => Guid.Empty;

    public Guid AuthenticatedUserId => InitiatingUserId;

    public string InitiatingUserAgent => "";

    public string EnvironmentId => OrganizationId.ToString("D", System.Globalization.CultureInfo.InvariantCulture);

    public Guid TenantId => Guid.Empty;

    public bool IsApplicationUser => false;
}
