using System.Runtime.InteropServices;

namespace DataverseReadiness.Cli;

/// <summary>Ctrl-C and requests to end, as a token, and the end of the patience with whoever does not heed it.</summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _patience = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, Cli.ExitCode.Stopped));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, Cli.ExitCode.Terminated));
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>Ends some time after the first signal.</summary>
    public Task Patience => _patience.Task;

    /// <summary>What the process ends with, as shells number the signal.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Stopped;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal, int code)
    {
        // The process ends by itself.
        signal.Cancel = true;
        ExitCode = code;
        _ = Task.Delay(TimeToStop).ContinueWith(_ => _patience.TrySetResult(), TaskScheduler.Default);
        _stop.Cancel();
    }
}
