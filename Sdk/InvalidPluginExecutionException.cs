using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The one exception a plug-in throws on purpose: the operation is rolled back and the person sees the message as plain text.</summary>
[Serializable]
public sealed class InvalidPluginExecutionException : Exception, ISerializable
{
    private readonly Dictionary<string, string> _exceptionDetails = new Dictionary<string, string>();

    public InvalidPluginExecutionException()
    {
    }

    public InvalidPluginExecutionException(string message)
        : base(message)
    {
    }

    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus)
        : base(message) => HttpStatus = httpStatus;

    public InvalidPluginExecutionException(string message, Dictionary<string, string> exceptionDetails)
        : base(message) => _exceptionDetails = exceptionDetails ?? _exceptionDetails;

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus, Dictionary<string, string> exceptionDetails)
        : this(message, exceptionDetails) => HttpStatus = httpStatus;

    public InvalidPluginExecutionException(OperationStatus status) => Status = status;

    public InvalidPluginExecutionException(OperationStatus status, string message)
        : base(message) => Status = status;

    public InvalidPluginExecutionException(OperationStatus status, string message, Dictionary<string, string> exceptionDetails)
        : this(message, exceptionDetails) => Status = status;

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : this(status, message) => ErrorCode = errorCode;

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message, PluginHttpStatusCode httpStatus)
        : this(status, errorCode, message) => HttpStatus = httpStatus;

    /// <summary>The plug-in's own code; clients find it as the sub-error code.</summary>
    public int ErrorCode { get; }

    public OperationStatus Status { get; }

    public PluginHttpStatusCode HttpStatus { get; }

    public IReadOnlyDictionary<string, string> ExceptionDetails => _exceptionDetails;

#pragma warning disable CS0672, SYSLIB0051 // The official type has this member; modern .NET calls it obsolete.
    /// <inheritdoc />
    public override void GetObjectData(SerializationInfo info, StreamingContext context)
    {
        base.GetObjectData(info, context);
        info.AddValue(nameof(Status), (int)Status);
        info.AddValue(nameof(ErrorCode), ErrorCode);
        info.AddValue(nameof(HttpStatus), (int)HttpStatus);
    }
#pragma warning restore CS0672, SYSLIB0051

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}
