using System.Text;
using System.Text.RegularExpressions;
using Packager.Registration;

namespace Packager.Cli;

/// <summary>Parses the arguments and runs one command; writes to the given writers only.</summary>
internal sealed partial class CommandLine(TextWriter output, TextWriter error)
{
    private const string Usage = """
        Packager: unpacked Dataverse solutions, their zips, and what would keep them from being imported.

          pack <folder> --out <dir> [--map <map.xml>] [--no-check]
                                                         write <UniqueName>.zip and <UniqueName>_managed.zip
          unpack <zip> <folder>                          write the folder that packs to this zip again
          check <folder|zip> [--map <map.xml>] [--previous <zip>]
                                                         name everything an import would stumble over, and what an upgrade
                                                         from an earlier zip would refuse, lose or make twice
          version <folder> <version>                     raise the version of the unpacked solution
          release <managed zip> <folder> [--replace]     keep a zip as <folder>/<version>/, if it upgrades the newest one there
          steps <assembly.dll> <folder> [--check]        write the registration of an assembly into the folder
          names <folder> <out.ts> [--check]              write TypeScript constants of the tables and choices

        Exit codes: 0 fine, 1 findings or files that are not current, 64 usage, 66 input missing.
        """;

    public int Run(string[] args)
    {
        if (args is [] or ["--help"] or ["-h"])
        {
            output.WriteLine(Usage);
            return args is [] ? ExitCode.Usage : ExitCode.Ok;
        }

        try
        {
            return Run(args[0], new Arguments(args[1..]));
        }
        catch (UsageException e)
        {
            error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (FileNotFoundException e)
        {
            error.WriteLine(e.Message);
            return ExitCode.NoInput;
        }
    }

    private int Run(string command, Arguments arguments)
    {
        switch (command)
        {
            case "pack":
                arguments.Allow(1, "--out", "--map", "--no-check");
                return Pack(arguments.Positional(0, "The folder"), arguments.Required("--out"), arguments.Optional("--map"), !arguments.Has("--no-check"));
            case "unpack":
                arguments.Allow(2);
                return Unpack(arguments.Positional(0, "The zip"), arguments.Positional(1, "The folder"));
            case "check":
                arguments.Allow(1, "--map", "--previous");
                return Check(arguments.Positional(0, "The folder or zip"), arguments.Optional("--map"), arguments.Optional("--previous"));
            case "version":
                arguments.Allow(2);
                return SetVersion(arguments.Positional(0, "The folder"), arguments.Positional(1, "The version"));
            case "release":
                arguments.Allow(2, "--replace");
                return Release(arguments.Positional(0, "The managed zip"), arguments.Positional(1, "The folder of releases"), arguments.Has("--replace"));
            case "steps":
                arguments.Allow(2, "--check");
                return Steps(arguments.Positional(0, "The assembly"), arguments.Positional(1, "The folder"), arguments.Has("--check"));
            case "names":
                arguments.Allow(2, "--check");
                return Names(arguments.Positional(0, "The folder"), arguments.Positional(1, "The TypeScript file"), arguments.Has("--check"));
            default:
                throw new UsageException($"There is no command '{command}'. Write 'pack', 'unpack', 'check', 'version', 'release', 'steps' or 'names'.");
        }
    }

    private int Pack(string folder, string target, string? map, bool check)
    {
        var package = ReadFolder(folder, map);
        if (Print(check ? ImportCheck.Run(package) : package.ReadFindings, folder) > 0) return ExitCode.Findings;
        var name = package.ToModel().UniqueName;
        Write(package, Path.Combine(target, name + ".zip"), managed: false);
        Write(package, Path.Combine(target, name + "_managed.zip"), managed: true);
        return ExitCode.Ok;
    }

    private int Unpack(string zip, string folder)
    {
        var package = ReadZip(zip);
        if (Print(package.ReadFindings, zip) > 0) return ExitCode.Findings;
        try
        {
            package.WriteFolder(folder);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            error.WriteLine($"{folder}: error {FindingCodes.Unpack}: {e.Message}");
            return ExitCode.Findings;
        }

        output.WriteLine($"Wrote {folder}.");
        return ExitCode.Ok;
    }

    private int Check(string path, string? map, string? previous)
    {
        if (!Directory.Exists(path) && !File.Exists(path)) throw new FileNotFoundException($"There is no folder and no file '{path}'.");
        var package = Directory.Exists(path) ? ReadFolder(path, map) : ReadZip(path);
        if (Print(package, path) > 0) return ExitCode.Findings;
        return previous != null && PrintUpgrade(package, path, previous) > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private int SetVersion(string folder, string text)
    {
        var path = Path.Combine(folder, "Other", "Solution.xml");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no unpacked solution in '{folder}'.");
        if (!Version.TryParse(text, out var version) || version.Revision < 0) throw new UsageException($"'{text}' is no version; write four numbers, such as 1.0.0.1.");
        var manifest = File.ReadAllText(path);
        var match = VersionElement().Match(manifest);
        if (!match.Success || !Version.TryParse(match.Value, out var last))
        {
            error.WriteLine($"{path}: error {FindingCodes.ManifestVersion}: The manifest has no version of four numbers.");
            return ExitCode.Findings;
        }

        if (version <= last)
        {
            error.WriteLine($"{path}: error {FindingCodes.UpgradeVersion}: The version is {last}; {version} is not higher.");
            return ExitCode.Findings;
        }

        File.WriteAllText(path, manifest[..match.Index] + version + manifest[(match.Index + match.Length)..]);
        output.WriteLine($"{path}: the version was {last} and is {version}.");
        return ExitCode.Ok;
    }

    private int Release(string zip, string folder, bool replace)
    {
        var package = ReadZip(zip);
        if (Print(package, zip) > 0) return ExitCode.Findings;
        var solution = package.ToModel();
        if (!solution.IsManaged)
        {
            error.WriteLine($"{zip}: error {FindingCodes.ReleaseUnmanaged}: The zip is unmanaged; customers import the managed one.");
            return ExitCode.Findings;
        }

        var releases = ReleasesIn(folder);
        var newest = releases.Keys.Where(version => version != solution.Version).Max();
        if (newest != null && PrintUpgrade(package, zip, releases[newest]) > 0) return ExitCode.Findings;
        var path = Path.Combine(folder, solution.Version.ToString(), Path.GetFileName(zip)).Replace('\\', '/');
        var bytes = File.ReadAllBytes(zip);
        if (releases.TryGetValue(solution.Version, out var same) && !replace && !OutputFile.IsCurrent(same, bytes))
        {
            error.WriteLine($"{same}: error {FindingCodes.ReleaseTwice}: The version {solution.Version} is there already and is another zip. Raise the version with 'Packager version', or add '--replace' if nobody has it.");
            return ExitCode.Findings;
        }

        output.WriteLine(OutputFile.Write(path, bytes) ? $"Wrote {path}." : $"{path} is current.");
        return ExitCode.Ok;
    }

    private static Dictionary<Version, string> ReleasesIn(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder)
        .Where(path => Version.TryParse(Path.GetFileName(path), out _))
        .ToDictionary(path => Version.Parse(Path.GetFileName(path)), path => Directory.EnumerateFiles(path, "*.zip").Single().Replace('\\', '/'));

    private int Steps(string assembly, string folder, bool check)
    {
        if (!File.Exists(assembly)) throw new FileNotFoundException($"There is no assembly '{assembly}'.");
        if (!Directory.Exists(folder)) throw new FileNotFoundException($"There is no folder '{folder}'.");
        if (AssemblyRegistration.Read(File.ReadAllBytes(assembly), out var reason) is not { } registration)
        {
            error.WriteLine($"{assembly}: error {FindingCodes.AssemblyUnreadable}: The file is no .NET assembly: {reason}");
            return ExitCode.Findings;
        }

        try
        {
            return Settle(folder, new RegistrationFiles(folder, registration).All(), check);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException)
        {
            error.WriteLine($"{folder}: error {FindingCodes.Registration}: {e.Message}");
            return ExitCode.Findings;
        }
    }

    private int Names(string folder, string target, bool check)
    {
        var package = ReadFolder(folder, null);
        if (package.Solution == null || package.Customizations == null)
        {
            Print(package, folder);
            return ExitCode.Findings;
        }

        return Settle("", [new(target, TypeScriptNames.Of(package.ToModel()))], check);
    }

    /// <summary>Writes the files, or only tells which of them are not current.</summary>
    private int Settle(string folder, IReadOnlyList<GeneratedFile> files, bool check)
    {
        var stale = 0;
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path).Replace('\\', '/');
            var content = file.Content == null ? null : Encoding.UTF8.GetBytes(file.Content);
            if (content == null ? !File.Exists(path) : OutputFile.IsCurrent(path, content)) continue;
            stale++;
            if (check)
            {
                error.WriteLine($"{path}: error {FindingCodes.NotCurrent}: {(content == null ? "The file should be gone" : "The file is not current")}. Run the command without '--check'.");
            }
            else if (content == null)
            {
                File.Delete(path);
                output.WriteLine($"Deleted {path}.");
            }
            else
            {
                OutputFile.Write(path, content);
                output.WriteLine($"Wrote {path}.");
            }
        }

        if (stale == 0) output.WriteLine("Everything is current.");
        return check && stale > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static SolutionPackage ReadZip(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file '{path}'.");
        using var stream = File.OpenRead(path);
        return SolutionPackage.ReadZip(stream);
    }

    private static SolutionPackage ReadFolder(string folder, string? map)
    {
        if (!Directory.Exists(folder)) throw new FileNotFoundException($"There is no folder '{folder}'.");
        if (map != null && !File.Exists(map)) throw new FileNotFoundException($"There is no mapping file '{map}'.");
        return SolutionPackage.ReadFolder(folder, map);
    }

    // An earlier zip may have findings by checks that were made after it; only what cannot be read stands in the way.
    private int PrintUpgrade(SolutionPackage package, string root, string previous)
    {
        var earlier = ReadZip(previous);
        return Print(earlier.ReadFindings, previous) is > 0 and var unread ? unread : Print(UpgradeCheck.Run(package, earlier), root);
    }

    private int Print(SolutionPackage package, string root) => Print(ImportCheck.Run(package), root);

    private int Print(IReadOnlyList<Finding> findings, string root)
    {
        foreach (var finding in findings)
            error.WriteLine(FindingText.Of(finding, root));
        return findings.Count;
    }

    private void Write(SolutionPackage package, string path, bool managed)
    {
        using var bytes = new MemoryStream();
        package.WriteZip(bytes, managed);
        output.WriteLine(OutputFile.Write(path, bytes.ToArray()) ? $"Wrote {path}." : $"{path} is current.");
    }

    [GeneratedRegex(@"(?<=<Version>)[\d.]+(?=</Version>)")]
    private static partial Regex VersionElement();
}
