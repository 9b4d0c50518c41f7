using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>
/// Who brought a file whose upload raised no event: whoever has it looked at first, which the form does after each upload. An event
/// names its author itself, and leaves the file as not inspected.
/// </summary>
internal static class FileAuthor
{
    /// <param name="update">Gets the author.</param>
    /// <param name="row">With its authors as they are stored.</param>
    /// <param name="column">The column of the file.</param>
    /// <param name="before">What was known of a file in that column so far.</param>
    public static void Set(StepContext step, Entity update, Entity row, string column, InspectionState? before)
    {
        if (before != InspectionState.NotInspected)
        {
            update[Offer.EnteredBy] = AuthorMap.Parse(row.Text(Offer.EnteredBy)).With([column], step.PersonId).ToText();
        }
    }
}
