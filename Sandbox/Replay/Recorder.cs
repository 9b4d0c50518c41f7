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
    private long _bytes;

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
        var record = new OperationRecord(request, user, engine.Now, origin) { Mark = engine.Database.Changes.Mark };
        if (origin == "request" && RequestCopy.Weight(request) is var weight and <= MostBytes / 4) (record.Sent, record.SentWeight) = (RequestCopy.Of(request), weight);
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
            _bytes += record.Weight + record.SentWeight;
            while (_records.Count > 1 && (_records.Count > MostOperations || _bytes > MostBytes))
            {
                var oldest = _records.First!.Value;
                _records.RemoveFirst();
                _bytes -= oldest.Weight + oldest.SentWeight;
            }
        }
    }
}
