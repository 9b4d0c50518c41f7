using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What went wrong in the organization service.</summary>
[Serializable]
[DataContract(Name = "BaseServiceFault", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public abstract class BaseServiceFault : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;
    private ErrorDetailCollection _errorDetails;

    protected BaseServiceFault()
    {
    }

    public Guid ActivityId { get; set; }

    /// <summary>The platform's code, for instance 0x80040217 as a negative number.</summary>
    public int ErrorCode { get; set; }

    public ErrorDetailCollection ErrorDetails
    {
        get => _errorDetails ?? (_errorDetails = new ErrorDetailCollection());
        set => _errorDetails = value;
    }

    public string HelpLink { get; set; }

    public string Message { get; set; }

    public DateTime Timestamp { get; set; }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }
}
