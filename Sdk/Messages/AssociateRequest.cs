using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Links rows through a relationship.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class AssociateRequest : OrganizationRequest
{
    public AssociateRequest()
        : base("Associate")
    {
    }

    public EntityReferenceCollection RelatedEntities
    {
        get => Parameter<EntityReferenceCollection>("RelatedEntities");
        set => Parameters["RelatedEntities"] = value;
    }

    public Relationship Relationship
    {
        get => Parameter<Relationship>("Relationship");
        set => Parameters["Relationship"] = value;
    }

    public EntityReference Target
    {
        get => Parameter<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}
