using System.Reflection;
using System.Text;

namespace Packager.Tests;

public sealed class FindingTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, BrokenPackage.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_package_has_the_finding_and_no_other(int index)
    {
        var broken = BrokenPackage.All[index];

        var codes = broken.Findings.Select(finding => finding.Code).Distinct().Order();

        Assert.Equal(broken.Codes.Order(), codes);
    }

    /// <summary>File, line and sentence of every finding, to be read in review.</summary>
    [Fact]
    public void Findings_name_file_line_and_reason()
    {
        var text = new StringBuilder();
        foreach (var broken in BrokenPackage.All)
        {
            text.Append("# ").Append(broken.Name).Append('\n');
            foreach (var finding in broken.Findings.Take(12))
                text.Append(finding.File).Append('(').Append(finding.Line).Append("): ").Append(finding.Code).Append(": ").Append(finding.Message).Append('\n');
            text.Append('\n');
        }

        Approved.Equal("Findings", text.ToString());
    }

    [Fact]
    public void Every_kind_of_finding_has_a_broken_package()
    {
        string[] ofTheCommandLine = [FindingCodes.NotCurrent, FindingCodes.Registration, FindingCodes.Unpack, FindingCodes.ReleaseTwice, FindingCodes.ReleaseUnmanaged];
        var kinds = typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name)
            .Where(name => !name.StartsWith("Upgrade", StringComparison.Ordinal)).Except(ofTheCommandLine);

        Assert.Empty(kinds.Except(BrokenPackage.All.SelectMany(broken => broken.Codes)));
    }
}
