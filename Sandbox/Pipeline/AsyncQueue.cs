using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox;

/// <summary>The asynchronous steps and scheduled custom APIs that wait for their turn. They are rows of <c>asyncoperation</c>, so they survive a restart.</summary>
public sealed class AsyncQueue
{
    private const int MostRetries = 3;
    private const int MostRepeats = 1000;
    private const int MostFaults = 100;
    private const string Recurrence = "FREQ=MINUTELY;INTERVAL=";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private readonly Engine _engine;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private volatile bool _clockMoved;

    internal AsyncQueue(Engine engine) => _engine = engine;

    /// <summary>Runs everything that waits, what that queues, what waits for another try and what is scheduled for now or earlier included.</summary>
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

    internal void OnClockMoved()
    {
        _clockMoved = true;
        Signal();
    }

    internal void Schedule(IReadOnlyList<ScheduledApi> plan)
    {
        foreach (var entry in plan)
        {
            if (!_engine.State.Model.CustomApis.TryGetValue(entry.Api, out var api) || api.BindingType != 0)
                throw new ArgumentException($"'{entry.Api}' cannot be scheduled: it is no custom API without a table.");
            if (entry.EveryMinutes < 1) throw new ArgumentException($"'{entry.Api}' cannot be scheduled every {entry.EveryMinutes} minutes.");
            if (entry.RepeatWhile is { } name && api.Properties.All(property => property.UniqueName != name || property.Type != 0))
                throw new ArgumentException($"'{entry.Api}' cannot be repeated while '{name}': it has no such Boolean response property.");
            if (entry.FaultsInto is { } input && api.Parameters.All(parameter => parameter.UniqueName != input || parameter.Type != 10))
                throw new ArgumentException($"'{entry.Api}' cannot be handed its faults in '{input}': it has no such String request parameter.");
        }

        if (plan.GroupBy(entry => entry.Api).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"'{twice.Key}' is scheduled twice.");
        var database = _engine.Database;
        database.EnterGate();
        try
        {
            var writer = database.Writer;
            writer.Run("BEGIN IMMEDIATE");
            var waiting = new Dictionary<string, Guid>(StringComparer.Ordinal);
            var statement = writer.Prepare("SELECT messagename, asyncoperationid FROM asyncoperation WHERE statecode < 3 AND recurrencepattern IS NOT NULL");
            while (statement.Step()) waiting[statement.Text(0)] = statement.Id(1);
            foreach (var entry in plan)
            {
                if (waiting.Remove(entry.Api, out var job))
                {
                    writer.Run("UPDATE asyncoperation SET recurrencepattern = ?, data = ? WHERE asyncoperationid = ?", Pattern(entry), Names(entry), job);
                }
                else
                {
                    AddRun(entry.Api, Pattern(entry), Names(entry), Values.Seconds(_engine.Now) + Interval(Pattern(entry)));
                }
            }

            foreach (var gone in waiting.Values) writer.Run("DELETE FROM asyncoperation WHERE asyncoperationid = ?", gone);
            BoundWaits();
            writer.Run("COMMIT");
        }
        finally
        {
            database.LeaveGate();
        }

        Signal();
    }

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
            if (_clockMoved)
            {
                _clockMoved = false;
                BoundWaits();
            }

