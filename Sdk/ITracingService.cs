namespace Microsoft.Xrm.Sdk;

/// <summary>Writes to the plug-in trace log.</summary>
public interface ITracingService
{
    /// <summary>Formats only when there are arguments.</summary>
    void Trace(string format, params object[] args);
}
