using Packager.Model;

namespace Packager.Tests;

public sealed class ModelTests
{
    private static readonly SolutionModel Model = new Sample()
        .Replace("Entities/tst_Parent/Entity.xml", "<status value=\"543210000\" state=\"0\">",
            "<status value=\"543210000\" state=\"0\" TransitionData=\"&lt;allowedtransitions xmlns=&quot;http://schemas.microsoft.com/crm/2009/WebServices&quot;&gt;&lt;allowedtransition sourcestatusid=&quot;543210000&quot; tostatusid=&quot;2&quot; /&gt;&lt;/allowedtransitions&gt;\">")
        .Read().ToModel();

    private static TableModel Parent => Model.Tables.Single(table => table.LogicalName == "tst_parent");

    private static TableModel Child => Model.Tables.Single(table => table.LogicalName == "tst_child");

    [Fact]
    public void The_manifest_is_read()
    {
        Assert.Equal(("TestSolution", new Version(1, 0, 0, 0), false, 1033), (Model.UniqueName, Model.Version, Model.IsManaged, Model.BaseLanguage));
        Assert.Equal(("testpublisher", "tst", 54321), (Model.Publisher.UniqueName, Model.Publisher.Prefix, Model.Publisher.OptionValuePrefix));
        Assert.Equal(15, Model.RootComponents.Count);
    }

    [Fact]
    public void A_table_is_read()
    {
        Assert.Equal(("tst_Parent", "tst_parents", "tst_parentid", "tst_name"), (Parent.SchemaName, Parent.EntitySetName, Parent.PrimaryId, Parent.PrimaryName));
        Assert.Equal(("Parent", "Överordnad"), (Parent.DisplayName.In(1033), Parent.DisplayName.In(1053)));
        Assert.Equal("tst_/icons/record.svg", Parent.Icon);
        Assert.Equal("tst_picture", Child.PrimaryImage);
        Assert.Equal(["tst_parentid", "tst_number"], Child.Keys.Single().Columns);
        Assert.Equal(["card", "main", "quickCreate", "quick"], Parent.Forms.Select(form => form.Kind));
        Assert.Equal([0, 0, 1, 2, 4, 64, 8192], Parent.Views.Select(view => view.QueryType).Order());
    }

    [Theory]
    [InlineData("tst_name", ColumnType.Text)]
    [InlineData("tst_summary", ColumnType.Memo)]
    [InlineData("tst_score", ColumnType.Integer)]
    [InlineData("tst_rate", ColumnType.Decimal)]
    [InlineData("tst_islisted", ColumnType.Boolean)]
    [InlineData("tst_kind", ColumnType.Choice)]
    [InlineData("tst_dueon", ColumnType.DateTime)]
    [InlineData("statecode", ColumnType.State)]
    [InlineData("statuscode", ColumnType.Status)]
    [InlineData("ownerid", ColumnType.Owner)]
    [InlineData("createdby", ColumnType.Lookup)]
    [InlineData("tst_parentid", ColumnType.PrimaryKey)]
    public void A_column_has_its_type(string name, ColumnType type) => Assert.Equal(type, Parent.Columns[name].Type);

    [Fact]
    public void A_lookup_points_where_its_relationship_does()
    {
        Assert.Equal(["tst_parent"], Child.Columns["tst_parentid"].Targets);
        Assert.Equal(["systemuser", "team"], Child.Columns["ownerid"].Targets);
        Assert.Equal(["systemuser"], Child.Columns["createdby"].Targets);
    }

    [Fact]
    public void Choices_are_resolved_global_or_own()
    {
        Assert.Equal((true, 2), (Parent.Columns["tst_kind"].Choice!.IsGlobal, Parent.Columns["tst_kind"].Choice!.Options.Count));
        Assert.Equal("Hög", Parent.Columns["tst_grade"].Choice!.Options[0].Label.In(1053));
        Assert.Null(Parent.Columns["tst_grade"].DefaultValue);
    }

    [Fact]
    public void States_and_statuses_know_each_other_and_their_transitions()
    {
        Assert.Equal([(0, 1), (1, 2)], Parent.Columns["statecode"].Choice!.Options.Select(state => (state.Value, state.DefaultStatus!.Value)));
        Assert.Equal([(1, 0), (2, 1), (543210000, 0)], Parent.Columns["statuscode"].Choice!.Options.Select(status => (status.Value, status.State!.Value)));
        Assert.Equal([2], Parent.Columns["statuscode"].Choice!.Options[2].Transitions);
        Assert.Null(Parent.Columns["statuscode"].Choice!.Options[0].Transitions);
    }

