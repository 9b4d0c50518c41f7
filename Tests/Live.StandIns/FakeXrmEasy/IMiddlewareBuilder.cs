using FakeXrmEasy.Abstractions.Enums;

namespace FakeXrmEasy.Abstractions.Middleware;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Middleware/IMiddleware.cs" />
public interface IMiddlewareBuilder
{
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Middleware/IMiddleware.cs" />
    IMiddlewareBuilder SetLicense(FakeXrmEasyLicense license);

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Middleware/IMiddleware.cs" />
    IXrmFakedContext Build();
}
