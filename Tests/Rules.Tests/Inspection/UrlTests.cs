using System.Globalization;
using CsCheck;
using DataverseReadiness.Rules.Inspection;
using DataverseReadiness.Rules.Tests.Cases.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

public sealed class UrlTests
{
    private static readonly CaseTable Cases = new(UrlCases.All());

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_or_normalized(string name) => Cases.Run(name);

    [Fact]
    public void Writes_host_names_in_punycode_as_the_framework_does()
    {
        var mapping = new IdnMapping();

        Gen.Char["abcxyzåäöéüñçđłžščабвгдежזחטיあいう中文字한글"].Array[1, 20].Select(letters => new string(letters)).Sample(
            label => UrlReader.Read("https://" + label + ".example").Host == mapping.GetAscii(label) + ".example",
            iter: 2000);
    }

    [Fact]
    public void Reads_its_own_answer_as_the_same_address() =>
        Gen.String[Gen.Char["htps:/.@[]%?#&=aå0_-\\ "], 0, 40].Sample(
            text =>
            {
                var first = UrlReader.Read("https://" + text);
                return !first.IsValid || UrlReader.Read(first.Normalized).Normalized == first.Normalized;
            },
            iter: 20000);

    [Fact]
    public void Accepts_nothing_that_the_framework_reads_as_another_host() =>
        Gen.String[Gen.Char["htps:/.@[]%?#&=a0x_-\\ "], 0, 40].Sample(
            text =>
            {
                var facts = UrlReader.Read("https://" + text);
                return !facts.IsValid || (Uri.TryCreate(facts.Normalized, UriKind.Absolute, out var uri) && uri.Host == facts.Host && uri.UserInfo.Length == 0);
            },
            iter: 20000);
}
