using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>The bytes of image and file columns. They lie beside the rows, so that reading a row never drags them along.</summary>
internal static class Binaries
{
    private const int KiloByte = 1024;

    /// <summary>Stores an image and gives the timestamp that goes into the row.</summary>
    public static long StoreImage(Connection writer, TableSchema table, ColumnSchema column, Guid id, byte[] content, DateTime now)
    {
        CheckSize(table, column, content.Length);
        var thumbnail = Thumbnail.Make(content);
        writer.Run("INSERT INTO \"$blob\" (id, thumbnail, content) VALUES (?, ?, ?)",
            id, thumbnail, column.Model.CanStoreFullImage ? content : null);
        return now.Ticks;
    }

    /// <summary>Stores a file.</summary>
    public static void StoreFile(
        Connection writer, TableSchema table, ColumnSchema column, Guid row, Guid id, byte[] content, string name, string mime, DateTime now)
    {
        CheckSize(table, column, content.Length);
        writer.Run("INSERT INTO \"$blob\" (id, content, name, mime) VALUES (?, ?, ?, ?)", id, content, name, mime);
        writer.Run("""
            INSERT INTO fileattachment (fileattachmentid, filename, mimetype, filesizeinbytes, objecttypecode, objectid, regardingfieldname, createdon)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, id, name, mime, content.Length, table.Name, row, column.Name, Values.Seconds(now));
    }

    public static void Remove(Connection writer, string? id)
    {
        if (id is null) return;
        writer.Run("DELETE FROM \"$blob\" WHERE id = ?", id);
        writer.Run("DELETE FROM fileattachment WHERE fileattachmentid = ?", id);
    }

    /// <summary>Removes the bytes of all columns of a row that goes.</summary>
    public static void RemoveAll(Connection writer, TableSchema table, Guid row)
    {
        foreach (var column in table.Binaries) Remove(writer, IdOf(writer, table, column, row));
    }

    /// <summary>Id of the stored bytes of a column; null when it is empty.</summary>
    public static string? IdOf(Connection connection, TableSchema table, ColumnSchema column, Guid row) =>
        connection.Text($"SELECT {(column.ImageId ?? column).Sql} FROM {table.Sql} WHERE {table.Id.Sql} = ?", row);

    /// <summary>Faults when the bytes are more than the column takes.</summary>
    public static void CheckSize(TableSchema table, ColumnSchema column, long bytes)
    {
        if (bytes > (column.Model.MaxValue ?? (column.IsImage ? 10240 : 32768)) * KiloByte)
        {
            throw new OrganizationFault(ErrorCodes.FileTooLarge,
                FormattableString.Invariant($"Attachment file size is too big. The column '{column.Name}' of '{table.Name}' takes at most {column.Model.MaxValue:0} KB."));
        }
    }
}
