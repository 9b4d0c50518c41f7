using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Sdk.Tests;

/// <summary>
/// The build with Microsoft's packages, as far as it goes without them: packages of the same names and versions lie in a folder, with
/// assemblies compiled from Microsoft's published signatures and from our stand-ins. What they do is not in them, so nothing of theirs runs.
/// </summary>
public sealed partial class MicrosoftBuildTests : IDisposable
{
    // Below the repository, so that its build settings hold.
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "microsoft-build");

    public MicrosoftBuildTests()
    {
        Dispose();
        Directory.CreateDirectory(Path.Combine(_folder, "feed"));
    }

    [Fact]
    public void The_plug_in_comes_out_byte_for_byte_and_the_tests_on_the_packages_are_there()
    {
        PackOfficialSignatures();

        var report = Run("test", RepositoryFolder.PathOf("Tests", "Live.Tests"), "-warnaserror", "--logger", "console;verbosity=normal");

        Assert.Equal(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "shipped", "DataverseReadiness.Plugins.dll")),
            File.ReadAllBytes(Path.Combine(_folder, "artifacts", "bin", "DataverseReadiness.Plugins", "shipped", "DataverseReadiness.Plugins.dll")));
        Assert.Contains("Passed Live.Tests.IdentityTests.", report);
        Assert.Contains("Skipped Live.Tests.TenantTests.", report);
        Assert.Contains("not run: DATAVERSE_CONNECTION is not set", report);
        Assert.Contains("not run: FAKEXRMEASY_LICENSE is not set", report);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void PackOfficialSignatures()
    {
        var official = Directory.CreateDirectory(Path.Combine(_folder, "Official")).FullName;
        File.WriteAllText(Path.Combine(official, "Official.cs"), OfficialSource.Write());
        File.WriteAllText(Path.Combine(official, "Official.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net462;net10.0</TargetFrameworks>
                <AssemblyName>Microsoft.Xrm.Sdk</AssemblyName>
                <AssemblyVersion>9.0.0.0</AssemblyVersion>
                <SignAssembly>true</SignAssembly>
                <PublicSign>true</PublicSign>
                <AssemblyOriginatorKeyFile>{RepositoryFolder.PathOf("Sdk", "Microsoft.Xrm.Sdk.PublicKey.snk")}</AssemblyOriginatorKeyFile>
                <Nullable>disable</Nullable>
                <ImplicitUsings>disable</ImplicitUsings>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net462'">
                <PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies.net462" PrivateAssets="all" />
                <Reference Include="System.Runtime.Serialization" />
              </ItemGroup>
            </Project>
            """);
        Run("build", official);

        var built = Path.Combine(_folder, "artifacts", "bin", "Official");
        Pack("Microsoft.CrmSdk.CoreAssemblies", ("lib/net462/Microsoft.Xrm.Sdk.dll", Path.Combine(built, "debug_net462", "Microsoft.Xrm.Sdk.dll")));
        Pack("Microsoft.PowerPlatform.Dataverse.Client", ("lib/net8.0/Microsoft.Xrm.Sdk.dll", Path.Combine(built, "debug_net10.0", "Microsoft.Xrm.Sdk.dll")));
        Pack("FakeXrmEasy.v9", ("lib/net8.0/Live.StandIns.dll", Path.Combine(AppContext.BaseDirectory, "standins", "Live.StandIns.dll")));
    }

    /// <summary>Under the version that the switch asks for.</summary>
    private void Pack(string id, (string Path, string Source) file)
    {
        var version = XDocument.Load(RepositoryFolder.PathOf("Sdk", "DataverseSdk.props")).Descendants("PackageReference")
            .Single(reference => (string?)reference.Attribute("Include") == id).Attribute("VersionOverride")!.Value;
        using var package = ZipFile.Open(Path.Combine(_folder, "feed", $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(package.CreateEntry(id + ".nuspec").Open()))
        {
            // ILogger, which the client's package brings by its dependencies, lies in the framework here.
            nuspec.Write($"""
                <package><metadata><id>{id}</id><version>{version}</version><authors>-</authors><description>-</description>
                <frameworkReferences><group targetFramework="net8.0"><frameworkReference name="Microsoft.AspNetCore.App" /></group></frameworkReferences></metadata></package>
                """);
        }

        package.CreateEntryFromFile(file.Source, file.Path);
    }

    /// <summary>With the switch on, and with folders of its own for what is restored and built: no other build must ever see these packages.</summary>
    private string Run(string command, string project, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = _folder };
        foreach (var argument in new[]
        {
            command, project, "-p:DataverseSdk=Microsoft", $"-p:ArtifactsPath={Path.Combine(_folder, "artifacts")}", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-nodeReuse:false",
            $"-p:RestoreSources={Path.Combine(_folder, "feed")}", $"-p:RestorePackagesPath={Path.Combine(_folder, "packages")}", $"-p:RestoreFallbackFolders={RepositoryFolder.Packages}",
        }.Concat(more))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => Inherited().IsMatch(name)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    /// <summary>What the surrounding test run tells its own children, and what would make the tests run that are to be skipped.</summary>
    [GeneratedRegex("^(MSBUILD|VSTEST|DATAVERSE_CONNECTION$|FAKEXRMEASY_LICENSE$)", RegexOptions.IgnoreCase)]
    private static partial Regex Inherited();
}
