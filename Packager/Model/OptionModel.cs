namespace Packager.Model;

/// <summary>One option.</summary>
public sealed record OptionModel
{
    /// <summary>Value.</summary>
    public required int Value { get; init; }

    /// <summary>Label by language.</summary>
    public required Labels Label { get; init; }

    /// <summary>Colour as <c>#rrggbb</c>, if one is set.</summary>
    public string? Color { get; init; }

    /// <summary>For a status: the state it belongs to.</summary>
    public int? State { get; init; }

    /// <summary>For a state: the status a row gets when only the state is set.</summary>
    public int? DefaultStatus { get; init; }

    /// <summary>For a status: values it may change to; null when nothing is declared.</summary>
    public IReadOnlyList<int>? Transitions { get; init; }
}
