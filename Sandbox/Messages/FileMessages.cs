using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>Uploads and downloads of image and file columns in blocks.</summary>
internal static class FileMessages
{
    private const int MaxBlock = 4 * 1024 * 1024;
    private const int MostUploads = 200;
    private static readonly byte[] DownloadKey = RandomNumberGenerator.GetBytes(32);
    private static readonly TimeSpan UploadLife = TimeSpan.FromHours(1);

    public static OrganizationResponse InitializeUpload(OrganizationRequest request, Scope scope)
    {
        var (table, column, row) = Target(request, scope, table => table.WritePrivilege);
        _ = request.Optional<string>("FileName");
        var uploads = scope.Engine.Uploads;
        foreach (var (key, old) in uploads)
        {
            if (DateTime.UtcNow - old.LastUsed > UploadLife) uploads.TryRemove(key, out _);
        }

        if (uploads.Count >= MostUploads) throw Faults.Invalid("Too many uploads have been begun and not committed.");
        var token = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        uploads[token] = new Upload(table, column, row, scope.User.Id);
        return Response(request, ("FileContinuationToken", token));
    }

    public static OrganizationResponse UploadBlock(OrganizationRequest request, Scope scope)
    {
        var upload = Find(scope.Engine.Uploads, request, scope);
        var block = request.Required<byte[]>("BlockData");
        if (block.Length > MaxBlock) throw Faults.Invalid($"A block has at most {MaxBlock} bytes.");
        upload.Add(request.Required<string>("BlockId"), block);
        return Response(request);
    }

    public static OrganizationResponse CommitUpload(OrganizationRequest request, Scope scope)
    {
        var upload = Find(scope.Engine.Uploads, request, scope);
        var content = upload.Join(request.Required<string[]>("BlockList"));
        if (content.Length == 0) throw Faults.Invalid("Attachment is empty.");
        var name = request.Required<string>("FileName");
        var mime = request.Optional<string>("MimeType") ?? "application/octet-stream";
        var (table, column, row) = (upload.Table, upload.Column, upload.Row);
        var id = Guid.CreateVersion7();
        using var transaction = scope.Operation.Begin();
        Access.RequireRow(scope.Operation.Writer, scope, table, row, table.WritePrivilege);

        void Write()
        {
            var writer = scope.Operation.Writer;
            var before = Auditing.Before(scope, table, row);
            Binaries.Remove(writer, Binaries.IdOf(writer, table, column, row));
            if (column.IsImage)
            {
                var timestamp = Binaries.StoreImage(writer, table, column, id, content, scope.Engine.Now);
                writer.Run($"UPDATE {table.Sql} SET {column.ImageId!.Sql} = ?, {column.ImageTimestamp!.Sql} = ? WHERE {table.Id.Sql} = ?", id, timestamp, row);
            }
            else
            {
                Binaries.StoreFile(writer, table, column, row, id, content, name, mime, scope.Engine.Now);
                writer.Run($"UPDATE {table.Sql} SET {column.Sql} = ?, {column.FileName!.Sql} = ? WHERE {table.Id.Sql} = ?", id, name, row);
            }

            Auditing.Updated(scope, before);
        }

        if (scope.Engine.Options.BlockUploadRaisesUpdate)
        {
            // The event shows which column has new bytes, but not the bytes.
            RowEvents.RaiseUpdate(scope, table, row, (column.ImageId ?? column).Name, id, Write);
        }
        else
        {
            Write();
            RowEvents.Touch(scope, table, row);
        }

        transaction.Commit();
        scope.Engine.Uploads.TryRemove(request.Required<string>("FileContinuationToken"), out _);
        return Response(request, ("FileId", id), ("FileSizeInBytes", (long)content.Length));
    }

    public static OrganizationResponse InitializeDownload(OrganizationRequest request, Scope scope)
    {
        var (table, column, row) = Target(request, scope, table => table.ReadPrivilege);
        return scope.Operation.Read(connection =>
        {
            var id = Binaries.IdOf(connection, table, column, row);
            var found = id is null ? null : connection.Prepare("SELECT length(content), name FROM \"$blob\" WHERE id = ?", id);
            if (found is null || !found.Step() || found.IsNull(0))
            {
                found?.Reset();
                throw new OrganizationFault(ErrorCodes.ObjectDoesNotExist,
                    $"No file attachment found for attribute: {column.Name} EntityId: {row:D}.");
            }

            var (size, name) = (found.Number(0), found.TextOrNull(1) ?? column.Name);
            found.Reset();
            return Response(request, ("FileContinuationToken", DownloadToken(scope, id!)), ("FileSizeInBytes", size), ("FileName", name), ("IsChunkingSupported", true));
        });
    }

