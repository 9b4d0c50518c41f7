using FakeXrmEasy.Abstractions.Middleware;

namespace FakeXrmEasy.Middleware.Crud;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/Crud/MiddlewareBuilderExtensions.Crud.cs" />
public static class MiddlewareBuilderCrudExtensions
{
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/Crud/MiddlewareBuilderExtensions.Crud.cs" />
    public static IMiddlewareBuilder AddCrud(this IMiddlewareBuilder builder) => throw null;

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-core/blob/main/src/FakeXrmEasy.Core/Middleware/Crud/MiddlewareBuilderExtensions.Crud.cs" />
    public static IMiddlewareBuilder UseCrud(this IMiddlewareBuilder builder) => throw null;
}
