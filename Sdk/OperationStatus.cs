namespace Microsoft.Xrm.Sdk;

/// <summary>What a plug-in asks of the platform when it throws; only an asynchronous step is retried.</summary>
public enum OperationStatus
{
    Failed = 0,
    Canceled = 1,
    Retry = 2,
    Suspended = 3,
    Succeeded = 4,
}
