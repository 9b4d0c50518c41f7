using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Sandbox.Import;
using Sandbox.Messages;
using Sandbox.Metadata;
using Sandbox.Network;
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

    public Engine(OrganizationOptions options, Database database)
    {
        Options = options;
        Database = database;
        Uploads = new ConcurrentDictionary<string, Upload>(StringComparer.Ordinal);
        Async = new AsyncQueue(this);
        Egress = new EgressProxy(options.Network);
        PluginProxy.Install();
        database.EnterGate();
        try
        {
            var language = int.Parse(database.Meta("language") ?? options.BaseLanguage.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var solutions = Importer.Stored(database.Writer);
            var model = ModelBuilder.Build(language, solutions);
            var plugins = new PluginTypes(solutions.SelectMany(solution => solution.Assemblies));
            _state = new OrganizationState(model, new Schema(model), new StepTable(solutions, plugins), plugins);
            database.Writer.Run("BEGIN IMMEDIATE");
            SchemaWriter.Apply(database.Writer, _state.Schema, null);
            (OrganizationId, OrganizationName) = Seed.Apply(database, options, model);
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
        var user = UserOf(caller.UserId);
        if (!user.IsEnabled) throw new OrganizationFault(ErrorCodes.UserNotEnabled, $"The user '{user.FullName}' is disabled.");
        var state = _state;
        var message = MessageTable.Find(request.RequestName, state);
        var operation = new Operation(this, state, Guid.NewGuid());
        OrganizationResponse Work() => Dispatch(request, new Scope(operation, user, user.Id, null, 1));
        return message.IsRead && !state.Steps.RaisesReads ? Directly(operation, Work) : Run(operation, Work);
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
        var reader = Database.RentReader();
        try
        {
            return _users[id] = Users.Read(reader, _state.Model, id);
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

    public void ForgetUsers() => _users.Clear();

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
    public ImportResult Import(Stream zip)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var package = Importer.Read(zip, out var bytes);
        Database.EnterGate();
        try
        {
            var (state, result) = Importer.Apply(this, package, bytes);
            _state = state;
            ForgetUsers();
            Database.ForgetReaders();
            return result;
        }
        finally
        {
            Database.LeaveGate();
        }
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        if (Options.Clock is MovableClock clock) clock.Moved -= Async.OnClockMoved;
        Async.Stop();
        Egress.Dispose();
        Database.EnterGate(); // Whoever is writing finishes first.
        _workers.Dispose();
        Database.Dispose();
    }

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
                    Guid.CreateVersion7(), trace.TypeName, trace.Context.MessageName, trace.Context.PrimaryEntityName, trace.Text.ToString(),
                    trace.Failure?.ToString() ?? (operation.Expired ? "The operation's time was up." : null), trace.Context.Depth, trace.Context.Mode,
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
