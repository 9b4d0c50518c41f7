using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads one row, and with <see cref="RelatedEntitiesQuery"/> its related rows, in one request.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveRequest : OrganizationRequest
{
    public RetrieveRequest()
        : base("Retrieve")
    {
    }

    public ColumnSet ColumnSet
    {
        get => Parameter<ColumnSet>("ColumnSet");
        set => Parameters["ColumnSet"] = value;
    }

    public RelationshipQueryCollection RelatedEntitiesQuery
    {
        get => Parameter<RelationshipQueryCollection>("RelatedEntitiesQuery");
        set => Parameters["RelatedEntitiesQuery"] = value;
    }

    public bool ReturnNotifications
    {
        get => Parameter<bool>("ReturnNotifications");
        set => Parameters["ReturnNotifications"] = value;
    }

    public EntityReference Target
    {
        get => Parameter<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}
