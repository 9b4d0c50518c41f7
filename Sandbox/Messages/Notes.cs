using Microsoft.Xrm.Sdk;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>What the platform works out of a note: whether it has a file, how large that is, and the table of what it is about.</summary>
internal static class Notes
{
    public static void Complete(TableSchema table, Entity row)
    {
        if (table.Name != "annotation") return;
        if (row.GetAttributeValue<EntityReference>("objectid") is { } about) row["objecttypecode"] = about.LogicalName;
        if (!row.Contains("documentbody")) return;
        var body = row.GetAttributeValue<string>("documentbody");
        var content = new byte[(body ?? "").Length];
        if (!Convert.TryFromBase64String(body ?? "", content, out var size)) throw Faults.Invalid("The 'documentbody' of a note is its file in base64; this is not.");
        row["filesize"] = body is null ? null : size;
        row["isdocument"] = body is not null;
    }
}
