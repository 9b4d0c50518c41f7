namespace Packager.Cli;

/// <summary>Arguments after the command: positions, options with a value, switches.</summary>
internal sealed class Arguments
{
    private readonly List<string> _positions = [];
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _switches = [];

    /// <summary>Takes them apart; only <c>--check</c>, <c>--no-check</c> and <c>--replace</c> stand alone.</summary>
    public Arguments(string[] args)
    {
        for (var index = 0; index < args.Length; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal)) _positions.Add(args[index]);
            else if (args[index] is "--check" or "--no-check" or "--replace") _switches.Add(args[index]);
            else if (index + 1 < args.Length) _values[args[index]] = args[++index];
            else _values[args[index]] = "";
        }
    }

    public string Positional(int index, string what) =>
        index < _positions.Count ? _positions[index] : throw new UsageException($"{what} is missing. See 'Packager --help'.");

    public string Required(string option) =>
        Optional(option) ?? throw new UsageException($"The option '{option}' is missing. See 'Packager --help'.");

    public string? Optional(string option)
    {
        if (!_values.TryGetValue(option, out var value)) return null;
        return value != "" ? value : throw new UsageException($"The option '{option}' needs a value.");
    }

    public bool Has(string option) => _switches.Contains(option);

    /// <summary>Refuses what the command does not know.</summary>
    public void Allow(int positions, params string[] options)
    {
        if (_positions.Count > positions)
            throw new UsageException($"The argument '{_positions[positions]}' is one too many. See 'Packager --help'.");
        foreach (var option in _values.Keys.Concat(_switches))
        {
            if (!options.Contains(option))
                throw new UsageException($"There is no option '{option}' here. See 'Packager --help'.");
        }
    }
}