    [Fact]
    public void Image_and_file_columns_have_their_limits()
    {
        Assert.Equal((10240m, true), (Child.Columns["tst_picture"].MaxValue, Child.Columns["tst_picture"].CanStoreFullImage));
        Assert.NotNull(Child.Columns["tst_document"].MaxValue);
        Assert.False(Child.Columns["tst_document"].ValidForCreate);
    }

    [Fact]
    public void A_relationship_is_read()
    {
        var relationship = Model.Relationships.Single(relationship => relationship.Name == "tst_parent_child");

        Assert.Equal(("tst_parent", "tst_child", "tst_parentid"), (relationship.ReferencedTable, relationship.ReferencingTable, relationship.ReferencingColumn));
        Assert.Equal(("tst_ParentId", "tst_parent_child", "Cascade"), (relationship.LookupNavigation, relationship.CollectionNavigation, relationship.CascadeDelete));
        Assert.False(relationship.IsSystem);
        Assert.Equal(12, Model.Relationships.Count(other => other.IsSystem));
    }

    [Fact]
    public void A_step_has_its_message_by_name()
    {
        var step = Model.Steps.Single();

        Assert.Equal(("Update", "Test.Plugins.ParentValidate", "tst_parent", 20, false, 1), (step.Message, step.PluginTypeName, step.Table, step.Stage, step.IsAsync, step.Rank));
        Assert.Equal(["tst_score", "tst_website"], step.FilteringAttributes);
        Assert.Equal(("Before", 0, "Target"), (step.Images[0].Alias, step.Images[0].Type, step.Images[0].MessagePropertyName));
    }

    [Fact]
    public void A_custom_API_has_its_parameters()
    {
        var api = Model.CustomApis.Single();

        Assert.Equal(("tst_Evaluate", 1, "tst_parent", false), (api.UniqueName, api.BindingType, api.BoundTable, api.IsFunction));
        Assert.Equal(new CustomApiParameterModel("Force", 0, true, null), api.Parameters.Single());
        Assert.Equal(new CustomApiParameterModel("OpenItems", 7, false, null), api.Properties.Single());
        Assert.Equal(Model.Assemblies.Single().Types[1].Id, api.PluginTypeId);
    }

    [Fact]
    public void Bodies_roles_apps_and_site_maps_are_read()
    {
        Assert.Equal(TestAssembly.Good.ToArray(), Model.Assemblies.Single().Content.ToArray());
        Assert.Equal([1, 11, 3], Model.WebResources.Select(resource => resource.Type));
        Assert.Equal("Local", Model.Roles.Single().Privileges["prvReadtst_Child"]);
        Assert.Equal([1, 1, 60, 62], Model.Apps.Single().Components.Select(component => component.Type));
        Assert.Equal("tst_App", Model.SiteMaps.Single().UniqueName);
    }

    [Fact]
    public void A_chart_has_its_query_and_its_series()
    {
        var chart = Parent.Charts.Single();

        Assert.Equal(("Parents by grade", "Överordnade per betyg", false), (chart.Name.In(1033), chart.Name.In(1053), chart.IsDefault));
        Assert.Equal(["count_id", "by_grade"], chart.Data.Descendants("attribute").Select(attribute => (string?)attribute.Attribute("alias")));
        Assert.Equal("Column", (string?)chart.Presentation!.Element("Series")!.Element("Series")!.Attribute("ChartType"));
    }

    [Fact]
    public void A_dashboard_has_its_form()
    {
        var dashboard = Model.Dashboards.Single();

        Assert.Equal((Guid.Parse("74d01909-1a99-538f-bf15-81fd59f76d1c"), "Översikt", false), (dashboard.Id, dashboard.Name.In(1053), dashboard.IsDefault));
        Assert.Equal("Component1", (string?)dashboard.Xml.Descendants("control").Single().Attribute("id"));
    }

    [Fact]
    public void What_has_no_type_is_listed() =>
        Assert.Equal(["environmentvariabledefinitions: tst_ProbeSeconds"], Model.Unread);

    [Fact]
    public void A_package_without_its_XML_has_no_model() =>
        Assert.Throws<InvalidDataException>(() => SolutionPackage.ReadZip(new MemoryStream()).ToModel());
}
