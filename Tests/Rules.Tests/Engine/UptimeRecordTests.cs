namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class UptimeRecordTests
{
    private const string Month = "2019-01-01T00:00:00Z,2019-01-31T00:00:00Z,up\n";

    [Theory]
    [InlineData("2019-01-05T10:00:00Z,2019-01-05T10:43:12Z,down", "99.900", 43.2, true)]
    [InlineData("2019-01-05T10:00:00Z,2019-01-05T10:43:13Z,down", "99.899", 43.2, false)]
    [InlineData("2019-01-05T10:00:00Z,2019-01-05T10:30:00Z,down\n2019-01-05T10:20:00Z,2019-01-05T10:40:00Z,outage", "99.907", 40.0, true)]
    [InlineData("2019-01-05T10:00:00Z,2019-01-05T10:30:00Z,down\n2019-01-06T10:00:00Z,2019-01-06T10:10:00Z,DOWN", "99.907", 40.0, true)]
    [InlineData("2019-01-05 12:00+02:00,2019-01-05 12:40+02:00,down", "99.907", 40.0, true)]
    [InlineData("2019-01-05 10:00,2019-01-05 10:40, Down ", "99.907", 40.0, true)]
    public void Uptime_is_what_is_left_of_the_window(string rows, string percentage, double spent, bool enough)
    {
        var record = Read(Month + rows);

        Assert.Equal(percentage, record.Percentage.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(30, record.WindowDays);
        Assert.Equal((decimal)spent, record.SpentMinutes);
        Assert.Equal(43.2m, record.AllowedMinutes(99.9m));
        Assert.Equal(enough, record.Reaches(99.9m));
    }

    [Fact]
    public void Overlapping_outages_are_one() =>
        Assert.Equal(1, Read(Month + "2019-01-05T10:00:00Z,2019-01-05T10:30:00Z,down\n2019-01-05T10:30:00Z,2019-01-05T10:40:00Z,down").Outages);

    [Fact]
    public void A_status_lasts_until_the_next_row_in_whatever_order_rows_come()
    {
        var record = Read("2019-01-31T00:00:00Z,up\n2019-01-05T10:00:00Z,down\n2019-01-05T10:40:00Z,up\n2019-01-01T00:00:00Z,up");

        Assert.Equal(99.907m, record.Percentage);
        Assert.Equal(new DateTime(2019, 1, 1), record.From);
        Assert.Equal(new DateTime(2019, 1, 31), record.To);
    }

    [Fact]
    public void Columns_may_be_named_quoted_and_stand_in_any_order()
    {
        var record = Read("\uFEFF\"Note\",Status,\"End\",\"Start\"\r\n\"all \"\"fine\"\",\r\nthey say\",up,2019-01-31T00:00:00Z,2019-01-01T00:00:00Z\r\n,down,2019-01-05T10:40:00Z,\"2019-01-05T10:00:00Z\"\r\n");

        Assert.Equal(99.907m, record.Percentage);
    }

    [Fact]
    public void Semicolons_part_columns_too() =>
        Assert.Equal(99.907m, Read("start;end;status\n2019-01-01T00:00:00Z;2019-01-31T00:00:00Z;up\n2019-01-05T10:00:00Z;2019-01-05T10:40:00Z;down").Percentage);

    [Fact]
    public void Time_that_no_record_covers_is_not_measured()
    {
        var record = Read("2019-01-01T00:00:00Z,2019-01-02T00:00:00Z,up\n2019-01-11T00:00:00Z,2019-01-12T00:00:00Z,up");

        Assert.Equal(2, record.WindowDays);
        Assert.Equal(100m, record.Percentage);
    }

    [Theory]
    [InlineData("", "uptime.csv.empty")]
    [InlineData(" \n ", "uptime.csv.empty")]
    [InlineData("2019-01-01T00:00:00Z,\"2019-01-31T00:00:00Z,up", "uptime.csv.quote")]
    [InlineData("2019-01-01T00:00:00Z,20\"19-01-31T00:00:00Z,up", "uptime.csv.quote")]
    [InlineData("when,how\n2019-01-01T00:00:00Z,up", "uptime.csv.header(when, how)")]
    [InlineData("2019-01-01T00:00:00Z,2019-01-31T00:00:00Z,up\n2019-01-01T00:00:00Z,up", "uptime.csv.columns(2, 2)")]
    [InlineData("2019-01-01T00:00:00Z,31/01/2019,up", "uptime.csv.time(1, 31/01/2019)")]
    [InlineData("start,end,status\n01.01.2019,2019-01-31T00:00:00Z,up", "uptime.csv.time(2, 01.01.2019)")]
    [InlineData("2019-01-01T00:00:00Z,2019-01-31T00:00:00Z,maybe", "uptime.csv.status(1, maybe)")]
    [InlineData("2019-01-31T00:00:00Z,2019-01-01T00:00:00Z,up", "uptime.csv.order(1)")]
    [InlineData("2019-01-01T00:00:00Z,2019-03-01T12:00:01Z,up", "uptime.csv.future(1, 2019-03-01 12:00 UTC)")]
    [InlineData("2019-01-01T00:00:00Z,2019-01-02T00:00:00Z,down", "uptime.csv.window")]
    [InlineData("2019-01-01T00:00:00Z,up", "uptime.csv.window")]
    public void Records_that_cannot_be_used_say_why(string csv, string problem)
    {
        Assert.Null(UptimeRecord.FromCsv(csv, Given.Now, out var said));

        Assert.Equal(problem, said!.ToString());
    }

    [Fact]
    public void Records_are_read_up_to_a_length()
    {
        Assert.Null(UptimeRecord.FromCsv(new string('a', 5_000_001), Given.Now, out var problem));

        Assert.Equal("uptime.csv.long", problem!.Key);
    }

    [Theory]
    [InlineData(1000, 1, 43.2, "99.900", true)]
    [InlineData(999, 1, 43.3, "99.899", false)]
    [InlineData(10, 0, 0, "100.000", true)]
    public void Counted_probes_estimate_it(int checks, int failures, double spent, string percentage, bool enough)
    {
        var record = UptimeRecord.FromProbes(checks, failures, Given.Now.AddDays(-30), Given.Now)!;

        Assert.Equal((decimal)spent, record.SpentMinutes);
        Assert.Equal(percentage, record.Percentage.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(enough, record.Reaches(99.9m));
        Assert.Equal(30, record.WindowDays);
    }

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(5, 6, -1)]
    [InlineData(5, -1, -1)]
    [InlineData(5, 1, 0)]
    public void Nothing_is_counted_from_nothing(int checks, int failures, int days) =>
        Assert.Null(UptimeRecord.FromProbes(checks, failures, Given.Now.AddDays(days), Given.Now));

    [Fact]
    public void A_record_is_stored_and_read_back()
    {
        var record = Read(Month + "2019-01-05T10:00:00Z,2019-01-05T10:40:00Z,down");
        var json = record.ToJson();

        Assert.Equal("""{"from":"2019-01-01T00:00:00Z","to":"2019-01-31T00:00:00Z","watched":2592000,"down":2400,"outages":1}""", json);
        Assert.Equal(json, UptimeRecord.FromJson(json)!.ToJson());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"from":"2019-01-01T00:00:00Z","to":"2019-01-31T00:00:00Z","watched":0,"down":0,"outages":0}""")]
    [InlineData("""{"from":"2019-01-01T00:00:00Z","to":"2019-01-31T00:00:00Z","watched":10,"down":11,"outages":0}""")]
    [InlineData("""{"from":"soon","to":"2019-01-31T00:00:00Z","watched":10,"down":1,"outages":0}""")]
    public void Anything_else_is_no_record(string? json) => Assert.Null(UptimeRecord.FromJson(json));

    [Theory]
    [InlineData("2019-01-05T10:43:12Z", "Met uptime.record(99.900, 2019-01-01, 2019-01-31, 43.2, 43.2, 99.9)")]
    [InlineData("2019-01-05T10:43:13Z", "NotMet uptime.record.low(99.899, 2019-01-01, 2019-01-31, 43.2, 43.2, 99.9)")]
    public void The_requirement_rests_on_the_record_before_what_was_typed(string end, string expected)
    {
        var offer = Given.Offer();
        offer.UptimeMeasured = 12m;
        offer.Uptime = Read(Month + "2019-01-05T10:00:00Z," + end + ",down");

        Assert.Equal(expected, Given.Said(Given.Item(offer, "D365-18-T-07").Verdict));
    }

    private static UptimeRecord Read(string csv)
    {
        var record = UptimeRecord.FromCsv(csv, Given.Now, out var problem);
        Assert.Null(problem);
        return record!;
    }
}
