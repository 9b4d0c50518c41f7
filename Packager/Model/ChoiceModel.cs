namespace Packager.Model;

/// <summary>A choice: global, or a column's own.</summary>
public sealed record ChoiceModel
{
    /// <summary>Name of the option set.</summary>
    public required string Name { get; init; }

    /// <summary>True for a global choice.</summary>
    public required bool IsGlobal { get; init; }

    /// <summary>Display name by language.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>The options in their order.</summary>
    public required IReadOnlyList<OptionModel> Options { get; init; }
}
