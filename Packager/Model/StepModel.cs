namespace Packager.Model;

/// <summary>A registered step.</summary>
public sealed record StepModel
{
    /// <summary>Step id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Message name (<c>Create</c>); resolved from the message id where the XML has only that.</summary>
    public required string Message { get; init; }

    /// <summary>Full type name of the plug-in, without assembly.</summary>
    public required string PluginTypeName { get; init; }

    /// <summary>Id of the plug-in type, where the XML has it.</summary>
    public Guid? PluginTypeId { get; init; }

    /// <summary>Table; null for any.</summary>
    public string? Table { get; init; }

    /// <summary>10, 20 or 40.</summary>
    public required int Stage { get; init; }

    /// <summary>True when asynchronous.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>Execution order, lowest first.</summary>
    public required int Rank { get; init; }

    /// <summary>Filtering attributes; empty for every column.</summary>
    public IReadOnlyList<string> FilteringAttributes { get; init; } = [];

    /// <summary>Unsecure configuration.</summary>
    public string? Configuration { get; init; }

    /// <summary>Images.</summary>
    public IReadOnlyList<StepImageModel> Images { get; init; } = [];
}