    public static OrganizationResponse DownloadBlock(OrganizationRequest request, Scope scope)
    {
        var token = request.Required<string>("FileContinuationToken");
        var file = token.Split(':')[0];
        var offset = request.Optional<long>("Offset");
        var length = request.Optional<long>("BlockLength");
        if (token != DownloadToken(scope, file)) throw Faults.Invalid("The file continuation token is not valid.");
        if (offset < 0 || length is < 0 or > MaxBlock) throw Faults.Invalid($"A block has at most {MaxBlock} bytes and begins at 0 or later.");
        if (length == 0) length = MaxBlock;
        return scope.Operation.Read(connection =>
        {
            var found = connection.Prepare("SELECT substr(content, ?, ?) FROM \"$blob\" WHERE id = ?", offset + 1, length, file);
            if (!found.Step()) throw new OrganizationFault(ErrorCodes.ObjectDoesNotExist, "The file of the continuation token does not exist any more.");
            var block = found.Bytes(0);
            found.Reset();
            return Response(request, ("Data", block));
        });
    }

    public static OrganizationResponse DeleteFile(OrganizationRequest request, Scope scope)
    {
        var id = request.Required<Guid>("FileId");
        using var transaction = scope.Operation.Begin();
        var writer = scope.Operation.Writer;
        var statement = writer.Prepare("SELECT objecttypecode, objectid, regardingfieldname FROM fileattachment WHERE fileattachmentid = ?", id);
        if (!statement.Step()) throw Faults.DoesNotExist(scope.Schema.Table("fileattachment"), id);
        var (table, row, column) = (scope.Schema.Table(statement.Text(0)), statement.Id(1), statement.Text(2));
        statement.Reset();
        var file = table.Column(column);
        Access.Require(scope.User, table, table.WritePrivilege);
        Access.RequireRow(writer, scope, table, row, table.WritePrivilege);

        void Write()
        {
            var before = Auditing.Before(scope, table, row);
            Binaries.Remove(writer, Values.Text(id));
            writer.Run($"UPDATE {table.Sql} SET {file.Sql} = NULL, {file.FileName!.Sql} = NULL WHERE {table.Id.Sql} = ?", row);
            Auditing.Updated(scope, before);
        }

        if (scope.Engine.Options.BlockUploadRaisesUpdate)
        {
            RowEvents.RaiseUpdate(scope, table, row, file.Name, null, Write);
        }
        else
        {
            Write();
            RowEvents.Touch(scope, table, row);
        }

        transaction.Commit();
        return Response(request);
    }

    // Who has it has been found to have the right to read the row; nobody can make one up.
    private static string DownloadToken(Scope scope, string file) =>
        $"{file}:{Convert.ToHexStringLower(HMACSHA256.HashData(DownloadKey, Encoding.UTF8.GetBytes($"{file}:{scope.User.Id:D}")))}";

    private static (TableSchema Table, ColumnSchema Column, Guid Row) Target(
        OrganizationRequest request, Scope scope, Func<TableSchema, string> privilege)
    {
        var target = request.Required<EntityReference>("Target");
        var table = scope.Schema.Table(target.LogicalName);
        var column = table.Column(request.Required<string>("FileAttributeName"));
        if (!column.IsImage && !column.IsFile) throw Faults.Invalid($"The column '{column.Name}' of '{table.Name}' is no image and no file column.");
        Access.Require(scope.User, table, privilege(table));
        var id = scope.Operation.Read(connection =>
        {
            var row = RowReader.Resolve(connection, table, target.Id, target.KeyAttributes);
            Access.RequireRow(connection, scope, table, row, privilege(table));
            return row;
        });
        return (table, column, id);
    }

    private static Upload Find(ConcurrentDictionary<string, Upload> uploads, OrganizationRequest request, Scope scope) =>
        uploads.TryGetValue(request.Required<string>("FileContinuationToken"), out var upload) && upload.User == scope.User.Id
            ? upload
            : throw Faults.Invalid("The file continuation token is not valid.");

    private static OrganizationResponse Response(OrganizationRequest request, params ReadOnlySpan<(string Name, object Value)> results)
    {
        var response = new OrganizationResponse { ResponseName = request.RequestName };
        foreach (var (name, value) in results) response.Results[name] = value;
        return response;
    }
}
