using Microsoft.Xrm.Sdk;

namespace Sdk.Tests;

public sealed class EntityTests
{
    private static readonly Guid Id = new("11111111-1111-1111-1111-111111111111");

    [Fact]
    public void A_missing_column_throws_through_the_indexer_and_is_the_default_otherwise()
    {
        var row = new Entity("account");

        Assert.Throws<KeyNotFoundException>(() => row["name"]);
        Assert.Null(row.GetAttributeValue<string>("name"));
        Assert.Equal(0, row.GetAttributeValue<int>("name"));
        Assert.False(row.Contains("name"));
    }

    [Fact]
    public void A_column_set_to_null_is_contained_and_reads_as_the_default()
    {
        var row = new Entity("account") { ["employees"] = null };

        Assert.True(row.Contains("employees"));
        Assert.Equal(0, row.GetAttributeValue<int>("employees"));
        Assert.False(row.TryGetAttributeValue<int>("employees", out _));
    }

    [Fact]
    public void A_value_of_another_type_throws() =>
        Assert.Throws<InvalidCastException>(() => new Entity("account") { ["name"] = 1 }.GetAttributeValue<string>("name"));

    [Fact]
    public void A_reference_carries_table_id_version_and_key()
    {
        var reference = new Entity("account", "number", "A1") { Id = Id, RowVersion = "7" }.ToEntityReference();

        Assert.Equal(("account", Id, "7", (object)"A1"), (reference.LogicalName, reference.Id, reference.RowVersion, reference.KeyAttributes["number"]));
    }

    [Fact]
    public void Another_class_of_row_shares_the_collections()
    {
        var row = new Entity("account", Id);

        row.ToEntity<Account>()["name"] = "Fabrikam";

        Assert.Equal("Fabrikam", row["name"]);
    }

    [Theory]
    [InlineData("account", "11111111-1111-1111-1111-111111111111", true)]
    [InlineData("contact", "11111111-1111-1111-1111-111111111111", false)]
    [InlineData("account", "22222222-2222-2222-2222-222222222222", false)]
    public void References_are_equal_by_table_and_id(string table, string id, bool equal)
    {
        var one = new EntityReference("account", Id) { Name = "one" };
        var other = new EntityReference(table, new Guid(id)) { Name = "other" };

        Assert.Equal(equal, one.Equals(other));
        Assert.True(!equal || one.GetHashCode() == other.GetHashCode());
    }

    [Fact]
    public void References_with_different_keys_differ() =>
        Assert.NotEqual(new EntityReference("account", "number", "A1"), new EntityReference("account", "number", "A2"));

    [Fact]
    public void A_relationship_finds_its_related_rows_by_name_and_role()
    {
        var row = new Entity("account");
        row.RelatedEntities[new Relationship("children")] = new EntityCollection([new Entity("contact")]);

        Assert.Single(row.RelatedEntities[new Relationship("children")].Entities);
        Assert.False(row.RelatedEntities.Contains(new Relationship("children") { PrimaryEntityRole = EntityRole.Referenced }));
    }

    [Fact]
    public void Choices_and_money_are_equal_by_value()
    {
        Assert.Equal(new OptionSetValue(1), new OptionSetValue(1));
        Assert.NotEqual(new OptionSetValue(1), new OptionSetValue(2));
        Assert.Equal(new Money(1.5m), new Money(1.5m));
    }

    [Fact]
    public void Adding_a_key_twice_throws_and_setting_it_does_not()
    {
        var parameters = new ParameterCollection { { "a", 1 } };
        parameters["a"] = 2;

        Assert.Throws<ArgumentException>(() => parameters.Add("a", 3));
        Assert.Equal(2, parameters["a"]);
    }

    [Fact]
    public void A_typed_parameter_is_found_only_in_its_type()
    {
        var parameters = new ParameterCollection { { "a", 1 } };

        Assert.True(parameters.TryGetValue("a", out int number));
        Assert.Equal(1, number);
        Assert.False(parameters.TryGetValue("a", out string _));
    }

    private sealed class Account : Entity;
}
