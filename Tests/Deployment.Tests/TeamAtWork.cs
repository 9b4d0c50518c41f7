using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;
using Sandbox;
using Sandbox.Metadata;
using Sandbox.Samples;

namespace Deployment.Tests;

/// <summary>An organization with an imported zip, in which people have worked: both samples, and everything that stands in no sample.</summary>
internal sealed class TeamAtWork : IDisposable
{
    public static readonly Guid Author = new("0d5a7e00-0000-4000-8000-000000000a01");
    public static readonly Guid Reviewer = new("0d5a7e00-0000-4000-8000-000000000a02");

    // Filled once and copied for each test: the samples' files take most of the time.
    private static readonly ConcurrentDictionary<string, Lazy<string>> Filled = new(StringComparer.Ordinal);

    private readonly string _folder;

    /// <summary>An organization of its own, with the zip in it.</summary>
    public TeamAtWork(string zip)
    {
        _folder = Directory.CreateTempSubdirectory("readiness-deployment-").FullName;
        Copy(Filled.GetOrAdd(zip, path => new Lazy<string>(() => Fill(path))).Value, _folder);
        Organization = Open(_folder);
    }

    private TeamAtWork(string folder, Organization organization) => (_folder, Organization) = (folder, organization);

    public Organization Organization { get; private set; }

    public string DataFolder => Organization.Options.DataFolder;

    public void Reopen()
    {
        Organization.Dispose();
        Organization = Open(_folder);
    }

    public OrganizationResponse As(Guid user, OrganizationRequest request) => Organization.Execute(request, new Caller(user));

    public OrganizationResponse Execute(OrganizationRequest request) => Organization.Execute(request, Organization.DefaultCaller);

