namespace DataverseReadiness.Cli.Input;

/// <summary>A file of a row.</summary>
/// <param name="RowId">The row that has it.</param>
/// <param name="Name">What the row is called.</param>
/// <param name="Path">Where to read it.</param>
/// <param name="Shown">As the person would name it.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
/// <param name="Format">PNG, PDF, ...; empty where the bytes do not tell.</param>
internal sealed record SubmittedFile(Guid RowId, string Name, string Column, string Path, string Shown, string Sha256, string Format)
{
    /// <summary>What a name says of the bytes; the app goes by the bytes.</summary>
    public static string MimeOf(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".pdf" => "application/pdf",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
