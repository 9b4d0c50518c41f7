using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>Today's rows on the package (K), its solutions and their code (Q).</summary>
public sealed class CurrentPackageCases : CaseTable
{
    private const string Target = "rdy_offer.rdy_package";
    private const string Report = "rdy_offer.rdy_checkerreport";

    public override IEnumerable<RuleCase> Cases() => Package().Concat(Solutions()).Concat(Code()).Concat(Reports());

    private static IEnumerable<RuleCase> Package()
    {
        foreach (var row in new[] { "K-01", "K-03", "K-04", "K-06", "K-07", "K-08" })
        {
            yield return NotMet("CU-" + row, "nothing uploaded", Offer(null), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", Target);
            yield return Met("CU-" + row, "complete", Offer(Right()), "zip.complete", Target);
        }

        foreach (var part in new[]
        {
            new KeyValuePair<string, PackagePart>("K-01", PackagePart.Outer), new KeyValuePair<string, PackagePart>("K-01", PackagePart.OuterTypes),
            new KeyValuePair<string, PackagePart>("K-01", PackagePart.Icon), new KeyValuePair<string, PackagePart>("K-01", PackagePart.Terms),
            new KeyValuePair<string, PackagePart>("K-02", PackagePart.Inner), new KeyValuePair<string, PackagePart>("K-03", PackagePart.Folder),
            new KeyValuePair<string, PackagePart>("K-04", PackagePart.OuterTypes), new KeyValuePair<string, PackagePart>("K-04", PackagePart.InnerTypes),
            new KeyValuePair<string, PackagePart>("K-05", PackagePart.Input), new KeyValuePair<string, PackagePart>("K-06", PackagePart.Countries),
            new KeyValuePair<string, PackagePart>("K-07", PackagePart.Locales), new KeyValuePair<string, PackagePart>("K-07", PackagePart.Icon),
            new KeyValuePair<string, PackagePart>("K-08", PackagePart.Terms), new KeyValuePair<string, PackagePart>("K-10", PackagePart.Link),
        })
        {
            yield return NotMet("CU-" + part.Key, "wrong: " + part.Value, Offer(Right(facts => facts.Findings = Found(part.Value))), "package.missing(x)", "fix.D365-CU-" + part.Key, Target);
        }

        yield return Uninspected("CU-K-02", "nothing uploaded", Offer(null), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", Target);
        yield return Uninspected("CU-K-02", "not inspected", new OfferFacts { PackageInspection = InspectionState.NotInspected, Package = Right() }, "zip.uninspected", "zip.uninspected.fix", Target);
        yield return Met("CU-K-02", "complete", Offer(Right()), "zip.complete", Target);
        yield return Met("CU-K-02", "another name", Offer(Right(facts => facts.InnerFile = "app.zip")), "zip.inner.other(app.zip, package.zip)", Target);
        yield return Met("CU-K-05", "complete", Offer(Right()), "zip.complete", Target);
        yield return Met("CU-K-05", "the old spelling", Offer(Right(facts => facts.InputFile = "input.xml")), "zip.input.other(input.xml, Input.xml)", Target);

        yield return Met("CU-K-09", "today lies between", Dated("12/20/2018", "12/20/2020"), "package.dates.right(2018-12-20, 2020-12-20)", Target);
        yield return Met("CU-K-09", "ends tomorrow", Dated("12/20/2018", "03/02/2019"), "package.dates.right(2018-12-20, 2019-03-02)", Target);
        yield return NotMet("CU-K-09", "ended when today began", Dated("12/20/2018", "03/01/2019"), "package.dates.past(2019-03-01)", "fix.D365-CU-K-09", Target);
        yield return NotMet("CU-K-09", "ends on the day it starts", Dated("12/20/2020", "12/20/2020"), "package.dates.order(2020-12-20, 2020-12-20)", "fix.D365-CU-K-09", Target);
        yield return Met("CU-K-09", "ends a day after it starts", Dated("12/20/2020", "12/21/2020"), "package.dates.right(2020-12-20, 2020-12-21)", Target);
        yield return NotMet("CU-K-09", "no date", Dated("20/12/2020", "12/21/2020"), "package.dates.missing", "fix.D365-CU-K-09", Target);

        yield return Undecided("CU-K-10", "an address", Offer(Right()), "package.link(https://contoso.com/app)", Target);
        yield return NotMet("CU-K-10", "no address", Offer(Right(facts => facts.Input = new Dictionary<string, string>())), "package.link.missing", "fix.D365-CU-K-10", Target);
    }

    private static IEnumerable<RuleCase> Solutions()
    {
        foreach (var row in new[] { "Q-01", "Q-02", "Q-03", "Q-04", "Q-05", "Q-06", "Q-09" })
        {
            yield return Uninspected("CU-" + row, "nothing uploaded", Offer(null), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", Target);
            yield return NotMet("CU-" + row, "no solution", Offer(Right(facts => facts.Solutions = new List<PackageSolution>())), "package.solution.none", Fix(row), Target);
        }

        yield return Met("CU-Q-01", "managed", Offer(Right()), "solution.managed(App)", Target);
        yield return NotMet("CU-Q-01", "unmanaged", With(solution => solution.IsManaged = false), "solution.unmanaged(App)", Fix("Q-01"), Target);
        yield return Uninspected("CU-Q-01", "unreadable", With(solution => solution.UniqueName = ""), "solution.unread(App/App_managed.zip)", "solution.unread.fix", Target);

        yield return Undecided("CU-Q-02", "both", Offer(Right()), "solution.named(The app, 1)", Target);
        yield return NotMet("CU-Q-02", "no name", With(solution => solution.DisplayName = ""), "solution.unnamed(App)", Fix("Q-02"), Target);
        yield return NotMet("CU-Q-02", "no description", With(solution => solution.HasDescription = false), "solution.undescribed(App)", Fix("Q-02"), Target);

        yield return Met("CU-Q-03", "own", Offer(Right()), "solution.publisher(contoso, con)", Target);
        foreach (var prefix in new[] { "crm", "cradle", "cr123456" })
            yield return Met("CU-Q-03", prefix, With(solution => solution.Prefix = prefix), "solution.publisher(contoso, " + prefix + ")", Target);
        foreach (var prefix in new[] { "new", "cr5e1", "cr8a9f2" })
            yield return NotMet("CU-Q-03", prefix, With(solution => solution.Prefix = prefix), "solution.prefix.default(App, " + prefix + ")", Fix("Q-03"), Target);
        yield return NotMet("CU-Q-03", "default publisher", With(solution => solution.PublisherUniqueName = "DefaultPublisherorg1"), "solution.publisher.default(App, DefaultPublisherorg1)", Fix("Q-03"), Target);
        yield return Uninspected("CU-Q-03", "unknown", With(solution => solution.PublisherUniqueName = ""), "solution.unread(App)", "solution.unread.fix", Target);

        foreach (var prefix in new[] { "ab", "abcdefgh", "a1", "mscr" })
            yield return Met("CU-Q-04", prefix, With(solution => solution.Prefix = prefix), "solution.prefix(" + prefix + ")", Target);
        foreach (var prefix in new[] { "a", "abcdefghi", "1ab", "a_b", "\u00e5b", "mscrm", "mscrmx" })
            yield return NotMet("CU-Q-04", prefix, With(solution => solution.Prefix = prefix), "solution.prefix.wrong(App, " + prefix + ")", Fix("Q-04"), Target);
        yield return Uninspected("CU-Q-04", "unknown", With(solution => solution.Prefix = ""), "solution.unread(App)", "solution.unread.fix", Target);

        const long Most = 95L * 1024 * 1024;
        yield return Met("CU-Q-05", "95 MB", With(solution => solution.Bytes = Most), "solution.size(95, 95)", Target);
        yield return NotMet("CU-Q-05", "a megabyte more", With(solution => solution.Bytes = Most + (1024 * 1024)), "solution.large(App, 96, 95)", Fix("Q-05"), Target);
        yield return NotMet("CU-Q-05", "a byte more", With(solution => solution.Bytes = Most + 1), "solution.large(App, 95.001, 95)", Fix("Q-05"), Target);
        yield return NotMet("CU-Q-05", "_upgrade", With(solution => solution.UniqueName = "App_Upgrade"), "solution.upgrade(App_Upgrade, _upgrade)", Fix("Q-05"), Target);

        yield return Undecided("CU-Q-06", "both right", Offer(Right(), offer => offer.PlatformVersion = "v9.1"), "platform.right(v9.1, 9.2.24102.182)", "rdy_offer.rdy_platformversion");
        yield return NotMet("CU-Q-06", "declared too low", Offer(Right(), offer => offer.PlatformVersion = "9.0.99"), "platform.declared(9.0.99, 9.1)", "fix.D365-CU-Q-06(9.1)", "rdy_offer.rdy_platformversion");
        yield return NotMet("CU-Q-06", "declared otherwise", Offer(Right(), offer => offer.PlatformVersion = "latest"), "platform.none(latest)", "fix.D365-CU-Q-06(9.1)", "rdy_offer.rdy_platformversion");
        yield return NotMet("CU-Q-06", "not declared", Offer(Right()), "column.empty($column.rdy_offer.rdy_platformversion)", "column.fill($column.rdy_offer.rdy_platformversion)", "rdy_offer.rdy_platformversion");
        yield return NotMet("CU-Q-06", "exported too low", With(solution => solution.PlatformVersion = "9.0.5.1"), "platform.solution(App, 9.0.5.1, 9.1)", Fix("Q-06"), Target);

        yield return Undecided("CU-Q-07", "unified", Offer(Right()), "client.unified(con_app)", Target);
        yield return NotMet("CU-Q-07", "web client", With(solution => solution.AppModules[0].ClientType = 2), "client.other(con_app, 2)", Fix("Q-07"), Target);
        yield return Undecided("CU-Q-07", "not said", With(solution => solution.AppModules[0].ClientType = null), "client.unknown(con_app)", Target);
        yield return NotApplicable("CU-Q-07", "no app", With(solution => solution.AppModules = new List<PackageApp>()), "client.none", Target);
        yield return Uninspected("CU-Q-07", "not read", With(solution => solution.IsRead = false), "solution.unread(App)", "solution.unread.fix", Target);

        yield return Met("CU-Q-09", "untouched", Offer(Right()), "sitemap.untouched(App)", Target);
        yield return NotMet("CU-Q-09", "changed", With(solution => solution.HasSiteMapChange = true), "sitemap.changed(App)", Fix("Q-09"), Target);
        yield return Uninspected("CU-Q-09", "not read", With(solution => solution.IsRead = false), "solution.unread(App)", "solution.unread.fix", Target);

        yield return NotApplicable("CU-Q-10", "first submission", Offer(Right()), "raised.first", Target);
        yield return Uninspected("CU-Q-10", "published, accepted package unknown", Offer(Right(), offer => offer.LastPublishedOn = Now), "raised.unknown(2019-03-01)", "raised.unknown.fix", Target);
        yield return NotApplicable("CU-Q-10", "the accepted package itself", Offer(Right(), offer => offer.AcceptedPackage = Right()), "raised.same", Target);
        yield return Met("CU-Q-10", "last part raised", After("1.2.3.3"), "raised(App, 1.2.3.4)", Target);
        yield return Met("CU-Q-10", "compared as numbers", After("1.2.2.10"), "raised(App, 1.2.3.4)", Target);
        yield return NotMet("CU-Q-10", "equal", After("1.2.3.4"), "raised.not(App, 1.2.3.4, 1.2.3.4)", Fix("Q-10"), Target);
        yield return NotMet("CU-Q-10", "lower", After("1.2.3.5"), "raised.not(App, 1.2.3.4, 1.2.3.5)", Fix("Q-10"), Target);
        yield return Met("CU-Q-10", "another solution accepted", After("9.9", "Other"), "raised(App, 1.2.3.4)", Target);
        yield return NotMet("CU-Q-10", "a second solution lower", Offer(Right(facts => facts.Solutions = new[] { Solution(), Solution("Base", "1.0") }), offer => offer.AcceptedPackage = Accepted(Solution("App", "1.0"), Solution("Base", "1.1"))), "raised.not(Base, 1.0, 1.1)", Fix("Q-10"), Target);
        yield return Met("CU-Q-10", "a second solution as it was", Offer(Right(facts => facts.Solutions = new[] { Solution(), Solution("Base", "1.1") }), offer => offer.AcceptedPackage = Accepted(Solution("App", "1.0"), Solution("Base", "1.1"))), "raised(App, 1.2.3.4)", Target);

        const string Published = "rdy_offer.rdy_lastpublishedon";
        yield return NotApplicable("CU-Q-11", "never published", new OfferFacts { Now = Now }, "published.never($column.rdy_offer.rdy_lastpublishedon)", Published);
        yield return Met("CU-Q-11", "on the last day", new OfferFacts { Now = Now, LastPublishedOn = new DateTime(2018, 9, 1) }, "published.within(2018-09-01, 2019-03-01)", Published);
        yield return NotMet("CU-Q-11", "a day later", new OfferFacts { Now = Now, LastPublishedOn = new DateTime(2018, 8, 31) }, "published.long(2018-08-31, 2019-02-28)", "fix.D365-CU-Q-11(6)", Published);
        yield return Met("CU-Q-11", "today", new OfferFacts { Now = Now, LastPublishedOn = Now }, "published.within(2019-03-01, 2019-09-01)", Published);
        yield return NotMet("CU-Q-11", "in the future", new OfferFacts { Now = Now, LastPublishedOn = Now.AddDays(1) }, "date.future($column.rdy_offer.rdy_lastpublishedon, 2019-03-02)", "date.future.fix($column.rdy_offer.rdy_lastpublishedon)", Published);
    }

    private static IEnumerable<RuleCase> Code()
    {
        foreach (var row in new[] { "Q-08", "Q-14", "Q-15", "Q-16" })
        {
            var rule = row == "Q-14" ? "avoid-eval" : row == "Q-16" ? "web-unsupported-syntax" : "avoid-unpub-api";
            yield return Uninspected("CU-" + row, "nothing uploaded", Offer(null), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", Target);
            yield return NotMet(
                "CU-" + row, "found in a script", Offer(Right(facts => facts.Findings = new[] { Script(rule), Script(rule) })), "script." + rule + "(a.js, 3)", Fix(row, "2"), Target);
            yield return NotMet("CU-" + row, "found by the report", Offer(Right(), offer => Attach(offer, Read("web-" + rule.Replace("web-", "")))), "report.finding(a.js, 7, web-" + rule.Replace("web-", "") + ")", Fix(row, "1"), Report);
            yield return Uninspected("CU-" + row, "a solution not read", With(solution => solution.IsRead = false), "solution.unread(App/App_managed.zip)", "solution.unread.fix", Target);
        }

        yield return Undecided("CU-Q-08", "nothing found", Offer(Right()), "code.clean(4)", Target);
        yield return Met("CU-Q-16", "nothing found", Offer(Right()), "code.clean(4)", Target);
        foreach (var row in new[] { "Q-14", "Q-15" })
        {
            yield return Uninspected("CU-" + row, "nothing found, no report", Offer(Right()), "code.partly", "report.none.fix($column.rdy_offer.rdy_checkerreport)", Report);
            yield return Met("CU-" + row, "nothing found, nothing reported", Offer(Right(), offer => Attach(offer, Read("use-strict-mode"))), "code.clean(4)", Target);
            yield return Uninspected(
                "CU-" + row, "nothing found, report not whole", Offer(Right(), offer => Attach(offer, Read("use-strict-mode", left: 1))), "code.partly", "report.none.fix($column.rdy_offer.rdy_checkerreport)", Report);
        }

        yield return NotApplicable("CU-Q-18", "no canvas app", Offer(Right()), "canvas.none", Target);
        yield return Undecided("CU-Q-18", "a canvas app", With(solution => solution.HasCanvasApp = true), "canvas.in(App)", Target);
        yield return Uninspected("CU-Q-18", "not read", With(solution => solution.IsRead = false), "solution.unread(App)", "solution.unread.fix", Target);
    }

    private static IEnumerable<RuleCase> Reports()
    {
        foreach (var row in new[] { "Q-12", "Q-13" })
        {
            yield return Uninspected("CU-" + row, "no report", new OfferFacts(), "report.none", "report.none.fix($column.rdy_offer.rdy_checkerreport)", Report);
            yield return Uninspected("CU-" + row, "not read", new OfferFacts { CheckerInspection = InspectionState.NotInspected }, "report.uninspected", "zip.uninspected.fix", Report);
            yield return NotMet(
                "CU-" + row,
                "unreadable",
                new OfferFacts { CheckerInspection = InspectionState.Damaged, Checker = new CheckerFacts { Damage = new Message("sarif.unreadable") } },
                "sarif.unreadable",
                "report.none.fix($column.rdy_offer.rdy_checkerreport)",
                Report);
        }

        yield return Met("CU-Q-12", "certification", Reported(new CheckerFacts { Tool = "Checker", RuleSetId = CheckerFacts.AppSourceCertification }), "report.ruleset(Checker)", Report);
        yield return NotMet("CU-Q-12", "solution checker", Reported(new CheckerFacts { Tool = "Checker", RuleSetId = CheckerFacts.SolutionChecker }), "report.ruleset.other", "fix.D365-CU-Q-12", Report);
        yield return Undecided("CU-Q-12", "not named", Reported(new CheckerFacts { Tool = "Checker" }), "report.ruleset.unknown(Checker)", Report);

        yield return Undecided("CU-Q-13", "none that blocks", Reported(new CheckerFacts { Counts = new[] { 0, 0, 5, 4, 3 } }), "report.counts(0, 0, 5, 4, 3)", Report);
        yield return NotMet("CU-Q-13", "one high", Reported(new CheckerFacts { Counts = new[] { 0, 1, 0, 0, 0 } }), "report.counts(0, 1, 0, 0, 0)", "fix.D365-CU-Q-13", Report);
        yield return NotMet("CU-Q-13", "one critical", Reported(new CheckerFacts { Counts = new[] { 1, 0, 0, 0, 0 } }), "report.counts(1, 0, 0, 0, 0)", "fix.D365-CU-Q-13", Report);

        yield return NotApplicable("CU-Q-19", "none", new OfferFacts(), "optional.empty($choice.AssetKind.PreCheckReport)", "new rdy_marketingasset.rdy_kind");
        yield return Met("CU-Q-19", "the checker's", Reported(new CheckerFacts()), "report.there($column.rdy_offer.rdy_checkerreport)", Report);
        yield return Met("CU-Q-19", "a file", With(File(AssetKind.PreCheckReport, "PDF", "Pre-check")), "report.there(Pre-check)", "rdy_marketingasset.rdy_file");
        yield return NotMet("CU-Q-19", "damaged", With(Bytes(AssetKind.PreCheckReport, InspectionState.Damaged, new Message("file.pdf.end"))), "file.pdf.end", "fix.D365-CU-Q-19", "rdy_marketingasset.rdy_file");
    }

    private static string Fix(string row, params string[] arguments) => "fix.D365-CU-" + row + (arguments.Length == 0 ? "" : "(" + string.Join(", ", arguments) + ")");

    private static PackageSolution Solution(string name = "App", string version = "1.2.3.4") => new PackageSolution
    {
        File = "App/" + name + "_managed.zip",
        UniqueName = name,
        Version = version,
        IsManaged = true,
        DisplayName = "The app",
        HasDescription = true,
        PublisherUniqueName = "contoso",
        Prefix = "con",
        PlatformVersion = "9.2.24102.182",
        Bytes = 1024,
        IsRead = true,
        AppModules = new[] { new PackageApp { UniqueName = "con_app", Name = "App", ClientType = 4 } },
        WebResources = 4,
    };

    private static PackageFacts Right(Action<PackageFacts>? change = null)
    {
        var facts = new PackageFacts
        {
            Sha256 = "0a",
            InputFile = "Input.xml",
            InnerFile = "package.zip",
            Solutions = new[] { Solution() },
            Input = new Dictionary<string, string> { ["SolutionAnchorName"] = "App_managed.zip", ["LearnMoreLink"] = "https://contoso.com/app" },
        };
        change?.Invoke(facts);
        return facts;
    }

    private static PackageFacts Accepted(params PackageSolution[] solutions) => new PackageFacts { Sha256 = "0b", Solutions = solutions };

    private static OfferFacts After(string version, string name = "App") => Offer(Right(), offer => offer.AcceptedPackage = Accepted(Solution(name, version)));

    private static OfferFacts Offer(PackageFacts? package, Action<OfferFacts>? change = null)
    {
        var offer = new OfferFacts { Now = Now, Package = package, PackageInspection = package == null ? null : InspectionState.Inspected };
        change?.Invoke(offer);
        return offer;
    }

    private static OfferFacts With(Action<PackageSolution> change) => Offer(Right(facts => change(facts.Solutions[0])));

    private static OfferFacts Dated(string start, string end) => Offer(Right(facts => facts.Input = new Dictionary<string, string> { ["StartDate"] = start, ["EndDate"] = end }));

    private static PackageFinding[] Found(PackagePart part) => new[] { new PackageFinding(part, new Message("package.missing", "x")) };

    private static PackageFinding Script(string rule) => new PackageFinding(PackagePart.Code, new Message("script." + rule, "a.js", "3"), "a.js", 3, rule);

    private static CheckerFacts Read(string rule, int left = 0) =>
        new CheckerFacts { Sha256 = "0c", Findings = new[] { new CheckerFinding { Rule = rule, File = "a.js", Line = 7 } }, FindingsLeftOut = left };

    private static void Attach(OfferFacts offer, CheckerFacts report)
    {
        offer.Checker = report;
        offer.CheckerInspection = InspectionState.Inspected;
    }

    private static OfferFacts Reported(CheckerFacts report)
    {
        var offer = new OfferFacts { Now = Now };
        Attach(offer, report);
        return offer;
    }
}
