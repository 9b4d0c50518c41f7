using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>What an offer's package, or its solution checker report, says about itself: as it is stored on the offer.</summary>
internal sealed class PackageInspection
{
    private PackageInspection(InspectionState? state, string? json, int findings)
    {
        State = state;
        Json = json;
        Findings = findings;
    }

    /// <summary>Null when nothing is stored.</summary>
    public InspectionState? State { get; }

    public string? Json { get; }

    /// <summary>Number of findings, those that did not fit included.</summary>
    public int Findings { get; }

    /// <summary>Reads the stored file of a column of the offer.</summary>
    public static PackageInspection Of(IOrganizationService service, Entity offer, string column)
    {
        if (offer.Id(column) is not { } fileId)
        {
            return new(null, null, 0);
        }

        var bytes = BlockStream.Open(service, offer.ToEntityReference(), column);
        if (column == Offer.CheckerReport)
        {
            var report = CheckerReport.Read(bytes, fileId);
            return new(StateOf(report.Damage), report.ToJson(), report.Findings.Count + report.FindingsLeftOut);
        }

        var package = PackageInspector.Inspect(bytes, fileId);
        return new(StateOf(package.Damage), package.ToJson(), package.Findings.Count + package.FindingsLeftOut);
    }

    /// <summary>Nobody has looked at the files that this request brings.</summary>
    public static void Clear(Entity offer)
    {
        foreach (var column in new[] { Offer.Package, Offer.CheckerReport })
        {
            if (offer.Contains(column))
            {
                new PackageInspection(offer[column] == null ? null : InspectionState.NotInspected, null, 0).Set(offer, column);
            }
        }
    }

    /// <summary>Whether what is stored is about the file that is there.</summary>
    public static bool IsKnown(Entity offer, string column) => offer.Id(column) ==
        (column == Offer.CheckerReport ? CheckerFacts.FromJson(offer.Text(FactsColumn(column)))?.FileId : PackageFacts.FromJson(offer.Text(FactsColumn(column)))?.FileId);

    /// <summary>Whether the offer has exactly this.</summary>
    public bool IsIn(Entity offer, string column) =>
        offer.Choice<InspectionState>(StateColumn(column)) == State && offer.Text(FactsColumn(column)) == Json;

    public void Set(Entity offer, string column)
    {
        offer[FactsColumn(column)] = Json;
        offer[StateColumn(column)] = State == null ? null : new OptionSetValue((int)State);
    }

    private static string FactsColumn(string column) => column == Offer.CheckerReport ? Offer.CheckerFacts : Offer.PackageFacts;

    /// <summary>The column that says whether the file of a column was looked at.</summary>
    public static string StateColumn(string column) => column == Offer.CheckerReport ? Offer.CheckerInspection : Offer.PackageInspection;

    private static InspectionState StateOf(Message? damage) => damage == null ? InspectionState.Inspected : InspectionState.Damaged;
}
