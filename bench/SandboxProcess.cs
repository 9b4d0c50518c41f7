using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sandbox;

namespace Bench;

/// <summary>The sandbox as a process of its own, from the moment that it is ready; ended when disposed.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address, TimeSpan untilReady) => (_process, BaseAddress, UntilReady) = (process, address, untilReady);

    public Uri BaseAddress { get; }

    /// <summary>How long it took to say that it is ready.</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>How much of the processor it took so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What it holds in memory, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static SandboxProcess Start(params string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [typeof(Organization).Assembly.Location, "--urls", address, .. arguments]) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("Ready", StringComparison.Ordinal)) return new(process, new Uri(address), watch.Elapsed);
        }

        process.WaitForExit();
        throw new InvalidOperationException($"The sandbox ended with {process.ExitCode} instead of being ready.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
