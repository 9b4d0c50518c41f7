using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.Xrm.Sdk;
using Sandbox.Pipeline;

namespace Sandbox.Replay;

/// <summary>The timeline of one outermost request that may write: which steps ran, what they asked of the organization, what was thrown and what became of it all.</summary>
internal sealed class OperationRecord
{
    // What asks without end must not fill the memory.
    private const int MostEntries = 1000;
    private const int MostText = 128 * 1024;

    private readonly long _began = Stopwatch.GetTimestamp();
    private int _entries;
    private int _text;

    /// <param name="request">What was asked.</param>
    /// <param name="user">Who asked.</param>
    /// <param name="started">When, by the organization's clock.</param>
    /// <param name="origin">What began it: request, step or schedule.</param>
    public OperationRecord(OrganizationRequest request, UserProfile user, DateTime started, string origin)
    {
        (UserId, User, Started, Origin) = (user.Id, user.FullName, started, origin);
        Request = new RequestRecord(request, 0);
    }

    /// <summary>Its place among all of them; given when it ends.</summary>
    public long Number { get; set; }

    public string Origin { get; }

    public DateTime Started { get; }

    public Guid UserId { get; }

    public string User { get; }

    public RequestRecord Request { get; }

    public bool RolledBack { get; private set; }

    /// <summary>What was stored, or what was rolled back, by table.</summary>
    public IReadOnlyList<ChangeRecord> Changes { get; private set; } = [];

    /// <summary>Steps and requests that were too many to be kept.</summary>
    public int Omitted { get; private set; }

    /// <summary>The request as it was before any plug-in changed it; null when it cannot be replayed.</summary>
    [JsonIgnore]
    public OrganizationRequest? Sent { get; set; }

    /// <summary>Roughly how many bytes of memory <see cref="Sent"/> takes.</summary>
    [JsonIgnore]
    public long SentWeight { get; set; }

    /// <summary>Where the log of changes stood before it wrote.</summary>
    [JsonIgnore]
    public long Mark { get; set; }

    public double Elapsed => Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    /// <summary>Roughly how many bytes of memory it takes, its request aside.</summary>
    [JsonIgnore]
    public long Weight => 1000 + (600L * _entries) + (2L * _text);

    /// <summary>A request of a plug-in; null when there has been too much to keep.</summary>
    public RequestRecord? Ask(OrganizationRequest request) => HasRoom() ? new RequestRecord(request, Elapsed) : null;

    /// <summary>A run of a plug-in; null when there has been too much to keep.</summary>
    public StepRecord? Begin(PluginContext context, string? name, string plugin) => HasRoom() ? new StepRecord(context, name, plugin, Elapsed) : null;

    /// <summary>What a plug-in traced, as far as there is room for it.</summary>
    public string Keep(string trace)
    {
        if (_text + trace.Length > MostText) return "";
        _text += trace.Length;
        return trace;
    }

    public void Note(IReadOnlyList<(string Table, int Created, int Updated, int Deleted)> changes, bool rolledBack)
    {
        RolledBack |= rolledBack;
        Changes =
        [
            .. Changes,
            .. changes.Where(change => !change.Table.StartsWith('$')).Select(change => new ChangeRecord(change.Table, change.Created, change.Updated, change.Deleted, rolledBack)),
        ];
    }

    private bool HasRoom()
    {
        if (_entries < MostEntries)
        {
            _entries++;
            return true;
        }

        Omitted++;
        return false;
    }
}

/// <summary>Rows of a table that an operation changed.</summary>
internal sealed record ChangeRecord(string Table, int Created, int Updated, int Deleted, bool RolledBack);

/// <summary>What left a plug-in or a request instead of an answer.</summary>
internal sealed record FailureRecord(string Type, string? Code, string Message)
{
    public static FailureRecord Of(Exception problem) =>
        new(problem.GetType().Name, (problem as OrganizationFault)?.HexCode, problem.Message);
}

/// <summary>A request and the steps it set off, those of the operations it contains among them.</summary>
internal sealed class RequestRecord
{
    public RequestRecord(OrganizationRequest request, double at)
    {
        Message = request.RequestName ?? "";
        At = at;
        (Table, Id, Columns) = RequestSubject.Of(request);
    }

    public string Message { get; }

    public string? Table { get; }

    public Guid? Id { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>When it began and how long it took, in milliseconds of the operation.</summary>
    public double At { get; }

    public double Milliseconds { get; set; }

    /// <summary>How many rows came back, of a query.</summary>
    public int? Rows { get; set; }

    public FailureRecord? Failure { get; set; }

    public List<StepRecord> Steps { get; } = [];
}

/// <summary>One run of a plug-in.</summary>
internal sealed class StepRecord(PluginContext context, string? name, string plugin, double at)
{
    /// <summary>Name of the step; none for the main operation of a custom API.</summary>
    public string? Name { get; } = name;

    public string Plugin { get; } = plugin;

    public string Message { get; } = context.MessageName;

    public string Table { get; } = context.PrimaryEntityName;

    public Guid Id { get; } = context.PrimaryEntityId;

    public int Stage { get; } = context.Stage;

    public int Depth { get; } = context.Depth;

    public double At { get; } = at;

    public double Milliseconds { get; set; }

    public FailureRecord? Failure { get; set; }

    public string Trace { get; set; } = "";

    public List<RequestRecord> Requests { get; } = [];
}
