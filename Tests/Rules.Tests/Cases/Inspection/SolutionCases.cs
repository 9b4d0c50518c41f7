using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>What is read in a solution, in which order solutions stand, and packages that are made to harm.</summary>
public static class SolutionCases
{
    private const string Manifest =
        "<ImportExportXml version=\"9.2.24102.182\"><SolutionManifest><UniqueName>App</UniqueName><LocalizedNames><LocalizedName description=\"The app\" languagecode=\"1033\" /></LocalizedNames>" +
        "<Descriptions><Description description=\"Plans visits\" languagecode=\"1033\" /></Descriptions><Version>1.2.3.4</Version><Managed>1</Managed><Publisher><UniqueName>contoso</UniqueName>" +
        "<LocalizedNames><LocalizedName description=\"Contoso\" languagecode=\"1033\" /></LocalizedNames><CustomizationPrefix>con</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>";

    private const string Content =
        "<ImportExportXml><Entities><Entity><EntityInfo><entity><LocalizedNames><LocalizedName description=\"Visit\" languagecode=\"1033\" /><LocalizedName description=\"Besök\" languagecode=\"1053\" /></LocalizedNames></entity></EntityInfo></Entity></Entities>" +
        "<Roles><Role id=\"{1}\" name=\"Planner\"><RolePrivileges /></Role></Roles><WebResources><WebResource><Name>con_/a.png</Name><WebResourceType>5</WebResourceType><FileName>/WebResources/x</FileName></WebResource></WebResources>" +
        "<AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>con_app</SiteMapUniqueName><SiteMap><Area><Titles><Title LCID=\"1030\" Title=\"x\" /></Titles></Area></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>" +
        "<AppModules><AppModule><UniqueName>con_app</UniqueName><ClientType>4</ClientType><LocalizedNames><LocalizedName description=\"Visits\" languagecode=\"1033\" /></LocalizedNames></AppModule></AppModules></ImportExportXml>";

