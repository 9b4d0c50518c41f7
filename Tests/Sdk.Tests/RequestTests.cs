using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests;

public sealed class RequestTests
{
    /// <summary>Every typed request and response of the assembly.</summary>
    public static TheoryData<Type> Messages { get; } =
        [.. typeof(CreateRequest).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(CreateRequest).Namespace)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Typed_properties_are_views_of_the_parameters_under_their_own_name(Type type)
    {
        var message = Activator.CreateInstance(type)!;

        foreach (var property in type.GetProperties().Where(property => property.DeclaringType == type))
        {
            var value = Sample(property.PropertyType);
            var store = message is OrganizationRequest request ? request.Parameters : ((OrganizationResponse)message).Results;

            store[property.Name] = value;
            Assert.Equal(value, property.GetValue(message));

            if (property.CanWrite)
            {
                store.Clear();
                property.SetValue(message, value);
                Assert.Equal(value, store[property.Name]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_request_is_named_after_its_message(Type type)
    {
        if (Activator.CreateInstance(type) is OrganizationRequest request)
        {
            Assert.Equal(type.Name, request.RequestName + "Request");
            return;
        }

        Assert.EndsWith("Response", type.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_was_not_set_reads_as_its_default()
    {
        Assert.Null(new CreateRequest().Target);
        Assert.Equal(ConcurrencyBehavior.Default, new UpdateRequest().ConcurrencyBehavior);
        Assert.Equal(Guid.Empty, new CreateResponse().id);
    }

    [Fact]
    public void An_array_gives_a_condition_one_value_for_each_element()
    {
        int[] numbers = [1, 2];
        object[] objects = ["a", "b"];

        Assert.Equal([1, 2], new ConditionExpression("a", ConditionOperator.In, numbers).Values);
        Assert.Equal(["a", "b"], new ConditionExpression("a", ConditionOperator.In, objects).Values);
        Assert.Equal(["ab"], new ConditionExpression("a", ConditionOperator.Equal, "ab").Values);
        Assert.Empty(new ConditionExpression("a", ConditionOperator.Null).Values);
    }

    [Fact]
    public void A_nested_link_starts_at_the_table_of_the_outer_one()
    {
        var link = new QueryExpression("a").AddLink("b", "bid", "bid").AddLink("c", "cid", "cid", JoinOperator.LeftOuter);

        Assert.Equal(("b", "c", JoinOperator.LeftOuter), (link.LinkFromEntityName, link.LinkToEntityName, link.JoinOperator));
    }

    [Fact]
    public void A_filter_keeps_conditions_and_filters_apart()
    {
        var filter = new FilterExpression(LogicalOperator.Or);
        filter.AddCondition("a", ConditionOperator.Equal, 1);
        filter.AddFilter(LogicalOperator.And).AddCondition("link", "b", ConditionOperator.Null);

        Assert.Equal(LogicalOperator.Or, filter.FilterOperator);
        Assert.Equal("a", Assert.Single(filter.Conditions).AttributeName);
        Assert.Equal("link", Assert.Single(Assert.Single(filter.Filters).Conditions).EntityName);
    }

    [Fact]
    public void Query_by_attribute_pairs_names_with_values()
    {
        var query = new QueryByAttribute("a");
        query.AddAttributeValue("b", 1);

        Assert.Equal(("b", (object)1), (query.Attributes[0], query.Values[0]));
    }

    [Fact]
    public void An_exception_keeps_status_code_message_and_details()
    {
        var coded = new InvalidPluginExecutionException(OperationStatus.Retry, 42, "Later.", PluginHttpStatusCode.TooManyRequests);
        var detailed = new InvalidPluginExecutionException("No.", new Dictionary<string, string> { ["key"] = "value" });

        Assert.Equal((OperationStatus.Retry, 42, "Later.", PluginHttpStatusCode.TooManyRequests), (coded.Status, coded.ErrorCode, coded.Message, coded.HttpStatus));
        Assert.Equal("value", detailed.ExceptionDetails["key"]);
        Assert.Empty(coded.ExceptionDetails);
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(bool) || type == typeof(bool?) => true,
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, 1),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(1)!,
        _ when type == typeof(QueryBase) => new QueryExpression(),
        _ => Activator.CreateInstance(type)!,
    };
}
