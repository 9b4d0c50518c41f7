using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Plugins.Tests.Cases;

namespace Plugins.Tests.Pipeline;

/// <summary>Any organization that has the solution, known by its requests alone. What was made in it is deleted at the end.</summary>
internal sealed class SmokeOrganization(Func<OrganizationRequest, OrganizationResponse> execute) : IDisposable
{
    /// <summary>Tables whose rows hang on an offer and go with it.</summary>
    public static readonly string[] Children =
    [
        Trial.Table, SupportLink.Table, MarketingAsset.Table, Plan.Table, Judgement.Table, StoredProbe.Table, ChecklistItem.Table, StoredChange.Table,
        Snapshot.Table, Certification.Table,
    ];

    private readonly List<Guid> _offers = [];

    public Guid UserId => (Guid)execute(new OrganizationRequest("WhoAmI"))["UserId"];

    public Guid Create(Entity row)
    {
        var id = (Guid)execute(new CreateRequest { Target = row })["id"];
        if (row.LogicalName == Offer.Table)
        {
            _offers.Add(id);
        }

        return id;
    }

    public void Update(Entity row) => execute(new UpdateRequest { Target = row });

    public void Delete(Guid offer)
    {
        execute(new DeleteRequest { Target = new EntityReference(Offer.Table, offer) });
        _offers.Remove(offer);
    }

    public IReadOnlyList<Entity> Query(string table, string column, object value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return [.. ((EntityCollection)execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"]).Entities];
    }

    /// <summary>All that is said of a request which the organization refuses.</summary>
    public static string Refusal(Action request)
    {
        var messages = new List<string>();
        for (var e = Assert.ThrowsAny<Exception>(request); e != null; e = e.InnerException)
        {
            messages.Add(e.Message);
        }

        return string.Join('\n', messages);
    }

    /// <summary>The offer's rows as they are now, for the steps that are compiled in here, and the settings of who asks.</summary>
    public FakeOrganization CopyOf(Guid offer)
    {
        while (true)
        {
            var copy = new FakeOrganization();
            var before = Row(offer);
            var settings = Query("usersettings", "systemuserid", UserId).Single();
            copy.Add("usersettings", FakeStep.Person, "uilanguageid", settings["uilanguageid"]);
            foreach (var row in Children.SelectMany(table => Query(table, Trial.OfferId, offer)).Concat(Query(OwnRequirement.Table, "statecode", 0)).Append(before))
            {
                copy.Add(row.LogicalName, row.Id, [.. row.Attributes.SelectMany(value => new[] { value.Key, value.Value })]);
            }

            // A probe may have ended meanwhile.
            if (Equals(before[Offer.ModifiedOn], Row(offer)[Offer.ModifiedOn]))
            {
                return copy;
            }
        }
    }

    /// <summary>The stored checklist is what the rules give: evaluated here once more, from the same rows, nothing is left to write.</summary>
    public void AssertEvaluated(Guid offer)
    {
        var copy = CopyOf(offer);
        var writes = new List<string>();
        copy.During = request =>
        {
            if (request is UpdateRequest update)
            {
                writes.AddRange(update.Target.RelatedEntities.Values.SelectMany(rows => rows.Entities).Append(update.Target)
                    .SelectMany(row => row.Attributes.Select(value => $"{row.LogicalName} {row.Id}: {value.Key} = {value.Value}")));
            }
        };

        new FakeStep(copy, "Update", Offer.Table, offer, 40).With(Offer.Name, "x").Run(new Evaluate());

        Assert.True(writes.Count == 0, "The rules give other values:\n" + string.Join('\n', writes));
        Assert.Equal(["Retrieve rdy_offer", "Query rdy_requirement"], copy.Requests);
    }

    public Entity Row(Guid offer) => Query(Offer.Table, Offer.Id, offer).Single();

    public void Dispose() => _offers.ToList().ForEach(Delete);
}
