using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Hands out the organization service for a user.</summary>
public interface IOrganizationServiceFactory
{
    /// <summary>Null is SYSTEM, <see cref="Guid.Empty"/> the user the step runs as, anything else that user.</summary>
    IOrganizationService CreateOrganizationService(Guid? userId);
}
