using Microsoft.Xrm.Sdk;
using Sandbox.Messages;
using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>One raising of an event: its contexts, its images, its steps.</summary>
internal sealed class EventRun
{
    private static readonly Entity NoRow = new();

    private readonly Scope _scope;
    private readonly string _message;
    private readonly TableSchema? _table;
    private readonly StepSet _steps;
    private readonly IReadOnlySet<string>? _requested;
    private readonly Guid _operationId = Guid.NewGuid();
    private readonly DateTime _createdOn;
    private readonly ParameterCollection _shared = [];
    private readonly IReadOnlyList<Guid>? _rows;
    private Entity[]? _before;

    /// <param name="scope">Where the request comes from.</param>
    /// <param name="message">Message.</param>
    /// <param name="table">Table; null for a message without.</param>
    /// <param name="id">The row; empty where there is none.</param>
    /// <param name="input">Input parameters, which plug-ins may change.</param>
    /// <param name="requested">Columns of the request, for filtering attributes; null when they play no part.</param>
    /// <param name="rows">The rows of a bulk message, in the order of its targets; null for a single one.</param>
    public EventRun(
        Scope scope, string message, TableSchema? table, Guid id, ParameterCollection input, IReadOnlySet<string>? requested = null, IReadOnlyList<Guid>? rows = null)
    {
        (_scope, _message, _table, Id, Input, _requested, _rows) = (scope, message, table, id, input, requested, rows);
        _createdOn = scope.Engine.Now;
        _steps = scope.State.Steps.For(message, table?.Name ?? "none");
        var outerShared = new ParameterCollection();
        if (input.TryGetValue("tag", out var tag) && tag is string)
        {
            outerShared["tag"] = tag;
            _shared["tag"] = tag;
        }

        // What stage 10 shares is found by stages 20 and 40 in the parent context.
        Outer = Context(10, outerShared, scope.Parent, pre: null, post: null, step: null);
    }

    public Guid Id { get; }

    public ParameterCollection Input { get; }

    public ParameterCollection Output { get; } = [];

    /// <summary>The context that requests made on behalf of this operation have as their parent.</summary>
    public PluginContext Outer { get; }

    /// <summary>Runs stage 10.</summary>
    public void PreValidate() => RunStage(10);

    /// <summary>Runs stage 20, and takes the images that later stages want before the row changes.</summary>
    public void PreOperate()
    {
        RunStage(20);
        if (_steps.NeedsPreImages) Before();
    }

    /// <summary>Runs stage 40 and queues the asynchronous steps.</summary>
    public void PostOperate()
    {
        RunStage(40);
        foreach (var step in _steps.Asynchronous)
        {
            if (step.Concerns(_requested)) _scope.Engine.Async.Enqueue(_scope, step, StepContext(step, 40));
        }
    }

    /// <summary>Runs the main operation of a custom API.</summary>
    public void RunMain(IPlugin plugin)
    {
        var context = Context(30, _shared, Outer, pre: null, post: null, step: null);
        _scope.Operation.Run(plugin, new PluginServices(_scope.Operation, context, Guid.Empty));
    }

    private void RunStage(int stage)
    {
        foreach (var step in _steps.Synchronous(stage))
        {
            if (!step.Concerns(_requested)) continue;
            var context = StepContext(step, stage);
            _scope.Operation.Run(step.Plugin, new PluginServices(_scope.Operation, context, step.Model.Id));
        }
    }

    private PluginContext StepContext(Step step, int stage)
    {
        var pre = Rows.Select((_, index) => PreImages(step, index)).ToArray();
        var post = Rows.Select(row => stage == 40 ? PostImages(step, row) : []).ToArray();
        return Context(stage, stage == 10 ? Outer.SharedVariables : _shared, stage == 10 ? _scope.Parent : Outer, pre, post, step);
    }

    private IReadOnlyList<Guid> Rows => _rows ?? [Id];

    private EntityImageCollection PreImages(Step step, int index)
    {
        var images = new EntityImageCollection();
        foreach (var image in step.PreImages)
        {
            if (Before()[index] is var row && row != NoRow) images[image.Alias] = Project(row, image.Attributes);
        }

        return images;
    }

    private EntityImageCollection PostImages(Step step, Guid id)
    {
        var images = new EntityImageCollection();
        if (_table is not { } table) return images;
        foreach (var image in step.PostImages)
        {
            if (ReadRow(table, id, image.Attributes) is { } row) images[image.Alias] = row;
        }

        return images;
    }

    private PluginContext Context(
        int stage, ParameterCollection shared, IPluginExecutionContext? parent, EntityImageCollection[]? pre, EntityImageCollection[]? post, Step? step) =>
        new()
        {
            Stage = stage,
            MessageName = _message,
            PrimaryEntityName = _table?.Name ?? "none",
            PrimaryEntityId = Id,
            Depth = _scope.Depth,
            UserId = _scope.User.Id,
            InitiatingUserId = _scope.InitiatingUserId,
            BusinessUnitId = _scope.User.BusinessUnitId,
            OrganizationId = _scope.Engine.OrganizationId,
            OrganizationName = _scope.Engine.OrganizationName,
            CorrelationId = _scope.Operation.CorrelationId,
            OperationId = _operationId,
            OperationCreatedOn = _createdOn,
            IsInTransaction = _scope.Operation.IsTransactional,
            InputParameters = Input,
            OutputParameters = Output,
            SharedVariables = shared,
            ParentContext = parent,
            PreEntityImages = _rows is null && pre is not null ? pre[0] : [],
            PostEntityImages = _rows is null && post is not null ? post[0] : [],
            BulkPreImages = _rows is null ? null : pre,
            BulkPostImages = _rows is null ? null : post,
            Mode = step?.Model.IsAsync == true ? 1 : 0,
            OwningExtension = step is null ? null : new EntityReference("sdkmessageprocessingstep", step.Model.Id) { Name = step.Model.Name },
        };

    // Read once for all steps, with the columns any of them wants.
    private Entity[] Before()
    {
        if (_before is not null) return _before;
        if (_table is not { } table || _message is "Create" or "CreateMultiple") return _before = [.. Rows.Select(_ => NoRow)];
        var images = _steps.All.SelectMany(step => step.PreImages).ToList();
        IReadOnlyList<string> columns = images.Any(image => image.Attributes.Count == 0)
            ? []
            : [.. images.SelectMany(image => image.Attributes).Distinct()];
        return _before = [.. Rows.Select(row => row == Guid.Empty ? NoRow : ReadRow(table, row, columns) ?? NoRow)];
    }

    private Entity? ReadRow(TableSchema table, Guid id, IReadOnlyList<string> columns) =>
        _scope.Operation.Read(connection => RowReader.Find(connection, _scope, table, id, columns));

    private static Entity Project(Entity row, IReadOnlyList<string> columns)
    {
        var image = new Entity(row.LogicalName, row.Id);
        foreach (var (name, value) in row.Attributes)
        {
            if (columns.Count == 0 || columns.Contains(name)) image[name] = value;
        }

        foreach (var (name, text) in row.FormattedValues)
        {
            if (image.Contains(name)) image.FormattedValues[name] = text;
        }

        return image;
    }
}
