namespace DataverseReadiness.Cli;

/// <summary>One line that overwrites itself beside the results; nothing where no terminal shows it.</summary>
internal sealed class ProgressLine(Terminal terminal, int all) : IDisposable
{
    private const int BarWidth = 20;

    private readonly Lock _writing = new();
    private int _done;
    private bool _isShown;

    /// <summary>One more is done.</summary>
    public void Step(string what) => Show(before => before + 1, what);

    /// <summary>So many are done.</summary>
    public void At(int done, string what) => Show(_ => done, what);

    private void Show(Func<int, int> done, string what)
    {
        lock (_writing)
        {
            _done = done(_done);
            if (terminal.ProgressWidth is { } width)
            {
                _isShown = true;
                var filled = BarWidth * _done / all;
                var line = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {_done}/{all} {what}";
                var room = Math.Max(0, width - 1);
                terminal.Error.Write("\r" + (line.Length > room ? line[..room] : line.PadRight(room)));
            }
        }
    }

    public void Dispose()
    {
        if (terminal.ProgressWidth is { } width && _isShown)
        {
            terminal.Error.Write("\r" + new string(' ', Math.Max(0, width - 1)) + "\r");
        }
    }
}
