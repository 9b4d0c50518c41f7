using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>A single column of a row: its value, its bytes, and uploads of bytes.</summary>
internal static class ColumnValue
{
    private const int BlockSize = 4 * 1024 * 1024;

    /// <summary>The most bytes that any file column takes (DP/file-attributes: a maximum size of 10 GB).</summary>
    private const long LargestFile = 10L * 1024 * 1024 * 1024;

    /// <summary>Whether the column holds an image or a file.</summary>
    public static bool HoldsBytes(PropertySchema property) => property.Column.Type is ColumnType.Image or ColumnType.File;

    public static WebApiResponse Run(WebApiRequest request, ODataQuery query, EntitySchema entity, PropertySegment segment, bool raw)
    {
        var property = entity.ByName[segment.Property.Name];
        var target = RowPath.TargetOf(query)!;
        switch (request.Method)
        {
            case "GET" when raw && HoldsBytes(property):
                query.AllowOnly("size");
                return property.Column.Type == ColumnType.Image && query.Options.GetValueOrDefault("size") != "full"
                    ? Thumbnail(request, target, property)
                    : Download(request, target, property);
            case "GET" when HoldsBytes(property) && request.Header("Range") is not null:
                // As clients do it that leave out $value: the bytes then come in JSON, as those of any other property.
                query.AllowOnly("size");
                return InJson(Download(request, target, property), ContextUrl.OfProperty(request, entity, Writes.IdOf(request, target), property.Name));
            case "GET":
                query.AllowOnly();
                return Value(request, entity, target, property, raw);
            case "PUT" or "PATCH" when HoldsBytes(property) && !raw:
                query.AllowOnly("x-ms-file-name", "sessiontoken");
                return Upload(request, query, entity, target, property);
            case "DELETE" when HoldsBytes(property) && !raw:
                query.AllowOnly();
                return Remove(request, query, entity, target, property);
            default:
                throw WebApiException.NoMethod(request.Method, "a column");
        }
    }

