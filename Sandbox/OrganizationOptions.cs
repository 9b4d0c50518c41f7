using Microsoft.Xrm.Sdk;
using Sandbox.Network;

namespace Sandbox;

/// <summary>In which order a cascading delete raises its events; the platform documents none.</summary>
public enum CascadeOrder
{
    /// <summary>The children's deletes run before the parent's stage 20.</summary>
    ChildrenFirst,

    /// <summary>The children's deletes run in the parent's main operation: after its stage 20, before its stage 40.</summary>
    ChildrenInMainOperation,
}

/// <summary>When rows of <c>plugintracelog</c> are written.</summary>
public enum TraceLogSetting
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>When the plug-in failed.</summary>
    Exception,

    /// <summary>Always.</summary>
    All,
}

/// <summary>How an organization is opened. The switches stand for behaviour that the platform does not document.</summary>
public sealed record OrganizationOptions
{
    /// <summary>Folder of the database; made when it does not exist.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Base language (LCID) of a new organization.</summary>
    public int BaseLanguage { get; init; } = 1033;

    /// <summary>Name of a new organization.</summary>
    public string Name { get; init; } = "Sandbox";

    /// <summary>Users that exist beside the administrator.</summary>
    public IReadOnlyList<SeedUser> Users { get; init; } = [];

    /// <summary>Order of events in a cascading delete.</summary>
    public CascadeOrder CascadeOrder { get; init; } = CascadeOrder.ChildrenInMainOperation;

    /// <summary>Whether a block upload into an image or file column raises an Update of the row.</summary>
    public bool BlockUploadRaisesUpdate { get; init; }

    /// <summary>Whether plug-ins find the bytes of an image in <c>Target</c>; if not, its lazy marker says that they were there.</summary>
    public bool ImageBytesInTarget { get; init; } = true;

    /// <summary>Whether an Update that mixes owner or state columns with others is split into several operations.</summary>
    public bool SplitSpecialUpdates { get; init; } = true;

    /// <summary>
    /// Whether an Update of an owner raises Assign too, and one of a state SetState. DP/special-update-operation-behavior says so of workflows and nothing of plug-ins.
    /// </summary>
    public bool UpdateRaisesAssignAndSetState { get; init; }

    /// <summary>
    /// The organization's clock: every time it stores, hands to plug-ins or compares with in a query is read from it. Only the life of begun uploads
    /// and the time limit of operations are real time.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long an operation with all its synchronous plug-ins may run.</summary>
    public TimeSpan PluginTimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After how many abandoned plug-in threads the organization takes no more requests.</summary>
    public int AbandonedThreadLimit { get; init; } = 4;

    /// <summary>When plug-in traces are kept.</summary>
    public TraceLogSetting TraceLog { get; init; } = TraceLogSetting.Exception;

    /// <summary>Told of each request that a plug-in makes, before it runs: how tests and benchmarks count them.</summary>
    public Action<OrganizationRequest>? PluginRequest { get; init; }

    /// <summary>What plug-ins can reach; nothing, unless said otherwise.</summary>
    public NetworkOptions Network { get; init; } = NetworkOptions.Offline;

    /// <summary>Whether asynchronous steps run by themselves; if not, only <see cref="AsyncQueue.DrainAsync"/> runs them.</summary>
    public bool RunAsyncSteps { get; init; } = true;
}

/// <summary>A user that a new organization starts with.</summary>
/// <param name="Id">Id.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Language">Language of the user interface (LCID).</param>
/// <param name="Roles">Names of the security roles the user holds, as far as they are imported.</param>
public sealed record SeedUser(Guid Id, string FullName, int Language, IReadOnlyList<string> Roles);