    public IReadOnlyList<Entity> Rows(string table)
    {
        var rows = new List<Entity>();
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        while (true)
        {
            var page = ((RetrieveMultipleResponse)Execute(new RetrieveMultipleRequest { Query = query })).EntityCollection;
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>The columns that a main form lets people fill in.</summary>
    public static IEnumerable<(string Table, ColumnModel Column)> Inputs(OrganizationModel model) =>
        from table in model.Tables.Values
        where table.LogicalName.StartsWith("rdy_", StringComparison.Ordinal)
        from control in table.Forms.Single(form => form.Kind == "main").Xml.Descendants("control")
        where (string?)control.Attribute("disabled") != "true"
        let column = table.Columns.GetValueOrDefault((string?)control.Attribute("datafieldname") ?? "")
        where column is { IsCustom: true }
        select (table.LogicalName, column);

    public void Dispose()
    {
        Organization.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Organization Open(string folder) =>
        Organization.Open(new OrganizationOptions { DataFolder = folder, RunAsyncSteps = false, TraceLog = TraceLogSetting.All });

    private static string Fill(string zip)
    {
        var folder = Directory.CreateTempSubdirectory("readiness-filled-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var organization = Open(folder);
        using (var stream = File.OpenRead(zip)) organization.Import(stream);
        var team = new TeamAtWork(folder, organization);
        using (var samples = new TemporaryFolder())
        {
            team.CopySamplesThatFit(samples.Path);
            SampleLoader.LoadAll(organization, samples.Path);
        }

        organization.Async.DrainAsync().Wait();
        team.Work();
        team.FillIn();
        organization.Async.DrainAsync().Wait();
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // The samples are today's; an earlier release is given what it has tables, columns and APIs for.
    private void CopySamplesThatFit(string target)
    {
        var model = Organization.Model;
        Copy(Repository.PathOf("Samples"), target);
        foreach (var file in Directory.EnumerateFiles(target, "data.json", SearchOption.AllDirectories))
        {
            var data = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (var record in data["records"]?.AsArray().ToList() ?? [])
            {
                if (!model.Tables.TryGetValue((string)record!["table"]!, out var table))
                {
                    data["records"]!.AsArray().Remove(record);
                    continue;
                }

                foreach (var part in new[] { "values", "files" })
                {
                    foreach (var column in record[part]?.AsObject().Select(value => value.Key).Where(name => !table.Columns.ContainsKey(name)).ToList() ?? []) record[part]!.AsObject().Remove(column);
                }

                foreach (var action in record["actions"]?.AsArray().Where(name => !model.CustomApis.ContainsKey((string)name!)).ToList() ?? []) record["actions"]!.AsArray().Remove(action);
            }

            File.WriteAllText(file, data.ToJsonString());
        }
    }

    private void Work()
    {
        var undecided = Rows(ChecklistItem.Table).Where(item => item.GetAttributeValue<OptionSetValue>(ChecklistItem.Status)?.Value == (int)ItemStatus.Undecided)
            .GroupBy(item => item.GetAttributeValue<EntityReference>(ChecklistItem.OfferId).Id).OrderByDescending(items => items.Count()).First()
            .OrderBy(item => (string)item[ChecklistItem.Key], StringComparer.Ordinal).ToList();
        var offer = new EntityReference(Offer.Table, undecided[0].GetAttributeValue<EntityReference>(ChecklistItem.OfferId).Id);
        var judged = Judge(offer, undecided[0], JudgementVerdict.Confirmed, (Judgement.EvidenceUrl, "https://www.fabrikam.example/minutes"));
        Judge(offer, undecided[1], JudgementVerdict.Rejected);
        As(Reviewer, new OrganizationRequest(CustomApi.AttachEvidence)
        {
            ["Target"] = judged,
            [CustomApi.FileName] = "minutes.txt",
            [CustomApi.MimeType] = "text/plain",
            [CustomApi.Content] = Convert.ToBase64String("What was agreed, and by whom."u8),
        });
        var open = Rows(ChecklistItem.Table).Where(item => item.GetAttributeValue<OptionSetValue>(ChecklistItem.Status)?.Value == (int)ItemStatus.NotMet)
            .OrderBy(item => (string)item[ChecklistItem.Key], StringComparer.Ordinal);
        Assert.Contains(open, TryWaive);
        Execute(new OrganizationRequest(CustomApi.AssignItem)
        {
            ["Target"] = undecided[2].ToEntityReference(),
            [CustomApi.OwnerId] = Author,
            [CustomApi.DueOn] = new DateTime(2030, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        });
        As(Reviewer, new CreateRequest
        {
            Target = Row(OwnRequirement.Table,
                (OwnRequirement.Key, "TEAM-HOURS"), (OwnRequirement.Name, "Hours of each link"), (OwnRequirement.Guidance, "Write when somebody answers."),
                (OwnRequirement.Test, new OptionSetValue((int)RequirementTest.Pattern)), (OwnRequirement.TestedTable, SupportLink.Table),
                (OwnRequirement.TestedColumn, SupportLink.Hours), (OwnRequirement.Value, "\\d"), (OwnRequirement.AnnouncedOn, new DateTime(2027, 1, 1)),
                (OwnRequirement.AppliesFrom, new DateTime(2027, 2, 1)), (OwnRequirement.EndsOn, new DateTime(2031, 1, 1))),
        });
        Execute(new CreateRequest
        {
            Target = Row(Certification.Table,
                (Certification.OfferId, offer), (Certification.Name, "First submission"), (Certification.Key, (string)undecided[1][ChecklistItem.Key]),
                (Certification.AppVersion, "1.0.0.0"), (Certification.Finding, "The logo is blurred."), (Certification.ReceivedOn, new DateTime(2027, 3, 1)),
                (Certification.Outcome, Organization.Model.Tables[Certification.Table].Columns[Certification.Outcome].Choice!.Options[1].Value is var outcome ? new OptionSetValue(outcome) : null)),
        });
        Note(offer, "What the partner manager said", "By telephone, on Monday.", null);
        Note(judged, "Signed minutes", null, "signed"u8.ToArray());
    }

    // What stands in no sample, in a row of its own.
    private void FillIn()
    {
        foreach (var columns in Inputs(Organization.Model).GroupBy(column => column.Table, column => column.Column))
        {
            var rows = Rows(columns.Key);
            foreach (var column in columns.Where(column => column.Type != ColumnType.Image && rows.All(row => !row.Contains(column.LogicalName))))
            {
                if (column.Type == ColumnType.File)
                {
                    Upload(rows[0].ToEntityReference(), column.LogicalName);
                    continue;
                }

                FillIn(columns.Key, rows[0].Id, column);
            }
        }
    }

    // What a text must look like is the plug-ins' knowledge: the first one that they take is as good as any.
    private void FillIn(string table, Guid id, ColumnModel column)
    {
        OrganizationFault? refusal = null;
        foreach (var value in Some(column))
        {
            try
            {
                Execute(new UpdateRequest { Target = new Entity(table, id) { [column.LogicalName] = value } });
                return;
            }
            catch (OrganizationFault fault)
            {
                refusal = fault;
            }
        }

        throw refusal!;
    }

    private static object[] Some(ColumnModel column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo =>
            ["Filled in", "https://www.fabrikam.example/filled-in", "6f1d6b1e-3c1c-4c0e-9a3a-1f2f3a4b5c6d", "filled.in@fabrikam.example", "+46 8 123 45 67", "1.0.0.0", "SE"],
        ColumnType.Integer => [(int)(column.MinValue ?? 1)],
        ColumnType.Decimal => [column.MinValue ?? 1],
        ColumnType.Boolean => [true],
        ColumnType.DateTime => [new DateTime(2027, 5, 5, 0, 0, 0, DateTimeKind.Utc), new DateTime(2025, 5, 5, 0, 0, 0, DateTimeKind.Utc)],
        ColumnType.Choice => [new OptionSetValue(column.Choice!.Options[0].Value)],
        ColumnType.Choices => [new OptionSetValueCollection([new OptionSetValue(column.Choice!.Options[0].Value)])],
        _ => throw new NotSupportedException($"Nobody knows what to write into '{column.LogicalName}' of type '{column.TypeName}'."),
    };

    private void Upload(EntityReference row, string column)
    {
        var token = Execute(new OrganizationRequest("InitializeFileBlocksUpload") { ["Target"] = row, ["FileAttributeName"] = column, ["FileName"] = "filled-in.txt" })["FileContinuationToken"];
        Execute(new OrganizationRequest("UploadBlock") { ["BlockId"] = "AA==", ["BlockData"] = "Filled in"u8.ToArray(), ["FileContinuationToken"] = token });
        Execute(new OrganizationRequest("CommitFileBlocksUpload") { ["BlockList"] = new[] { "AA==" }, ["FileName"] = "filled-in.txt", ["MimeType"] = "text/plain", ["FileContinuationToken"] = token });
    }

    private EntityReference Judge(EntityReference offer, Entity item, JudgementVerdict verdict, params (string Column, object? Value)[] more) => new(
        Judgement.Table,
        ((CreateResponse)As(Reviewer, new CreateRequest
        {
            Target = Row(Judgement.Table, [(Judgement.OfferId, offer), (Judgement.Key, item[ChecklistItem.Key]), (Judgement.Verdict, new OptionSetValue((int)verdict)), (Judgement.Note, "Looked at it."), .. more]),
        })).id);

    // Some requirements are never waived; the refusal says so.
    private bool TryWaive(Entity item)
    {
        try
        {
            Judge(item.GetAttributeValue<EntityReference>(ChecklistItem.OfferId), item, JudgementVerdict.Waived, (Judgement.EndsOn, DateTime.UtcNow.Date.AddDays(20)));
            return true;
        }
        catch (OrganizationFault)
        {
            return false;
        }
    }

    private void Note(EntityReference about, string subject, string? text, byte[]? file) => Execute(new CreateRequest
    {
        Target = Row("annotation", ("objectid", about), ("subject", subject), ("notetext", text), ("filename", file is null ? null : "minutes.pdf"),
            ("mimetype", file is null ? null : "application/pdf"), ("documentbody", file is null ? null : Convert.ToBase64String(file))),
    });

    private static Entity Row(string table, params (string Column, object? Value)[] values)
    {
        var row = new Entity(table);
        foreach (var (column, value) in values.Where(value => value.Value is not null)) row[column] = value;
        return row;
    }
}
