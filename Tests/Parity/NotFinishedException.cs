namespace Parity;

/// <summary>The environment gave no answer that could be compared. The message says why, for people.</summary>
internal sealed class NotFinishedException(string message, bool endsRun, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether nothing after this can be answered either.</summary>
    public bool EndsRun => endsRun;
}
