namespace Packager.Model;

/// <summary>A custom API.</summary>
public sealed record CustomApiModel
{
    /// <summary>Unique name, which is the message name.</summary>
    public required string UniqueName { get; init; }

    /// <summary>0 global, 1 table, 2 collection.</summary>
    public required int BindingType { get; init; }

    /// <summary>Table it is bound to.</summary>
    public string? BoundTable { get; init; }

    /// <summary>True for a function (GET), false for an action (POST).</summary>
    public required bool IsFunction { get; init; }

    /// <summary>Whether it is hidden from <c>$metadata</c>.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Privilege needed to call it, if any.</summary>
    public string? ExecutePrivilege { get; init; }

    /// <summary>Id of the plug-in type that is its main operation.</summary>
    public Guid? PluginTypeId { get; init; }

    /// <summary>0 none, 1 async only, 2 sync and async.</summary>
    public int AllowedCustomProcessingStepType { get; init; }

    /// <summary>Request parameters.</summary>
    public IReadOnlyList<CustomApiParameterModel> Parameters { get; init; } = [];

    /// <summary>Response properties.</summary>
    public IReadOnlyList<CustomApiParameterModel> Properties { get; init; } = [];
}
