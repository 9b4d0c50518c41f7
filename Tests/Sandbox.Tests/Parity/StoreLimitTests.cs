using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Sandbox.Tests.Core;

namespace Sandbox.Tests.Parity;

/// <summary>Limits of columns and of the pipeline that docs/parity.md names and no other test meets.</summary>
public sealed class StoreLimitTests
{
    [Fact]
    public void A_column_of_another_type_is_not_written()
    {
        using var organization = With("tst_Website", column =>
        {
            var other = new XElement(column);
            other.SetAttributeValue("PhysicalName", "tst_Party");
            other.SetElementValue("Name", "tst_party");
            other.SetElementValue("LogicalName", "tst_party");
            other.SetElementValue("Type", "partylist");
            column.AddAfterSelf(other);
        });

        var fault = organization.Fault(() => organization.Create("tst_parent", ("tst_party", "x")));

        Assert.Equal((ErrorCodes.NotSupported, "The column 'tst_party' of type 'partylist' is not supported by the sandbox."), (fault.Code, fault.Message));
    }

    [Fact]
    public void A_calculated_column_holds_what_was_written()
    {
        using var organization = With("tst_Score", column => column.SetElementValue("SourceType", 1));

        var id = organization.Create("tst_parent", ("tst_score", 7));

        Assert.Equal(7, organization.Retrieve("tst_parent", id, "tst_score")["tst_score"]);
    }

    [Fact]
    public void Steps_of_equal_rank_run_in_the_order_of_the_zip()
    {
        using var organization = new TestOrganization([.. "abcde".Select(name => new StepSpec(name.ToString(), "Create", "tst_parent", 20))]);
        using var zip = new ZipArchive(new MemoryStream(organization.Zip));
        using var customizations = zip.GetEntry("customizations.xml")!.Open();
        var order = XDocument.Load(customizations).Descendants("SdkMessageProcessingStep").Select(step => ((string)step.Element("Configuration")!).Split('|')[1]);

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Equal(order.Select(name => name + " 20 d1"), organization.Log);
    }

    [Fact]
    public void Another_service_than_the_documented_ones_is_null()
    {
        using var organization = new TestOrganization(new StepSpec("step", "Create", "tst_parent", 20));
        object? service = this;
        organization.On("step", call => service = call.Service(typeof(IFormatProvider)));

        organization.Create("tst_parent", ("tst_name", "A"));

        Assert.Null(service);
    }

    private static TestOrganization With(string column, Action<XElement> change)
    {
        var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "2.0.0.0", folder => TestSolution.Edit(
            folder, "Entities/tst_Parent/Entity.xml", document => change(document.Descendants("attribute").Single(one => (string?)one.Attribute("PhysicalName") == column))))));
        return organization;
    }
}
