using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Plugins.Tests.Cases;

/// <summary>One call of a step, as the platform would hand it over.</summary>
internal sealed class FakeStep : IServiceProvider, IPluginExecutionContext, ITracingService
{
    /// <summary>When every step runs that is told nothing else.</summary>
    public static readonly DateTime Present = new DateTime(2027, 3, 3, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>Who calls every step.</summary>
    public static readonly Guid Person = new Guid("00000000-0000-0000-0000-0000000000aa");

    public FakeStep(FakeOrganization organization, string message, string table, Guid id, int stage)
    {
        Organization = organization;
        MessageName = message;
        PrimaryEntityName = table;
        PrimaryEntityId = id;
        Stage = stage;
    }

    public FakeOrganization Organization { get; }

    public List<string> Traces { get; } = new List<string>();

    public string MessageName { get; }

    public string PrimaryEntityName { get; }

    public Guid PrimaryEntityId { get; }

    public int Stage { get; }

    public IPluginExecutionContext? ParentContext { get; set; }

    public ParameterCollection InputParameters { get; } = new ParameterCollection();

    public ParameterCollection OutputParameters { get; } = new ParameterCollection();

    public ParameterCollection SharedVariables { get; } = new ParameterCollection();

    public EntityImageCollection PreEntityImages { get; } = new EntityImageCollection();

    public EntityImageCollection PostEntityImages { get; } = new EntityImageCollection();

    public Guid InitiatingUserId => Person;

    public Guid UserId => InitiatingUserId;

    public Guid CorrelationId { get; } = new Guid("00000000-0000-0000-0000-00000000c0de");

    public Guid OrganizationId { get; } = new Guid("00000000-0000-0000-0000-0000000000bb");

    public int Depth => 1;

    public int Mode => 0;

    public int IsolationMode => 2;

    public bool IsInTransaction => Stage != 10;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public Guid BusinessUnitId => Guid.Empty;

    public DateTime OperationCreatedOn { get; set; } = Present;

    public Guid OperationId => Guid.Empty;

    public string OrganizationName => "Fake";

    public EntityReference? OwningExtension => null;

    public Guid? RequestId => null;

    public string? SecondaryEntityName => null;

    public Entity Target => (Entity)InputParameters["Target"];

    public FakeStep With(params object?[] columnsAndValues)
    {
        var target = new Entity(PrimaryEntityName, PrimaryEntityId);
        for (var i = 0; i < columnsAndValues.Length; i += 2)
        {
            target[(string)columnsAndValues[i]!] = columnsAndValues[i + 1];
        }

        InputParameters["Target"] = target;
        return this;
    }

    public FakeStep Before(params object?[] columnsAndValues)
    {
        var image = new Entity(PrimaryEntityName, PrimaryEntityId);
        for (var i = 0; i < columnsAndValues.Length; i += 2)
        {
            image[(string)columnsAndValues[i]!] = columnsAndValues[i + 1];
        }

        PreEntityImages["PreImage"] = image;
        return this;
    }

    public FakeStep Inside(FakeStep parent)
    {
        ParentContext = parent;
        return this;
    }

    public FakeStep Run(IPlugin plugin)
    {
        plugin.Execute(this);
        return this;
    }

    /// <summary>The message with which the step refuses.</summary>
    public string Refusal(IPlugin plugin)
    {
        try
        {
            plugin.Execute(this);
        }
        catch (InvalidPluginExecutionException e)
        {
            return e.Message;
        }

        throw new InvalidOperationException("The step refused nothing.");
    }

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IOrganizationServiceFactory) ? Organization : serviceType.IsInstanceOfType(this) ? this : null;

    public void Trace(string format, params object[] args) => Traces.Add(string.Format(CultureInfo.InvariantCulture, format, args));
}
