using System.Globalization;
using DataverseReadiness.Plugins.Names;
using FakeXrmEasy.Abstractions;
using FakeXrmEasy.Abstractions.Enums;
using FakeXrmEasy.Middleware;
using FakeXrmEasy.Middleware.Crud;
using FakeXrmEasy.Plugins;
using Microsoft.Xrm.Sdk;
using Plugins.Tests.Cases;
using Plugins.Tests.Pipeline;

namespace Live.Tests;

/// <summary>The same row in FakeXrmEasy and in our own fake: a step runs on both and must say and store the same.</summary>
internal sealed class TwoFakes
{
    /// <summary>Which of its licences FakeXrmEasy is used under, by the name it has there: the choice of who runs this.</summary>
    public const string License = "FAKEXRMEASY_LICENSE";

    private readonly FakeOrganization _ours = new();
    private readonly IXrmFakedContext _theirs = MiddlewareBuilder.New().AddCrud().UseCrud()
        .SetLicense(Enum.Parse<FakeXrmEasyLicense>(Environment.GetEnvironmentVariable(License)!)).Build();

    public TwoFakes(Entity row)
    {
        foreach (var table in SmokeOrganization.Children)
        {
            _theirs.AddRelationship(Offer.Table + table[table.IndexOf('_')..], new XrmFakedRelationship(Trial.OfferId, Offer.Id, table, Offer.Table));
        }

        _theirs.Initialize(row);
        _ours.Add(row.LogicalName, row.Id, [.. row.Attributes.SelectMany(value => new[] { value.Key, value.Value })]);
    }

    /// <summary>The sentence with which the step refuses; null when it does not.</summary>
    public string? Run<T>(string message, int stage, Entity target)
        where T : IPlugin, new()
    {
        var copy = new Entity(target.LogicalName, target.Id);
        copy.Attributes.AddRange(target.Attributes);
        var ours = new FakeStep(_ours, message, target.LogicalName, target.Id, stage);
        ours.InputParameters["Target"] = copy;
        var theirs = _theirs.GetDefaultPluginContext();
        theirs.MessageName = message;
        theirs.Stage = stage;
        theirs.InputParameters["Target"] = target;
        theirs.InitiatingUserId = FakeStep.Person;
        theirs.CorrelationId = ours.CorrelationId;
        theirs.OperationCreatedOn = FakeStep.Present;

        var expected = Refusal(() => new T().Execute(ours));
        var actual = Refusal(() => _theirs.ExecutePluginWith<T>(theirs));

        Assert.Equal(expected, actual);
        Assert.Equal(copy.Attributes.Select(value => Text(value.Value)), target.Attributes.Select(value => Text(value.Value)));
        return actual;
    }

    public int Count(string table) => _theirs.CreateQuery(table).Count();

    public void AssertSame(string table, params string[] columns) => Assert.Equal(Lines(_ours.Table(table), columns), Lines(_theirs.CreateQuery(table), columns));

    private static IEnumerable<string> Lines(IEnumerable<Entity> rows, string[] columns) =>
        rows.Select(row => string.Join(" | ", columns.Select(column => Text(row.GetAttributeValue<object>(column))))).Order(StringComparer.Ordinal);

    private static string? Text(object? value) => value switch
    {
        OptionSetValue choice => Text(choice.Value),
        EntityReference reference => Text(reference.Id),
        DateTime moment => moment.ToString("s", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string? Refusal(Action run) =>
        Record.Exception(run) is { } refusal ? Assert.IsType<InvalidPluginExecutionException>(refusal).Message : null;
}
