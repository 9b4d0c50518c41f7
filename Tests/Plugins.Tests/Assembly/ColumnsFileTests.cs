using System.Globalization;
using System.Xml.Linq;
using DataverseReadiness.Plugins.Names;

namespace Plugins.Tests.Assembly;

/// <summary>The file of column limits is what the solution's tables say.</summary>
public sealed class ColumnsFileTests
{
    /// <summary>Texts that hold a GUID, which the platform has no column type for.</summary>
    private static readonly (string Table, string Column)[] Guids = [(Offer.Table, Offer.AppId), (Trial.Table, Trial.TenantId), (Trial.Table, Trial.AppId), (Trial.Table, Trial.SubscriptionId)];

    [Fact]
    public void It_is_current()
    {
        var path = RepositoryFolder.PathOf("Plugins", "DataverseReadiness.Plugins", "Validation", "Columns.tsv");
        var expected = string.Concat(new[] { "Offer", "Trial", "Plan", "SupportLink", "MarketingAsset", "Judgement", "Requirement", "Certification" }.SelectMany(Lines));

        var actual = File.ReadAllText(path);
        if (actual != expected)
        {
            File.WriteAllText(path + ".received", expected);
        }

        Assert.Equal(expected, actual);
    }

    private static IEnumerable<string> Lines(string entity) => SolutionNames.Columns(entity)
        .Select(column => Line("rdy_" + entity.ToLowerInvariant(), column))
        .OfType<string>();

    private static string? Line(string table, XElement column)
    {
        var name = Text(column, "LogicalName");
        if (!name.StartsWith("rdy_", StringComparison.Ordinal) || name == table + "id")
        {
            return null;
        }

        var (kind, min, max) = Text(column, "Type") switch
        {
            _ when Guids.Contains((table, name)) => ("Guid", "0", "0"),
            "nvarchar" when Text(column, "Format") == "url" => ("Url", "0", Text(column, "MaxLength")),
            "nvarchar" or "ntext" => ("Text", "0", Text(column, "MaxLength")),
            "int" => ("Whole", Text(column, "MinValue"), Text(column, "MaxValue")),
            "decimal" => ("Decimal", Text(column, "MinValue"), Text(column, "MaxValue")),
            "datetime" => ("Date", "0", "0"),
            "picklist" => ("Choice", "0", "0"),
            "multiselectpicklist" => ("Choices", "0", "0"),
            "image" => ("Image", "0", (1024 * int.Parse(Text(column, "MaxValue"), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)),
            _ => ("", "", ""),
        };
        return kind.Length == 0 ? null : $"{table}\t{name}\t{kind}\t{min}\t{max}\n";
    }

    private static string Text(XElement column, string element) => (string?)column.Element(element) ?? string.Empty;
}
