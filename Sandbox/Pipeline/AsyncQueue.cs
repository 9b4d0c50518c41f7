using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox;

/// <summary>The asynchronous steps that wait for their turn. They are rows of <c>asyncoperation</c>, so they survive a restart.</summary>
public sealed class AsyncQueue
{
    private const int MostRetries = 3;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private readonly Engine _engine;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    internal AsyncQueue(Engine engine) => _engine = engine;

    /// <summary>Runs everything that waits, what that queues and what waits for another try included.</summary>
    public Task DrainAsync() => Task.Run(() =>
    {
        while (RunNext(evenPostponed: true)) { }
    });

    internal void Start()
    {
        // Those that were running when the process ended begin again.
        _engine.Database.EnterGate();
        try
        {
            _engine.Database.Writer.Run("UPDATE asyncoperation SET statecode = 0, statuscode = 0 WHERE statecode = 2");
        }
        finally
        {
            _engine.Database.LeaveGate();
        }

        if (!_engine.Options.RunAsyncSteps) return;
        _loop = Task.Run(LoopAsync);
        Signal();
    }

    internal void Signal() => _wake.Release();

    internal void Stop()
    {
        // A job that does not end in time begins again at the next start.
        _stop.Cancel();
        _loop.Wait(StopWithin);
    }

    internal void Enqueue(Scope scope, Step step, PluginContext context)
    {
        var database = _engine.Database;
        scope.Operation.Writer.Run("""
            INSERT INTO asyncoperation (asyncoperationid, name, messagename, primaryentitytype, data, depth, correlationid, owningextensionid,
                regardingobjectid, retrycount, statecode, statuscode, createdon, modifiedon, versionnumber)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?)
            """,
            Guid.CreateVersion7(), step.Model.Name, context.MessageName, context.PrimaryEntityName, ContextSerializer.Write(context), context.Depth,
            context.CorrelationId, step.Model.Id, context.PrimaryEntityId, Values.Seconds(_engine.Now), Values.Seconds(_engine.Now),
            database.NextRowVersion());
        scope.Operation.NoteQueued();
    }

    private async Task LoopAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _wake.WaitAsync(RetryAfter, _stop.Token).ConfigureAwait(false);
                while (!_stop.IsCancellationRequested && RunNext(evenPostponed: false)) { }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private bool RunNext(bool evenPostponed)
    {
        _turn.Wait();
        try
        {
            return Take(evenPostponed) is { } job && Run(job);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Job? Take(bool evenPostponed)
    {
        var database = _engine.Database;
        database.EnterGate();
        try
        {
            var statement = database.Writer.Prepare($"""
                SELECT asyncoperationid, owningextensionid, data, retrycount FROM asyncoperation
                WHERE statecode IN (0, 1){(evenPostponed ? "" : " AND (postponeuntil IS NULL OR postponeuntil <= ?)")} ORDER BY rowid LIMIT 1
                """);
            statement.Reset();
            if (!evenPostponed) statement.Bind(1, Values.Seconds(_engine.Now));
            if (!statement.Step()) return null;
            var job = new Job(statement.Id(0), statement.Id(1), statement.Text(2), (int)statement.Number(3));
            statement.Reset();
            database.Writer.Run("UPDATE asyncoperation SET statecode = 2, statuscode = 20, startedon = ? WHERE asyncoperationid = ?",
                Values.Seconds(_engine.Now), job.Id);
            return job;
        }
        finally
        {
            database.LeaveGate();
        }
    }

    private bool Run(Job job)
    {
        var state = _engine.State;
        string? failure = null;
        var code = 0;
        var retry = false;
        try
        {
            var step = state.Steps.Find(job.Step) ?? throw new OrganizationFault(ErrorCodes.ObjectDoesNotExist, "The step is not registered any more.");
            var context = ContextSerializer.Read(job.Data);
            var operation = new Operation(_engine, state, context.CorrelationId);
            _engine.Run(operation, () =>
            {
                operation.Run(step.Plugin, new PluginServices(operation, context, step.Model.Id));
                return true;
            });
        }
        catch (OrganizationFault fault)
        {
            (failure, code) = (fault.Message, fault.Code);
            retry = fault.InnerException is InvalidPluginExecutionException { Status: OperationStatus.Retry } && job.Retries < MostRetries;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            (failure, code) = ("The stored context of the job cannot be read: " + e.Message, ErrorCodes.Unexpected);
        }

        try
        {
            Finish(job, failure, code, retry);
        }
        catch (Exception e) when (e is SqliteException or ObjectDisposedException && _stop.IsCancellationRequested)
        {
            return false; // It runs again after the restart.
        }

        return true;
    }

    private void Finish(Job job, string? failure, int code, bool retry)
    {
        var database = _engine.Database;
        var now = Values.Seconds(_engine.Now);
        database.EnterGate();
        try
        {
            database.Writer.Run("""
                UPDATE asyncoperation SET statecode = ?, statuscode = ?, message = ?, errorcode = ?, retrycount = ?, postponeuntil = ?,
                    completedon = ?, modifiedon = ?, versionnumber = ? WHERE asyncoperationid = ?
                """,
                retry ? 1 : 3, retry ? 10 : failure is null ? 30 : 31, failure, code == 0 ? null : code, job.Retries + (retry ? 1 : 0),
                retry ? now + (long)RetryAfter.TotalSeconds : null, retry ? null : now, now, database.NextRowVersion(), job.Id);
        }
        finally
        {
            database.LeaveGate();
        }
    }

    private sealed record Job(Guid Id, Guid Step, string Data, int Retries);
}
