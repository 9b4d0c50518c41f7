namespace Packager.Cli;

/// <summary>Writes files whole or not at all, and leaves those alone that are current.</summary>
internal static class OutputFile
{
    /// <summary>True when the file was written, false when it held these bytes already.</summary>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        if (IsCurrent(path, content)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    public static bool IsCurrent(string path, ReadOnlySpan<byte> content) =>
        File.Exists(path) && content.SequenceEqual(File.ReadAllBytes(path));
}
