using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>
/// Each role of the solution, beside Basic User, on each of its tables with each operation, on the user's own row, on a colleague's and on one of another business
/// unit. What must come of it is worked out from the role's XML; what does is asked of the organization. The steps are taken out of the zip, since it is the roles
/// that are asked, not the rules of the offer.
/// </summary>
public sealed class RoleMatrixTests : IClassFixture<RoleMatrixTests.Matrix>
{
    private static readonly string[] Owners = ["own", "colleague", "elsewhere"];

    private readonly Matrix _matrix;

    public RoleMatrixTests(Matrix matrix) => _matrix = matrix;

    public static TheoryData<string> Roles
    {
        get
        {
            var roles = new TheoryData<string>();
            foreach (var role in RoleNames()) roles.Add(role);
            return roles;
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_allows_on_each_table_what_its_xml_says_and_nothing_else(string role)
    {
        var privileges = _matrix.PrivilegesOf(role);
        var wrong = new List<string>();
        var asked = 0;
        foreach (var table in _matrix.Tables)
        {
            Expect(table, "create", "own", Holds("Create") && Holds("Read"), () => _matrix.Execute(role, new CreateRequest { Target = new Entity(table.LogicalName) { [table.PrimaryName!] = "New" } }));
            foreach (var owner in Owners)
            {
                var row = _matrix.Row(role, table.LogicalName, owner);
                Expect(table, "read", owner, Reaches("Read"), () => _matrix.Execute(role, new RetrieveRequest { Target = row, ColumnSet = new ColumnSet(table.PrimaryName) }));
                Expect(table, "write", owner, Reaches("Write"), () => _matrix.Execute(role, new UpdateRequest { Target = Change(row, table.PrimaryName!, "Changed") }));
                Expect(table, "assign", owner, Reaches("Assign") && Reaches("Write") && Reaches("Read"), () =>
                    _matrix.Execute(role, new UpdateRequest { Target = Change(row, "ownerid", _matrix.OwnerOf(role, owner)) }));
                Expect(table, "share", owner, Reaches("Share") && Reaches("Read"), () => _matrix.Execute(role, new OrganizationRequest("GrantAccess")
                {
                    ["Target"] = row,
                    ["PrincipalAccess"] = new PrincipalAccess(_matrix.Colleague, AccessRights.ReadAccess),
                }));
                foreach (var relationship in _matrix.LookupsOf(table.LogicalName))
                {
                    foreach (var other in Owners)
                    {
                        var target = _matrix.Row(role, relationship.ReferencedTable, other);
                        var schema = _matrix.SchemaName(relationship.ReferencedTable);
                        Expect(table, $"append to {other} {relationship.ReferencedTable}", owner,
                            Reaches("Write") && Reaches("Append") && Reaches("Read") && On(schema, "AppendTo", other) && On(schema, "Read", other),
                            () => _matrix.Execute(role, new UpdateRequest { Target = Change(row, relationship.ReferencingColumn, target) }));
                        Expect(table, $"create below {other} {relationship.ReferencedTable}", "own",
                            Holds("Create") && Holds("Read") && Holds("Append") && On(schema, "AppendTo", other) && On(schema, "Read", other),
                            () => _matrix.Execute(role, new CreateRequest
                            {
                                Target = new Entity(table.LogicalName) { [table.PrimaryName!] = "Below", [relationship.ReferencingColumn] = target },
                            }));
                    }
                }

                bool Reaches(string operation) => On(table.SchemaName, operation, owner);
            }

            var seen = Attempt(() => ((EntityCollection)_matrix.Execute(role, new RetrieveMultipleRequest { Query = new QueryExpression(table.LogicalName) })["EntityCollection"])
                .Entities.Select(found => found.Id).ToHashSet(), out var rows);
            var visible = Owners.Where(owner => On(table.SchemaName, "Read", owner)).Select(owner => _matrix.Row(role, table.LogicalName, owner).Id);
            if (Holds("Read") != (seen is null) || (rows is not null && !Owners.Select(owner => _matrix.Row(role, table.LogicalName, owner).Id).Where(rows.Contains).SequenceEqual(visible)))
                wrong.Add($"{table.LogicalName}: query answers {seen?.Message ?? "other rows than it should"}");

            bool Holds(string operation) => privileges.ContainsKey($"prv{operation}{table.SchemaName}");
        }

        // Last, since what is deleted is gone; and the rows above after those below.
        foreach (var table in _matrix.Tables.OrderBy(table => _matrix.LookupsOf(table.LogicalName).Any() ? 0 : 1))
        {
            foreach (var owner in Owners)
                Expect(table, "delete", owner, On(table.SchemaName, "Delete", owner), () => _matrix.Execute(role, new DeleteRequest { Target = _matrix.Row(role, table.LogicalName, owner) }));
        }

        Assert.Empty(wrong);
        Assert.True(asked > _matrix.Tables.Count * 30);

        bool On(string schema, string operation, string owner) => privileges.GetValueOrDefault($"prv{operation}{schema}") switch
        {
            null => false,
            "Basic" => owner == "own",
            "Local" or "Deep" => owner is "own" or "colleague",
            "Global" => true,
            var level => throw new InvalidOperationException($"'{level}' is no level."),
        };

        void Expect(TableModel table, string operation, string owner, bool allowed, Action attempt)
        {
            asked++;
            var fault = Attempt(() => { attempt(); return true; }, out _);
            if (fault is null != allowed) wrong.Add($"{table.LogicalName}, {owner}: {operation} {(allowed ? "must be allowed" : "must be refused")}: {fault?.Message}");
        }
    }

    [Fact]
    public void Basic_user_alone_gets_at_no_table_of_the_solution()
    {
        foreach (var table in _matrix.Tables)
        {
            Assert.Equal(
                ErrorCodes.PrivilegeDenied,
                Attempt(() => _matrix.Execute("", new RetrieveMultipleRequest { Query = new QueryExpression(table.LogicalName) }), out _)?.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_custom_api_takes_its_privilege_and_the_right_to_read_its_row(string role)
    {
        var privileges = _matrix.PrivilegesOf(role);
        foreach (var api in _matrix.Apis)
        {
            foreach (var (user, held) in new[] { (role, privileges), ("", new Dictionary<string, string>()) })
            {
                var request = new OrganizationRequest(api.UniqueName);
                if (api.BindingType == 1) request["Target"] = _matrix.Row("apis", api.BoundTable!, "elsewhere");
                var allowed = (api.ExecutePrivilege is not { Length: > 0 } privilege || held.ContainsKey(privilege))
                    && (api.BindingType != 1 || held.GetValueOrDefault($"prvRead{_matrix.SchemaName(api.BoundTable!)}") == "Global");

                // The API itself may refuse what is asked, or ask for more; what counts is whether the door lets the user in.
                var fault = Attempt(() => _matrix.Execute(user, request), out _);
                var refusedAtTheDoor = fault is not null && Doors(api).Any(door => fault.Message.Contains(door, StringComparison.Ordinal));
                Assert.True(allowed != refusedAtTheDoor, $"{api.UniqueName} for '{user}': {fault?.Message}");
            }
        }
    }

    private IEnumerable<string> Doors(CustomApiModel api)
    {
        if (api.ExecutePrivilege is { Length: > 0 } privilege) yield return $"is missing {privilege} privilege.";
        if (api.BindingType != 1) yield break;
        yield return $"is missing prvRead{_matrix.SchemaName(api.BoundTable!)} privilege.";
        yield return $"does not have ReadAccess right(s) for record with id {_matrix.Row("apis", api.BoundTable!, "elsewhere").Id:D} ";
    }

    private static IEnumerable<string> RoleNames() =>
        Directory.GetFiles(RepositoryFolder.PathOf("Solution", "Roles"), "*.xml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static Entity Change(EntityReference row, string column, object value) => new(row.LogicalName, row.Id) { [column] = value };

    /// <summary>The refusal; null for none.</summary>
    private static OrganizationFault? Attempt<T>(Func<T> attempt, out T? result)
    {
        result = default;
        try
        {
            result = attempt();
            return null;
        }
        catch (OrganizationFault fault)
        {
            return fault;
        }
    }

    /// <summary>The organization with the users, and rows of all tables put behind its back.</summary>
    public sealed class Matrix : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("readiness-roles-").FullName;
        private readonly Dictionary<string, Guid> _users = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Role, string Table, string Owner), Guid> _rows = [];
        private readonly Guid _colleague = new("0d5a7e00-0000-4000-8000-00000000e001");
        private readonly Guid _stranger = new("0d5a7e00-0000-4000-8000-00000000e002");
        private readonly Organization _organization;

        public Matrix()
        {
            _organization = Organization.Open(new OrganizationOptions { DataFolder = _folder, RunAsyncSteps = false });
            _organization.Import(WithoutSteps());
            Tables = [.. _organization.Model.Tables.Values.Where(table => table.IsUserOwned && table.LogicalName.StartsWith("rdy_", StringComparison.Ordinal))
                .OrderBy(table => table.LogicalName, StringComparer.Ordinal)];
            Apis = [.. _organization.Model.CustomApis.Values.OrderBy(api => api.UniqueName, StringComparer.Ordinal)];

            string[] roles = [.. RoleNames(), ""];
            for (var index = 0; index < roles.Length; index++) _users[roles[index]] = new Guid($"0d5a7e00-0000-4000-8000-00000000f00{index}");
            var users = roles.Select(role => new SeedUser(_users[role], role + " User", 1033, role.Length == 0 ? ["Basic User"] : ["Basic User", role]))
                .Append(new SeedUser(_colleague, "Colleague", 1033, ["Basic User", "Readiness Reader"]))
                .Append(new SeedUser(_stranger, "Stranger", 1033, ["Basic User", "Readiness Reader"])).ToList();
            _organization.AddUsers(users);
            var root = Administrate(new RetrieveMultipleRequest { Query = new QueryExpression("businessunit") });
            var above = ((EntityCollection)root["EntityCollection"]).Entities.Single().ToEntityReference();
            var here = Unit("Here", above);
            var elsewhere = Unit("Elsewhere", above);
            foreach (var user in users.Select(user => user.Id))
                Administrate(new UpdateRequest { Target = new Entity("systemuser", user) { ["businessunitid"] = new EntityReference("businessunit", user == _stranger ? elsewhere : here) } });
            _organization.AddUsers(users); // The roles went with the business unit.
            PutRows([.. roles.Where(role => role.Length > 0), "apis"], here, elsewhere);
        }

        public IReadOnlyList<TableModel> Tables { get; }

        public IReadOnlyList<CustomApiModel> Apis { get; }

        public EntityReference Colleague => new("systemuser", _colleague);

        public IReadOnlyDictionary<string, string> PrivilegesOf(string role) =>
            XDocument.Load(RepositoryFolder.PathOf("Solution", "Roles", role + ".xml")).Descendants("RolePrivilege")
                .ToDictionary(privilege => (string)privilege.Attribute("name")!, privilege => (string)privilege.Attribute("level")!);

        public IEnumerable<RelationshipModel> LookupsOf(string table) => _organization.Model.ManyToOneOf(table)
            .Where(relationship => relationship.IntersectTable is null && Tables.Any(each => each.LogicalName == relationship.ReferencedTable));

        public string SchemaName(string table) => _organization.Model.Tables[table].SchemaName;

        public EntityReference Row(string role, string table, string owner) => new(table, _rows[(role, table, owner)]);

        public EntityReference OwnerOf(string role, string owner) =>
            new("systemuser", owner switch { "own" => _users[role], "colleague" => _colleague, _ => _stranger });

        public OrganizationResponse Execute(string role, OrganizationRequest request) => _organization.Execute(request, new Caller(_users[role]));

        public void Dispose()
        {
            _organization.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        private OrganizationResponse Administrate(OrganizationRequest request) => _organization.Execute(request, _organization.DefaultCaller);

        private Guid Unit(string name, EntityReference above) =>
            ((CreateResponse)Administrate(new CreateRequest { Target = new Entity("businessunit") { ["name"] = name, ["parentbusinessunitid"] = above } })).id;

        // No row lies below another, so that none inherits anything, and none goes with another that is deleted.
        private void PutRows(IEnumerable<string> roles, Guid here, Guid elsewhere)
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "organization.db")}");
            connection.Open();
            connection.CreateCollation("DATAVERSE", string.CompareOrdinal); // The indexes ask for it; no text is written here, so it never compares any.
            using var transaction = connection.BeginTransaction();
            foreach (var role in roles)
            {
                foreach (var table in Tables)
                {
                    foreach (var owner in Owners)
                    {
                        var id = _rows[(role, table.LogicalName, owner)] = Guid.NewGuid();
                        var user = role == "apis" ? _stranger : OwnerOf(role, owner).Id;
                        using var command = connection.CreateCommand();
                        command.CommandText = $"""
                            INSERT INTO "{table.LogicalName}" ("{table.PrimaryId}", ownerid, "ownerid$type", owninguser, owningbusinessunit, statecode, statuscode, versionnumber)
                            VALUES ('{id:D}', '{user:D}', 'systemuser', '{user:D}', '{(user == _stranger ? elsewhere : here):D}', 0, 1, 1)
                            """;
                        command.ExecuteNonQuery();
                    }
                }
            }

            transaction.Commit();
        }

        private static MemoryStream WithoutSteps()
        {
            var zip = new MemoryStream();
            using (var shipped = File.OpenRead(RepositoryFolder.PathOf("out", "DataverseReadiness_managed.zip"))) shipped.CopyTo(zip);
            using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
            {
                Edit(archive, "customizations.xml", customizations => customizations.Descendants("SdkMessageProcessingStep").Remove());
                Edit(archive, "solution.xml", solution => solution.Descendants("RootComponent").Where(component => (string?)component.Attribute("type") == "92").Remove());
            }

            zip.Position = 0;
            return zip;
        }

        private static void Edit(ZipArchive archive, string name, Action<XDocument> edit)
        {
            XDocument document;
            using (var read = archive.GetEntry(name)!.Open()) document = XDocument.Load(read);
            edit(document);
            archive.GetEntry(name)!.Delete();
            using var write = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            document.Save(write);
        }
    }
}
