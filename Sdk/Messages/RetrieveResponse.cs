using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Answer to <see cref="RetrieveRequest"/>.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveResponse : OrganizationResponse
{
    public Entity Entity => Result<Entity>("Entity");

    public object Notifications => Result<object>("Notifications");
}
