using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Query;

namespace Sandbox.Tests.Core;

/// <summary>Times as a user's clock shows them.</summary>
public sealed class QueryTimeTests(QueryRows rows) : IClassFixture<QueryRows>
{
    // The example of "Behavior and format of the Date and Time column", in winter, when Pacific time is eight hours behind UTC.
    [Fact]
    public void Every_time_zone_has_a_name_that_browsers_know()
    {
        Assert.Equal(UserTime.Codes.Order(), UserTime.BrowserNames.Keys.Order());
        Assert.Equal(("UTC", "Europe/Berlin", "Asia/Tokyo"), (UserTime.BrowserNames[92], UserTime.BrowserNames[110], UserTime.BrowserNames[235]));
    }

    [Theory]
    [InlineData(4, "1/14/2026 11:30 PM", "1/15/2026 7:30 AM")]
    [InlineData(92, "1/15/2026 7:30 AM", "1/15/2026 7:30 AM")]
    [InlineData(110, "1/15/2026 8:30 AM", "1/15/2026 7:30 AM")]
    public void A_time_is_shown_by_the_users_clock_where_its_column_says_so(int zone, string local, string independent)
    {
        var time = new DateTime(2026, 1, 15, 7, 30, 0, DateTimeKind.Utc);
        var id = rows.Create("t", ("tst_website", "https://times.example"), ("tst_meetson", time), ("tst_opensat", time), ("tst_dueon", time));
        rows.UseTimeZone(zone);
        try
        {
            var row = rows.Organization.Retrieve("tst_parent", id, "tst_meetson", "tst_opensat", "tst_dueon");

            string Shown(string column) => row.FormattedValues[column].Replace('\u202f', ' ');
            Assert.Equal((local, independent, "1/15/2026"), (Shown("tst_meetson"), Shown("tst_opensat"), Shown("tst_dueon")));
            Assert.Equal((time, time, time.Date), (row["tst_meetson"], row["tst_opensat"], row["tst_dueon"]));
        }
        finally
        {
            rows.UseTimeZone(QueryRows.Stockholm);
        }
    }

