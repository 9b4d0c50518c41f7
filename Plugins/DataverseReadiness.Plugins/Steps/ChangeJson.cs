using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Items and their changes, as custom APIs hand them out in JSON.</summary>
internal static class ChangeJson
{
    public static Dictionary<string, object?> Of(ItemChange change, int language) => new()
    {
        ["key"] = change.Key,
        ["title"] = Texts.Render(change.Requirement.Title, language),
        ["from"] = change.From?.ToString(),
        ["to"] = change.To?.ToString(),
        ["opens"] = change.Opens,
        ["closes"] = change.Closes,
        ["reasonKey"] = change.Reason.Key,
        ["reasonArgs"] = change.Reason.Arguments.ToList<object?>(),
    };

    public static Dictionary<string, object?> Of(EvaluatedItem item, int language) => new()
    {
        ["key"] = item.Requirement.Key,
        ["title"] = Texts.Render(item.Requirement.Title, language),
        ["status"] = item.Status.ToString(),
    };
}
