using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

public sealed class RowTests : IDisposable
{
    private readonly TestOrganization _organization = new();

    public static TheoryData<string, object, int> Refused => new()
    {
        { "tst_nothing", "x", ErrorCodes.NoAttribute },
        { "tst_score", "5", ErrorCodes.InvalidArgument },
        { "tst_score", 101, ErrorCodes.NumberOutOfRange },
        { "tst_score", -1, ErrorCodes.NumberOutOfRange },
        { "tst_rate", 100000000001m, ErrorCodes.NumberOutOfRange },
        { "tst_website", new string('x', 201), ErrorCodes.StringLengthTooLong },
        { "tst_kind", new OptionSetValue(7), ErrorCodes.PicklistValueOutOfRange },
        { "tst_tags", new OptionSetValueCollection([new OptionSetValue(543210000), new OptionSetValue(7)]), ErrorCodes.PicklistValueOutOfRange },
        { "statuscode", new OptionSetValue(7), ErrorCodes.PicklistValueOutOfRange },
        { "tst_parentid", "no id", ErrorCodes.InvalidArgument },
        { "ownerid", new EntityReference("systemuser", Guid.NewGuid()), ErrorCodes.ObjectDoesNotExist },
        { "ownerid", new EntityReference("tst_child", Guid.NewGuid()), ErrorCodes.InvalidArgument },
        { "tst_dueon", new DateTime(1700, 1, 1), ErrorCodes.NumberOutOfRange },
    };

    public void Dispose() => _organization.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_impossible_value_is_refused_with_the_platforms_code(string column, object value, int code)
    {
        var fault = _organization.Fault(() => _organization.Create("tst_parent", ("tst_name", "A"), (column, value)));

        Assert.Equal(code, fault.Code);
        Assert.Contains(column == "ownerid" && code == ErrorCodes.ObjectDoesNotExist ? "SystemUser" : column, fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _organization.Count("tst_parent"));
    }

    [Fact]
    public void A_row_is_not_made_in_the_status_of_another_state() =>
        Assert.Equal(ErrorCodes.InvalidStateCodeStatusCode, _organization.Fault(() =>
            _organization.Create("tst_parent", ("tst_name", "A"), ("statuscode", new OptionSetValue(2)))).Code);

    [Theory]
    [InlineData("tst_score", 0)]
    [InlineData("tst_score", 100)]
    public void The_edges_of_a_range_are_within_it(string column, object value) =>
        _organization.Create("tst_parent", ("tst_name", "A"), (column, value));

    [Fact]
    public void Values_come_back_as_they_were_stored()
    {
        (string Column, object? Value)[] values =
        [
            ("tst_name", "Åsa's \"row\"; DROP TABLE tst_parent; -- \u0001 😀"),
            ("tst_score", 42),
            ("tst_rate", 12345678901.23m),
            ("tst_islisted", true),
            ("tst_kind", new OptionSetValue(543210001)),
            ("tst_dueon", new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc)),
            ("tst_summary", new string('ö', 4000)),
        ];
        var tags = new OptionSetValueCollection([new OptionSetValue(543210001), new OptionSetValue(543210000)]);

        var parent = _organization.Create("tst_parent", [.. values, ("tst_tags", tags)]);
        var child = _organization.Create("tst_child", ("tst_number", "C"), ("tst_parentid", new EntityReference("tst_parent", parent)));

