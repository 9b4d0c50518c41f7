using Sandbox.WebApi;

namespace Sandbox.Tests.WebApi;

public sealed class RowQueryTests
{
    private static readonly Uri Root = new("http://localhost/api/data/v9.2/");

    [Theory]
    [InlineData("t_name eq 'a''b'", "t_name Equal 'a'b'")]
    [InlineData("'a' eq t_name", "t_name Equal 'a'")]
    [InlineData("5 lt t_count", "t_count GreaterThan Int32:5")]
    [InlineData("t_name eq null", "t_name Null")]
    [InlineData("t_name ne null", "t_name NotNull")]
    [InlineData("not (t_name eq null)", "t_name NotNull")]
    [InlineData("t_count gt 1 and t_count le 3", "t_count GreaterThan Int32:1 and t_count LessEqual Int32:3")]
    [InlineData("t_count eq 1 or (t_count eq 2 and t_name eq 'x')", "(t_count Equal Int32:1 or (t_count Equal Int32:2 and t_name Equal 'x'))")]
    [InlineData("not (t_count eq 1 or t_name eq 'x')", "t_count NotEqual Int32:1 and t_name NotEqual 'x'")]
    [InlineData("t_price ge 1.50", "t_price GreaterEqual Decimal:1.5")]
    [InlineData("t_price ge 2", "t_price GreaterEqual Decimal:2")]
    [InlineData("t_price ge 123456789.123456", "t_price GreaterEqual Decimal:123456789.123456")]
    [InlineData("t_day eq 2026-01-31", "t_day Equal 2026-01-31T00:00:00Z")]
    [InlineData("t_time gt 2026-01-31T10:00:00Z", "t_time GreaterThan 2026-01-31T10:00:00Z")]
    [InlineData("t_time gt 2026-01-31T10:00:00%2B02:00", "t_time GreaterThan 2026-01-31T08:00:00Z")]
    [InlineData("t_time ge 2026-01-31", "t_time GreaterEqual 2026-01-31T00:00:00Z")]
    [InlineData("t_kind eq 3", "t_kind Equal Int32:3")]
    [InlineData("t_flag eq true", "t_flag Equal Boolean:True")]
    [InlineData("t_flag", "t_flag Equal Boolean:True")]
    [InlineData("not t_flag", "t_flag Equal Boolean:False")]
    [InlineData("contains(t_name,'x')", "t_name Like '%x%'")]
    [InlineData("not contains(t_name,'x')", "t_name NotLike '%x%'")]
    [InlineData("startswith(t_name,'x')", "t_name BeginsWith 'x'")]
    [InlineData("endswith(t_name,'x')", "t_name EndsWith 'x'")]
    [InlineData("t_kind in (1,2)", "t_kind In Int32:1 Int32:2")]
    [InlineData("not (t_kind in (1,2))", "t_kind NotIn Int32:1 Int32:2")]
    [InlineData("t_name in ('a','b')", "t_name In 'a' 'b'")]
    [InlineData("t_orderid eq 11111111-1111-1111-1111-111111111111", "t_orderid Equal Guid:11111111-1111-1111-1111-111111111111")]
    [InlineData("_ownerid_value eq 11111111-1111-1111-1111-111111111111", "ownerid Equal Guid:11111111-1111-1111-1111-111111111111")]
    [InlineData("Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", "ownerid EqualUserId")]
    [InlineData("not Microsoft.Dynamics.CRM.EqualUserId(PropertyName='_ownerid_value')", "ownerid NotEqualUserId")]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='t_kind',PropertyValues=['1','2'])", "t_kind In Int32:1 Int32:2")]
    [InlineData("Microsoft.Dynamics.CRM.ContainValues(PropertyName='t_tags',PropertyValues=['1','2'])", "t_tags ContainValues Int32:1 Int32:2")]
    [InlineData("Microsoft.Dynamics.CRM.LastXDays(PropertyName='t_time',PropertyValue=7)", "t_time LastXDays Int32:7")]
    [InlineData("Microsoft.Dynamics.CRM.InFiscalPeriodAndYear(PropertyName='t_time',PropertyValue1=1,PropertyValue2=2026)", "t_time InFiscalPeriodAndYear Int32:1 Int32:2026")]
    [InlineData("not Microsoft.Dynamics.CRM.Under(PropertyName='t_orderid',PropertyValue='11111111-1111-1111-1111-111111111111')", "t_orderid NotUnder Guid:11111111-1111-1111-1111-111111111111")]
    [InlineData("t_order_line/any(l:l/t_name eq 'x')", "(Any t_line as e1 on t_orderid=t_orderid where t_name Equal 'x')")]
    [InlineData("t_order_line/all(l:l/t_name eq 'x')", "(NotAny t_line as e1 on t_orderid=t_orderid where t_name NotEqual 'x')")]
    [InlineData("t_count eq 1 or not t_order_line/any()", "(t_count Equal Int32:1 or (NotAny t_line as e1 on t_orderid=t_orderid))")]
    [InlineData("Microsoft.Dynamics.CRM.Today(PropertyName='t_time') and t_count eq 1", "t_time Today and t_count Equal Int32:1")]
    [InlineData("t_name eq @n&@n='x'", "t_name Equal 'x'")]
    [InlineData("t_name eq 'a%25_'';drop table t_order;--'", "t_name Equal 'a%_';drop table t_order;--'")]
    public void A_filter_becomes_conditions(string filter, string expected) =>
        Assert.Equal(expected, QueryText.Filter(Compile("t_orders", "$filter=" + filter).Expression.Criteria));

    [Theory]
    [InlineData("$select=t_name", "[t_name,t_orderid]")]
    [InlineData("$orderby=t_name desc,t_count", "[*] order t_name Descending, t_count Ascending")]
    [InlineData("$top=3", "[*] top 3")]
    public void Options_become_parts_of_the_query(string options, string expected)
    {
        var all = string.Join(",", Compile("t_orders", "").Expression.ColumnSet.Columns);

        Assert.Equal(expected.Replace("*", all, StringComparison.Ordinal), QueryText.Of(Compile("t_orders", options).Expression));
    }

    [Fact]
    public void An_image_is_read_only_where_it_is_named()
    {
        Assert.DoesNotContain("t_image", Compile("t_orders", "").Expression.ColumnSet.Columns);
        Assert.Contains("t_image", Compile("t_orders", "$select=t_image").Expression.ColumnSet.Columns);
    }

    [Fact]
    public void A_lookup_followed_twice_is_joined_once() => Assert.Equal(
        "[t_lineid,t_name] LeftOuter t_order as e1 on t_orderid=t_orderid [t_name,t_orderid] where e1.t_name Equal 'x'",
        QueryText.Of(Compile("t_lines", "$select=t_name&$expand=t_OrderId($select=t_name)&$filter=t_OrderId/t_name eq 'x'").Expression));

    [Fact]
    public void An_expanded_collection_is_a_query_of_its_own()
    {
        var query = Compile("t_orders", "$expand=t_order_line($select=t_name;$filter=t_name ne 'x';$orderby=t_name;$top=2)");

        var expansion = Assert.Single(query.Shape.Collections);
        Assert.Equal("[t_lineid,t_name,t_orderid] where t_name NotEqual 'x' order t_name Ascending", QueryText.Of(expansion.Query.Expression));
        Assert.Equal(2, expansion.Top);
    }

    [Theory]
    [InlineData("$select=nope", "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.t_order'.")]
    [InlineData("$select=ownerid", "'ownerid' cannot be selected: it is no property with a value.")]
    [InlineData("$filter=nope eq 1", "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.t_order'.")]
    [InlineData("$filter=t_count eq 'x'", "A binary operator with incompatible types was detected. Found operand types 'Edm.Int32' and 'Edm.String' for operator kind 'Equal'.")]
    [InlineData("$filter=t_count in ('x')", "Cannot convert the literal 'x' to the expected type 'Edm.Int32'.")]
    [InlineData("$filter=t_name in (1,2)", "String item should be single/double quoted: '1'.")]
    [InlineData("$filter=t_kind in (1,null)", "The list of 'in' holds no values, or null among them.")]
    [InlineData("$filter=t_name eq @p", "The parameter alias '@p' has no value.")]
    [InlineData("$filter=t_name gt null", "The operator 'GreaterThan' cannot compare 't_name' with null.")]
    [InlineData("$filter=Microsoft.Dynamics.CRM.In(PropertyName='nope',PropertyValues=['1'])", "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.t_order'.")]
    [InlineData("$filter=Microsoft.Dynamics.CRM.In(PropertyName='t_kind',PropertyValues=['x'])", "'x' is no value for the property 't_kind'.")]
    [InlineData("$search=x", "The query parameter $search is not supported.")]
    [InlineData("$compute=1 as x", "The query parameter $compute is not supported.")]
    [InlineData("$skip=1", "The query parameter $skip is not supported.")]
    [InlineData("$filtre=1", "The query parameter $filtre is not supported.")]
    [InlineData("filter=1", "The query parameter filter is not supported.")]
    [InlineData("$top=0", "The value '0' of $top is no whole number above 0.")]
    [InlineData("$top=1&$top=2", "The query option '$top' is given more than once.")]
    [InlineData("$filter=tolower(t_name) eq 'x'", "A comparison of 'tolower' in $filter is not supported by the sandbox.")]
    [InlineData("$filter=t_count add 1 eq 2", "A comparison of 'Add' in $filter is not supported by the sandbox.")]
    [InlineData("$filter=t_order_line/any(l:l/t_name eq t_name)", "A column of '$it' within the condition on 'l' in $filter is not supported by the sandbox.")]
    [InlineData("$expand=t_order_line($skip=1)", "The options $skip, $count, $search, $compute and $levels cannot be used in $expand of 't_order_line'.")]
    [InlineData("$expand=t_order_line($count=true)", "The options $skip, $count, $search, $compute and $levels cannot be used in $expand of 't_order_line'.")]
    public void What_makes_no_sense_is_refused_by_name(string options, string message) =>
        Assert.Equal(message, Assert.Throws<WebApiException>(() => Compile("t_orders", options)).Message);

    [Theory]
    [InlineData("t_nones", "Resource not found for the segment 't_nones'.")]
    [InlineData("t_orders(1)", null)]
    [InlineData("t_orders(11111111-1111-1111-1111-111111111111)/nope", "Resource not found for the segment 'nope'.")]
    public void A_path_that_leads_nowhere_is_refused(string path, string? message)
    {
        var refusal = Assert.Throws<WebApiException>(() => ODataQuery.Parse(SmallModel.Schema, Root, path, ""));

        if (message is not null)
            Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void A_row_is_named_by_an_alternate_key()
    {
        var target = RowPath.TargetOf(ODataQuery.Parse(
            SmallModel.Schema, Root, "t_lines(_t_orderid_value=11111111-1111-1111-1111-111111111111,t_name='a')", ""))!;

        Assert.Equal("t_line", target.LogicalName);
        Assert.Equal("a", target.KeyAttributes["t_name"]);
        Assert.Equal(
            new Microsoft.Xrm.Sdk.EntityReference("t_order", Guid.Parse("11111111-1111-1111-1111-111111111111")),
            target.KeyAttributes["t_orderid"]);
    }

    private static RowQuery Compile(string set, string options) =>
        RowQuery.Compile(ODataQuery.Parse(SmallModel.Schema, Root, set, options), SmallModel.Schema.Set(set)!);
}
