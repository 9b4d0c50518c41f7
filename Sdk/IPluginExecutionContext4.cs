namespace Microsoft.Xrm.Sdk;

/// <summary>Adds the images of a bulk message, index-aligned with its targets.</summary>
public interface IPluginExecutionContext4 : IPluginExecutionContext3
{
    EntityImageCollection[] PostEntityImagesCollection { get; }

    EntityImageCollection[] PreEntityImagesCollection { get; }
}
