using System.CommandLine;
using System.Globalization;
using DataverseReadiness.Cli.Packaging;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Makes the package for the marketplace.</summary>
internal static class PackageCommand
{
    private const string UsualFolder = "Package";
    private const string Built = "out";

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "package", "Make the AppSource package of a folder that has its Input.xml, terms and icon, and the folder of ImportConfig.xml. The same files make the same bytes.",
            "readiness package",
            "readiness package package --from build --assembly build/Contoso.Package.dll --name Contoso_Help.zip");
        var folder = new Argument<string>("FOLDER") { Description = "The folder with Input.xml.", DefaultValueFactory = _ => UsualFolder };
        var from = new Option<string>("--from") { Description = "Where the build has put what the folder does not hold: the solutions that ImportConfig.xml names, and the package DLL.", HelpName = "DIR", DefaultValueFactory = _ => Built };
        var assembly = new Option<string?>("--assembly", "-a") { Description = "The package DLL, by default the only DLL of --from.", HelpName = "DLL" };
        var output = new Option<string>("--out") { Description = "Where the package goes.", HelpName = "DIR", DefaultValueFactory = _ => Built };
        var name = new Option<string?>("--name", "-n") { Description = "File name of the package, by default made of SolutionAnchorName: App_managed.zip gives App_AppSource.zip.", HelpName = "FILE" };
        command.Arguments.Add(folder);
        foreach (var option in new Option[] { from, assembly, output, name })
        {
            command.Options.Add(option);
        }

        command.Runs((result, stop) =>
        {
            var package = AppSourcePackage.Read(result.GetValue(folder)!, result.GetValue(from)!, result.GetValue(assembly));
            var file = result.GetValue(name) ?? package.UsualName;
            if (!PackageFolder.IsFileName(file))
            {
                throw new UsageException($"--name '{file}' is no file name. Write one without folders, and name the folder with --out.");
            }

            var bytes = package.Zip();
            stop.ThrowIfCancellationRequested();
            var path = Path.Combine(result.GetValue(output)!, file);
            OutputFile.Write(path, bytes);
            var shown = path.Replace('\\', '/');
            terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"Wrote {shown}, {bytes.Length:N0} bytes. Check it with its offer: 'readiness check OFFER {shown}'.\n"));
            return ExitCode.Ready;
        });
        return command;
    }
}
