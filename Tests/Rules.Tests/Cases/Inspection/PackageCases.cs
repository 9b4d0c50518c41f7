using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>AppSource packages broken in one place each, and documents by their bytes.</summary>
public static class PackageCases
{
    public static IEnumerable<(string Name, Action Run)> All()
    {
        yield return ("complete", () =>
        {
            var facts = Inspect(ZipBuilder.Package());
            Expect.Sequence(new string[0], Findings(facts));
            Expect.Equal("input.xml App_managed.zip SE,US,GB", facts.InputFile + " " + facts.Input["SolutionAnchorName"] + " " + facts.Input["SupportedCountries"]);
            Expect.Sequence(new[] { "PkgFolder/App_managed.zip App 1.2.3.4 True" }, facts.Solutions.Select(solution => solution.File + " " + solution.UniqueName + " " + solution.Version + " " + solution.IsManaged));
            Expect.Equal(true, Enum.GetValues(typeof(PackagePart)).Cast<PackagePart>().All(facts.IsComplete));
        }
        );
        yield return ("complete with Input.xml in capitals", () => Expect.Sequence(new string[0], Findings(Inspect(ZipBuilder.Package().Renamed("input.xml", "Input.xml")))));
        yield return ("complete with the unique name as anchor", () => Expect.Sequence(new string[0], Findings(Inspect(ZipBuilder.Package().With("input.xml", ZipBuilder.Input("SolutionAnchorName", "App"))))));
        foreach (var broken in Outer().Concat(Input()).Concat(Inner()))
            yield return (broken.Name, () => Expect.Sequence(broken.Findings, Findings(Inspect(broken.Package))));
        yield return ("no zip", () => Expect.Sequence(new[] { "Archive package.zip.unreadable($package.outer)" }, Findings(PackageInspector.Inspect(new MemoryStream(Encoding.ASCII.GetBytes("no zip at all"))))));
        yield return ("nothing", () => Expect.Sequence(new[] { "Archive package.zip.unreadable($package.outer)" }, Findings(PackageInspector.Inspect(new MemoryStream()))));
        yield return ("every cut is named", EveryCut);
        yield return ("no flipped byte leads to an exception", FlippedBytes);
        yield return ("5001 files", () => Expect.Sequence(
            new[] { "Archive package.zip.entries($package.outer, 5000)" }, Findings(Inspect(Enumerable.Range(0, 5001).Aggregate(new ZipBuilder(), (zip, i) => zip.And("f" + i, ""))))));
        yield return ("a file of 100 MB zeros", () => Expect.Sequence(
            new[] { "Archive package.zip.ratio(zeros.xml, 200)" }, Findings(Inspect(ZipBuilder.Package().With("zeros.xml", new byte[100 * 1024 * 1024])))));
        foreach (var crafted in Crafted())
            yield return (crafted.Name, () => Expect.Sequence(crafted.Findings, Findings(PackageInspector.Inspect(new MemoryStream(crafted.Bytes)))));
        yield return ("damage makes every part incomplete", () =>
        {
            var facts = PackageInspector.Inspect(new MemoryStream(new byte[10]));
            Expect.Equal(false, Enum.GetValues(typeof(PackagePart)).Cast<PackagePart>().Any(facts.IsComplete));
        }
        );
        yield return ("JSON there and back", () =>
        {
            var facts = Inspect(ZipBuilder.Package().Without("terms.html").With("package.zip", "\"\\\u0001 \U0001F600 no zip"));
            var json = facts.ToJson();
            var again = PackageFacts.FromJson(json)!;
            Expect.Equal(json, again.ToJson());
            Expect.Sequence(Findings(facts), Findings(again));
            Expect.Equal(facts.Bytes + facts.Sha256 + facts.Damage + facts.InputFile, again.Bytes + again.Sha256 + again.Damage + again.InputFile);
        }
        );
        foreach (var text in new[] { "", "{", "[]", "1", "null", "{\"a\":}", "{\"a\":1,}", "{\"a\":1}x", "\"\\u12\"", new string('[', 100000) })
            yield return ("no JSON of ours: " + Expect.Name(text), () => Expect.Equal<PackageFacts?>(null, PackageFacts.FromJson(text)));
        foreach (var document in Documents())
        {
            yield return ("document: " + document.Name, () =>
            {
                var file = FileInspector.Inspect(document.Bytes);
                Expect.Equal(document.Facts, file.Format + " " + file.IsIntact);
                Expect.Message(document.Damage, file.Damage);
                Expect.Equal((long)document.Bytes.Length, file.Bytes);
            }
            );
        }
    }

