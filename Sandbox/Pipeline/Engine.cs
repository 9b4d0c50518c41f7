using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Sandbox.Import;
using Sandbox.Messages;
using Sandbox.Metadata;
using Sandbox.Network;
using Sandbox.Replay;
using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>The running organization: takes requests, gives each its operation, and keeps what outlives them.</summary>
internal sealed class Engine : IDisposable
{
    /// <summary>The user that plug-ins act as when they ask for no other.</summary>
    public static readonly Guid SystemUserId = new("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a00");

    /// <summary>The seeded administrator.</summary>
    public static readonly Guid AdministratorId = new("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a01");

    private const int MaxDepth = 8;

    private readonly ConcurrentDictionary<Guid, UserProfile> _users = new();
    private readonly WorkerPool _workers = new();
    private volatile OrganizationState _state;
    private volatile bool _disposed;
    private int _userGeneration;
    private SolutionJobs? _solutionJobs;

    public Engine(OrganizationOptions options, Database database)
    {
        Options = options;
        Database = database;
        Uploads = new ConcurrentDictionary<string, Upload>(StringComparer.Ordinal);
        Async = new AsyncQueue(this);
        Recorder = new Recorder(this);
        Egress = new EgressProxy(options.Network);
        PluginProxy.Install();
        database.EnterGate();
        try
        {
            var language = int.Parse(database.Meta("language") ?? options.BaseLanguage.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Layers.Prepare(database.Writer);
            _state = Importer.StateOf(language, Layers.Read(database.Writer));
            database.Writer.Run("BEGIN IMMEDIATE");
            SchemaWriter.Apply(database.Writer, _state.Schema, null);
            (OrganizationId, OrganizationName) = Seed.Apply(database, options, _state.Model);
            if (database.Meta("designs") != DesignRows.Version) DesignRows.Write(database, _state.Model, Now);
            database.Writer.Run("COMMIT");
        }
        finally
        {
            database.LeaveGate();
        }

        if (options.Clock is MovableClock clock) clock.Moved += Async.OnClockMoved;
        Async.Start();
    }

    public OrganizationOptions Options { get; }

    public Database Database { get; }

    public Guid OrganizationId { get; }

    public string OrganizationName { get; }

    public AsyncQueue Async { get; }

    /// <summary>The timelines of the last operations.</summary>
    public Recorder Recorder { get; }

    /// <summary>The way out for plug-ins.</summary>
    public EgressProxy Egress { get; }

    /// <summary>Uploads that have been begun, by continuation token.</summary>
    public ConcurrentDictionary<string, Upload> Uploads { get; }

    public OrganizationState State => _state;

    /// <summary>The present by the organization's clock, in UTC.</summary>
    public DateTime Now => Options.Clock.GetUtcNow().UtcDateTime;

    public int AbandonedThreads => _workers.Abandoned;

    public string? MustRestart => AbandonedThreads >= Options.AbandonedThreadLimit
        ? FormattableString.Invariant($"{AbandonedThreads} plug-ins did not return within their time and still run; restart the sandbox.")
        : null;

    /// <summary>Runs an outermost request.</summary>
    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Database.Damage is { } damage) throw new OrganizationFault(ErrorCodes.Unexpected, damage);
        var user = Enabled(caller.UserId);
        if (caller.ImpersonatorId is { } impersonator) user = user.ActedFor(Enabled(impersonator));
        var state = _state;
        var message = MessageTable.Find(request.RequestName, state);
        var operation = new Operation(this, state, Guid.NewGuid()) { Impersonated = user.Impersonator is null ? null : user };
        OrganizationResponse Work() => Dispatch(request, new Scope(operation, user, user.Id, null, 1));
        if (!message.IsRead) return Recorder.Record(operation, request, user, "request", () => Run(operation, Work));
        return state.Steps.RaisesReads ? Run(operation, Work) : Directly(operation, Work);
    }

    /// <summary>Runs work with plug-ins in it on a thread that can be left behind.</summary>
    public T Run<T>(Operation operation, Func<T> work)
    {
        if (MustRestart is { } sentence) throw new OrganizationFault(ErrorCodes.Unexpected, sentence);
        try
        {
            return _workers.Run(operation, Options.PluginTimeLimit, work);
        }
        catch (OrganizationFault fault)
        {
            fault.TraceText = operation.TraceText;
            throw;
        }
        catch (TimeoutException e)
        {
            var last = operation.Traces.Count > 0 ? operation.Traces[^1].TypeName : "a plug-in";
            throw new OrganizationFault(ErrorCodes.IsvUnexpected,
                FormattableString.Invariant($"The plug-in execution failed because the operation ran longer than {Options.PluginTimeLimit.TotalSeconds:0.#} seconds; the last plug-in was {last}. Everything was rolled back."),
                inner: e)
            {
                TraceText = operation.TraceText,
            };
        }
        catch (SqliteException e)
        {
            throw Unexpected(e);
        }
        finally
        {
            WriteTraces(operation);
        }
    }

    /// <summary>Answers a request of an operation.</summary>
    public OrganizationResponse Dispatch(OrganizationRequest request, Scope scope)
    {
        if (scope.Depth > MaxDepth)
        {
            throw new OrganizationFault(ErrorCodes.MaxDepthExceeded,
                "This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again.");
        }

        // What fails inside the transaction ends it, even if a plug-in keeps the fault to itself.
        if (!scope.Operation.IsTransactional || scope.Parent is null) return MessageTable.Find(request.RequestName, scope.State).Execute(request, scope);
        using var part = scope.Operation.Join();
        var response = MessageTable.Find(request.RequestName, scope.State).Execute(request, scope);
        part.Commit();
        return response;
    }

    /// <summary>What is known about a user; kept until users, settings or roles change.</summary>
    public UserProfile UserOf(Guid id)
    {
        if (_users.TryGetValue(id, out var known)) return known;
        var generation = Volatile.Read(ref _userGeneration);
        var reader = Database.RentReader();
        try
        {
            var user = Users.Read(reader, _state.Model, id);
            lock (_users)
            {
                // What was read before somebody changed the rights of users is answered once, but not kept.
                if (generation == _userGeneration) _users[id] = user;
            }

            return user;
        }
        finally
        {
            Database.Return(reader);
        }
    }

    public IReadOnlyList<(Guid Id, string Name)> EnabledUsers()
    {
        var reader = Database.RentReader();
        try
        {
            var users = new List<(Guid, string)>();
            var statement = reader.Prepare("SELECT systemuserid, fullname FROM systemuser WHERE isdisabled IS NOT 1 ORDER BY fullname");
            while (statement.Step()) users.Add((statement.Id(0), statement.TextOrNull(1) ?? ""));
            return users;
        }
        finally
        {
            Database.Return(reader);
        }
    }

    /// <summary>The user with the id in the directory; null for none.</summary>
    public Guid? UserByObjectId(Guid objectId)
    {
        var reader = Database.RentReader();
        try
        {
            return reader.Text("SELECT systemuserid FROM systemuser WHERE azureactivedirectoryobjectid = ?", objectId) is { } id ? Guid.Parse(id) : null;
        }
        finally
        {
            Database.Return(reader);
        }
    }

    public void ForgetUsers()
    {
        lock (_users)
        {
            _userGeneration++;
            _users.Clear();
        }
    }

    public void AddUsers(IReadOnlyList<SeedUser> users)
    {
        Database.EnterGate();
        try
        {
            Database.Writer.Run("BEGIN IMMEDIATE");
            Seed.AddUsers(Database, Options, _state.Model, users);
            Database.Writer.Run("COMMIT");
        }
        finally
        {
            Database.LeaveGate();
        }

        ForgetUsers();
    }

    /// <summary>Imports a solution zip.</summary>
    /// <param name="zip">The zip.</param>
    /// <param name="mode">What happens to components it lacks.</param>
    /// <param name="checkedZip">Told when the zip was read and found in order.</param>
    public ImportResult Import(Stream zip, ImportMode mode, Action? checkedZip = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var bytes = Importer.Copy(zip);
        if (Again(bytes) is { } same) return same;
        var package = Importer.Read(bytes, _state.Model, out var passedOver);
        checkedZip?.Invoke();
        Database.EnterGate();
        try
        {
            var (state, result) = Importer.Apply(this, package, bytes, mode, passedOver);
            Take(state);
            return result;
        }
        finally
        {
            Database.LeaveGate();
        }
    }

    // A sandbox starts again and again with the zip it has.
    private ImportResult? Again(byte[] zip)
    {
        var reader = Database.RentReader();
        try
        {
            return Importer.Again(reader, _state.Model, zip);
        }
        finally
        {
            Database.Return(reader);
        }
    }

    /// <summary>Deletes a solution, or only says what would go with it.</summary>
    public UninstallResult Uninstall(string solution, bool dryRun)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Database.EnterGate();
        try
        {
            var (state, result) = Importer.Uninstall(this, solution, dryRun);
            if (state is not null) Take(state);
            return result;
        }
        finally
        {
            Database.LeaveGate();
        }
    }

    /// <summary>Imports that were begun and not waited for.</summary>
    public SolutionJobs SolutionJobs => _solutionJobs ??= new SolutionJobs(this);

    private void Take(OrganizationState state)
    {
        _state = state;
        ForgetUsers();
        Database.ForgetReaders();
    }

    public void Dispose()
    {
        if (_disposed) return;
        _solutionJobs?.WaitForAll();
        _disposed = true;
        if (Options.Clock is MovableClock clock) clock.Moved -= Async.OnClockMoved;
        Async.Stop();
        Egress.Dispose();
        Database.EnterGate(); // Whoever is writing finishes first.
        _workers.Dispose();
        Database.Dispose();
    }

    private UserProfile Enabled(Guid id) => UserOf(id) is { IsEnabled: true } user
        ? user
        : throw new OrganizationFault(ErrorCodes.UserNotEnabled, $"The user with Id = {id:D} does not exist or is not enabled.");

    private static OrganizationResponse Directly(Operation operation, Func<OrganizationResponse> work)
    {
        try
        {
            lock (operation.Sync) return work();
        }
        catch (SqliteException e)
        {
            throw Unexpected(e);
        }
    }

    private static OrganizationFault Unexpected(SqliteException e) => new(ErrorCodes.Unexpected, e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "There is no space left for the organization's data. Nothing was saved; free some space and try again.",
        SQLitePCL.raw.SQLITE_READONLY => "The organization's data cannot be written. Nothing was saved; let the sandbox write to its data folder and try again.",
        SQLitePCL.raw.SQLITE_IOERR => "The organization's data cannot be read or written. Nothing was saved; look at the disk of the data folder, then restart the sandbox.",
        _ => "The database refused the operation: " + e.Message,
    }, inner: e);

    // Traces outlive the rollback, so they are written after it, on their own.
    private void WriteTraces(Operation operation)
    {
        if (Options.TraceLog == TraceLogSetting.Off || _disposed) return;
        var traces = operation.Traces.Where(trace => Options.TraceLog == TraceLogSetting.All || trace.Failure is not null || operation.Expired).ToList();
        if (traces.Count == 0) return;
        Database.EnterGate();
        try
        {
            Database.Writer.Run("BEGIN IMMEDIATE");
            foreach (var trace in traces)
            {
                Database.Writer.Run("""
                    INSERT INTO plugintracelog (plugintracelogid, typename, messagename, primaryentity, messageblock, exceptiondetails, depth, mode,
                        operationtype, correlationid, requestid, pluginstepid, performanceexecutionduration, performanceexecutionstarttime, createdon,
                        versionnumber)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    Guid.CreateVersion7(), trace.TypeName, trace.Context.MessageName, trace.Context.PrimaryEntityName, MachinePaths.Hide(trace.Text.ToString(), Options.DataFolder),
                    (trace.Failure is { } failure ? MachinePaths.Hide(failure.ToString(), Options.DataFolder) : null) ?? (operation.Expired ? "The operation's time was up." : null), trace.Context.Depth, trace.Context.Mode,
                    trace.Context.CorrelationId, trace.Context.OperationId, trace.StepId, (long)trace.Duration.TotalMilliseconds,
                    Values.Seconds(trace.Started), Values.Seconds(Now), Database.NextRowVersion());
            }

            Database.Writer.Run("COMMIT");
        }
        finally
        {
            Database.LeaveGate();
        }
    }
}
