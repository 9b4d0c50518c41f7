using Microsoft.Xrm.Sdk;
using Packager.Model;

namespace Sandbox.Pipeline;

/// <summary>A step ready to run.</summary>
internal sealed class Step(StepModel model, IPlugin plugin)
{
    private readonly HashSet<string>? _filter =
        model.FilteringAttributes.Count == 0 ? null : new HashSet<string>(model.FilteringAttributes, StringComparer.Ordinal);

    public StepModel Model { get; } = model;

    public IPlugin Plugin { get; } = plugin;

    public IReadOnlyList<StepImageModel> PreImages { get; } = [.. model.Images.Where(image => image.Type is 0 or 2)];

    public IReadOnlyList<StepImageModel> PostImages { get; } = [.. model.Images.Where(image => image.Type is 1 or 2)];

    /// <summary>Whether one of the filtering attributes was in the request.</summary>
    public bool Concerns(IReadOnlySet<string>? requested) => _filter is null || requested is null || _filter.Overlaps(requested);
}

/// <summary>The steps of one message on one table, in the order they run.</summary>
internal sealed class StepSet
{
    public static StepSet None { get; } = new([]);

    private readonly Step[] _preValidation;
    private readonly Step[] _preOperation;
    private readonly Step[] _postOperation;

    public StepSet(IReadOnlyList<Step> steps)
    {
        _preValidation = Of(steps, 10);
        _preOperation = Of(steps, 20);
        _postOperation = Of(steps, 40);
        Asynchronous = [.. steps.Where(step => step.Model.IsAsync).OrderBy(step => step.Model.Rank)];
        NeedsPreImages = steps.Any(step => step.PreImages.Count > 0);
        IsEmpty = steps.Count == 0;
    }

    public bool IsEmpty { get; }

    public bool NeedsPreImages { get; }

    public IReadOnlyList<Step> Asynchronous { get; }

    public IEnumerable<Step> All => [.. _preValidation, .. _preOperation, .. _postOperation, .. Asynchronous];

    public Step[] Synchronous(int stage) => stage switch { 10 => _preValidation, 20 => _preOperation, _ => _postOperation };

    private static Step[] Of(IEnumerable<Step> steps, int stage) =>
        [.. steps.Where(step => !step.Model.IsAsync && step.Model.Stage == stage).OrderBy(step => step.Model.Rank)];
}

/// <summary>All registered steps by message and table.</summary>
internal sealed class StepTable
{
    private readonly Dictionary<(string Message, string Table), StepSet> _sets = [];
    private readonly Dictionary<string, StepSet> _anyTable = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Step> _byId = [];
    private readonly Dictionary<string, IPlugin> _mainOperations = new(StringComparer.Ordinal);

    public StepTable(IReadOnlyList<SolutionModel> solutions, PluginTypes plugins)
    {
        foreach (var model in solutions.SelectMany(solution => solution.Steps))
        {
            if (plugins.Find(model.PluginTypeId, model.PluginTypeName) is { } type)
                _byId[model.Id] = new Step(model, PluginTypes.Create(type, model.Configuration));
        }

        var general = _byId.Values.Where(step => step.Model.Table is null).ToLookup(step => step.Model.Message, StringComparer.Ordinal);
        foreach (var group in _byId.Values.Where(step => step.Model.Table is not null).GroupBy(step => (step.Model.Message, step.Model.Table!)))
            _sets[group.Key] = new StepSet([.. group, .. general[group.Key.Message]]);
        foreach (var group in general) _anyTable[group.Key] = new StepSet([.. group]);

        RaisesReads = _byId.Values.Any(step => step.Model.Message is "Retrieve" or "RetrieveMultiple");
        foreach (var api in solutions.SelectMany(solution => solution.CustomApis))
        {
            if (api.PluginTypeId is { } id && plugins.Find(id, null) is { } type)
                _mainOperations[api.UniqueName] = PluginTypes.Create(type, null);
        }
    }

    /// <summary>Whether reading raises steps anywhere.</summary>
    public bool RaisesReads { get; }

    public StepSet For(string message, string table) =>
        _sets.TryGetValue((message, table), out var set) || _anyTable.TryGetValue(message, out set) ? set : StepSet.None;

    public Step? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The plug-in that is the main operation of a custom API.</summary>
    public IPlugin? MainOperationOf(string api) => _mainOperations.GetValueOrDefault(api);
}