    public static IEnumerable<(string Name, Action Run)> All()
    {
        yield return ("everything is read", () =>
        {
            var facts = Inspect(ZipBuilder.Solution().With("solution.xml", Manifest).With("customizations.xml", Content).With("PluginAssemblies/a/a.dll", "MZ").With("CanvasApps/a.msapp", "x")
                .With("ServicePlans/ServicePlans.xml", "<ServicePlans><ServicePlan name=\"isv.offer.gold\"><DisplayName>Gold</DisplayName></ServicePlan></ServicePlans>")
                .With("ServicePlans/ServicePlansAppModules.xml", "<ServicePlanAppModules><ServicePlanAppModule><AppModule>con_app</AppModule></ServicePlanAppModule></ServicePlanAppModules>"));
            var solution = PackageFacts.FromJson(facts.ToJson())!.Solutions.Single();
            Expect.Equal("App 1.2.3.4 True The app True contoso Contoso con 9.2.24102.182", string.Join(" ", new object[]
            {
                solution.UniqueName, solution.Version, solution.IsManaged, solution.DisplayName, solution.HasDescription, solution.PublisherUniqueName, solution.PublisherName, solution.Prefix, solution.PlatformVersion,
            }));
            Expect.Equal("1033 1030,1033,1053 Planner con_app/Visits/4 con_app", string.Join(" ", new[]
            {
                Numbers(solution.NameLanguages), Numbers(solution.Languages), string.Join(",", solution.Roles.ToArray()),
                string.Join(",", solution.AppModules.Select(app => app.UniqueName + "/" + app.Name + "/" + app.ClientType).ToArray()), string.Join(",", solution.SiteMaps.ToArray()),
            }));
            Expect.Equal("False True 1 1 True", string.Join(" ", new object[] { solution.HasSiteMapChange, solution.HasCanvasApp, solution.Assemblies, solution.WebResources, solution.IsRead }));
            Expect.Equal("isv.offer.gold,Gold con_app", string.Join(",", solution.ServicePlans.ToArray()) + " " + string.Join(",", solution.ServicePlanApps.ToArray()));
            Expect.Equal((long)Encoding.UTF8.GetByteCount(Content), solution.CustomizationsBytes);
            Expect.Equal("package.zip PkgFolder Deploy.dll logo.png terms.html 1033", string.Join(" ", new[] { facts.InnerFile, facts.Folder, facts.Assemblies.Single(), facts.Icons.Single(), facts.Terms.Single(), Numbers(facts.Locales) }));
            Expect.Equal("App", facts.Anchor()!.UniqueName);
        }
        );
        yield return ("licences in customizations.xml", () => Expect.Equal(
            "isv.offer.gold con_app",
            Only("<ServicePlans><ServicePlan><UniqueName>isv.offer.gold</UniqueName></ServicePlan></ServicePlans><ServicePlanAppModules><ServicePlanAppModule AppModule=\"con_app\" /></ServicePlanAppModules>", solution => solution.ServicePlans.Single() + " " + solution.ServicePlanApps.Single())));
        yield return ("the platform's site map", () => Expect.Equal("True", Only("<SiteMap><SiteMap /></SiteMap>", solution => solution.HasSiteMapChange.ToString())));
        yield return ("the site map of the sales hub", () => Expect.Equal("True", Only("<AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>msdynce_saleshub</SiteMapUniqueName></AppModuleSiteMap></AppModuleSiteMaps>", solution => solution.HasSiteMapChange.ToString())));
        yield return ("a step registered twice", () => Expect.Sequence(new[] { "meta-remove-dup-reg Critical" }, Rules(Step("account", "20be") + Step("account", "20be"))));
        yield return ("two steps that differ in their message", () => Expect.Sequence(new string[0], Rules(Step("account", "20be") + Step("account", "9ebd"))));
        yield return ("RetrieveMultiple of notes", () => Expect.Sequence(new[] { "meta-avoid-retrievemultiple-annotation High" }, Rules(Step("annotation", "03be"))));
        yield return ("RetrieveMultiple of accounts", () => Expect.Sequence(new string[0], Rules(Step("account", "03be"))));
        yield return ("file and line of a registration", () => Expect.Equal(
            "package.zip!/PkgFolder/App_managed.zip!/customizations.xml 3",
            Inspect(Custom("\n\n<SdkMessageProcessingSteps>" + Step("annotation", "03be") + "</SdkMessageProcessingSteps>")).Findings.Select(finding => finding.File + " " + finding.Line).Single()));
        yield return ("the base solution after the one that needs it", () => Expect.Sequence(
            new[] { "Folder package.solutions.order(package.zip!/PkgFolder/ImportConfig.xml, App, Base)" }, Findings(Ordered("App_managed.zip", "Base.zip"))));
        yield return ("the base solution before the one that needs it", () => Expect.Sequence(new string[0], Findings(Ordered("Base.zip", "App_managed.zip"))));
        yield return ("the same solution twice in ImportConfig.xml", () => Expect.Sequence(
            new[] { "Folder package.solutions.twice(package.zip!/PkgFolder/ImportConfig.xml, App_managed.zip)" }, Findings(Ordered("Base.zip", "App_managed.zip", "App_managed.zip"))));
        yield return ("51 solutions", () => Expect.Equal(50, Inspect(Listed(51)).Solutions.Count));
        yield return ("no customizations.xml", () => Expect.Sequence(
            new[] { "Solution package.solution.customizations(package.zip!/PkgFolder/App_managed.zip)" }, Findings(Solution(ZipBuilder.Solution().Without("customizations.xml")))));
        yield return ("a DLL that names the folder", () => Expect.Sequence(new string[0], Findings(Deployer("PkgFolder"))));
        yield return ("a DLL that names another folder", () => Expect.Sequence(new[] { "Folder package.folder.dll(package.zip, PkgFolder)" }, Findings(Deployer("OtherFolder"))));
        foreach (var harm in Harmful())
            yield return ("harm: " + harm.Name, () => Expect.Sequence(harm.Findings, Findings(harm.Package).Take(3)));
        yield return ("harm: a huge line of XML is read", () => Expect.Equal("True", Only("<Entities>" + Long() + "</Entities><Roles><Role name=\"a\" /></Roles>", solution => (solution.IsRead && solution.Roles.Count == 1).ToString())));
        yield return ("harm: UTF-16 customizations are read", () => Expect.Equal(true, Inspect(ZipBuilder.Solution().With("customizations.xml", new byte[] { 0xFF, 0xFE }.Concat(Encoding.Unicode.GetBytes("<ImportExportXml/>")).ToArray())).Solutions.Single().IsRead));
        yield return ("harm: more findings than are kept", () =>
        {
            var solution = ZipBuilder.Solution();
            var resources = new StringBuilder("<WebResources>");
            for (var i = 0; i < 1200; i++)
            {
                solution.And("WebResources/r" + i, "with (a) { }");
                resources.Append("<WebResource><Name>con_/").Append(i).Append(".js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/r").Append(i).Append("</FileName></WebResource>");
            }

            solution.And("WebResources/last", "eval(x)");
            resources.Append("<WebResource><Name>con_/last.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/last</FileName></WebResource></WebResources>");
            var facts = Inspect(solution.With("customizations.xml", "<ImportExportXml>" + resources + "</ImportExportXml>"));
            Expect.Equal("avoid-eval 1000 201", facts.Findings[0].Rule + " " + facts.Findings.Count + " " + facts.FindingsLeftOut);
            Expect.Equal(true, facts.ToJson().Length <= 1048576);
        }
        );
        yield return ("facts that would not fit are cut, worst first", () =>
        {
            var facts = new PackageFacts { Findings = Enumerable.Range(0, 1000).Select(i => new PackageFinding(PackagePart.Code, new Message("script.avoid-with", new string('\u0001', 400), "1"), "f" + i)).ToList() };
            var json = facts.ToJson();
            var again = PackageFacts.FromJson(json)!;
            Expect.Equal(true, json.Length <= 1048576);
            Expect.Equal("f0 1000", again.Findings[0].File + " " + (again.Findings.Count + again.FindingsLeftOut));
        }
        );
        yield return ("the id of the file that the facts were made from", () =>
        {
            var id = new Guid("00000000-0000-0000-0000-000000000001");
            var facts = PackageInspector.Inspect(new MemoryStream(ZipBuilder.Package().Bytes()), id);
            Expect.Equal<Guid?>(id, PackageFacts.FromJson(facts.ToJson())!.FileId);
        }
        );
    }

