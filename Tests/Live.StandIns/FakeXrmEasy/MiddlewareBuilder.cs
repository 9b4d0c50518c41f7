using FakeXrmEasy.Abstractions;
using FakeXrmEasy.Abstractions.Enums;
using FakeXrmEasy.Abstractions.Middleware;

namespace FakeXrmEasy.Middleware;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/MiddlewareBuilder.cs" />
public class MiddlewareBuilder : IMiddlewareBuilder
{
    internal MiddlewareBuilder() => throw null;

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/MiddlewareBuilder.cs" />
    public static IMiddlewareBuilder New() => throw null;

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/MiddlewareBuilder.cs" />
    public IMiddlewareBuilder SetLicense(FakeXrmEasyLicense license) => throw null;

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/MiddlewareBuilder.cs" />
    public IXrmFakedContext Build() => throw null;
}
