namespace Packager.Registration;

/// <summary>A step as an attribute declares it.</summary>
internal sealed record StepRegistration
{
    public required string TypeName { get; init; }

    public required string Message { get; init; }

    /// <summary>Logical name; empty for any table.</summary>
    public required string Table { get; init; }

    public required int Stage { get; init; }

    public required bool IsAsync { get; init; }

    public required int Rank { get; init; }

    public required string Name { get; init; }

    public string FilteringAttributes { get; init; } = "";

    /// <summary>An id of its own; null where it follows from the rest.</summary>
    public Guid? Id { get; init; }

    public string Description { get; init; } = "";

    public string Configuration { get; init; } = "";

    public bool DeletesSucceededJobs { get; init; }

    public IReadOnlyList<ImageRegistration> Images { get; init; } = [];
}
