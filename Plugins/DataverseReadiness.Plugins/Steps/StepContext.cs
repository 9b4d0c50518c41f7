using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>One call of one step: what the platform handed over, in the words of this solution.</summary>
public sealed class StepContext
{
    private readonly IPluginExecutionContext _context;
    private readonly ITracingService? _tracing;
    private readonly IOrganizationServiceFactory _factory;
    private IOrganizationService? _system;

    public StepContext(IServiceProvider provider)
    {
        _context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext))!;
        _tracing = (ITracingService?)provider.GetService(typeof(ITracingService));
        _factory = (IOrganizationServiceFactory)provider.GetService(typeof(IOrganizationServiceFactory))!;
    }

    public string Message => _context.MessageName;

    public string Table => _context.PrimaryEntityName;

    public int Stage => _context.Stage;

    public int Depth => _context.Depth;

    public Guid CorrelationId => _context.CorrelationId;

    public Guid OrganizationId => _context.OrganizationId;

    /// <summary>The present in UTC as the platform has it: when it took up the request.</summary>
    public DateTime Now => _context.OperationCreatedOn == default ? DateTime.UtcNow : _context.OperationCreatedOn.ToUniversalTime();

    /// <summary>The person who called, whatever user the step runs as.</summary>
    public Guid PersonId => _context.InitiatingUserId;

    /// <summary>Empty in stages 10 and 20 of a Create that brings no id.</summary>
    public Guid RowId => _context.PrimaryEntityId;

    public ParameterCollection Inputs => _context.InputParameters;

    public ParameterCollection Outputs => _context.OutputParameters;

    /// <summary>Shared with the other steps of the same operation.</summary>
    public ParameterCollection Shared => _context.SharedVariables;

    /// <summary>The columns sent, on Create and Update; null otherwise.</summary>
    public Entity? Target => Inputs.Contains("Target") ? Inputs["Target"] as Entity : null;

    /// <summary>The row as it was, with the columns of the registered image; null where none is registered.</summary>
    public Entity? Before => _context.PreEntityImages.Contains(Image) ? _context.PreEntityImages[Image] : null;

    /// <summary>Acts as the system: results are written whatever the person may do.</summary>
    public IOrganizationService System => _system ??= _factory.CreateOrganizationService(null);

    /// <summary>Acts as the user who called: reads only what that user may read.</summary>
    public IOrganizationService Caller => _factory.CreateOrganizationService(_context.InitiatingUserId);

    /// <summary>The team's requirements. What a step reads before the write is still right for those after it.</summary>
    public IReadOnlyList<TeamRequirementFact> Requirements
    {
        get
        {
            if (!Shared.Contains(OwnRequirementRows) || Shared[OwnRequirementRows] is not EntityCollection rows)
            {
                rows = OwnRequirements.Read(System);
                if (Stage == (int)StageEnum.PreOperation)
                {
                    Shared[OwnRequirementRows] = rows;
                }
            }

            return OwnRequirements.Of(rows);
        }
    }

    private const string OwnRequirementRows = "DataverseReadiness.Requirements";

    /// <summary>Alias of the pre-image of every step that has one.</summary>
    public const string Image = "PreImage";

    public void Trace(string text) => _tracing?.Trace("{0}", text);

    /// <summary>Whether it was called for what it is registered for; if not, says so in the trace.</summary>
    public bool Is(bool expected)
    {
        if (!expected)
        {
            Trace($"Not registered for {Message} of {Table} in stage {Stage}; nothing is done.");
        }

        return expected;
    }

    /// <summary>Writes to a row so that steps raised by the write know whose it is.</summary>
    public void WriteAs(OwnWrite writer, EntityReference row, Action write)
    {
        var key = KeyOf(row.LogicalName, row.Id);
        Shared[key] = writer.ToString();
        try
        {
            write();
        }
        finally
        {
            Shared.Remove(key);
        }
    }

    /// <summary>Which of our own steps caused this operation by writing to its row; null when it was someone else.</summary>
    public OwnWrite? Writer => WriterOf(Table, RowId);

    /// <summary>Whether this operation belongs to the deletion of the row: a cascade runs inside it.</summary>
    public bool IsPartOfDeleting(EntityReference row)
    {
        for (var parent = _context.ParentContext; parent != null; parent = parent.ParentContext)
        {
            if (parent.MessageName == "Delete" && parent.PrimaryEntityName == row.LogicalName && parent.PrimaryEntityId == row.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Language of the person, asked only where a message has to be shown; English where it is not known.</summary>
    public int PersonsLanguage()
    {
        var query = new QueryExpression("usersettings") { ColumnSet = new ColumnSet("uilanguageid") };
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, PersonId);
        var rows = System.RetrieveMultiple(query).Entities;
        var language = rows.Count == 0 ? 0 : rows[0].GetAttributeValue<int>("uilanguageid");
        return language == 0 ? Texts.English : language;
    }

    /// <summary>Whether one of our own steps caused this operation, by writing to its row or to one that the row hangs on.</summary>
    public bool IsOwn
    {
        get
        {
            for (var context = _context.ParentContext; context != null; context = context.ParentContext)
            {
                if (context.SharedVariables.Keys.Any(key => key.StartsWith(Writing, StringComparison.Ordinal)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private const string Writing = "DataverseReadiness.Writing.";

    private static string KeyOf(string table, Guid id) => $"{Writing}{table}.{id:D}";

    private OwnWrite? WriterOf(string table, Guid id)
    {
        var key = KeyOf(table, id);
        for (var context = _context.ParentContext; context != null; context = context.ParentContext)
        {
            if (context.SharedVariables.Contains(key) && Enum.TryParse<OwnWrite>(context.SharedVariables[key] as string, out var writer))
            {
                return writer;
            }
        }

        return null;
    }
}