    private static IEnumerable<(string Name, byte[] Package, string[] Findings)> Harmful()
    {
        const string File = "package.zip!/PkgFolder/App_managed.zip";
        var whole = ZipBuilder.Package().Bytes();
        yield return ("half a zip", whole.Take(whole.Length / 2).ToArray(), new[] { "Archive package.zip.unreadable($package.outer)" });
        yield return ("an empty zip", new ZipBuilder().Bytes(), new[] { "OuterTypes package.missing([Content_Types].xml)", "Outer package.missing(Input.xml)", "Outer package.missing(package.zip)" });
        yield return ("100000 entries", Many(100000), new[] { "Archive package.zip.entries($package.outer, 5000)" });
        yield return ("6000 entries where the end says 10", Lie(Many(6000), 10), new[] { "Archive package.zip.entries($package.outer, 5000)" });
        yield return ("a bomb in a solution", Solution(ZipBuilder.Solution().With("customizations.xml", new byte[64 * 1024 * 1024])), new[] { "Solution package.zip.ratio(customizations.xml, 200)" });
        yield return ("an encrypted file", Encrypted(whole), new[] { "Archive package.zip.encrypted($package.outer, input.xml)" });
        yield return ("zips nested deeper are left alone", Solution(ZipBuilder.Solution().With("WebResources/x.zip", ZipBuilder.Package().Bytes())), new string[0]);
        yield return ("paths that lead out of a solution", Solution(ZipBuilder.Solution().With("..\\..\\x", "x").With("a/../../b", "x")), new[] { "Solution package.path(" + File + ", ..\\..\\x, 2)" });
        yield return ("customizations.xml with a document type", Solution(ZipBuilder.Solution().With("customizations.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><ImportExportXml>&b;</ImportExportXml>")), new[]
        {
            "Solution package.dtd(" + File + "!/customizations.xml)", "Solution package.solution.customizations(" + File + ")",
        });
        yield return ("customizations.xml that ends in the middle", Solution(ZipBuilder.Solution().With("customizations.xml", "<ImportExportXml><Roles>")), new[] { "Solution package.solution.customizations(" + File + ")" });
        yield return ("customizations.xml in bytes of no encoding", Solution(ZipBuilder.Solution().With("customizations.xml", new byte[] { 0x3C, 0xC3, 0x28, 0x3E })), new[] { "Solution package.solution.customizations(" + File + ")" });
        yield return ("customizations.xml of an encoding that is not there", Solution(ZipBuilder.Solution().With("customizations.xml", "<?xml version=\"1.0\" encoding=\"x-none\"?><ImportExportXml/>")), new[] { "Solution package.solution.customizations(" + File + ")" });
    }

    /// <summary>A zip of so many empty files, its directory only.</summary>
    private static byte[] Many(int count)
    {
        using (var stream = new MemoryStream())
        {
            for (var i = 0; i < count; i++)
            {
                var header = new byte[47];
                header[0] = (byte)'P';
                header[1] = (byte)'K';
                header[2] = 1;
                header[3] = 2;
                header[28] = 1;
                header[46] = (byte)'f';
                stream.Write(header, 0, header.Length);
            }

            var size = (int)stream.Length;
            var end = new byte[22];
            end[0] = (byte)'P';
            end[1] = (byte)'K';
            end[2] = 5;
            end[3] = 6;
            end[8] = end[10] = (byte)Math.Min(count, 65535);
            end[9] = end[11] = (byte)(Math.Min(count, 65535) >> 8);
            for (var i = 0; i < 4; i++)
                end[12 + i] = (byte)(size >> (8 * i));
            stream.Write(end, 0, end.Length);
            return stream.ToArray();
        }
    }

