using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>That the cost of a view's first page does not grow with the table, by the plan of its query rather than by the clock.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void No_listed_view_is_read_without_an_index_or_sorted_as_a_whole()
    {
        using var organization = Open();

        Assert.Empty(ViewPlans.ProblemsOf(organization.Inner, organization.Folder));
    }

    [Fact]
    public void A_view_sorted_by_a_lookup_is_read_from_its_index()
    {
        using var organization = Open();
        var view = organization.Inner.Model.Tables["tst_child"].Views.First(view => view.QueryType == 0 && view.Fetch.ToString().Contains("tst_parentid", StringComparison.Ordinal));

        var steps = ViewPlans.StepsOf(organization.Inner, view, organization.Folder);

        Assert.Equal("SEARCH t0 USING INDEX $view_tst_child_statecode_tst_parentid$name_tst_number (statecode=?)", steps[0]);
    }

    [Fact]
    public void The_rows_of_one_parent_are_found_by_the_lookup_although_a_view_has_an_index_in_their_order()
    {
        using var organization = Open();
        var view = organization.Inner.Model.Tables["tst_child"].Views.First(view => view.QueryType == 2);
        view.Fetch.Element("entity")!.Element("filter")!.Add(System.Xml.Linq.XElement.Parse(
            $"""<condition attribute="tst_parentid" operator="eq" value="{Guid.NewGuid()}" />"""));

        Assert.Contains("(tst_parentid=?", ViewPlans.StepsOf(organization.Inner, view, organization.Folder)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_sorted_by_a_lookup_follow_its_name_when_it_changes()
    {
        using var organization = Open();
        var first = organization.Create("tst_parent", ("tst_name", "Alpha"));
        var second = organization.Create("tst_parent", ("tst_name", "Beta"));
        var a = organization.Create("tst_child", ("tst_number", "a"), ("tst_parentid", new EntityReference("tst_parent", first)));
        organization.Create("tst_child", ("tst_number", "b"), ("tst_parentid", new EntityReference("tst_parent", second)));
        organization.Create("tst_child", ("tst_number", "none"));
        Assert.Equal(["none", "a", "b"], Numbers(organization));

        organization.Update("tst_parent", first, ("tst_name", "Omega"));
        Assert.Equal(["none", "b", "a"], Numbers(organization));

        organization.Update("tst_child", a, ("tst_parentid", null));
        organization.Update("tst_parent", second, ("tst_name", "Aardvark"));
        Assert.Equal(["a", "none", "b"], Numbers(organization));
    }

    [Fact]
    public void Names_are_filled_in_when_a_view_begins_to_sort_by_the_lookup()
    {
        using var organization = new TestOrganization();
        var late = organization.Create("tst_parent", ("tst_name", "Zulu"));
        var early = organization.Create("tst_parent", ("tst_name", "Alpha"));
        organization.Create("tst_child", ("tst_number", "1"), ("tst_parentid", new EntityReference("tst_parent", late)));
        organization.Create("tst_child", ("tst_number", "2"), ("tst_parentid", new EntityReference("tst_parent", early)));

        organization.Inner.Import(new MemoryStream(SortedByParent(organization.Key)));

        Assert.Equal(["2", "1"], Numbers(organization));
        organization.Reopen();
        Assert.Equal(["2", "1"], Numbers(organization));
    }

    private static TestOrganization Open()
    {
        var organization = new TestOrganization();
        organization.Inner.Import(new MemoryStream(SortedByParent(organization.Key)));
        return organization;
    }

    // The sample's views sort by names and numbers of their own.
    private static byte[] SortedByParent(string key) => TestSolution.Pack(key, [], "1.0.0.1", folder =>
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "Entities", "tst_Child", "SavedQueries")))
        {
            var text = File.ReadAllText(file);
            if (text.Contains("<querytype>0<", StringComparison.Ordinal))
                File.WriteAllText(file, text.Replace("<order attribute=\"tst_number\"", "<order attribute=\"tst_parentid\" descending=\"false\" /><order attribute=\"tst_number\"", StringComparison.Ordinal));
        }
    });

    private static IEnumerable<string> Numbers(TestOrganization organization) => organization.Query(new QueryExpression("tst_child")
    {
        ColumnSet = new ColumnSet("tst_number"),
        Orders = { new OrderExpression("tst_parentid", OrderType.Ascending), new OrderExpression("tst_number", OrderType.Ascending) },
    }).Entities.Select(row => (string)row["tst_number"]);
}
