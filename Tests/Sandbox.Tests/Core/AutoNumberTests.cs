using Microsoft.Xrm.Sdk;

namespace Sandbox.Tests.Core;

/// <summary>Columns that a new row gets a number in.</summary>
public sealed class AutoNumberTests
{
    [Fact]
    public void A_new_row_gets_the_next_number_of_its_format_and_a_sent_value_stays()
    {
        using var organization = Numbered("P-{SEQNUM:5}-{RANDSTRING:4}-{DATETIMEUTC:yyyy}");

        var first = Name(organization, organization.Create("tst_parent", ("tst_score", 1)));
        var second = Name(organization, organization.Create("tst_parent", ("tst_name", "")));
        var sent = Name(organization, organization.Create("tst_parent", ("tst_name", "mine")));
        organization.Execute(new OrganizationRequest("SetAutoNumberSeed") { ["EntityName"] = "tst_parent", ["AttributeName"] = "tst_name", ["Value"] = 42L });
        var seeded = Name(organization, organization.Create("tst_parent"));

        Assert.Matches("^P-01000-[A-Z0-9]{4}-2[0-9]{3}$", first);
        Assert.StartsWith("P-01001-", second, StringComparison.Ordinal);
        Assert.Equal("mine", sent);
        Assert.StartsWith("P-00042-", seeded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P-{SEQNUM}", "{SEQNUM}")]
    [InlineData("P-{RANDSTRING:7}", "{RANDSTRING:7}")]
    [InlineData("P-{ROWNUM:3}", "{ROWNUM:3}")]
    public void A_format_that_no_page_names_fails_the_import(string format, string named)
    {
        using var organization = new TestOrganization();
        var zip = TestSolution.Pack(organization.Key, [], "2.0.0.0", folder => Number(folder, format));

        var failure = Assert.Throws<ImportFailedException>(() => organization.Inner.Import(new MemoryStream(zip)));

        Assert.Contains(failure.Findings, finding => finding.Message.Contains(named, StringComparison.Ordinal));
    }

    private static TestOrganization Numbered(string format)
    {
        var organization = new TestOrganization();
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "2.0.0.0", folder => Number(folder, format))));
        return organization;
    }

    private static void Number(string folder, string format) => TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", document =>
        document.Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == "tst_Name").SetElementValue("AutoNumberFormat", format));

    private static string Name(TestOrganization organization, Guid id) => (string)organization.Retrieve("tst_parent", id, "tst_name")["tst_name"];
}