    private static byte[] Lie(byte[] zip, byte count)
    {
        zip[zip.Length - 22 + 8] = zip[zip.Length - 22 + 10] = count;
        zip[zip.Length - 22 + 9] = zip[zip.Length - 22 + 11] = 0;
        return zip;
    }

    /// <summary>The first entry of the directory says that it is encrypted.</summary>
    private static byte[] Encrypted(byte[] zip)
    {
        var copy = (byte[])zip.Clone();
        for (var i = 0; i < copy.Length; i++)
        {
            if (copy[i] == 'P' && copy[i + 1] == 'K' && copy[i + 2] == 1 && copy[i + 3] == 2)
            {
                copy[i + 8] |= 1;
                break;
            }
        }

        return copy;
    }

    private static string Step(string table, string message) =>
        "<SdkMessageProcessingStep><SdkMessageId>" + message + "bb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId><PluginTypeName>A.B</PluginTypeName><PrimaryEntity>" + table + "</PrimaryEntity><Stage>40</Stage><Mode>0</Mode></SdkMessageProcessingStep>";

    private static IEnumerable<string> Rules(string steps) =>
        Inspect(Custom("<SdkMessageProcessingSteps>" + steps + "</SdkMessageProcessingSteps>")).Findings.Select(finding => finding.Rule + " " + finding.Severity);

    private static string Only(string content, Func<PackageSolution, string> value) => value(Inspect(Custom(content)).Solutions.Single());

    private static ZipBuilder Custom(string content) => ZipBuilder.Solution().With("customizations.xml", "<ImportExportXml>" + content + "</ImportExportXml>");

    private static byte[] Deployer(string folder) =>
        Package(ZipBuilder.Inner().With("Deploy.dll", new byte[600].Concat(Encoding.Unicode.GetBytes("\u0001" + folder)).Concat(new byte[10]).ToArray()));

    private static byte[] Ordered(params string[] files)
    {
        var needs = ZipBuilder.Manifest.Replace("</SolutionManifest>", "<MissingDependencies><MissingDependency><Required solution=\"Base (1.0)\" /></MissingDependency></MissingDependencies></SolutionManifest>");
        return Package(ZipBuilder.Inner()
            .With("PkgFolder/App_managed.zip", ZipBuilder.Solution().With("solution.xml", needs).Bytes())
            .With("PkgFolder/Base.zip", ZipBuilder.Solution().With("solution.xml", ZipBuilder.Manifest.Replace("<UniqueName>App", "<UniqueName>Base")).Bytes())
            .With("PkgFolder/ImportConfig.xml", Config(files)));
    }

    private static byte[] Listed(int count)
    {
        var inner = ZipBuilder.Inner();
        var solution = ZipBuilder.Solution().Bytes();
        var files = Enumerable.Range(0, count).Select(i => "s" + i + ".zip").ToArray();
        foreach (var file in files)
            inner.With("PkgFolder/" + file, solution);
        return Package(inner.With("PkgFolder/ImportConfig.xml", Config(files)));
    }

    private static string Config(IEnumerable<string> files) =>
        "<configdatastorage><solutions>" + string.Concat(files.Select(file => "<configsolutionfile solutionpackagefilename=\"" + file + "\" />").ToArray()) + "</solutions></configdatastorage>";

    private static byte[] Solution(ZipBuilder solution) => Package(ZipBuilder.Inner().With("PkgFolder/App_managed.zip", solution.Bytes()));

    private static byte[] Package(ZipBuilder inner) => ZipBuilder.Package().With("package.zip", inner.Bytes()).Bytes();

    private static PackageFacts Inspect(ZipBuilder solution) => Inspect(Solution(solution));

    private static PackageFacts Inspect(byte[] package) => PackageInspector.Inspect(new MemoryStream(package));

    private static IEnumerable<string> Findings(byte[] package) => Inspect(package).Findings.Select(finding => finding.Part + " " + finding.Message);

    /// <summary>Eight million characters in one line, which do not pack as well as a bomb's.</summary>
    private static string Long()
    {
        var text = new StringBuilder();
        var random = new Random(1);
        while (text.Length < 8 * 1024 * 1024)
            text.Append(random.Next());
        return text.ToString();
    }

    private static string Numbers(IEnumerable<int> numbers) => string.Join(",", numbers.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray());
}
