using System.Security;
using System.Text;
using System.Xml.Linq;

namespace DataverseReadiness.Rules.Tests;

/// <summary>Display names of columns and choices have one truth, the solution; the rules carry a copy for their sentences.</summary>
public sealed class LabelsTests
{
    private static readonly string[] TablesRead = ["rdy_Offer", "rdy_Trial", "rdy_SupportLink", "rdy_MarketingAsset", "rdy_Plan"];

    private static readonly (string OptionSet, Type Choice)[] Choices =
    [
        ("rdy_yesno", typeof(YesNo)),
        ("rdy_registration", typeof(Registration)),
        ("rdy_accountkind", typeof(AccountKind)),
        ("rdy_apptype", typeof(AppType)),
        ("rdy_tenantmode", typeof(TenantMode)),
        ("rdy_signinprotocol", typeof(SignInProtocol)),
        ("rdy_signinmethod", typeof(SignInMethod)),
        ("rdy_licensemodel", typeof(LicenseModel)),
        ("rdy_leaddestination", typeof(LeadDestination)),
        ("rdy_trialkind", typeof(TrialKind)),
        ("rdy_periodunit", typeof(PeriodUnit)),
        ("rdy_testdrivetype", typeof(TestDriveType)),
        ("rdy_linkpurpose", typeof(LinkPurpose)),
        ("rdy_supportmodel", typeof(SupportModel)),
        ("rdy_assetkind", typeof(AssetKind)),
        ("rdy_industry", typeof(Industry)),
        ("rdy_category", typeof(Category)),
        ("rdy_language", typeof(Language)),
        ("rdy_product", typeof(DynamicsProduct)),
        ("rdy_region", typeof(PackageRegion)),
        ("rdy_marketcategory", typeof(MarketCategory)),
        ("rdy_subcategory", typeof(Subcategory)),
        ("rdy_marketindustry", typeof(MarketIndustry)),
        ("rdy_vertical", typeof(Vertical)),
        ("rdy_marketproduct", typeof(MarketProduct)),
        ("rdy_planvisibility", typeof(PlanVisibility)),
        ("rdy_tenantlist", typeof(TenantList)),
        ("rdy_readiness", typeof(Readiness)),
        ("rdy_severity", typeof(Severity)),
        ("rdy_verdict", typeof(VerdictKind)),
        ("rdy_itemstatus", typeof(ItemStatus)),
        ("rdy_judgementverdict", typeof(JudgementVerdict)),
    ];

    [Theory]
    [InlineData(Texts.English, "Plugins/DataverseReadiness.Rules/Labels.resx")]
    [InlineData(Texts.Swedish, "Plugins/DataverseReadiness.Rules/Labels.sv.resx")]
    public void The_rules_name_columns_and_choices_as_the_solution_does(int languageCode, string path) =>
        Repository.AssertCurrent(path, Resx(Columns(languageCode).Concat(Options(languageCode))));

    [Fact]
    public void Every_choice_has_the_option_values_of_the_solution()
    {
        (string OptionSet, Type Choice)[] withoutLabels =
        [
            ("rdy_ruleset", typeof(RuleSetChoice)), ("rdy_group", typeof(RequirementGroup)), ("rdy_inspection", typeof(InspectionState)), ("rdy_probekind", typeof(ProbeKind)),
            ("rdy_probeoutcome", typeof(ProbeOutcome)), ("rdy_requirementtest", typeof(RequirementTest)), ("rdy_requirementscope", typeof(RequirementScope)),
        ];

        foreach (var (optionSet, choice) in Choices.Concat(withoutLabels))
        {
            var inSolution = OptionsOf(optionSet).Select(option => (int)option.Attribute("value")!);
            Assert.Equal(inSolution, Enum.GetValues(choice).Cast<object>().Select(value => (int)value));
        }
    }

    private static IEnumerable<(string Key, string Text)> Columns(int languageCode) =>
        from table in TablesRead
        from attribute in Load($"Solution/Entities/{table}/Entity.xml").Descendants("attribute")
        let column = (string)attribute.Element("LogicalName")!
        where column.StartsWith("rdy_", StringComparison.Ordinal)
        let label = attribute.Element("displaynames")!.Elements().Single(name => (int)name.Attribute("languagecode")! == languageCode)
        select ($"column.{table.ToLowerInvariant()}.{column}", (string)label.Attribute("description")!);

    private static IEnumerable<(string Key, string Text)> Options(int languageCode) =>
        from pair in Choices
        from option in OptionsOf(pair.OptionSet)
        let label = option.Descendants("label").Single(name => (int)name.Attribute("languagecode")! == languageCode)
        select ($"choice.{pair.Choice.Name}.{Enum.GetName(pair.Choice, (int)option.Attribute("value")!)}", (string)label.Attribute("description")!);

    private static IEnumerable<XElement> OptionsOf(string optionSet) =>
        Load($"Solution/OptionSets/{optionSet}.xml").Descendants("option");

    private static XDocument Load(string path) => XDocument.Load(Path.Combine(Repository.Root, path));

    private static string Resx(IEnumerable<(string Key, string Text)> texts)
    {
        var resx = new StringBuilder("""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Written by LabelsTests from the solution; run it with UPDATE_DOCS=1. -->
            <root>
              <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
              <resheader name="version"><value>2.0</value></resheader>
              <resheader name="reader"><value>System.Resources.ResXResourceReader, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089</value></resheader>
              <resheader name="writer"><value>System.Resources.ResXResourceWriter, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089</value></resheader>

            """);
        foreach (var (key, text) in texts)
            resx.Append("  <data name=\"").Append(key).Append("\" xml:space=\"preserve\"><value>").Append(SecurityElement.Escape(text)).Append("</value></data>\n");
        return resx.Append("</root>\n").ToString();
    }
}
