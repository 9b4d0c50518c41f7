using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Puts the one evidence file on a judgement, for whoever judged.</summary>
/// <remarks>
/// A file column takes its bytes only once the row exists, by an update, and nobody's role updates judgements. So the bytes are stored
/// as the system, once it is sure that the caller made this judgement, which took the right to judge, and that it has no file yet.
/// </remarks>
[CrmPluginRegistration(CustomApi.AttachEvidence)]
public sealed class AttachEvidence : PluginBase
{
    /// <summary>As large as the column takes, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    // Three bytes are four characters of Base64; a block stays under the platform's 4 MB.
    private const int BlockCharacters = 4 * 1024 * 1024;

    protected override void Run(StepContext step)
    {
        var judgement = (EntityReference)step.Inputs["Target"];
        var query = new QueryExpression(Judgement.Table) { ColumnSet = new ColumnSet(Judgement.JudgedById, Judgement.Evidence) };
        query.Criteria.AddCondition(Judgement.Id, ConditionOperator.Equal, judgement.Id);
        var row = step.Caller.RetrieveMultiple(query).Entities.FirstOrDefault() ?? throw Refusal.Of(step, "judgement.none");
        if (row.Reference(Judgement.JudgedById)?.Id != step.PersonId || row.Id(Judgement.Evidence) != null)
        {
            throw Refusal.Of(step, "judge.append");
        }

        // Browsers send the name alone, other clients perhaps the path it had on either kind of machine.
        var name = ((string)step.Inputs[CustomApi.FileName]).Split('/', '\\').Last().Trim();
        var content = (string)step.Inputs[CustomApi.Content];
        if (name.Length == 0 || content.Length == 0)
        {
            throw Refusal.Of(step, "evidence.empty");
        }

        var bytes = (content.Length / 4L * 3) - content.Reverse().TakeWhile(letter => letter == '=').Count();
        if (bytes > LargestFile)
        {
            throw Refusal.Of(step, "evidence.large", Text(bytes), Text(LargestFile));
        }

        // Everything is decoded before anything is stored: a request that fails halfway ends the transaction with another's sentence.
        Store(step, judgement, name, step.Inputs.Contains(CustomApi.MimeType) ? step.Inputs[CustomApi.MimeType] as string : null, Blocks(step, content));
    }

    private static List<byte[]> Blocks(StepContext step, string content)
    {
        var blocks = new List<byte[]>();
        try
        {
            for (var at = 0; at < content.Length; at += BlockCharacters)
            {
                blocks.Add(Convert.FromBase64String(content.Substring(at, Math.Min(BlockCharacters, content.Length - at))));
            }
        }
        catch (FormatException)
        {
            throw Refusal.Of(step, "evidence.content");
        }

        return blocks;
    }

    private static void Store(StepContext step, EntityReference judgement, string name, string? type, List<byte[]> blocks)
    {
        var token = step.System.Execute(new OrganizationRequest("InitializeFileBlocksUpload")
        {
            ["Target"] = judgement,
            ["FileAttributeName"] = Judgement.Evidence,
            ["FileName"] = name,
        }).Results["FileContinuationToken"];
        var ids = new List<string>();
        foreach (var block in blocks)
        {
            // All ids of a file have to be of one length.
            var id = Convert.ToBase64String(BitConverter.GetBytes(ids.Count));
            step.System.Execute(new OrganizationRequest("UploadBlock") { ["BlockId"] = id, ["BlockData"] = block, ["FileContinuationToken"] = token });
            ids.Add(id);
        }

        step.System.Execute(new OrganizationRequest("CommitFileBlocksUpload")
        {
            ["BlockList"] = ids.ToArray(),
            ["FileName"] = name,
            ["MimeType"] = string.IsNullOrWhiteSpace(type) ? "application/octet-stream" : type,
            ["FileContinuationToken"] = token,
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
