using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <seealso href="https://learn.microsoft.com/dotnet/api/microsoft.powerplatform.dataverse.client.serviceclient" />
public class ServiceClient : IDisposable
{
    /// <seealso href="https://learn.microsoft.com/dotnet/api/microsoft.powerplatform.dataverse.client.serviceclient.-ctor" />
    public ServiceClient(string dataverseConnectionString, ILogger logger = null) => throw null;

    /// <seealso href="https://learn.microsoft.com/dotnet/api/microsoft.powerplatform.dataverse.client.serviceclient.isready" />
    public bool IsReady => throw null;

    /// <seealso href="https://learn.microsoft.com/dotnet/api/microsoft.powerplatform.dataverse.client.serviceclient.lasterror" />
    public string LastError => throw null;

    /// <seealso href="https://learn.microsoft.com/dotnet/api/microsoft.powerplatform.dataverse.client.serviceclient.execute" />
    public OrganizationResponse Execute(OrganizationRequest request) => throw null;

    /// <seealso href="https://learn.microsoft.com/dotnet/api/microsoft.powerplatform.dataverse.client.serviceclient.dispose" />
    public void Dispose() => throw null;
}