        var row = _organization.Retrieve("tst_parent", parent, [.. values.Select(value => value.Column), "tst_tags"]);
        Assert.All(values, value => Assert.Equal(value.Value, row[value.Column]));
        Assert.Equal([543210000, 543210001], ((OptionSetValueCollection)row["tst_tags"]).Select(option => option.Value));
        Assert.Equal("Inside; Outside", row.FormattedValues["tst_tags"]);
        var lookup = _organization.Retrieve("tst_child", child, "tst_parentid").GetAttributeValue<EntityReference>("tst_parentid");
        Assert.Equal((parent, values[0].Value), (lookup.Id, lookup.Name));
    }

    [Fact]
    public void Formatted_values_are_in_the_language_of_the_caller()
    {
        var swede = Guid.NewGuid();
        using var organization = new TestOrganization(options => options with { Users = [new SeedUser(swede, "Sven Svensson", 1053, ["Test Author"])] });
        var id = organization.Create("tst_parent", ("tst_name", "A"), ("tst_kind", new OptionSetValue(543210000)),
            ("tst_dueon", new DateTime(2024, 2, 29)), ("tst_rate", 1234.5m), ("ownerid", new EntityReference("systemuser", swede)));
        var request = new RetrieveRequest
        {
            Target = new EntityReference("tst_parent", id),
            ColumnSet = new ColumnSet("tst_kind", "tst_dueon", "tst_rate", "ownerid"),
        };

        var english = ((RetrieveResponse)organization.Execute(request)).Entity.FormattedValues;
        var swedish = ((RetrieveResponse)organization.Execute(request, new Caller(swede))).Entity.FormattedValues;

        Assert.Equal(("Inside", "2/29/2024", "1,234.50", "Sven Svensson"), (english["tst_kind"], english["tst_dueon"], english["tst_rate"], english["ownerid"]));
        Assert.Equal(("Insida", "2024-02-29"), (swedish["tst_kind"], swedish["tst_dueon"]));
    }

    [Fact]
    public void A_new_row_gets_the_platforms_values()
    {
        var id = _organization.Create("tst_parent", ("tst_name", "A"), ("createdon", new DateTime(2001, 1, 1)), ("tst_website", ""));

        var row = _organization.Retrieve("tst_parent", id, "createdon", "createdby", "ownerid", "owninguser", "owningbusinessunit", "statecode", "statuscode", "versionnumber", "tst_website");

        Assert.InRange(row.GetAttributeValue<DateTime>("createdon"), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(_organization.Inner.DefaultCaller.UserId, row.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(row.GetAttributeValue<EntityReference>("ownerid").Id, row.GetAttributeValue<EntityReference>("owninguser").Id);
        Assert.NotNull(row.GetAttributeValue<EntityReference>("owningbusinessunit"));
        Assert.Equal((0, 1), (row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value));
        Assert.False(row.Contains("tst_website"));
    }

    [Fact]
    public void The_row_version_rises_with_each_change_and_guards_one_that_asks()
    {
        var id = _organization.Create("tst_parent", ("tst_name", "A"));
        var first = _organization.Retrieve("tst_parent", id, "versionnumber");
        _organization.Update("tst_parent", id, ("tst_score", 1));
        var second = _organization.Retrieve("tst_parent", id, "versionnumber");
        Assert.True((long)second["versionnumber"] > (long)first["versionnumber"]);

        UpdateRequest Guarded(string? version) => new()
        {
            Target = new Entity("tst_parent", id) { ["tst_score"] = 2, RowVersion = version },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        };

        Assert.Equal(ErrorCodes.ConcurrencyVersionMismatch, _organization.Fault(() => _organization.Execute(Guarded(first.RowVersion))).Code);
        Assert.Equal(ErrorCodes.ConcurrencyVersionNotProvided, _organization.Fault(() => _organization.Execute(Guarded(null))).Code);
        _organization.Execute(Guarded(second.RowVersion));
    }

    [Fact]
    public void An_alternate_key_is_unique_finds_rows_and_decides_an_upsert()
    {
        var parent = _organization.Create("tst_parent", ("tst_name", "A"));
        var reference = new EntityReference("tst_parent", parent);
        var id = _organization.Create("tst_child", ("tst_parentid", reference), ("tst_number", "n1"));
        var keys = new KeyAttributeCollection { ["tst_parentid"] = reference, ["tst_number"] = "N1" };

        var duplicate = _organization.Fault(() => _organization.Create("tst_child", ("tst_parentid", reference), ("tst_number", "n1")));
        var found = ((RetrieveResponse)_organization.Execute(new RetrieveRequest
        {
            Target = new EntityReference("tst_child", keys),
            ColumnSet = new ColumnSet("tst_number"),
        })).Entity;
        var updated = (UpsertResponse)_organization.Execute(new UpsertRequest { Target = new Entity("tst_child", keys) { ["statuscode"] = new OptionSetValue(2) } });
        var other = new KeyAttributeCollection { ["tst_parentid"] = reference, ["tst_number"] = "n2" };
        var created = (UpsertResponse)_organization.Execute(new UpsertRequest { Target = new Entity("tst_child", other) });

        Assert.Equal(ErrorCodes.DuplicateRecordEntityKey, duplicate.Code);
        Assert.Equal(id, found.Id);
        Assert.Equal((false, id), (updated.RecordCreated, updated.Target.Id));
        Assert.True(created.RecordCreated);
        Assert.Equal("n2", _organization.Retrieve("tst_child", created.Target.Id, "tst_number")["tst_number"]);
        Assert.Equal(ErrorCodes.RecordNotFoundByEntityKey, _organization.Fault(() => _organization.Execute(new RetrieveRequest
        {
            Target = new EntityReference("tst_child", new KeyAttributeCollection { ["tst_parentid"] = reference, ["tst_number"] = "n3" }),
            ColumnSet = new ColumnSet(false),
        })).Code);
    }

    [Fact]
    public void Related_rows_are_made_changed_and_read_with_their_row()
    {
        var relationship = new Relationship("tst_parent_child");
        var target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A"));
        target.RelatedEntities[relationship] = new EntityCollection(
            [TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "one")), TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "two"))]);
        var id = ((CreateResponse)_organization.Execute(new CreateRequest { Target = target })).id;
        var one = Related().Single(row => (string)row["tst_number"] == "one");

        var change = TestOrganization.Row("tst_parent", id, ("tst_score", 1));
        change.RelatedEntities[relationship] = new EntityCollection(
            [TestOrganization.Row("tst_child", one.Id, ("tst_number", "uno")), TestOrganization.Row("tst_child", Guid.Empty, ("tst_number", "three"))]);
        _organization.Execute(new UpdateRequest { Target = change });

        Assert.Equal(["three", "two", "uno"], Related().Select(row => (string)row["tst_number"]));

        IEnumerable<Entity> Related()
        {
            var query = new QueryExpression("tst_child") { ColumnSet = new ColumnSet("tst_number") };
            query.AddOrder("tst_number", OrderType.Ascending);
            return ((RetrieveResponse)_organization.Execute(new RetrieveRequest
            {
                Target = new EntityReference("tst_parent", id),
                ColumnSet = new ColumnSet("tst_name"),
                RelatedEntitiesQuery = new RelationshipQueryCollection { { relationship, query } },
            })).Entity.RelatedEntities[relationship].Entities;
        }
    }

    [Fact]
    public void State_and_status_change_together()
    {
        var id = _organization.Create("tst_parent", ("tst_name", "A"));

        _organization.Update("tst_parent", id, ("statecode", new OptionSetValue(1)));
        Assert.Equal((1, 2), State());
        _organization.Update("tst_parent", id, ("statuscode", new OptionSetValue(543210000)));
        Assert.Equal((0, 543210000), State());
        Assert.Equal(ErrorCodes.InvalidStateCodeStatusCode, _organization.Fault(() =>
            _organization.Update("tst_parent", id, ("statecode", new OptionSetValue(0)), ("statuscode", new OptionSetValue(2)))).Code);

        (int State, int Status) State()
        {
            var row = _organization.Retrieve("tst_parent", id, "statecode", "statuscode");
            return (row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
        }
    }

    [Fact]
    public void A_row_that_is_not_there_faults_in_every_message()
    {
        var nowhere = Guid.NewGuid();

        Assert.Equal(ErrorCodes.ObjectDoesNotExist, _organization.Fault(() => _organization.Retrieve("tst_parent", nowhere)).Code);
        Assert.Equal(ErrorCodes.ObjectDoesNotExist, _organization.Fault(() => _organization.Update("tst_parent", nowhere, ("tst_score", 1))).Code);
        Assert.Equal(ErrorCodes.ObjectDoesNotExist, _organization.Fault(() => _organization.Delete("tst_parent", nowhere)).Code);
        Assert.Equal(ErrorCodes.NoEntity, _organization.Fault(() => _organization.Create("tst_nothing")).Code);
        Assert.Contains("'Frobnicate'", _organization.Fault(() => _organization.Execute(new OrganizationRequest("Frobnicate"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_would_be_passed_over_is_refused_by_name()
    {
        var request = new CreateRequest
        {
            Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A")),
            Parameters = { ["BypassBusinessLogicExecution"] = "CustomSync" },
        };

        Assert.Contains("'BypassBusinessLogicExecution'", _organization.Fault(() => _organization.Execute(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_of_requests_is_all_or_nothing()
    {
        var requests = new OrganizationRequestCollection
        {
            new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "A")) },
            new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "B"), ("tst_score", 1000)) },
        };

        _organization.Fault(() => _organization.Execute(new ExecuteTransactionRequest { Requests = requests }));
        Assert.Equal(0, _organization.Count("tst_parent"));
        requests.RemoveAt(1);
        _organization.Execute(new ExecuteTransactionRequest { Requests = requests });
        Assert.Equal(1, _organization.Count("tst_parent"));
    }

    [Fact]
    public void A_role_limits_what_its_user_reads_and_writes()
    {
        var author = Guid.NewGuid();
        var nobody = Guid.NewGuid();
        using var organization = new TestOrganization(options => options with
        {
            Users = [new SeedUser(author, "Author", 1033, ["Test Author"]), new SeedUser(nobody, "Nobody", 1033, [])],
        });
        var foreign = organization.Create("tst_parent", ("tst_name", "Administrator's"));
        var own = ((CreateResponse)organization.Execute(
            new CreateRequest { Target = TestOrganization.Row("tst_parent", Guid.Empty, ("tst_name", "Own")) }, new Caller(author))).id;

        Assert.Equal(2, organization.Query(new QueryExpression("tst_parent"), new Caller(author)).Entities.Count);
        organization.Execute(new UpdateRequest { Target = TestOrganization.Row("tst_parent", own, ("tst_score", 1)) }, new Caller(author));
        Assert.Equal(ErrorCodes.AccessDenied, organization.Fault(() => organization.Execute(
            new UpdateRequest { Target = TestOrganization.Row("tst_parent", foreign, ("tst_score", 1)) }, new Caller(author))).Code);
        Assert.Equal(ErrorCodes.PrivilegeDenied, organization.Fault(() => organization.Query(new QueryExpression("tst_parent"), new Caller(nobody))).Code);
    }

    [Fact]
    public void Transitions_that_are_declared_are_the_only_ones()
    {
        using var organization = new TestOrganization();
        var zip = TestSolution.Pack(organization.Key, [], "1.0.0.1", folder => TestSolution.Edit(folder, "Entities/tst_Parent/Entity.xml", table =>
            table.Descendants("EnforceStateTransitions").Single().Value = "1"));
        organization.Inner.Import(new MemoryStream(zip));
        Assert.True(organization.Inner.Model.Tables["tst_parent"].EnforcesStateTransitions);
        var status = organization.Inner.Model.Tables["tst_parent"].Columns["statuscode"].Choice!.Options;
        var id = organization.Create("tst_parent", ("tst_name", "A"));

        foreach (var option in status.Where(option => option.Value != 1))
        {
            var allowed = status.Single(from => from.Value == 1).Transitions is not { } declared || declared.Contains(option.Value);
            if (!allowed) organization.Fault(() => organization.Update("tst_parent", id, ("statuscode", new OptionSetValue(option.Value))));
        }

        Assert.Equal(1, organization.Retrieve("tst_parent", id, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
    }
}
