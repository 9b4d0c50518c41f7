using Microsoft.Xrm.Sdk;
using Sandbox.Metadata;
using Sandbox.Pipeline;
using Sandbox.Store;

namespace Sandbox;

/// <summary>An embedded organization: metadata, data and the event pipeline over one SQLite database.</summary>
public sealed class Organization : IDisposable
{
    private readonly Engine _engine;

    private Organization(Engine engine) => _engine = engine;

    internal Engine Engine => _engine;

    /// <summary>The options it was opened with.</summary>
    public OrganizationOptions Options => _engine.Options;

    /// <summary>Id of the organization, also its row in <c>organization</c>.</summary>
    public Guid Id => _engine.OrganizationId;

    /// <summary>The present by the organization's clock, in UTC.</summary>
    public DateTime Now => _engine.Now;

    /// <summary>What the organization knows at this moment; a picture that never changes, replaced by imports.</summary>
    public OrganizationModel Model => _engine.State.Model;

    /// <summary>The seeded system administrator.</summary>
    public Caller DefaultCaller { get; } = new(Engine.AdministratorId);

    /// <summary>Asynchronous steps.</summary>
    public AsyncQueue Async => _engine.Async;

    /// <summary>Whether plug-ins reach more than the hosts that the options name; of no meaning where the options say offline.</summary>
    public bool IsNetworkOpen
    {
        get => _engine.Egress.IsOpen;
        set => _engine.Egress.IsOpen = value;
    }

    /// <summary>How many plug-in threads were abandoned because their time was up and have not returned.</summary>
    public int AbandonedThreads => _engine.AbandonedThreads;

    /// <summary>A sentence that says why the organization must be restarted; null while it need not.</summary>
    public string? MustRestart => _engine.MustRestart;

    /// <summary>Opens the organization of a folder, or makes a new one.</summary>
    /// <exception cref="DamagedDatabaseException">The database cannot be used; the message says what to do.</exception>
    public static Organization Open(OrganizationOptions options)
    {
        var database = Database.Open(options.DataFolder);
        try
        {
            return new Organization(new Engine(options, database));
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            database.Dispose();
            throw new DamagedDatabaseException($"The database in '{options.DataFolder}' is damaged: {e.Message}", e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Runs a request with everything that hangs on it: validation, plug-ins, one transaction.</summary>
    /// <exception cref="OrganizationFault">The request was refused; nothing was stored.</exception>
    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) => _engine.Execute(request, caller);

    /// <summary>Imports a solution zip, managed or not; a lower version than the imported one is refused.</summary>
    /// <param name="zip">The zip.</param>
    /// <param name="mode">Whether components that the zip lacks go; those of an unmanaged solution always stay.</param>
    /// <exception cref="ImportFailedException">The zip was refused with all findings; nothing was changed.</exception>
    public ImportResult Import(Stream zip, ImportMode mode = ImportMode.Upgrade) => _engine.Import(zip, mode);

    /// <summary>What the delete of a solution would take with it.</summary>
    /// <exception cref="OrganizationFault">There is no such solution.</exception>
    public UninstallResult PreviewUninstall(string solution) => _engine.Uninstall(solution, dryRun: true);

    /// <summary>Deletes a solution with its components and their data; nothing where another solution needs them, which the result says.</summary>
    /// <exception cref="OrganizationFault">There is no such solution.</exception>
    public UninstallResult Uninstall(string solution) => _engine.Uninstall(solution, dryRun: false);

    /// <summary>
    /// Sets which custom APIs run by themselves, as SYSTEM and by the organization's clock. Each run is a row of <c>asyncoperation</c>, and so is the next one, which
    /// waits. What was scheduled before and is not named any more runs no longer.
    /// </summary>
    /// <exception cref="ArgumentException">A name is no custom API without a table, or is there twice, or an interval is no number of minutes.</exception>
    public void Schedule(IReadOnlyList<ScheduledApi> plan) => _engine.Async.Schedule(plan);

    /// <summary>Adds users with their roles; those that exist are given the roles they lack.</summary>
    public void AddUsers(IReadOnlyList<SeedUser> users) => _engine.AddUsers(users);

    /// <summary>What the organization knows about a user.</summary>
    /// <exception cref="OrganizationFault">There is no such user.</exception>
    public UserProfile UserOf(Caller caller) => _engine.UserOf(caller.UserId);

    /// <summary>Id of the user whose id in the directory (<c>azureactivedirectoryobjectid</c>) it is; null for none. A seeded user has one id for both.</summary>
    public Guid? UserByObjectId(Guid objectId) => _engine.UserByObjectId(objectId);

    /// <summary>The users that are enabled, by name.</summary>
    public IReadOnlyList<(Guid Id, string Name)> EnabledUsers() => _engine.EnabledUsers();

    /// <summary>Lets running requests end and closes the database.</summary>
    public void Dispose() => _engine.Dispose();
}
