using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;

namespace Sandbox.Replay;

/// <summary>Keeps the timelines of the last operations in memory; older ones make room.</summary>
internal sealed class Recorder(Engine engine)
{
    private const int MostOperations = 200;
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<OperationRecord> _records = new();
    private long _last;

    /// <summary>The operations, the last one first.</summary>
    public IReadOnlyList<OperationRecord> All
    {
        get
        {
            lock (_lock) return [.. _records.Reverse()];
        }
    }

    public OperationRecord? Find(long number)
    {
        lock (_lock) return _records.FirstOrDefault(record => record.Number == number);
    }

    /// <summary>Runs an operation and keeps its timeline, whatever becomes of it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request that stands for it.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="origin">What began it.</param>
    /// <param name="run">Runs it.</param>
    public T Record<T>(Operation operation, OrganizationRequest request, UserProfile user, string origin, Func<T> run)
    {
        var record = new OperationRecord(request, user, engine.Now, origin)
        {
            Sent = origin == "request" ? RequestCopy.Of(request) : null,
            Mark = engine.Database.Changes.Mark,
        };
        operation.Record = record;
        try
        {
            return run();
        }
        catch (Exception problem)
        {
            record.Request.Failure = FailureRecord.Of(problem);
            throw;
        }
        finally
        {
            record.Request.Milliseconds = record.Elapsed;
            Keep(record);
        }
    }

    private void Keep(OperationRecord record)
    {
        lock (_lock)
        {
            record.Number = ++_last;
            _records.AddLast(record);
            if (_records.Count > MostOperations) _records.RemoveFirst();
            var bytes = 0L;
            for (var node = _records.Last; node is not null; node = node.Previous)
            {
                if (node.Value.Sent is not { } sent) continue;
                bytes += RequestCopy.Weight(sent);
                if (bytes > MostBytes) node.Value.Sent = null;
            }
        }
    }
}
