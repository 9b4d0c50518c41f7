using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Pipeline;
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
    public void A_calculated_column_holds_what_was_written_and_the_import_names_its_calculation()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var result = Import(organization, "tst_Score", column => column.SetElementValue("SourceType", 1));

        Assert.Equal(["tst_parent.tst_score"], result.NotImported["calculation"]);
        var id = organization.Create("tst_parent", ("tst_score", 7));

        Assert.Equal(7, organization.Retrieve("tst_parent", id, "tst_score")["tst_score"]);
    }

    [Fact]
    public void Money_is_an_amount_without_a_currency()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var result = organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "2.0.0.0", AddPrice)));

        var id = organization.Create("tst_parent", ("tst_price", new Money(1234.5678m)));

        var row = organization.Retrieve("tst_parent", id, "tst_price", "tst_price_base", "exchangerate", "transactioncurrencyid");
        Assert.Equal((1234.5678m, "1,234.57"), (((Money)row["tst_price"]).Value, row.FormattedValues["tst_price"]));
        Assert.Equal(["tst_price"], row.Attributes.Keys.Except(["tst_parentid"]));
        Assert.Equal(["TransactionCurrency_tst_Parent"], result.NotImported["relationship"]);
        Assert.Equal(ErrorCodes.NoEntity, organization.Fault(() => organization.Count("transactioncurrency")).Code);
    }

    // A column of money as exports have it: with the amount in the base currency, the rate and the currency beside it.
    private static void AddPrice(string folder)
    {
        TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", document =>
        {
            var rate = document.Descendants("attribute").Single(one => (string?)one.Attribute("PhysicalName") == "tst_Rate");
            Add("tst_Price", "money");
            Add("tst_Price_Base", "money");
            Add("ExchangeRate", "decimal").SetElementValue("IsCustomField", 0);
            var currency = Add("TransactionCurrencyId", "lookup");
            currency.SetElementValue("IsCustomField", 0);
            currency.Elements().Where(one => one.Name.LocalName is "MinValue" or "MaxValue" or "Accuracy").Remove();

            XElement Add(string name, string type)
            {
                var column = new XElement(rate);
                column.SetAttributeValue("PhysicalName", name);
                column.SetElementValue("Name", name.ToLowerInvariant());
                column.SetElementValue("LogicalName", name.ToLowerInvariant());
                column.SetElementValue("Type", type);
                if (type == "money") column.SetElementValue("Accuracy", 4);
                rate.AddAfterSelf(column);
                return column;
            }
        });
        var file = Path.Combine(folder, "Other", "Relationships", "tst_Parent.xml");
        var relationship = XDocument.Load(file).Descendants("EntityRelationship").First(one => (string?)one.Attribute("Name") == "tst_parent_child");
        relationship.SetAttributeValue("Name", "TransactionCurrency_tst_Parent");
        relationship.SetElementValue("ReferencedEntityName", "TransactionCurrency");
        relationship.SetElementValue("ReferencingEntityName", "tst_Parent");
        relationship.SetElementValue("ReferencingAttributeName", "TransactionCurrencyId");
        relationship.Element("EntityRelationshipRoles")!.Remove();
        new XDocument(new XElement("EntityRelationships", relationship)).Save(Path.Combine(folder, "Other", "Relationships", "TransactionCurrency.xml"));
        TestSolution.Edit(folder, "Other/Relationships.xml", names => names.Root!.Add(new XElement("EntityRelationship", new XAttribute("Name", "TransactionCurrency_tst_Parent"))));
    }

    [Fact]
    public void A_plug_in_is_made_with_the_constructor_that_takes_most_and_never_a_secure_text()
    {
        Assert.Equal("nothing", Made<Bare>());
        Assert.Equal("text", Made<Unsecure>());
        Assert.Equal("text and nothing", Made<Both>());

        static string Made<T>() => PluginTypes.Create(typeof(T), "text").ToString()!;
    }

    [Fact]
    public async Task What_a_step_says_of_its_user_and_its_succeeded_jobs_is_not_read_and_the_user_is_named()
    {
        using var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        var result = organization.Inner.Import(new MemoryStream(TestSolution.Pack(
            organization.Key, [new StepSpec("later", "Create", "tst_parent", 40) { IsAsync = true }], "2.0.0.0", folder =>
            {
                var step = Directory.GetFiles(Path.Combine(folder, "SdkMessageProcessingSteps")).Single();
                TestSolution.Edit(folder, Path.GetRelativePath(folder, step).Replace('\\', '/'), document =>
                {
                    document.Root!.SetElementValue("AsyncAutoDelete", 1);
                    document.Root.Element("InvocationSource")!.AddBeforeSelf(new XElement("ImpersonatingUserIdName", "Somebody"));
                });
            })));
        var user = Guid.Empty;
        organization.On("later", call => user = call.Context.UserId);

        organization.Create("tst_parent", ("tst_name", "A"));
        await organization.Inner.Async.DrainAsync();

        Assert.Equal(organization.Inner.DefaultCaller.UserId, user);
        Assert.Equal(30, Assert.Single(organization.Query(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("statuscode") }).Entities).GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(["later"], result.NotImported["run as"]);
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

    private sealed class Bare : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => throw new NotSupportedException();

        public override string ToString() => "nothing";
    }

    private sealed class Unsecure : IPlugin
    {
        private readonly string _text;

        public Unsecure() => _text = "wrong";

        public Unsecure(string text) => _text = text;

        public void Execute(IServiceProvider serviceProvider) => throw new NotSupportedException();

        public override string ToString() => _text;
    }

    private sealed class Both : IPlugin
    {
        private readonly string _text;

        public Both(string text) => _text = "wrong " + text;

        public Both(string text, string? secure) => _text = $"{text} and {secure ?? "nothing"}";

        public void Execute(IServiceProvider serviceProvider) => throw new NotSupportedException();

        public override string ToString() => _text;
    }

    private static TestOrganization With(string column, Action<XElement> change)
    {
        var organization = new TestOrganization();
        organization.Inner.Uninstall("TestSolution");
        Import(organization, column, change);
        return organization;
    }

    private static ImportResult Import(TestOrganization organization, string column, Action<XElement> change) =>
        organization.Inner.Import(new MemoryStream(TestSolution.Pack(organization.Key, [], "2.0.0.0", folder => TestSolution.Edit(
            folder, "Entities/tst_Parent/Entity.xml", document => change(document.Descendants("attribute").Single(one => (string?)one.Attribute("PhysicalName") == column))))));
}
