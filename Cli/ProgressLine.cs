namespace DataverseReadiness.Cli;

/// <summary>One line that overwrites itself beside the results; nothing where no terminal shows it.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 20;

    private readonly Lock _writing = new();
    private readonly Terminal _terminal;
    private readonly int _all;
    private int _done;
    private bool _isShown;
    private bool _isOver;

    public ProgressLine(Terminal terminal, int all)
    {
        _terminal = terminal;
        _all = all;
        terminal.Progress = this;
    }

    /// <summary>One more is done.</summary>
    public void Step(string what) => Show(before => before + 1, what);

    /// <summary>So many are done.</summary>
    public void At(int done, string what) => Show(_ => done, what);

    /// <summary>Says something beside it.</summary>
    public void Say(string sentence)
    {
        lock (_writing)
        {
            Clear();
            _terminal.Error.Write(sentence + "\n");
        }
    }

    /// <summary>Takes it away for good.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _isOver = true;
            Clear();
        }
    }

    private void Show(Func<int, int> done, string what)
    {
        lock (_writing)
        {
            _done = done(_done);
            if (_terminal.ProgressWidth is { } width && !_isOver)
            {
                _isShown = true;
                var filled = BarWidth * _done / _all;
                var line = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {_done}/{_all} {what}";
                var room = Math.Max(0, width - 1);
                _terminal.Error.Write("\r" + (line.Length > room ? line[..room] : line.PadRight(room)));
            }
        }
    }

    private void Clear()
    {
        if (_terminal.ProgressWidth is { } width && _isShown)
        {
            _isShown = false;
            _terminal.Error.Write("\r" + new string(' ', Math.Max(0, width - 1)) + "\r");
        }
    }
}
