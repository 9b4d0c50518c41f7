using System.Diagnostics;
using System.Runtime.InteropServices;

namespace App.Tests.Browsing;

/// <summary>Finds an installed Chromium, Chrome or Edge; on Debian and Ubuntu, as root, installs Chromium when there is none.</summary>
internal static class InstalledBrowser
{
    /// <summary>Path of the browser's executable.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says how to get one.</exception>
    public static string Find() => Existing() ?? Installed() ?? throw new InvalidOperationException(
        "The browser tests need Chromium, Chrome or Edge, and none is installed. " + (OperatingSystem.IsWindows()
            ? "Install Edge or Chrome, or set BROWSER_PATH to the executable of one."
            : OperatingSystem.IsMacOS()
                ? "Install Chrome ('brew install --cask google-chrome'), or set BROWSER_PATH to the executable of a browser."
                : "Install Chromium with the package manager ('sudo apt-get install chromium'), or set BROWSER_PATH to the executable of a browser."));

    private static string? Existing() => Candidates().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("BROWSER_PATH") is { Length: > 0 } chosen)
            return [chosen];
        if (OperatingSystem.IsWindows())
        {
            return
                from folder in new[] { "ProgramFiles(x86)", "ProgramFiles", "LocalAppData" }
                let root = Environment.GetEnvironmentVariable(folder)
                where !string.IsNullOrEmpty(root)
                from program in new[]
                {
                    @"Microsoft\Edge\Application\msedge.exe", @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe",
                }
                select Path.Combine(root, program);
        }

        if (OperatingSystem.IsMacOS())
        {
            return from program in new[] { "Google Chrome", "Microsoft Edge", "Chromium" }
                   select $"/Applications/{program}.app/Contents/MacOS/{program}";
        }

        return
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            where folder.Length > 0
            from program in new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable" }
            select Path.Combine(folder, program);
    }

    private static string? Installed()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/etc/debian_version") || GetUserId() != 0) return null;
        Run("apt-get", "update");
        Run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        return Existing();
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed:\n{output}");
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint GetUserId();
}