    private static WebApiResponse Value(WebApiRequest request, EntitySchema entity, EntityReference target, PropertySchema property, bool raw)
    {
        var row = Retrieve(request, target, property);
        if (!row.Attributes.TryGetValue(property.Attribute, out var value) || value is null)
            return WebApiResponse.Empty();
        if (raw)
        {
            var text = value is string plain ? plain : Text(value, property);
            return new() { Status = StatusCodes.Status200OK, ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text) };
        }

        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfProperty(request, entity, row.Id, property.Name));
            writer.WritePropertyName("value");
            RowWriter.WriteValue(writer, value, property.Column);
            writer.WriteEndObject();
        });
    }

    /// <summary>A value that is no text, as JSON has it, without quotes.</summary>
    private static string Text(object value, PropertySchema property)
    {
        var json = WebApiResponse.OfJson(StatusCodes.Status200OK, writer => RowWriter.WriteValue(writer, value, property.Column));
        return Encoding.UTF8.GetString(json.Body.Span).Trim('"');
    }

    private static WebApiResponse Thumbnail(WebApiRequest request, EntityReference target, PropertySchema property) =>
        Retrieve(request, target, property).GetAttributeValue<byte[]>(property.Attribute) is { } bytes ? Bytes(bytes) : WebApiResponse.Empty();

    private static WebApiResponse Download(WebApiRequest request, EntityReference target, PropertySchema property)
    {
        OrganizationResponse started;
        try
        {
            started = request.Execute(new OrganizationRequest("InitializeFileBlocksDownload")
            {
                ["Target"] = target,
                ["FileAttributeName"] = property.Attribute,
            });
        }
        catch (OrganizationFault fault) when (fault.Code == ErrorCodes.ObjectDoesNotExist && Exists(request, target))
        {
            return WebApiResponse.Empty();
        }

        var size = (long)started.Results["FileSizeInBytes"];
        var (from, until, isPart) = PartOf(request, size);
        var bytes = new byte[until - from];
        for (var offset = from; offset < until;)
        {
            var block = (byte[])request.Execute(new OrganizationRequest("DownloadBlock")
            {
                ["FileContinuationToken"] = started.Results["FileContinuationToken"],
                ["Offset"] = offset,
                ["BlockLength"] = Math.Min(BlockSize, until - offset),
            }).Results["Data"];
            block.CopyTo(bytes, offset - from);
            offset += block.Length;
        }

        var name = started.Results.TryGetValue("FileName", out var named) ? named as string : null;
        var answer = Bytes(bytes, isPart ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK);
        if (isPart)
        {
            answer
                .With("x-ms-chunk-size", BlockSize.ToString(CultureInfo.InvariantCulture))
                .With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{until - 1}/{size}"));
        }

        return answer
            .With("x-ms-file-name", name is null ? null : Uri.EscapeDataString(name))
            .With("x-ms-file-size", size.ToString(CultureInfo.InvariantCulture))
            .With("Content-Disposition", name is null ? null : $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}");
    }

    /// <summary>Which bytes the header <c>Range</c> asks for (DP/file-column-data): from the first up to, but not with, the second.</summary>
    private static (long From, long Until, bool IsPart) PartOf(WebApiRequest request, long size)
    {
        if (request.Header("Range") is not { } header)
            return (0, size, false);
        if (!System.Net.Http.Headers.RangeHeaderValue.TryParse(header, out var range)
            || range.Unit != "bytes" || range.Ranges.Count != 1 || range.Ranges.Single() is not { From: { } from } only)
        {
            throw new WebApiException(
                StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, $"The header 'Range' asks for one range of bytes, such as 'bytes=0-{BlockSize - 1}', not for '{header}'.");
        }

        return from < size
            ? (from, Math.Min(size, (only.To ?? size - 1) + 1), true)
            : throw new WebApiException(
                StatusCodes.Status416RangeNotSatisfiable, ErrorCodes.InvalidArgument, $"The file has {size} bytes, and the range begins at {from}.");
    }

    private static bool Exists(WebApiRequest request, EntityReference target)
    {
        request.Execute(new RetrieveRequest
        {
            Target = target,
            ColumnSet = new ColumnSet(request.Schema.Table(target.LogicalName)!.Table.PrimaryId),
        });
        return true;
    }

    private static WebApiResponse Upload(
        WebApiRequest request, ODataQuery query, EntitySchema entity, EntityReference target, PropertySchema property)
    {
        if (request.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
            return UploadJson(request, query, entity, property);
        if (query.Options.TryGetValue("sessiontoken", out var session))
            return UploadChunk(request, session);
        var name = request.Header("x-ms-file-name") ?? query.Options.GetValueOrDefault("x-ms-file-name");
        if (string.IsNullOrWhiteSpace(name))
        {
            if (property.Column.Type == ColumnType.File)
            {
                throw new WebApiException(
                    StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, "The header 'x-ms-file-name' with the name of the file is missing.");
            }

            name = property.Attribute;
        }

        var token = Start(request, target, property, Uri.UnescapeDataString(name));
        if (request.Header("x-ms-transfer-mode") == "chunked")
        {
            return WebApiResponse.Empty(StatusCodes.Status200OK)
                .With("x-ms-chunk-size", BlockSize.ToString(CultureInfo.InvariantCulture))
                .With("Accept-Ranges", "bytes")
                .With("Location", $"{request.ServiceRoot}{request.Path}?sessiontoken={Uri.EscapeDataString(SessionOf(token, name))}");
        }

        var count = Math.Max(1, (request.Body.Length + BlockSize - 1) / BlockSize);
        for (var block = 0; block < count; block++)
        {
            var start = block * BlockSize;
            UploadBlock(request, token, block, request.Body[start..Math.Min(start + BlockSize, request.Body.Length)]);
        }

        Commit(request, token, name, count);
        return WebApiResponse.Empty();
    }

    private static WebApiResponse UploadJson(WebApiRequest request, ODataQuery query, EntitySchema entity, PropertySchema property)
    {
        if (property.Column.Type != ColumnType.Image)
            throw WebApiException.BadPayload(entity.Table.EntitySetName, $"The file of '{property.Name}' is sent as application/octet-stream.");
        using var json = PayloadReader.Parse(request, entity.Table.EntitySetName);
        if (!json.RootElement.TryGetProperty("value", out var value))
            throw WebApiException.BadPayload(entity.Table.EntitySetName, "The body of a single property is {\"value\": ...}.");
        return Writes.Update(request, query, entity, property.Attribute, PayloadReader.ReadValue(value, entity, property)).Run(request);
    }

    /// <summary>One chunk; the block ids follow from the position, so nothing need be remembered between requests.</summary>
    private static WebApiResponse UploadChunk(WebApiRequest request, string session)
    {
        var (token, name) = SessionParts(session);
        if (!System.Net.Http.Headers.ContentRangeHeaderValue.TryParse(request.Headers["Content-Range"].ToString(), out var range)
            || range is not { Unit: "bytes", From: { } from, To: { } to, Length: { } length }
            || length > LargestFile || from % BlockSize != 0 || to - from + 1 != request.Body.Length || to >= length
            || (to + 1 != length && request.Body.Length != BlockSize))
        {
            throw new WebApiException(
                StatusCodes.Status400BadRequest,
                ErrorCodes.InvalidArgument,
                $"The header 'Content-Range' must say which bytes of at most {LargestFile} the chunk holds; every chunk but the last has {BlockSize} bytes.");
        }

        UploadBlock(request, token, (int)(from / BlockSize), request.Body);
        if (to + 1 < length)
            return WebApiResponse.Empty(StatusCodes.Status206PartialContent);
        Commit(request, token, name, (int)((length + BlockSize - 1) / BlockSize));
        return WebApiResponse.Empty();
    }

    private static WebApiResponse Remove(
        WebApiRequest request, ODataQuery query, EntitySchema entity, EntityReference target, PropertySchema property)
    {
        if (property.Column.Type == ColumnType.Image)
            return Writes.Update(request, query, entity, property.Attribute, value: null).Run(request);
        if (Retrieve(request, target, property).GetAttributeValue<Guid?>(property.Attribute) is { } file)
            request.Execute(new OrganizationRequest("DeleteFile") { ["FileId"] = file });
        return WebApiResponse.Empty();
    }

    private static string Start(WebApiRequest request, EntityReference target, PropertySchema property, string name) =>
        (string)request.Execute(new OrganizationRequest("InitializeFileBlocksUpload")
        {
            ["Target"] = new EntityReference(target.LogicalName, Writes.IdOf(request, target)),
            ["FileAttributeName"] = property.Attribute,
            ["FileName"] = name,
        }).Results["FileContinuationToken"];

    private static void UploadBlock(WebApiRequest request, string token, int block, ReadOnlyMemory<byte> data) =>
        request.Execute(new OrganizationRequest("UploadBlock")
        {
            ["FileContinuationToken"] = token,
            ["BlockId"] = BlockId(block),
            ["BlockData"] = data.ToArray(),
        });

    private static void Commit(WebApiRequest request, string token, string name, int blocks) =>
        request.Execute(new OrganizationRequest("CommitFileBlocksUpload")
        {
            ["FileContinuationToken"] = token,
            ["FileName"] = Uri.UnescapeDataString(name),
            ["MimeType"] = "application/octet-stream",
            ["BlockList"] = Enumerable.Range(0, blocks).Select(BlockId).ToArray(),
        });

    private static string BlockId(int block) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(block.ToString("D8", CultureInfo.InvariantCulture)));

    private static string SessionOf(string token, string name) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name)) + "." + token;

    private static (string Token, string Name) SessionParts(string session)
    {
        var dot = session.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Base64Url.IsValid(session.AsSpan(0, dot))
            ? (session[(dot + 1)..], Encoding.UTF8.GetString(Base64Url.DecodeFromChars(session.AsSpan(0, dot))))
            : throw new WebApiException(StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, "The session token is not one of ours.");
    }

    private static Entity Retrieve(WebApiRequest request, EntityReference target, PropertySchema property) =>
        ((RetrieveResponse)request.Execute(new RetrieveRequest { Target = target, ColumnSet = new ColumnSet(property.Attribute) })).Entity;

    private static WebApiResponse InJson(WebApiResponse bytes, string context)
    {
        if (bytes.ContentType is null)
            return bytes;
        var json = WebApiResponse.OfJson(bytes.Status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", context);
            writer.WriteBase64String("value", bytes.Body.Span);
            writer.WriteEndObject();
        });
        json.Headers.AddRange(bytes.Headers);
        return json;
    }

    private static WebApiResponse Bytes(byte[] bytes, int status = StatusCodes.Status200OK) =>
        new() { Status = status, ContentType = "application/octet-stream", Body = bytes };
}