    [Fact]
    public void Every_time_zone_code_has_its_zone()
    {
        foreach (var code in UserTime.Codes)
        {
            var zone = UserTime.Of(code);
            for (var hour = 0; hour < 24 * 366; hour += 7)
            {
                var utc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);
                Assert.InRange(utc - zone.ToUtc(zone.ToLocal(utc)), TimeSpan.Zero, TimeSpan.FromHours(1)); // Twice shown is the first time.
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(92)]
    [InlineData(235)]
    public void The_first_and_the_last_day_of_the_calendar_are_days_by_every_clock(int zone)
    {
        var website = $"https://end{zone}.example";
        var id = rows.Create("t", ("tst_website", website), ("tst_dueon", new DateTime(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc)), ("tst_meetson", new DateTime(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc)));
        rows.UseTimeZone(zone);
        try
        {
            int Count(string column, string op, string day) => rows.Organization.Query(new FetchExpression(
                $"<fetch><entity name='tst_parent'><filter><condition attribute='tst_website' operator='eq' value='{website}'/><condition attribute='{column}' operator='{op}' value='{day}'/></filter></entity></fetch>")).Entities.Count;

            Assert.Equal((1, 1, 1, 0), (Count("tst_dueon", "on", "9999-12-31"), Count("tst_dueon", "on-or-before", "9999-12-31"), Count("tst_dueon", "on-or-after", "0001-01-01"), Count("tst_dueon", "on", "0001-01-01")));
            Assert.Equal((1, 0), (Count("tst_meetson", "on-or-before", "9999-12-31"), Count("tst_meetson", "on-or-before", "0001-01-01")));
            Assert.StartsWith("12/31/9999", rows.Organization.Retrieve("tst_parent", id, "tst_meetson").FormattedValues["tst_meetson"], StringComparison.Ordinal);
        }
        finally
        {
            rows.UseTimeZone(QueryRows.Stockholm);
            rows.Organization.Delete("tst_parent", id);
        }
    }

    [Fact]
    public void An_unknown_time_zone_code_is_refused_by_name_where_it_matters()
    {
        rows.UseTimeZone(13);
        try
        {
            var today = "<fetch><entity name='tst_parent'><filter><condition attribute='createdon' operator='today' /></filter></entity></fetch>";
            Assert.Equal("The time zone code 13 is not supported by the sandbox.", rows.Organization.Fault(() => rows.Fetch(today)).Message);
            Assert.NotEmpty(rows.Fetch("<fetch><entity name='tst_parent'><attribute name='tst_name' /></entity></fetch>").Entities);
        }
        finally
        {
            rows.UseTimeZone(QueryRows.Stockholm);
        }
    }

    [Fact]
    public void A_clock_set_forward_skips_an_hour_and_one_set_back_shows_it_twice()
    {
        var zone = UserTime.Of(QueryRows.Stockholm);

        Assert.Equal(Utc("2026-03-29T01:30:00Z"), zone.ToUtc(Utc("2026-03-29T02:30:00Z"))); // Never shown: as if the clock had not been set.
        Assert.Equal(Utc("2026-10-25T00:30:00Z"), zone.ToUtc(Utc("2026-10-25T02:30:00Z")));
        Assert.Equal(Utc("2026-10-25T02:30:00Z"), zone.ToLocal(Utc("2026-10-25T00:30:00Z")));
        Assert.Equal(Utc("2026-10-25T02:30:00Z"), zone.ToLocal(Utc("2026-10-25T01:30:00Z")));
    }

    [Theory]
    [InlineData("tst_meetson", "", "25:1 26:2")] // 22:59 UTC is the day before until clocks are set back that night.
    [InlineData("tst_meetson", "usertimezone='false'", "25:2 26:1")]
    [InlineData("tst_opensat", "", "25:2 26:1")]
    public void A_date_is_grouped_by_the_users_day(string column, string attribute, string expected)
    {
        var site = $"https://{column}{attribute.Length}.example";
        foreach (var time in new[] { "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z", "2026-10-26T22:59:59Z" })
            rows.Create("g", ("tst_website", site), (column, Utc(time)));

        var groups = rows.Fetch($"""
            <fetch aggregate='true'><entity name='tst_parent'>
              <attribute name='{column}' groupby='true' dategrouping='day' alias='day' {attribute} /><attribute name='tst_parentid' aggregate='count' alias='n' /><order alias='day' />
              <filter><condition attribute='tst_website' operator='eq' value='{site}' /></filter>
            </entity></fetch>
            """);

        Assert.Equal(expected, string.Join(' ', groups.Entities.Select(row => $"{Value(row, "day")}:{Value(row, "n")}")));
    }

    [Fact]
    public void A_date_is_grouped_by_fiscal_years_and_periods()
    {
        foreach (var day in new[] { "2025-06-30", "2025-07-01", "2025-09-30", "2026-06-30", "2026-07-01" })
            rows.Create("f", ("tst_website", "https://fiscal.example"), ("tst_dueon", Utc(day + "T00:00:00Z")));
        List<string> Groups(string part) => [.. rows.Fetch($"""
            <fetch aggregate='true'><entity name='tst_parent'>
              <attribute name='tst_dueon' groupby='true' dategrouping='{part}' alias='part' /><attribute name='tst_parentid' aggregate='count' alias='n' /><order alias='part' />
              <filter><condition attribute='tst_website' operator='eq' value='https://fiscal.example' /></filter>
            </entity></fetch>
            """).Entities.Select(row => $"{Value(row, "part")} {row.FormattedValues["part"]}: {Value(row, "n")}")];

        Assert.Equal(["4 Quarter 4 FY2024: 1", "1 Quarter 1 FY2025: 2", "4 Quarter 4 FY2025: 1", "1 Quarter 1 FY2026: 1"], Groups("fiscal-period"));
        Assert.Equal(["2024 FY2024: 1", "2025 FY2025: 3", "2026 FY2026: 1"], Groups("fiscal-year"));
    }

    [Theory]
    [InlineData(2000, "2026-07-01", 1, 2026, "FY2026")]
    [InlineData(2001, "2026-06-30", 2, 2025, "Semester 2 FY2025")]
    [InlineData(2002, "2026-03-31", 3, 2025, "Quarter 3 FY2025")]
    [InlineData(2003, "2026-06-30", 12, 2025, "Month 12 FY2025")]
    public void A_fiscal_year_has_periods_of_a_kind(int type, string day, int period, int year, string name)
    {
        var calendar = new FiscalCalendar(7, 1, type);

        Assert.Equal((year, period), calendar.Of(Utc(day + "T00:00:00Z")));
        Assert.Equal(name, calendar.Name(year, period));
        Assert.True(calendar.Start(year, period) <= Utc(day + "T00:00:00Z") && Utc(day + "T00:00:00Z") < calendar.Start(year, period + 1));
    }

    [Fact]
    public void A_fiscal_year_may_begin_in_the_midst_of_a_month()
    {
        var calendar = new FiscalCalendar(4, 6, 2002);

        Assert.Equal((2025, 4), calendar.Of(Utc("2026-04-05T00:00:00Z")));
        Assert.Equal((2026, 1), calendar.Of(Utc("2026-04-06T00:00:00Z")));
        Assert.Equal(Utc("2026-07-06T00:00:00Z"), calendar.Start(2026, 2));
        var named = calendar with { IsNamedByEnd = true };
        Assert.Equal((2026, 4), named.Of(Utc("2026-04-05T00:00:00Z")));
        Assert.Equal(Utc("2026-07-06T00:00:00Z"), named.Start(2027, 2));
        Assert.Equal((2026, 1), (FiscalCalendar.Default with { IsNamedByEnd = true }).Of(Utc("2026-01-01T00:00:00Z")));
        Assert.Contains("day 30", rows.Organization.Fault(() => new FiscalCalendar(4, 30, 2002).Start(2026)).Message, StringComparison.Ordinal);
        Assert.Contains("2004", rows.Organization.Fault(() => new FiscalCalendar(4, 1, 2004).Start(2026)).Message, StringComparison.Ordinal);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();

    private static object Value(Entity row, string alias) => ((AliasedValue)row[alias]).Value;
}
