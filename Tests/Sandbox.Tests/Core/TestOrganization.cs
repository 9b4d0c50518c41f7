using System.Collections.Concurrent;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

/// <summary>An organization of a folder of its own with the test solution, whose steps run scripts of the test.</summary>
internal sealed class TestOrganization : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-organization-").FullName;
    private readonly string _key = "sandbox-" + Guid.NewGuid().ToString("N");
    private readonly Func<OrganizationOptions, OrganizationOptions> _configure;
    private readonly ConcurrentDictionary<string, Action<PluginCall>> _scripts = new();

    public TestOrganization(params StepSpec[] steps)
        : this(options => options, steps)
    {
    }

    public TestOrganization(Func<OrganizationOptions, OrganizationOptions> configure, params StepSpec[] steps)
    {
        _configure = configure;
        AppDomain.CurrentDomain.SetData(_key, (Action<string, IServiceProvider>)Run);
        Zip = TestSolution.Pack(_key, steps);
        Inner = Open();
        Inner.Import(new MemoryStream(Zip));
    }

    public Organization Inner { get; private set; }

    public byte[] Zip { get; }

    public string Folder => _folder;

    public string Key => _key;

    /// <summary>What the steps did, in order.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    public OrganizationOptions Options => _configure(new OrganizationOptions { DataFolder = _folder, RunAsyncSteps = false });

    /// <summary>Says what a step does when it runs.</summary>
    public TestOrganization On(string step, Action<PluginCall> script)
    {
        _scripts[step] = script;
        return this;
    }

    public Guid Create(string table, params (string Column, object? Value)[] values) =>
        ((CreateResponse)Execute(new CreateRequest { Target = Row(table, Guid.Empty, values) })).id;

    public void Update(string table, Guid id, params (string Column, object? Value)[] values) =>
        Execute(new UpdateRequest { Target = Row(table, id, values) });

    public void Delete(string table, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(table, id) });

    public Entity Retrieve(string table, Guid id, params string[] columns) =>
        ((RetrieveResponse)Execute(new RetrieveRequest { Target = new EntityReference(table, id), ColumnSet = new ColumnSet(columns) })).Entity;

    public EntityCollection Query(QueryBase query, Caller? caller = null) =>
        ((RetrieveMultipleResponse)Execute(new RetrieveMultipleRequest { Query = query }, caller)).EntityCollection;

    public int Count(string table) => Query(new QueryExpression(table)).Entities.Count;

    public OrganizationResponse Execute(OrganizationRequest request, Caller? caller = null) => Inner.Execute(request, caller ?? Inner.DefaultCaller);

    public OrganizationFault Fault(Action action) => Assert.Throws<OrganizationFault>(action);

    /// <summary>Closes and opens again, as a restart does.</summary>
    public void Reopen()
    {
        Inner.Dispose();
        Inner = Open();
    }

    public static Entity Row(string table, Guid id, params (string Column, object? Value)[] values)
    {
        var row = new Entity(table, id);
        foreach (var (column, value) in values) row[column] = value;
        return row;
    }

    public void Dispose()
    {
        Inner.Dispose();
        AppDomain.CurrentDomain.SetData(_key, null);
        Directory.Delete(_folder, recursive: true);
    }

    private Organization Open() => Organization.Open(Options);

    private void Run(string configuration, IServiceProvider services)
    {
        var call = new PluginCall(services);
        var step = configuration[(configuration.IndexOf('|', StringComparison.Ordinal) + 1)..];
        Log.Enqueue($"{step} {call.Context.Stage} d{call.Context.Depth}");
        if (_scripts.TryGetValue(step, out var script)) script(call);
    }
}

/// <summary>One run of a step.</summary>
internal sealed class PluginCall(IServiceProvider services)
{
    public IPluginExecutionContext4 Context { get; } = (IPluginExecutionContext4)services.GetService(typeof(IPluginExecutionContext4))!;

    public ITracingService Tracing { get; } = (ITracingService)services.GetService(typeof(ITracingService))!;

    public IOrganizationService System => Factory.CreateOrganizationService(null);

    public IOrganizationService User => Factory.CreateOrganizationService(Guid.Empty);

    public Entity Target => (Entity)Context.InputParameters["Target"];

    public object? Service(Type type) => services.GetService(type);

    private IOrganizationServiceFactory Factory { get; } = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!;
}
