using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>Texts that people enter are shown as texts: whatever stands in them, no script runs, wherever they are shown.</summary>
public sealed class ScriptPayloadTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    // Each would leave a mark if it ran: in an element, an attribute, an address, a template, a style, an entity, a broken tag.
    private static readonly string[] Corpus =
    [
        "<script>top.ran=1</script>",
        "<img src=x onerror=top.ran=1>",
        "\"><img src=x onerror=top.ran=1>",
        "'><svg onload=top.ran=1>",
        "<svg><script>top.ran=1</script></svg>",
        "<math><mi//xlink:href=\"data:x,<script>top.ran=1</script>\">",
        "<iframe srcdoc='<script>top.ran=1</script>'></iframe>",
        "<details open ontoggle=top.ran=1>x",
        "<a href=\"javascript:top.ran=1\" autofocus onfocus=top.ran=1>x</a>",
        "<body onload=top.ran=1>",
        "<style>@import 'javascript:top.ran=1'</style>",
        "<input autofocus onfocus=top.ran=1>",
        "<video><source onerror=top.ran=1></video>",
        "&lt;img src=x onerror=top.ran=1&gt;",
        "<<img src=x onerror=top.ran=1>",
        "<img/src=x/onerror=top.ran=1//",
        "</textarea></title></style></script><img src=x onerror=top.ran=1>",
        "<p style=\"background:url(javascript:top.ran=1)\">x</p>",
        "<noscript><p title=\"</noscript><img src=x onerror=top.ran=1>\">",
        "{{constructor.constructor('top.ran=1')()}} ${top.ran=1} <%= top.ran=1 %>",
        "<form><button formaction=javascript:top.ran=1>x",
        "\u202e<img src=x onerror=top.ran=1>\u2028</script>",
    ];

    private static readonly (string Table, string Set)[] Children =
    [
        ("rdy_trial", "rdy_trials"), ("rdy_supportlink", "rdy_supportlinks"), ("rdy_marketingasset", "rdy_marketingassets"), ("rdy_plan", "rdy_plans"),
        ("rdy_certification", "rdy_certifications"),
    ];

    [Fact]
    public async Task No_payload_runs_in_grid_form_checklist_twin_or_export()
    {
        var payload = string.Concat(Corpus);
        var id = await readiness.Api.CreateAsync("rdy_offers", await ValuesAsync("rdy_offer", payload));
        foreach (var (table, set) in Children)
        {
            var values = await ValuesAsync(table, payload);
            values["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})";
            values.Remove("rdy_key");
            if (table == "rdy_certification")
                values["rdy_outcome"] = 847360000;
            await readiness.Api.CreateAsync(set, values);
        }

        var own = await ValuesAsync("rdy_requirement", payload);
        own["rdy_key"] = "TEAM-PAYLOAD";
        own["rdy_severity"] = 847360000;
        own["rdy_scope"] = 847360000;
        own["rdy_test"] = 847360000;
        var requirement = await readiness.Api.CreateAsync("rdy_requirements", own);
        await readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["rdy_setupsteps"] = 3 });
        await readiness.Api.CreateAsync("rdy_judgements", new JsonObject
        {
            ["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})",
            ["rdy_key"] = "TEAM-PAYLOAD",
            ["rdy_verdict"] = 847360000,
            ["rdy_note"] = payload,
        });

        await using var window = await readiness.OpenAsync();
        var page = window.Page;
        var dialogs = 0;
        page.Dialog += async (_, dialog) =>
        {
            dialogs++;
            await dialog.DismissAsync();
        };
        foreach (var table in Children.Select(child => child.Table).Append("rdy_offer").Append("rdy_requirement").Append("rdy_checklistitem"))
        {
            await page.GotoAsync($"/main.aspx?appname=rdy_OfferReadiness&pagetype=entitylist&etn={table}");
            await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
            await AssertNothingRanAsync(page, table);
        }

        await page.GotoAsync($"/main.aspx?appname=rdy_OfferReadiness&pagetype=entityrecord&etn=rdy_requirement&id={requirement}");
        await AssertNothingRanAsync(page, "requirement");
        var offer = await OfferPage.OpenAsync(page, id);
        foreach (var tab in await page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            await AssertNothingRanAsync(page, await tab.InnerTextAsync());
        }

        // One by one: what opens an element that is left out and never closes it would hide what follows.
        var twin = await ListingTests.TwinAsync(offer);
        var frame = page.Frames.Single(each => each.Url.Contains("twin.html", StringComparison.Ordinal));
        for (var i = 0; i < Corpus.Length; i++)
        {
            await readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["rdy_summary"] = $"Payload {i}", ["rdy_description"] = $"<p>Before</p>{Corpus[i]}" });
            await frame.EvaluateAsync("window.refreshChecklist()");
            await Assertions.Expect(twin.Locator(".card-summary")).ToHaveTextAsync($"Payload {i}");
            await Assertions.Expect(twin.Locator(".description p").First).ToHaveTextAsync("Before");
            await Assertions.Expect(twin.Locator("img[src='x'], script:not([src]), iframe, svg, form, .description [onerror], .description a, .description input")).ToHaveCountAsync(0);
            await AssertNothingRanAsync(page, $"the twin, from {Corpus[i]}");
        }

        await readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["rdy_description"] = payload });
        await page.ReloadAsync();
        using var kit = await ListingTests.ExportAsync(offer);
        foreach (var name in new[] { "report.html", "letter.html" })
        {
            var html = ListingTests.Text(kit, name);
            // Without the file's own policy, so that it is the escaping that is tried.
            await page.SetContentAsync(html.Replace("http-equiv=\"Content-Security-Policy\"", "", StringComparison.Ordinal));
            Assert.Equal(0, await page.Locator("img[src='x'], script, iframe, svg, form, input, a").CountAsync());
            await AssertNothingRanAsync(page, name);
        }

        Assert.Equal(0, dialogs);
    }

    /// <summary>A payload for each text column of a table that a person may fill in, cut to its length.</summary>
    private async Task<JsonObject> ValuesAsync(string table, string payload)
    {
        var values = new JsonObject();
        foreach (var kind in new[] { "StringAttributeMetadata", "MemoAttributeMetadata" })
        {
            var found = await readiness.Api.GetAsync(
                $"EntityDefinitions(LogicalName='{table}')/Attributes/Microsoft.Dynamics.CRM.{kind}?$select=LogicalName,MaxLength");
            foreach (var column in found["value"]!.AsArray())
            {
                var name = (string)column!["LogicalName"]!;
                if (!name.StartsWith("rdy_", StringComparison.Ordinal) || NotByPeople.Contains(name) || IsAddress(name))
                    continue;
                var length = Math.Min((int)column["MaxLength"]!, payload.Length);
                values[name] = payload[..length];
            }
        }

        Assert.NotEmpty(values);
        return values;
    }

    // A save refuses whatever is no address, and the platform's format check what is no e-mail address.
    private static bool IsAddress(string column) =>
        column.EndsWith("url", StringComparison.Ordinal) || column.EndsWith("email", StringComparison.Ordinal) || column is "rdy_portalaccount" or "rdy_devcenteraccount";

    // Results that our steps write, and ids that a save refuses in any other form.
    private static readonly HashSet<string> NotByPeople =
    [
        "rdy_lock", "rdy_statusnote", "rdy_packagefacts", "rdy_rulesetversion", "rdy_checkerfacts", "rdy_acceptedpackage", "rdy_uptimefacts", "rdy_enteredby",
        "rdy_appid", "rdy_tenantid", "rdy_subscriptionid", "rdy_finding", "rdy_format", "rdy_sha256", "rdy_problem", "rdy_file_name", "rdy_package_name",
        "rdy_checkerreport_name", "rdy_evidence_name", "rdy_image_url",
    ];

    private static async Task AssertNothingRanAsync(IPage page, string where)
    {
        await page.WaitForTimeoutAsync(100);
        foreach (var frame in page.Frames)
            Assert.False(await frame.EvaluateAsync<bool>("'ran' in window || 'ran' in top"), $"A script ran in {where}.");
    }
}
