using Microsoft.Xrm.Sdk;
using Sandbox.Metadata;

namespace Sandbox;

/// <summary>An embedded organization: metadata, data and the event pipeline over one SQLite database.</summary>
public sealed class Organization : IDisposable
{
    /// <summary>Opens the organization of a folder, or makes a new one.</summary>
    /// <exception cref="DamagedDatabaseException">The database cannot be read; the message says what to do.</exception>
    public static Organization Open(OrganizationOptions options) => throw new NotSupportedException(options.DataFolder);

    /// <summary>The options it was opened with.</summary>
    public OrganizationOptions Options => throw new NotSupportedException();

    /// <summary>Id of the organization, also its row in <c>organization</c>.</summary>
    public Guid Id => throw new NotSupportedException();

    /// <summary>What the organization knows at this moment; a picture that never changes, replaced by imports.</summary>
    public OrganizationModel Model => throw new NotSupportedException();

    /// <summary>The seeded system administrator.</summary>
    public Caller DefaultCaller => throw new NotSupportedException();

    /// <summary>Asynchronous steps.</summary>
    public AsyncQueue Async => throw new NotSupportedException();

    /// <summary>How many plug-in threads were abandoned because their time was up and have not returned.</summary>
    public int AbandonedThreads => throw new NotSupportedException();

    /// <summary>A sentence that says why the organization must be restarted; null while it need not.</summary>
    public string? MustRestart => throw new NotSupportedException();

    /// <summary>Runs a request with everything that hangs on it: validation, plug-ins, one transaction.</summary>
    /// <exception cref="OrganizationFault">The request was refused; nothing was stored.</exception>
    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        throw new NotSupportedException(request.RequestName + caller);

    /// <summary>Imports a solution zip, managed or not; a lower version than the imported one is refused.</summary>
    /// <exception cref="ImportFailedException">The zip was refused with all findings; nothing was changed.</exception>
    public ImportResult Import(Stream zip) => throw new NotSupportedException(zip.ToString());

    /// <summary>What the organization knows about a user.</summary>
    /// <exception cref="OrganizationFault">There is no such user.</exception>
    public UserProfile UserOf(Caller caller) => throw new NotSupportedException(caller.ToString());

    /// <summary>Lets running requests end and closes the database.</summary>
    public void Dispose() => throw new NotSupportedException();
}
