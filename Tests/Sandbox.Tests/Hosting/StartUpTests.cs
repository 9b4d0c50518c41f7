using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Packager.Tests;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Hosting;

/// <summary>The command itself, as a process of its own.</summary>
public sealed class StartUpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _started = [];

    [Fact]
    public async Task It_says_when_it_is_ready_and_stops_on_a_signal()
    {
        var zip = Solution();
        var url = $"http://127.0.0.1:{FreePort()}";
        var sandbox = Start("--urls", url, "--data", "data", "--solution", zip, "--no-samples");

        Assert.Equal($"Ready: {url}", await sandbox.StandardOutput.ReadLineAsync().WaitAsync(Patience));
        using var client = new HttpClient();
        Assert.True((await client.GetAsync($"{url}/api/data/v9.2/tst_parents")).IsSuccessStatusCode);
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "data")));

        Interrupt(sandbox);
        Assert.Equal((0, ""), await EndAsync(sandbox));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart_until_a_reset()
    {
        var zip = Solution();
        var url = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(url + "/api/data/v9.2/") };
        string[] arguments = ["--urls", url, "--data", "data", "--solution", zip, "--no-samples"];

        async Task<string> CountAsync(string[] all, bool create)
        {
            var sandbox = Start(all);
            Assert.Equal($"Ready: {url}", await sandbox.StandardOutput.ReadLineAsync().WaitAsync(Patience));
            if (create)
                Assert.True((await client.PostAsJsonAsync("tst_parents", new { tst_name = "kept" })).IsSuccessStatusCode);
            var count = await client.GetStringAsync("tst_parents/$count");
            Interrupt(sandbox);
            Assert.Equal((0, ""), await EndAsync(sandbox));
            return count;
        }

        Assert.Equal("1", await CountAsync(arguments, create: true));
        Assert.Equal("1", await CountAsync(arguments, create: false));
        Assert.Equal("0", await CountAsync([.. arguments, "--reset"], create: false));
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, error) = await EndAsync(Start("--urls", $"http://127.0.0.1:{port}", "--data", "data", "--no-samples"));

        Assert.Equal(
            (1, $"Port {port} is in use by another program. Stop it, or choose another address with --urls, for example --urls http://localhost:{port + 1}."),
            (code, error));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data")));
    }

    [Fact]
    public async Task A_damaged_database_is_said()
    {
        var zip = Solution();
        var url = $"http://127.0.0.1:{FreePort()}";
        var sandbox = Start("--urls", url, "--data", "data", "--solution", zip, "--no-samples");
        Assert.Equal($"Ready: {url}", await sandbox.StandardOutput.ReadLineAsync().WaitAsync(Patience));
        Interrupt(sandbox);
        await EndAsync(sandbox);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Path, "data"), "*.db*"))
            await File.WriteAllTextAsync(file, new string('x', 20_000));

        var (code, error) = await EndAsync(Start("--urls", url, "--data", "data", "--solution", zip, "--no-samples"));

        Assert.Equal(1, code);
        AssertSentence(error);
        Assert.Contains("--reset", error);
    }

    [Theory]
    [InlineData("nothing.zip", "There is no solution zip '")]
    [InlineData("text.zip", "text.zip")]
    [InlineData("cut.zip", "cut.zip")]
    public async Task A_zip_that_cannot_be_read_is_said(string name, string said)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "text.zip"), "not a zip");
        var zip = WebApiFixture.Solution();
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "cut.zip"), zip[..(zip.Length / 2)]);

        var (code, error) = await EndAsync(Start("--urls", $"http://127.0.0.1:{FreePort()}", "--data", "data", "--solution", name, "--no-samples"));

        Assert.Equal(1, code);
        AssertSentence(error);
        Assert.Contains(said, error);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "data"), "a file where the folder should be");

        var (code, error) = await EndAsync(Start("--urls", $"http://127.0.0.1:{FreePort()}", "--data", "data", "--no-samples"));

        Assert.Equal(1, code);
        AssertSentence(error);
    }

    [Fact]
    public async Task An_unknown_option_is_said()
    {
        var (code, error) = await EndAsync(Start("--port", "1"));

        Assert.Equal((2, "Unknown option '--port'. Use --help to see them all."), (code, error));
    }

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }

        _folder.Dispose();
    }

    private static void AssertSentence(string error)
    {
        Assert.DoesNotContain("   at ", error);
        Assert.DoesNotContain("Exception", error);
        Assert.EndsWith(".", error);
        Assert.Single(error.Split('\n'));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What Ctrl-C sends; a shell that runs in the background hands "ignore Ctrl-C" down to all it starts, then a request to end.</summary>
    private static void Interrupt(Process process)
    {
        const int interrupt = 2, terminate = 15;
        if (OperatingSystem.IsWindows())
        {
            Assert.True(GenerateConsoleCtrlEvent(1, (uint)process.Id));
            return;
        }

        Assert.Equal(0, Kill(process.Id, IsIgnored(process, interrupt) ? terminate : interrupt));
    }

    private static bool IsIgnored(Process process, int signal)
    {
        var status = $"/proc/{process.Id}/status";
        if (!File.Exists(status))
            return false;
        var mask = File.ReadLines(status).First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (Convert.ToUInt64(mask, 16) & (1UL << (signal - 1))) != 0;
    }

    private static async Task<(int Code, string Error)> EndAsync(Process process)
    {
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, error.Trim().ReplaceLineEndings("\n"));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GenerateConsoleCtrlEvent(uint kind, uint processGroup);

    private string Solution()
    {
        var path = Path.Combine(_folder.Path, "sample.zip");
        File.WriteAllBytes(path, WebApiFixture.Solution());
        return path;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
            start.CreateNewProcessGroup = true;
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Sandbox.Hosting.SandboxHost).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }
}
