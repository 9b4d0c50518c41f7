using System.Diagnostics;
using DataverseReadiness.Rules.Inspection;
using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class HtmlTests
{
    private static readonly CaseTable Cases = new(HtmlCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_the_standard_says(string name) => Cases.Run(name);

    /// <summary>
    /// Four times the text takes about four times as long; a quadratic reader would take sixteen times, and minutes for these lengths.
    /// So what is done in a moment needs no ratio, which noise would decide.
    /// </summary>
    [Theory]
    [InlineData("<p>")]
    [InlineData("</p>")]
    [InlineData("<p a=b ")]
    [InlineData("<p a='")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("<!-- -")]
    [InlineData("<![CDATA[")]
    [InlineData("<script>")]
    [InlineData("<script><!--")]
    [InlineData("<script><!-- --></script>")]
    [InlineData("<script><!-- -->")]
    [InlineData("<textarea></textare")]
    [InlineData("<title></title>")]
    [InlineData("&amp")]
    [InlineData("&#65")]
    [InlineData("&ampampampampampampampampampampamp")]
    [InlineData("<p title=&amp>")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    public void Takes_time_in_proportion_to_the_text(string piece)
    {
        const int Length = 1 << 18;
        const double Moment = 100;
        var ratios = new List<double>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var (shorter, longer) = (Time(piece, Length), Time(piece, 4 * Length));
            if (longer < Moment || longer < 12 * shorter)
                return;
            ratios.Add(longer / shorter);
        }

        Assert.Fail($"Ratios: {string.Join(", ", ratios)}");
    }

    private static double Time(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        return Enumerable.Range(0, 2).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            HtmlReader.Read(text);
            return watch.Elapsed.TotalMilliseconds;
        });
    }
}