            var statement = database.Writer.Prepare($"""
                SELECT asyncoperationid, owningextensionid, data, retrycount, recurrencepattern, messagename FROM asyncoperation
                WHERE statecode IN (0, 1) AND (postponeuntil IS NULL OR postponeuntil <= ?{(evenPostponed ? " OR recurrencepattern IS NULL" : "")})
                ORDER BY rowid LIMIT 1
                """, Values.Seconds(_engine.Now));
            if (!statement.Step()) return null;
            var job = new Job(
                statement.Id(0), statement.IsNull(1) ? Guid.Empty : statement.Id(1), statement.TextOrNull(2), (int)statement.Number(3),
                statement.TextOrNull(4), statement.TextOrNull(5) ?? "");
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
            if (job.Pattern is null) RunStep(state, job);
            else RunScheduled(state, job);
        }
        catch (OrganizationFault fault)
        {
            (failure, code) = (MachinePaths.Hide(fault.Message, _engine.Options.DataFolder), fault.Code);
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

    private void RunStep(OrganizationState state, Job job)
    {
        var step = state.Steps.Find(job.Step) ?? throw new OrganizationFault(ErrorCodes.ObjectDoesNotExist, "The step is not registered any more.");
        var context = ContextSerializer.Read(job.Data ?? "");
        var operation = new Operation(_engine, state, context.CorrelationId);
        var request = new OrganizationRequest(context.MessageName) { Parameters = context.InputParameters };
        _engine.Recorder.Record(operation, request, _engine.UserOf(context.UserId), "step", () => _engine.Run(operation, () =>
        {
            operation.Run(step.Plugin, new PluginServices(operation, context, step.Model.Id));
            return true;
        }));
    }

    private void RunScheduled(OrganizationState state, Job job)
    {
        var system = _engine.UserOf(Engine.SystemUserId);
        var names = (job.Data ?? "").Split(' ');
        var faults = new List<string>();
        for (var run = 0; run < MostRepeats && !_stop.IsCancellationRequested; run++)
        {
            var operation = new Operation(_engine, state, Guid.NewGuid());
            var request = new OrganizationRequest(job.Message);
            if (faults.Count > 0) request[names[1]] = string.Join('\n', faults);
            try
            {
                var response = _engine.Recorder.Record(operation, request, system, "schedule",
                    () => _engine.Run(operation, () => _engine.Dispatch(request, new Scope(operation, system, system.Id, null, 1))));
                if (!response.Results.TryGetValue(names[0], out var more) || more is not true) return;
            }
            catch (OrganizationFault fault) when (names.Length > 1 && faults.Count < MostFaults)
            {
                faults.Add(fault.Message);
            }
        }
    }

    /// <summary>Queues the next run of a scheduled API; for whoever holds the gate.</summary>
    private void AddRun(string api, string pattern, string? names, long due)
    {
        var database = _engine.Database;
        var now = Values.Seconds(_engine.Now);
        database.Writer.Run("""
            INSERT INTO asyncoperation (asyncoperationid, name, messagename, data, recurrencepattern, depth, retrycount, statecode, statuscode,
                postponeuntil, createdon, modifiedon, versionnumber)
            VALUES (?, ?, ?, ?, ?, 1, 0, 1, 10, ?, ?, ?, ?)
            """, Guid.CreateVersion7(), api, api, names, pattern, due, now, now, database.NextRowVersion());
    }

    // Where the clock was set back, nothing waits for longer than it would if it were queued now; for whoever holds the gate.
    private void BoundWaits()
    {
        var now = Values.Seconds(_engine.Now);
        _engine.Database.Writer.Run($"""
            UPDATE asyncoperation SET postponeuntil = min(postponeuntil,
                ? + CASE WHEN recurrencepattern IS NULL THEN ? ELSE 60 * CAST(substr(recurrencepattern, {Recurrence.Length + 1}) AS INTEGER) END)
            WHERE statecode = 1 AND postponeuntil IS NOT NULL
            """, now, (long)RetryAfter.TotalSeconds);
    }

    private static string Pattern(ScheduledApi entry) => string.Create(CultureInfo.InvariantCulture, $"{Recurrence}{entry.EveryMinutes}");

    /// <summary>What the job keeps of the plan; names have no spaces.</summary>
    private static string? Names(ScheduledApi entry) => entry.FaultsInto is null ? entry.RepeatWhile : $"{entry.RepeatWhile} {entry.FaultsInto}";

    private static long Interval(string pattern) => 60 * long.Parse(pattern.AsSpan(Recurrence.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    private void Finish(Job job, string? failure, int code, bool retry)
    {
        var database = _engine.Database;
        var now = Values.Seconds(_engine.Now);
        database.EnterGate();
        try
        {
            var changed = database.Writer.Run("""
                UPDATE asyncoperation SET statecode = ?, statuscode = ?, message = ?, errorcode = ?, retrycount = ?, postponeuntil = ?,
                    completedon = ?, modifiedon = ?, versionnumber = ? WHERE asyncoperationid = ?
                """,
                retry ? 1 : 3, retry ? 10 : failure is null ? 30 : 31, failure, code == 0 ? null : code, job.Retries + (retry ? 1 : 0),
                retry ? now + (long)RetryAfter.TotalSeconds : null, retry ? null : now, now, database.NextRowVersion(), job.Id);
            if (job.Pattern is { } pattern && changed > 0 && !retry) AddRun(job.Message, pattern, job.Data, now + Interval(pattern));
        }
        finally
        {
            database.LeaveGate();
        }
    }

    private sealed record Job(Guid Id, Guid Step, string? Data, int Retries, string? Pattern, string Message);
}
