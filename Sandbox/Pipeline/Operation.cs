using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Sandbox.Network;
using Sandbox.Replay;
using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>One outermost request with all that it causes: its transaction, its traces, its time.</summary>
/// <remarks>
/// The thread that runs it holds <see cref="Sync"/> except while a plug-in runs. So whoever takes it finds no statement half run,
/// and can end the operation although a plug-in never returns.
/// </remarks>
internal sealed class Operation(Engine engine, OrganizationState state, Guid correlationId)
{
    private const int TraceLimit = 10 * 1024;

    private readonly List<PluginTrace> _traces = [];
    private bool _broken;
    private bool _isPromised;
    private bool _queued;
    private OperationRecord? _record;
    private RequestRecord? _asked;

    public Lock Sync { get; } = new();

    public Engine Engine { get; } = engine;

    public OrganizationState State { get; } = state;

    public Guid CorrelationId { get; } = correlationId;

    /// <summary>Where its timeline is kept; null for reads, which have none.</summary>
    public OperationRecord? Record
    {
        get => _record;
        set => (_record, _asked) = (value, value?.Request);
    }

    public bool InTransaction { get; private set; }

    /// <summary>Id of the running transaction, or of the last one; audit rows bear it.</summary>
    public Guid TransactionId { get; private set; }

    /// <summary>Whether its time was up; only read and set under <see cref="Sync"/>.</summary>
    public bool Expired { get; private set; }

    /// <summary>Whether the operation came to its end; only read and set under <see cref="Sync"/>.</summary>
    public bool Completed { get; set; }

    /// <summary>Whether users, settings or roles were changed, which are cached.</summary>
    public bool TouchedUsers { get; set; }

    /// <summary>The user on whose behalf somebody else began the operation; null where nobody did.</summary>
    public UserProfile? Impersonated { get; init; }

    public IReadOnlyList<PluginTrace> Traces => _traces;

    /// <summary>A user as plug-ins act as; one on whose behalf somebody acts stays limited to what both may.</summary>
    public UserProfile UserOf(Guid id) => Impersonated?.Id == id ? Impersonated : Engine.UserOf(id);

    /// <summary>All that was traced, as an error shows it.</summary>
    public string TraceText => string.Join(Environment.NewLine, _traces.Where(trace => trace.Text.Length > 0).Select(trace => trace.Text.ToString()));

    /// <summary>Reads on the transaction's connection, or on one of its own while there is no transaction.</summary>
    public T Read<T>(Func<Connection, T> read)
    {
        if (InTransaction) return read(Engine.Database.Writer);
        var reader = Engine.Database.RentReader();
        try
        {
            reader.Run("BEGIN"); // All statements of the read see the same moment.
            return read(reader);
        }
        finally
        {
            reader.Run("COMMIT");
            Engine.Database.Return(reader);
        }
    }

    /// <summary>The connection to write on.</summary>
    public Connection Writer
    {
        get
        {
            if (!InTransaction && _isPromised) Start();
            return InTransaction ? Engine.Database.Writer : throw new InvalidOperationException("There is no transaction.");
        }
    }

    /// <summary>Whether what is done counts as a part of a transaction, even if nothing was written yet.</summary>
    public bool IsTransactional => InTransaction || _isPromised;

    /// <summary>Begins the transaction, or joins the running one. Not committed, it is undone when disposed.</summary>
    public Transaction Begin()
    {
        ThrowIfUnusable();
        if (InTransaction) return new Transaction(this, isOuter: false);
        Start();
        return new Transaction(this, isOuter: !_isPromised);
    }

    /// <summary>The same, but holds up nobody before something is written: what runs may take its time to read and to ask others.</summary>
    public Transaction BeginAtFirstWrite()
    {
        ThrowIfUnusable();
        if (IsTransactional) return Join();
        _isPromised = true;
        return new Transaction(this, isOuter: true);
    }

    /// <summary>A part of the running transaction: when it fails, the whole is lost.</summary>
    public Transaction Join() => new(this, isOuter: false);

    private void Start()
    {
        Engine.Database.EnterGate();
        try
        {
            Engine.Database.Writer.Run("BEGIN IMMEDIATE");
        }
        catch
        {
            Engine.Database.LeaveGate();
            throw;
        }

        (InTransaction, TransactionId) = (true, Guid.NewGuid());
        if (Record is { Changes.Count: 0 } record) record.Mark = Engine.Database.Changes.Mark;
    }

    /// <summary>Faults when the transaction was lost to a fault that a plug-in kept to itself, or when the time is up.</summary>
    public void ThrowIfUnusable()
    {
        if (Expired) throw new OperationExpiredException();
        if (_broken && IsTransactional)
        {
            throw new OrganizationFault(ErrorCodes.NoActiveTransaction,
                "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing.");
        }
    }

    /// <summary>Notes that an asynchronous step waits to be run after the commit.</summary>
    public void NoteQueued() => _queued = true;

