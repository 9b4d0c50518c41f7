using FakeXrmEasy.Abstractions;
using Microsoft.Xrm.Sdk;

namespace FakeXrmEasy.Plugins;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/IXrmBaseContextPluginExtensions.cs" />
public static class IXrmBaseContextPluginExtensions
{
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/IXrmBaseContextPluginExtensions.cs" />
    public static XrmFakedPluginExecutionContext GetDefaultPluginContext(this IXrmBaseContext context) => throw null;

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/IXrmBaseContextPluginExtensions.cs" />
    public static IPlugin ExecutePluginWith<T>(this IXrmBaseContext context, XrmFakedPluginExecutionContext ctx = null)
        where T : IPlugin, new() => throw null;

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/IXrmBaseContextPluginExtensions.cs" />
    public static IPlugin ExecutePluginWith<T>(
        this IXrmBaseContext context, ParameterCollection inputParameters, ParameterCollection outputParameters, EntityImageCollection preEntityImages, EntityImageCollection postEntityImages)
        where T : IPlugin, new() => throw null;
}
