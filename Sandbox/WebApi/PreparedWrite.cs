using Microsoft.Xrm.Sdk;

namespace Sandbox.WebApi;

/// <summary>A writing request, checked and ready: run on its own, or as a part of a change set with others in one transaction.</summary>
/// <param name="Request">What the organization is to do.</param>
/// <param name="Answer">The answer when it has been done.</param>
internal sealed record PreparedWrite(OrganizationRequest Request, Func<OrganizationResponse, WebApiResponse> Answer)
{
    public WebApiResponse Run(WebApiRequest request) => Answer(request.Execute(request.WithOptions(Request)));
}
