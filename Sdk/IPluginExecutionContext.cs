namespace Microsoft.Xrm.Sdk;

/// <summary>The context a plug-in gets.</summary>
public interface IPluginExecutionContext : IExecutionContext
{
    /// <summary>Context of the operation that caused this one.</summary>
    IPluginExecutionContext ParentContext { get; }

    /// <summary>10 pre-validation, 20 pre-operation, 30 main operation, 40 post-operation.</summary>
    int Stage { get; }
}
