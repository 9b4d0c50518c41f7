using System.Text.Json.Nodes;
using DataverseReadiness.Cli.Input;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Files of rows, in blocks: a block may be sent or asked for twice, so a lost connection costs one block.</summary>
/// <remarks>The messages: learn.microsoft.com/power-apps/developer/data-platform/file-column-data; a block has at most 4 MB.</remarks>
internal sealed class FileTransfer(WebApiClient client)
{
    private const int BlockSize = 4 * 1024 * 1024;

    /// <summary>Name and bytes of a stored file. An image has no name of its own.</summary>
    public async Task<(string Name, byte[] Content)> Download(string table, Guid id, string column)
    {
        var file = await Begin(table, id, column);
        var content = new MemoryStream();
        await foreach (var block in Blocks(file))
        {
            content.Write(block);
        }

        return (file.Name, content.ToArray());
    }

    /// <summary>Whether these bytes are stored, under this name where a name is given.</summary>
    public async Task<bool> IsStored(string table, Guid id, string column, byte[] content, string? name)
    {
        var file = await Begin(table, id, column);
        if (file.Size != content.Length || (name is not null && file.Name != name))
        {
            return false;
        }

        var at = 0;
        await foreach (var block in Blocks(file))
        {
            if (!content.AsSpan(at, Math.Min(block.Length, content.Length - at)).SequenceEqual(block))
            {
                return false;
            }

            at += block.Length;
        }

        return at == content.Length;
    }

    public async Task Upload(string table, Guid id, string column, string name, byte[] content)
    {
        var begun = await client.Call("InitializeFileBlocksUpload", new JsonObject { ["Target"] = Target(table, id), ["FileAttributeName"] = column, ["FileName"] = name }, isRepeatable: true);
        var token = (string)begun!["FileContinuationToken"]!;
        var blocks = new JsonArray();
        foreach (var block in content.Chunk(BlockSize))
        {
            var blockId = Convert.ToBase64String(BitConverter.GetBytes(blocks.Count));
            blocks.Add(blockId);
            await client.Call("UploadBlock", new JsonObject { ["FileContinuationToken"] = token, ["BlockId"] = blockId, ["BlockData"] = Convert.ToBase64String(block) }, isRepeatable: true);
        }

        await client.Call("CommitFileBlocksUpload", new JsonObject { ["FileContinuationToken"] = token, ["FileName"] = name, ["MimeType"] = SubmittedFile.MimeOf(name), ["BlockList"] = blocks });
    }

    private async Task<(string Token, long Size, string Name)> Begin(string table, Guid id, string column)
    {
        var begun = (await client.Call("InitializeFileBlocksDownload", new JsonObject { ["Target"] = Target(table, id), ["FileAttributeName"] = column }, isRepeatable: true))!;
        return ((string)begun["FileContinuationToken"]!, (long)begun["FileSizeInBytes"]!, (string?)begun["FileName"] ?? "");
    }

    private async IAsyncEnumerable<byte[]> Blocks((string Token, long Size, string Name) file)
    {
        for (long at = 0; at < file.Size;)
        {
            var block = Convert.FromBase64String((string)(await client.Call(
                "DownloadBlock", new JsonObject { ["FileContinuationToken"] = file.Token, ["Offset"] = at, ["BlockLength"] = Math.Min(BlockSize, file.Size - at) }, isRepeatable: true))!["Data"]!);
            if (block.Length == 0)
            {
                throw new TroubleException($"{client.Host} ended the file '{file.Name}' before its end. Run the same command again.");
            }

            at += block.Length;
            yield return block;
        }
    }

    private static JsonObject Target(string table, Guid id) => new() { ["@odata.type"] = "Microsoft.Dynamics.CRM." + table, [table + "id"] = id.ToString("D") };
}