    /// <summary>Runs a plug-in outside of <see cref="Sync"/> and turns what leaves it into a fault.</summary>
    public void Run(IPlugin plugin, PluginServices services)
    {
        var trace = new PluginTrace(plugin.GetType().FullName!, services.Context, services.StepId, Engine.Now);
        services.Trace = trace;
        _traces.Add(trace);
        if (Record is { } record && _asked is { } asked)
        {
            trace.Record = record.Begin(services.Context, State.Steps.Find(services.StepId)?.Model.Name, trace.TypeName);
            if (trace.Record is { } begun) asked.Steps.Add(begun);
        }

        var started = Stopwatch.GetTimestamp();
        Exception? failure = null;
        Sync.Exit();
        try
        {
            PluginProxy.Run(Engine.Egress, () => plugin.Execute(services));
        }
        catch (Exception e)
        {
            failure = e;
        }
        finally
        {
            Sync.Enter();
        }

        services.Ended = true;
        if (Expired) throw new OperationExpiredException();
        trace.Duration = Stopwatch.GetElapsedTime(started);
        if (trace.Record is { } step) (step.Milliseconds, step.Trace) = (trace.Duration.TotalMilliseconds, Record?.Keep(trace.ToString()) ?? "");
        if (failure is null)
        {
            if (!_broken || !IsTransactional) return;
            failure = new OrganizationFault(ErrorCodes.TransactionCountReduced,
                $"ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing. The plug-in is {trace.TypeName}.");
        }

        trace.Failure = failure;
        if (trace.Record is { } failed) failed.Failure = FailureRecord.Of(failure);
        throw failure switch
        {
            OrganizationFault fault => fault,
            InvalidPluginExecutionException refusal => Refused(refusal, trace),
            _ => new OrganizationFault(ErrorCodes.IsvUnexpected,
                $"An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): {trace.TypeName}: {failure.GetType().FullName}: {failure.Message}",
                Details(trace), failure),
        };
    }

    /// <summary>Notes what a plug-in asks of the organization, and what came of it.</summary>
    /// <remarks>Of a plug-in that asks on several threads at once, a step may stand under the wrong one of its requests.</remarks>
    public OrganizationResponse Ask(PluginTrace? by, OrganizationRequest request, Func<OrganizationResponse> answer)
    {
        if (by?.Record is not { } step || Record?.Ask(request) is not { } asked) return answer();
        step.Requests.Add(asked);
        var outer = _asked;
        _asked = asked;
        try
        {
            var response = answer();
            if (response.Results.TryGetValue("EntityCollection", out var found) && found is EntityCollection rows) asked.Rows = rows.Entities.Count;
            return response;
        }
        catch (Exception problem)
        {
            asked.Failure = FailureRecord.Of(problem);
            throw;
        }
        finally
        {
            asked.Milliseconds = (Record?.Elapsed ?? 0) - asked.At;
            _asked = outer;
        }
    }

    /// <summary>Ends the operation from outside; false when it had come to its end by itself.</summary>
    public bool TryExpire()
    {
        lock (Sync)
        {
            if (Completed) return false;
            Expired = true;
            if (InTransaction) Rollback();
            return true;
        }
    }

    private static OrganizationFault Refused(InvalidPluginExecutionException refusal, PluginTrace trace)
    {
        var details = Details(trace);
        details["OperationStatus"] = ((int)refusal.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        details["SubErrorCode"] = refusal.ErrorCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (key, value) in refusal.ExceptionDetails) details[key] = value;
        return new OrganizationFault(ErrorCodes.IsvAborted, refusal.Message, details, refusal);
    }

    private static Dictionary<string, string> Details(PluginTrace trace) => new(StringComparer.Ordinal)
    {
        ["ApiExceptionSourceKey"] = "Plugin/" + trace.TypeName,
        ["ApiStepKey"] = trace.StepId.ToString("D", System.Globalization.CultureInfo.InvariantCulture),
        ["ApiDepthKey"] = trace.Context.Depth.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private void Commit()
    {
        if (_broken)
        {
            throw new OrganizationFault(ErrorCodes.TransactionCountReduced,
                "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.");
        }

        _isPromised = false;
        if (!InTransaction) return;
        Record?.Note(Engine.Database.Changes.Pending(), rolledBack: false);
        Engine.Database.Writer.Run("COMMIT");
        InTransaction = false;
        Engine.Database.LeaveGate();
        if (TouchedUsers) Engine.ForgetUsers();
        if (!_queued) return;
        _queued = false;
        Engine.Async.Signal();
    }

    private void Rollback()
    {
        _isPromised = false;
        if (!InTransaction)
        {
            _broken = false;
            return;
        }

        Record?.Note(Engine.Database.Changes.Pending(), rolledBack: true);
        try
        {
            Engine.Database.Writer.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some failures have ended the transaction already; there is nothing left to undo.
        }
        finally
        {
            InTransaction = false;
            _broken = false;
            _queued = false;
            Engine.Database.LeaveGate();
        }
    }

    /// <summary>A part of the operation that must succeed as a whole.</summary>
    internal sealed class Transaction(Operation operation, bool isOuter) : IDisposable
    {
        private bool _committed;

        public void Commit()
        {
            if (isOuter) operation.Commit();
            _committed = true;
        }

        public void Dispose()
        {
            if (_committed || operation.Expired) return;
            if (isOuter) operation.Rollback();
            else operation._broken = true;
        }
    }

    /// <summary>What one run of a plug-in traced.</summary>
    internal sealed class PluginTrace(string typeName, PluginContext context, Guid stepId, DateTime started)
    {
        public string TypeName { get; } = typeName;

        public PluginContext Context { get; } = context;

        public Guid StepId { get; } = stepId;

        public DateTime Started { get; } = started;

        public TimeSpan Duration { get; set; }

        public Exception? Failure { get; set; }

        public StringBuilder Text { get; } = new();

        /// <summary>Its place in the operation's timeline.</summary>
        public StepRecord? Record { get; set; }

        /// <summary>What was traced so far.</summary>
        public override string ToString()
        {
            lock (Text) return Text.ToString();
        }

        /// <summary>Adds a line; only the last ten kilobytes are kept.</summary>
        public void Add(string line)
        {
            lock (Text)
            {
                Text.AppendLine(line);
                if (Text.Length > TraceLimit) Text.Remove(0, Text.Length - TraceLimit);
            }
        }
    }
}
