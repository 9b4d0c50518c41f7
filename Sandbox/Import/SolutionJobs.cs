using Microsoft.Data.Sqlite;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox.Import;

/// <summary>Imports that a request asked for, each with its row of <c>importjob</c>, and those that nobody waits for.</summary>
internal sealed class SolutionJobs(Engine engine)
{
    private readonly Lock _sync = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Imports a zip and keeps what came of it.</summary>
    /// <exception cref="OrganizationFault">It was refused; the job's row says so too.</exception>
    public void Import(byte[] zip, ImportMode mode, Guid job, Guid user)
    {
        Begin(job, user);
        Run(zip, mode, job);
    }

    /// <summary>Begins an import and answers the id of the row of <c>asyncoperation</c> that says how it went.</summary>
    public Guid ImportAsync(byte[] zip, ImportMode mode, Guid job, Guid user)
    {
        Begin(job, user);
        var id = Guid.CreateVersion7();
        var now = Values.Seconds(engine.Now);
        AtGate(writer => writer.Run("""
            INSERT INTO asyncoperation (asyncoperationid, name, messagename, retrycount, statecode, statuscode, startedon, createdon, modifiedon, versionnumber)
            VALUES (?, 'Import Solution', 'ImportSolutionAsync', 0, 2, 20, ?, ?, ?, ?)
            """, id, now, now, now, engine.Database.NextRowVersion()));
        lock (_sync) _last = _last.ContinueWith(_ => Finish(id, zip, mode, job), TaskScheduler.Default);
        return id;
    }

    /// <summary>Lets those that were begun end.</summary>
    public void WaitForAll()
    {
        Task last;
        lock (_sync) last = _last;
        last.Wait();
    }

    private void Finish(Guid id, byte[] zip, ImportMode mode, Guid job)
    {
        OrganizationFault? failure = null;
        try
        {
            Run(zip, mode, job);
        }
        catch (OrganizationFault fault)
        {
            failure = fault;
        }

        var now = Values.Seconds(engine.Now);
        AtGate(writer => writer.Run("""
            UPDATE asyncoperation SET statecode = 3, statuscode = ?, message = ?, errorcode = ?, completedon = ?, modifiedon = ?, versionnumber = ? WHERE asyncoperationid = ?
            """, failure is null ? 30 : 31, failure?.Message, failure?.Code, now, now, engine.Database.NextRowVersion(), id));
    }

    private void Begin(Guid job, Guid user)
    {
        var now = Values.Seconds(engine.Now);
        AtGate(writer =>
        {
            if (writer.Any("SELECT 1 FROM importjob WHERE importjobid = ?", job)) throw Faults.DuplicateId(engine.State.Schema.Table("importjob"));
            writer.Run("""
                INSERT INTO importjob (importjobid, name, progress, startedon, createdby, createdon, modifiedon, importcontext, operationcontext, versionnumber)
                VALUES (?, 'Customizations', 0, ?, ?, ?, ?, 'Import', 'New', ?)
                """, job, now, user, now, now, engine.Database.NextRowVersion());
        });
    }

    private void Run(byte[] zip, ImportMode mode, Guid job)
    {
        var started = engine.Now;
        try
        {
            var result = engine.Import(new MemoryStream(zip, writable: false), mode, () => Note(job, "progress = 50", []));
            Note(job, "progress = 100, solutionname = ?, data = ?, completedon = ?, operationcontext = ?, solutionid = (SELECT solutionid FROM solution WHERE uniquename = ?)",
                [result.UniqueName, ImportLog.Of(result, started, engine.Now), Values.Seconds(engine.Now), result.Previous is null ? "New" : mode.ToString(), result.UniqueName]);
        }
        catch (ImportFailedException refusal)
        {
            var fault = new OrganizationFault(CodeOf(refusal), refusal.Message, inner: refusal);
            Note(job, "data = ?, completedon = ?", [ImportLog.Of(fault, refusal, started, engine.Now), Values.Seconds(engine.Now)]);
            throw fault;
        }
        catch (OrganizationFault fault)
        {
            Note(job, "data = ?, completedon = ?", [ImportLog.Of(fault, null, started, engine.Now), Values.Seconds(engine.Now)]);
            throw;
        }
        catch (SqliteException problem)
        {
            throw new OrganizationFault(ErrorCodes.Unexpected, "The database refused the import: " + problem.Message, inner: problem);
        }
    }

    private void Note(Guid job, string set, IReadOnlyList<object?> values)
    {
        var now = Values.Seconds(engine.Now);
        AtGate(writer => writer.Run($"UPDATE importjob SET {set}, modifiedon = ?, versionnumber = ? WHERE importjobid = ?",
            [.. values, now, engine.Database.NextRowVersion(), job]));
    }

    private void AtGate(Action<Connection> work)
    {
        engine.Database.EnterGate();
        try
        {
            work(engine.Database.Writer);
        }
        finally
        {
            engine.Database.LeaveGate();
        }
    }

    private static int CodeOf(ImportFailedException refusal) => refusal.Findings[0].Code switch
    {
        "solution.managed" => ErrorCodes.ManagedOverUnmanaged,
        "solution.unmanaged" => ErrorCodes.UnmanagedOverManaged,
        "solution.publisher" => ErrorCodes.WrongPublisher,
        "solution.dependency" => ErrorCodes.MissingDependencies,
        "solution.blocked" => ErrorCodes.CannotUninstallWithDependencies,
        _ => ErrorCodes.ImportFailed,
    };
}
