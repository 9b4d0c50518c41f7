using System;

namespace DataverseReadiness.Plugins.Spkl;

/// <summary>
/// How a step or custom API is registered, in the shape that spkl reads (it goes by the names of class, parameters and
/// properties and by the numbers of the enums). The one place where registration is written; the solution's XML is made from it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class CrmPluginRegistrationAttribute : Attribute
{
    /// <summary>Registers a step.</summary>
    /// <param name="filteringAttributes">Columns parted by commas, for Update only; empty means all.</param>
    /// <param name="executionOrder">Rank within the stage.</param>
    public CrmPluginRegistrationAttribute(
        string message,
        string entityLogicalName,
        StageEnum stage,
        ExecutionModeEnum executionMode,
        string filteringAttributes,
        string stepName,
        int executionOrder,
        IsolationModeEnum isolationModel)
    {
        Message = message;
        EntityLogicalName = entityLogicalName;
        Stage = stage;
        ExecutionMode = executionMode;
        FilteringAttributes = filteringAttributes;
        Name = stepName;
        ExecutionOrder = executionOrder;
        IsolationMode = isolationModel;
    }

    /// <summary>Registers the class as the main operation of a custom API.</summary>
    public CrmPluginRegistrationAttribute(string message)
    {
        Message = message;
        IsolationMode = IsolationModeEnum.Sandbox;
    }

    public string Message { get; }

    public string EntityLogicalName { get; } = string.Empty;

    /// <summary>Null for a custom API.</summary>
    public StageEnum? Stage { get; }

    public ExecutionModeEnum ExecutionMode { get; } = ExecutionModeEnum.Synchronous;

    public string FilteringAttributes { get; } = string.Empty;

    public string Name { get; } = string.Empty;

    public int ExecutionOrder { get; }

    public IsolationModeEnum IsolationMode { get; }

    /// <summary>GUID of the step: stays the same so that an import updates the step instead of adding one.</summary>
    public string? Id { get; set; }

    public string? Description { get; set; }

    public ImageTypeEnum Image1Type { get; set; }

    /// <summary>Alias of the image, the key under which the step finds it.</summary>
    public string? Image1Name { get; set; }

    /// <summary>Columns of the image, parted by commas.</summary>
    public string? Image1Attributes { get; set; }

    /// <summary>GUID of the image; spkl passes over it.</summary>
    public string? Image1Id { get; set; }

    /// <summary>Whether the system job of an asynchronous step is removed once it has succeeded.</summary>
    public bool DeleteAsyncOperation { get; set; }
}
