using System.Net;
using Sandbox.Network;

namespace Sandbox.Hosting;

/// <summary>What the arguments of the command say.</summary>
/// <param name="Options">How to start.</param>
/// <param name="ShowHelp">Whether only the help is wanted.</param>
/// <param name="Problem">A sentence that says what is wrong with the arguments; null when nothing is.</param>
public sealed record CommandLine(SandboxOptions Options, bool ShowHelp, string? Problem)
{
    /// <summary>Unique name of the solution to delete instead of serving; null to serve.</summary>
    public string? Uninstall { get; init; }

    /// <summary>Whether what was asked for may delete data.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The bundle to replay; null to serve.</summary>
    public string? Bundle { get; private init; }

    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Runs an embedded Dataverse organization: imports a solution, serves its app and the Web API.

        Usage: dotnet run --project Sandbox -- [options]
               dotnet run --project Sandbox -- uninstall NAME [--data DIR] [--yes]

          uninstall NAME   Say what goes with a solution, tables with their rows and columns with their values; with --yes delete it.

          --urls URL       Where to listen (http://localhost:5080).
          --data DIR       Folder of the database, kept between runs (.sandbox).
          --solution ZIP   The solution to import, managed or not (the one the build makes).
          --samples DIR    Folder whose subfolders hold samples (the repository's Samples; none for another solution).
          --no-samples     Load no samples.
          --reset          Begin with an empty organization.
          --audit          Turn auditing on; it stays on until the organization's isauditenabled is set to false.
          --offline        Let plug-ins reach nothing but the hosts named by --host.
          --host NAME=IP:PORT  Lead plug-ins that ask for a host to another place; may be given several times.
          --help           Show this text.

        Usage: dotnet run --project Sandbox -- replay FILE

          Runs the operation of a replay bundle again, in an organization of its own, and compares: 0 same, 1 differs, 2 cannot be replayed.
          The bundle brings the plug-ins it runs; replay only what you would run.

        Paths are relative to the folder you stand in.

        """;

    private static readonly string[] Known =
        ["--urls", "--data", "--solution", "--samples", "--no-samples", "--reset", "--audit", "--offline", "--host", "--help"];

    /// <summary>Reads the arguments; <c>--name value</c> and <c>--name=value</c> are the same.</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var options = new SandboxOptions();
        if (arguments.Count > 0 && arguments[0] == "uninstall")
            return ParseUninstall([.. arguments.Skip(1)], options);
        if (arguments is ["replay", ..])
        {
            return arguments is ["replay", var bundle] && !bundle.StartsWith('-')
                ? new(options, ShowHelp: false, Problem: null) { Bundle = Path.GetFullPath(bundle) }
                : Wrong("'replay' takes one file: replay FILE.");
        }

        string? solution = null, samples = null;
        var hosts = new Dictionary<string, IPEndPoint>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            if (name is "--help" or "-h" or "-?")
                return new(options, ShowHelp: true, Problem: null);
            if (name is "--no-samples" or "--reset" or "--audit" or "--offline")
            {
                if (value is not null)
                    return Wrong($"Option '{name}' takes no value.");
                options = name switch
                {
                    "--reset" => options with { Reset = true },
                    "--audit" => options with { Audit = true },
                    "--offline" => options with { Network = NetworkOptions.Offline },
                    _ => options with { Samples = null },
                };
                continue;
            }

            if (!Known.Contains(name, StringComparer.Ordinal))
                return Wrong($"Unknown {(name.StartsWith('-') ? "option" : "argument")} '{name}'.{Suggestion(name)} Use --help to see them all.");
            value ??= ++i < arguments.Count ? arguments[i] : null;
            if (string.IsNullOrWhiteSpace(value) || value.StartsWith("--", StringComparison.Ordinal))
                return Wrong($"Option '{name}' needs a value.");
            switch (name)
            {
                case "--urls":
                    options = options with { Url = value.TrimEnd('/') };
                    break;
                case "--data":
                    options = options with { DataFolder = Path.GetFullPath(value) };
                    break;
                case "--solution":
                    solution = Path.GetFullPath(value);
                    break;
                case "--host":
                    if (!ReadHost(value, hosts))
                        return Wrong($"'{value}' is no host and place. Enter one such as www.contoso.com=127.0.0.1:5001.");
                    break;
                default:
                    samples = Path.GetFullPath(value);
                    break;
            }
        }

        // The samples of the build belong to the solution of the build; another one brings its own.
        if (solution is not null)
            options = options with { Solution = solution, Samples = null };
        if (samples is not null)
            options = options with { Samples = samples };
        options = options with { Network = options.Network with { Hosts = hosts } };
        return new(options, ShowHelp: false, Problem: null);

        CommandLine Wrong(string problem) => new(options, ShowHelp: false, problem);
    }

    private static CommandLine ParseUninstall(IReadOnlyList<string> arguments, SandboxOptions options)
    {
        var names = new List<string>();
        var confirmed = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            if (!name.StartsWith('-'))
                names.Add(name);
            else if (name == "--yes" && value is null)
                confirmed = true;
            else if (name == "--data" && (value ?? (++i < arguments.Count ? arguments[i] : null)) is { Length: > 0 } folder)
                options = options with { DataFolder = Path.GetFullPath(folder) };
            else
                return new(options, ShowHelp: false, $"'uninstall' takes the name of a solution, --data DIR and --yes, not '{name}'.");
        }

        return names is [var solution]
            ? new CommandLine(options, ShowHelp: false, Problem: null) { Uninstall = solution, IsConfirmed = confirmed }
            : new(options, ShowHelp: false, "'uninstall' needs the unique name of one solution. Use --help to see more.");
    }

    private static bool ReadHost(string value, Dictionary<string, IPEndPoint> hosts) =>
        value.Split('=') is [{ Length: > 0 } host, var place]
        && IPEndPoint.TryParse(place, out var end)
        && end.Port > 0
        && hosts.TryAdd(host, end);

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 || !argument.StartsWith('-') ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static string Suggestion(string name)
    {
        var bare = name.TrimStart('-');
        var nearest = bare.Length < 3
            ? null
            : Known.FirstOrDefault(each => each.Contains(bare, StringComparison.OrdinalIgnoreCase) || bare.Contains(each[2..], StringComparison.OrdinalIgnoreCase));
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }
}
