using DataverseReadiness.Rules.Inspection;
using static DataverseReadiness.Rules.RequirementGroup;

namespace DataverseReadiness.Rules;

/// <content>Today's rows on what is in the package, its solutions and their code.</content>
internal static partial class RequirementCatalog
{
    private static Requirement[] PackageRows() =>
    [
        new PackageComplete(Required("K-01", PackageContent, Auto, B14, after: "X-13"), asksForZip: true, PackagePart.Outer, PackagePart.OuterTypes, PackagePart.Icon, PackagePart.Terms),
        new InnerPackageFiles(Required("K-02", PackageContent, Auto, B14, after: "X-14"), usualName: "package.zip"),
        new PackageComplete(Required("K-03", PackageContent, Auto, $"{B14}; {B22}"), PackagePart.Folder),
        new PackageComplete(Required("K-04", PackageContent, Auto, B14), PackagePart.OuterTypes, PackagePart.InnerTypes),
        new InputElements(Required("K-05", PackageContent, Auto, B14, after: "X-15"), name: "Input.xml"),
        new PackageComplete(Required("K-06", PackageContent, Auto, B14), PackagePart.Countries),
        new PackageComplete(Required("K-07", PackageContent, Auto, B14), PackagePart.Locales, PackagePart.Icon),
        new PackageComplete(Required("K-08", PackageContent, Auto, $"{B14}; {C2}"), PackagePart.Terms),
        new PackageDates(Advised("K-09", PackageContent, Auto, Unsourced, unsourced: true)),
        new LearnMoreAddress(Required("K-10", PackageContent, Probe, B14, ProbeKind.Address)),

        new SolutionsManaged(Required("Q-01", SolutionAndCode, Auto, B15, after: "X-16")),
        new SolutionTexts(Required("Q-02", SolutionAndCode, Person, B15)),
        new OwnSolutionPublisher(Advised("Q-03", SolutionAndCode, Auto, $"{B13}; as a rule of policy 1420 {Unsourced}")),
        new SolutionPrefix(Required("Q-04", SolutionAndCode, Auto, B13), min: 2, max: 8),
        new SolutionSize(Required("Q-05", SolutionAndCode, Auto, B13), maxMegabytes: 95),
        new PlatformLevel(Required("Q-06", SolutionAndCode, Probe, V1), lowest: "9.1"),
        new UnifiedInterface(Required("Q-07", SolutionAndCode, Probe, V1)),
        new CheckerRules(
            Required("Q-08", SolutionAndCode, Person, $"{V1}; {B19}; {C4}"),
            isWhole: true,
            "avoid-unpub-api", "avoid-2011-api", "avoid-crm2011-service-odata", "avoid-crm2011-service-soap", "avoid-dom-form", "avoid-dom-form-event"),
        new SiteMapUntouched(Required("Q-09", SolutionAndCode, Auto, V1)),
        new VersionRaised(Required("Q-10", SolutionAndCode, Auto, V1)),
        new PublishedWithin(Required("Q-11", SolutionAndCode, Auto, V1), months: 6),
        new CheckerRuleSet(Required("Q-12", SolutionAndCode, Probe, $"{B17}; {B20}")),
        new CheckerSeverities(Advised("Q-13", SolutionAndCode, Person, $"{B17}; {B19}; {B21}; {V5}; which severities block {Unsourced}", unsourced: true)),
        new CheckerRules(
            Required("Q-14", SolutionAndCode, Probe, B19),
            isWhole: false,
            "meta-remove-dup-reg", "use-async", "avoid-crm2011-service-odata", "avoid-crm2011-service-soap", "avoid-browser-specific-api", "avoid-eval", "avoid-ui-refreshribbon",
            "app-formula-issues-high"),
        new CheckerRules(
            Required("Q-15", SolutionAndCode, Probe, B19),
            isWhole: false,
            "meta-avoid-retrievemultiple-annotation", "avoid-modals", "avoid-dom-form", "avoid-dom-form-event", "avoid-unpub-api", "avoid-window-top", "avoid-2011-api",
            "do-not-make-parent-assumption", "avoid-with", "use-getsecurityroleprivilegesinfo"),
        new CheckerRules(Required("Q-16", SolutionAndCode, Auto, B19), isWhole: true, ScriptCheck.Syntax),
        new CanvasAccessibility(Required("Q-18", SolutionAndCode, Both, B17)),
        new PreCheck(Advised("Q-19", SolutionAndCode, Auto, B21)),
    ];
}
