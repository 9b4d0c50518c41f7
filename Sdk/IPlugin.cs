using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>A plug-in.</summary>
public interface IPlugin
{
    /// <summary>One instance serves several threads: it must hold no state.</summary>
    void Execute(IServiceProvider serviceProvider);
}
