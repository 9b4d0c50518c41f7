using System.Text;

namespace DataverseReadiness.Cli;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="TroubleException">It cannot be written; what was there is still there.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <exception cref="TroubleException">It cannot be written; what was there is still there.</exception>
    public static void Write(string path, byte[] content)
    {
        try
        {
            var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
            if (IsSpecial(path) || IsSpecial(target))
            {
                // A device or a pipe cannot be replaced, only written to.
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                stream.Write(content);
                return;
            }

            Replace(target, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new TroubleException($"The file '{path}' cannot be written: {Reason(e)} Free space or permissions there, or name another file.", e);
        }
    }

    private static void Replace(string path, byte[] content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsSpecial(string path) =>
        !OperatingSystem.IsWindows() && (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) || Path.GetFullPath(path).StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>What kept a file from being written or read, without its path.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access is denied.",
        FileNotFoundException => "it is not there.",
        DirectoryNotFoundException => "its folder is not there.",
        IOException { HResult: 28 or unchecked((int)0x80070070) } => "the disk is full.",
        _ => "the system refused it.",
    };
}