    /// <summary>The least a reader takes for a Word document.</summary>
    public static byte[] Docx() => new ZipBuilder()
        .With("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        .With("word/document.xml", "<document/>").Bytes();

    private static IEnumerable<(string Name, ZipBuilder Package, string[] Findings)> Outer()
    {
        yield return ("no input.xml", ZipBuilder.Package().Without("input.xml"), new[] { "Outer package.missing(Input.xml)", "Input package.input.none" });
        yield return ("INPUT.XML", ZipBuilder.Package().Renamed("input.xml", "INPUT.XML"), new[] { "Outer package.misspelt(Input.xml, INPUT.XML)", "Input package.input.none" });
        yield return ("no content types", ZipBuilder.Package().Without("[Content_Types].xml"), new[] { "OuterTypes package.missing([Content_Types].xml)" });
        yield return ("content types without their bracket", ZipBuilder.Package().Renamed("[Content_Types].xml", "Content_Types].xml"), new[] { "OuterTypes package.misspelt([Content_Types].xml, Content_Types].xml)" });
        yield return ("content types in small letters", ZipBuilder.Package().Renamed("[Content_Types].xml", "[content_types].xml"), new[] { "OuterTypes package.misspelt([Content_Types].xml, [content_types].xml)" });
        yield return ("content types that are no XML", ZipBuilder.Package().With("[Content_Types].xml", "<Types>"), new[] { "OuterTypes package.xml([Content_Types].xml)" });
        yield return ("a file without a content type", ZipBuilder.Package().With("readme.txt", "x"), new[] { "OuterTypes package.types([Content_Types].xml, readme.txt)" });
        yield return ("no inner package", ZipBuilder.Package().Without("package.zip"), new[] { "Outer package.missing(package.zip)", "Inner package.inner.none", "Solution package.solution.none" });
        yield return ("inner package in capitals", ZipBuilder.Package().Renamed("package.zip", "Package.zip"), new[] { "Outer package.misspelt(package.zip, Package.zip)", "Inner package.inner.none", "Solution package.solution.none" });
        yield return ("inner package that is no zip", ZipBuilder.Package().With("package.zip", "x"), new[] { "Archive package.zip.unreadable(package.zip)", "Solution package.solution.none" });
        yield return ("everything in a folder", ZipBuilder.Package().InFolder("AppSource/"), new[]
        {
            "Outer package.nested(AppSource/)", "OuterTypes package.missing([Content_Types].xml)", "Outer package.missing(Input.xml)", "Outer package.missing(package.zip)",
            "Icon package.icon.missing", "Terms package.terms.missing", "Input package.input.none", "Inner package.inner.none", "Solution package.solution.none",
        });
        yield return ("zipped on macOS", ZipBuilder.Package().With("__MACOSX/._input.xml", "x").With(".DS_Store", "x"), new[] { "Outer package.mac($package.outer, __MACOSX/._input.xml, 2)" });
        yield return ("a path that leads out", ZipBuilder.Package().With("../evil.xml", "x"), new[] { "Outer package.path($package.outer, ../evil.xml, 1)" });
        yield return ("an absolute path", ZipBuilder.Package().With("/evil.xml", "x"), new[] { "Outer package.path($package.outer, /evil.xml, 1)" });
        yield return ("a path of Windows", ZipBuilder.Package().With("C:\\evil.xml", "x"), new[] { "Outer package.path($package.outer, C:\\evil.xml, 1)" });
        yield return ("the same file twice", ZipBuilder.Package().And("terms.html", "<p>x</p>"), new[] { "Outer package.twice($package.outer, terms.html, 1)" });
        yield return ("no icon", ZipBuilder.Package().Without("logo.png"), new[] { "Icon package.missing(logo.png)" });
        yield return ("icon of 31 x 32", ZipBuilder.Package().With("logo.png", PngBuilder.Image(31, 32)), new[] { "Icon package.icon.size(logo.png, 31, 32)" });
        yield return ("icon of 32 x 33", ZipBuilder.Package().With("logo.png", PngBuilder.Image(32, 33)), new[] { "Icon package.icon.size(logo.png, 32, 33)" });
        yield return ("JPEG icon", ZipBuilder.Package().With("logo.png", ImageCases.Jpeg(32, 32)), new string[0]);
        yield return ("damaged icon", ZipBuilder.Package().With("logo.png", PngBuilder.Image(32, 32).Take(200).ToArray()), new[] { "Icon package.icon.damaged(logo.png)" });
        yield return ("icon that is a text", ZipBuilder.Package().With("logo.png", "x"), new[] { "Icon package.icon.format(logo.png, -)" });
        yield return ("icon that is an SVG", ZipBuilder.Package().With("logo.png", "<svg width='32' height='32'/>"), new[] { "Icon package.icon.format(logo.png, SVG)" });
        yield return ("no terms", ZipBuilder.Package().Without("terms.html"), new[] { "Terms package.missing(terms.html)" });
        yield return ("terms without a text", ZipBuilder.Package().With("terms.html", "<p> </p>"), new[] { "Terms package.terms.empty(terms.html)" });
        yield return ("terms as an address", Locales(ZipBuilder.Locale("1033", terms: "<Terms><PackageTerm File=\"https://contoso.com/terms\" /></Terms>")), new[] { "Terms package.terms.address(https://contoso.com/terms)" });
        yield return ("terms in a text file", Locales(ZipBuilder.Locale("1033", terms: "<Terms><PackageTerm File=\"terms.xml\" /></Terms>")).With("terms.xml", "x"), new[] { "Terms package.terms.format(terms.xml)" });
    }

    private static IEnumerable<(string Name, ZipBuilder Package, string[] Findings)> Input()
    {
        yield return ("input.xml that is no XML", ZipBuilder.Package().With("input.xml", "<a"), new[] { "Input package.xml(input.xml)" });
        yield return ("input.xml with a document type", ZipBuilder.Package().With("input.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + ZipBuilder.Input().Substring(21)), new[] { "Input package.dtd(input.xml)" });
        yield return ("input.xml nested too deeply", ZipBuilder.Package().With("input.xml", string.Concat(Enumerable.Repeat("<a>", 65).ToArray()) + string.Concat(Enumerable.Repeat("</a>", 65).ToArray())), new[] { "Input package.xml(input.xml)" });
        yield return ("another root element", ZipBuilder.Package().With("input.xml", ZipBuilder.Input().Replace("PvsPackageData", "Package")), new[] { "Input package.input.root(input.xml:1, Package)" });
        foreach (var element in new[] { "ProviderName", "StartDate", "EndDate", "SupportedCountries", "LearnMoreLink", "SolutionAnchorName", "PackageFile" })
            yield return ("no " + element, With(element, " "), new[] { "Input package.input.missing(input.xml:1, " + element + ")" });
        yield return ("another package file", With("PackageFile", "other.zip"), new[] { "Outer package.missing(other.zip)", "Inner package.inner.none", "Solution package.solution.none" });
        foreach (var date in new[] { "20/12/2018", "2018-12-20", "1/2/2019", "02/30/2019" })
            yield return ("start on " + date, With("StartDate", date), new[] { "Input package.input.date(input.xml:1, StartDate, " + date + ")" });
        yield return ("end on the day of the start", With("EndDate", "12/20/2018"), new[] { "Dates package.input.dates(input.xml:1, 12/20/2018, 12/20/2018)" });
        yield return ("end a day later", With("EndDate", "12/21/2018"), new string[0]);
        yield return ("a blank between countries", With("SupportedCountries", "SE, US"), new[] { "Countries package.input.countries.space(input.xml:1)" });
        yield return ("a line break between countries", With("SupportedCountries", "SE,\nUS"), new[] { "Countries package.input.countries.space(input.xml:1)" });
        foreach (var country in new[] { "UK", "se", "SWE", "" })
            yield return ("country '" + country + "'", With("SupportedCountries", "US," + country), new[] { "Countries package.input.country(input.xml:1, " + country + ")" });
        yield return ("link without https://", With("LearnMoreLink", "contoso.com"), new[] { "Link package.input.link(input.xml:1, contoso.com)" });
        yield return ("link with http://", With("LearnMoreLink", "http://contoso.com"), new string[0]);
        yield return ("no locale", Locales(""), new[] { "Locales package.input.missing(input.xml:1, Locales/PackageLocale)" });
        yield return ("no default locale", Locales(ZipBuilder.Locale("1033", "false")), new[] { "Locales package.input.default(input.xml:1, 0)" });
        yield return ("two default locales", Locales(ZipBuilder.Locale("1033") + ZipBuilder.Locale("1053")).With("package.zip", Swedish()), new[] { "Locales package.input.default(input.xml:1, 2)" });
        yield return ("two locales", Locales(ZipBuilder.Locale("1033") + ZipBuilder.Locale("1053", "false")).With("package.zip", Swedish()), new string[0]);
        yield return ("the same locale twice", Locales(ZipBuilder.Locale("1033") + ZipBuilder.Locale("1033", "false")), new[] { "Locales package.input.code.twice(input.xml:1, 1033)" });
        yield return ("locale en-US", Locales(ZipBuilder.Locale("en-US")), new[] { "Locales package.input.code(input.xml:1, en-US)" });
        yield return ("locale without a logo", Locales(ZipBuilder.Locale("1033", logo: "")), new[] { "Locales package.input.locale(input.xml:1, 1033, Logo)" });
        yield return ("locale without terms", Locales(ZipBuilder.Locale("1033", terms: "")), new[] { "Locales package.input.locale(input.xml:1, 1033, Terms/PackageTerm File)" });
        yield return ("languages other than the solution's", Locales(ZipBuilder.Locale("1053")), new[] { "Locales package.input.languages(input.xml, 1053, package.zip!/PkgFolder/App_managed.zip, 1033)" });
        yield return ("anchor that is not there", With("SolutionAnchorName", "Other.zip"), new[] { "Input package.input.anchor(input.xml, Other.zip, package.zip!/PkgFolder/)" });
    }

    private static IEnumerable<(string Name, ZipBuilder Package, string[] Findings)> Inner()
    {
        var noSolution = new[] { "Input package.input.anchor(input.xml, App_managed.zip, package.zip!/PkgFolder/)", "Solution package.solution.none" };
        const string File = "package.zip!/PkgFolder/App_managed.zip";
        yield return ("inner: no content types", Of(ZipBuilder.Inner().Without("[Content_Types].xml")), new[] { "InnerTypes package.missing(package.zip!/[Content_Types].xml)" });
        yield return ("inner: no DLL", Of(ZipBuilder.Inner().Without("Deploy.dll")), new[] { "Inner package.dll.missing(package.zip)" });
        yield return ("inner: DLL in the folder", Of(ZipBuilder.Inner().Renamed("Deploy.dll", "PkgFolder/Deploy.dll")), new[] { "Inner package.dll.missing(package.zip)" });
        yield return ("inner: no package folder", Of(ZipBuilder.Inner().Without("PkgFolder/ImportConfig.xml")), new[] { "Folder package.folder.missing(package.zip, -)", "Solution package.solution.none" });
        yield return ("inner: ImportConfig.xml at the root", Of(ZipBuilder.Inner().Renamed("PkgFolder/ImportConfig.xml", "ImportConfig.xml")), new[] { "Folder package.folder.missing(package.zip, ImportConfig.xml)", "Solution package.solution.none" });
        yield return ("inner: everything one folder deeper", Of(ZipBuilder.Inner().InFolder("x/")), new[]
        {
            "InnerTypes package.missing(package.zip!/[Content_Types].xml)", "Inner package.dll.missing(package.zip)", "Folder package.folder.missing(package.zip, x/PkgFolder/ImportConfig.xml)", "Solution package.solution.none",
        });
        yield return ("inner: ImportConfig.xml that is no XML", Of(ZipBuilder.Inner().With("PkgFolder/ImportConfig.xml", "x")), new[] { "Folder package.xml(package.zip!/PkgFolder/ImportConfig.xml)", "Solution package.solution.none" });
        yield return ("inner: no solution listed", Of(ZipBuilder.Inner().With("PkgFolder/ImportConfig.xml", "<configdatastorage/>")), new[] { "Folder package.solutions.missing(package.zip!/PkgFolder/ImportConfig.xml)" }.Concat(noSolution).ToArray());
        yield return ("inner: solution missing", Of(ZipBuilder.Inner().Without("PkgFolder/App_managed.zip")), new[] { "Folder package.missing(" + File + ")" }.Concat(noSolution).ToArray());
        yield return ("inner: hidden files of macOS", Of(ZipBuilder.Inner().With("PkgFolder/.DS_Store", "x")), new[] { "Inner package.mac(package.zip, PkgFolder/.DS_Store, 1)" });
        yield return ("inner: a path that leads out", Of(ZipBuilder.Inner().With("a/../../b.xml", "x")), new[] { "Inner package.path(package.zip, a/../../b.xml, 1)" });
        yield return ("solution: unmanaged", Manifest("<Managed>1", "<Managed>0"), new[] { "Solution package.solution.unmanaged(" + File + ")" });
        yield return ("solution: no name", Manifest("<UniqueName>App", "<UniqueName>"), new[] { "Solution package.solution.name(" + File + ")" });
        yield return ("solution: version 1.x", Manifest("1.2.3.4", "1.x"), new[] { "Solution package.solution.version(" + File + ", 1.x)" });
        yield return ("solution: no solution.xml", Solution(ZipBuilder.Solution().Without("solution.xml")), new[] { "Solution package.solution.xml(" + File + ")" });
        yield return ("solution: solution.xml with a document type", Solution(ZipBuilder.Solution().With("solution.xml", "<!DOCTYPE a><ImportExportXml/>")), new[] { "Solution package.dtd(" + File + "!/solution.xml)", "Solution package.solution.xml(" + File + ")" });
        yield return ("solution: no zip", Of(ZipBuilder.Inner().With("PkgFolder/App_managed.zip", "x")), new[] { "Solution package.zip.unreadable(" + File + ")" });
        yield return ("solution: a path that leads out", Solution(ZipBuilder.Solution().With("../a", "x")), new[] { "Solution package.path(" + File + ", ../a, 1)" });
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Facts, string Damage)> Documents()
    {
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
        yield return ("PDF", pdf, "PDF True", "");
        yield return ("PDF cut off", pdf.Take(pdf.Length - 8).ToArray(), "PDF False", "file.pdf.end");
        yield return ("PDF with its end far away", PngBuilder.Join(pdf, new byte[2000]), "PDF False", "file.pdf.end");
        yield return ("DOCX", Docx(), "DOCX True", "");
        yield return ("DOCX without its document", new ZipBuilder().With("[Content_Types].xml", "<Types/>").With("word/styles.xml", "x").Bytes(), "DOCX False", "file.docx.document");
        yield return ("DOCX cut off", Docx().Take(Docx().Length - 30).ToArray(), "ZIP False", "package.zip.unreadable(ZIP)");
        yield return ("ZIP", ZipBuilder.Solution().Bytes(), "ZIP True", "");
        yield return ("empty ZIP", new ZipBuilder().Bytes(), "ZIP True", "");
        yield return ("PNG", PngBuilder.Image(3, 3), "PNG True", "");
        yield return ("PNG cut off", PngBuilder.Image(3, 3).Take(33).ToArray(), "PNG False", "image.png.end(33)");
        yield return ("text", Encoding.ASCII.GetBytes("Just a text"), " False", "file.unknown(4A-75-73-74-20-61-20-74)");
        yield return ("nothing", new byte[0], " False", "file.empty");
    }

    private static IEnumerable<(string Name, byte[] Bytes, string[] Findings)> Crafted()
    {
        var good = ZipBuilder.Package().Bytes();
        yield return ("an encrypted file", ZipBuilder.Encrypted(good), new[] { "Archive package.zip.encrypted($package.outer, input.xml)" });
        yield return ("lengths behind the data", ZipBuilder.Package().Bytes(isSeekable: false), new string[0]);
        yield return ("a directory of Zip64", ZipBuilder.Zip64(good, isMasked: true), new string[0]);
        yield return ("a number of files that refers to Zip64", ZipBuilder.Zip64(good, isMasked: false), new string[0]);
        var many = Enumerable.Range(0, 5001).Aggregate(new ZipBuilder(), (zip, i) => zip.And("f" + i, "")).Bytes();
        yield return ("5001 files behind a directory that looks empty", ZipBuilder.Zip64(many, isMasked: false), new[] { "Archive package.zip.entries($package.outer, 5000)" });

        // One megabyte of zeros is little enough; 300 entries that share it are not.
        var zeros = new ZipBuilder().With("zeros.xml", new byte[1024 * 1024]).Bytes();
        yield return ("300 files in the same place", ZipBuilder.Repeated(zeros, 300), new[] { "Archive package.zip.size(zeros.xml, 268435456)" });
        yield return ("a bomb in the inner package", Of(new ZipBuilder().With("zeros.xml", new byte[20 * 1024 * 1024])).Bytes(), new[] { "Archive package.zip.ratio(zeros.xml, 200)", "Solution package.solution.none" });
        yield return ("a bomb in a solution", Solution(new ZipBuilder().With("zeros.xml", new byte[20 * 1024 * 1024])).Bytes(), new[] { "Solution package.zip.ratio(zeros.xml, 200)" });
        yield return ("names beyond ASCII", ZipBuilder.Package().With("årsrapport/läs mig.xml", "x").Bytes(), new string[0]);
    }

    private static void EveryCut()
    {
        var good = ZipBuilder.Package().Bytes();
        for (var length = 0; length < good.Length; length += 7)
            Expect.Equal(length + " False", length + " " + PackageInspector.Inspect(new MemoryStream(good.Take(length).ToArray())).IsComplete(PackagePart.Archive));
    }

    private static void FlippedBytes()
    {
        var good = ZipBuilder.Package().Bytes();
        for (var place = 0; place < good.Length; place += 3)
        {
            var bad = (byte[])good.Clone();
            bad[place] ^= 0x55;
            PackageInspector.Inspect(new MemoryStream(bad));
        }
    }

    private static PackageFacts Inspect(ZipBuilder package) => PackageInspector.Inspect(new MemoryStream(package.Bytes()));

    private static IEnumerable<string> Findings(PackageFacts facts) => facts.Findings.Select(finding => finding.Part + " " + finding.Message);

    private static ZipBuilder With(string element, string value) => ZipBuilder.Package().With("input.xml", ZipBuilder.Input(element, value));

    private static ZipBuilder Locales(string locales) => ZipBuilder.Package().With("input.xml", ZipBuilder.Input(locales: locales));

    private static ZipBuilder Of(ZipBuilder inner) => ZipBuilder.Package().With("package.zip", inner.Bytes());

    private static ZipBuilder Solution(ZipBuilder solution) => Of(ZipBuilder.Inner().With("PkgFolder/App_managed.zip", solution.Bytes()));

    private static ZipBuilder Manifest(string text, string other) => Solution(ZipBuilder.Solution().With("solution.xml", ZipBuilder.Manifest.Replace(text, other)));

    private static byte[] Swedish() => ZipBuilder.Inner().With("PkgFolder/App_managed.zip", ZipBuilder.Solution().With(
        "solution.xml", ZipBuilder.Manifest.Replace("</LocalizedNames>", "<LocalizedName description=\"App\" languagecode=\"1053\" /></LocalizedNames>")).Bytes()).Bytes();
}
