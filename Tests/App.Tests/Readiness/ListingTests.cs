using System.IO.Compression;
using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>The listing twin beside the texts, and the kit that a person takes to the portal.</summary>
public sealed class ListingTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    private const string OwnListing = "Dataverse Readiness";

    [Fact]
    public async Task The_twin_follows_what_is_typed_and_marks_what_the_store_would_cut_off()
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Twin", ["rdy_ruleset"] = OfferPage.December2018, ["rdy_summary"] = "Short" });
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        var twin = await TwinAsync(offer);
        await Assertions.Expect(twin.Locator(".card-summary")).ToHaveTextAsync("Short");

        await offer.Page.GetByRole(AriaRole.Tab, new() { Name = "Listing", Exact = true }).ClickAsync();
        await offer.Page.GetByLabel("Offer summary").FillAsync(new string('a', 100) + "bcd");
        await offer.Page.Keyboard.PressAsync("Tab");
        await TwinAsync(offer);

        await Assertions.Expect(twin.Locator(".card-summary mark")).ToHaveTextAsync("bcd");
        await Assertions.Expect(twin.GetByText("3 characters too many")).ToBeVisibleAsync();
        Assert.Equal("Short", (string)(await readiness.Api.GetAsync($"rdy_offers({id})?$select=rdy_summary"))["rdy_summary"]!);
    }

    [Fact]
    public async Task The_description_is_drawn_from_allowed_tags_only_and_names_the_others()
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject
        {
            ["rdy_name"] = "Tags",
            ["rdy_ruleset"] = OfferPage.December2018,
            ["rdy_description"] = "<p class=\"x\">One <em>two</em></p><table><tr><td>three</td></tr></table>",
        });
        await using var window = await readiness.OpenAsync();
        var twin = await TwinAsync(await OfferPage.OpenAsync(window.Page, id));

        await Assertions.Expect(twin.Locator(".description em")).ToHaveTextAsync("two");
        await Assertions.Expect(twin.Locator(".description table")).ToHaveCountAsync(0);
        await Assertions.Expect(twin.Locator(".description [class]")).ToHaveCountAsync(0);
        await Assertions.Expect(twin.GetByText("table, tr, td")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1366, "desktop", "light")]
    [InlineData(1366, "phone", "dark")]
    [InlineData(320, "phone", "light")]
    public async Task The_twin_has_no_accessibility_violation(int width, string size, string theme)
    {
        var id = await OfferPage.IdOfAsync(readiness.Api, OwnListing);
        await using var window = await readiness.OpenAsync(new WindowOptions { Width = width });
        var twin = await TwinAsync(await OfferPage.OpenAsync(window.Page, id));

        await twin.Locator($"#{size}").ClickAsync();
        await twin.Locator($"#{theme}").ClickAsync();

        await Assertions.Expect(twin.Locator(".shot").First).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_kit_holds_texts_images_for_their_slots_documents_report_and_letter()
    {
        var id = await OfferPage.IdOfAsync(readiness.Api, OwnListing);
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        using var kit = await ExportAsync(offer);

        var names = kit.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains("texts/03-description.html", names);
        Assert.Contains("images/screenshot-1.png", names);
        Assert.Contains("images/logo-216x216.png", names);
        Assert.Contains("images/captions.txt", names);
        Assert.Contains(names, name => name.StartsWith("documents/", StringComparison.Ordinal) && name.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Contains(names, name => name.StartsWith("for-reviewers/", StringComparison.Ordinal));
        var stored = await readiness.Api.GetAsync($"rdy_offers({id})?$select=rdy_description,rdy_score");
        Assert.Equal((string)stored["rdy_description"]!, Text(kit, "texts/03-description.html"));
        var report = JsonNode.Parse(Text(kit, "readiness.json"))!;
        Assert.Equal((int)stored["rdy_score"]!, (int)report["offer"]!["score"]!);
        var items = await readiness.Api.GetAsync($"rdy_checklistitems?$select=rdy_key&$filter=_rdy_offerid_value eq {id} and statecode eq 0&$count=true");
        Assert.Equal((int)items["@odata.count"]!, report["items"]!.AsArray().Count);
        Assert.NotEmpty(report["nobody"]!.AsArray());
        Assert.Contains("What nobody looks at", Text(kit, "report.html"), StringComparison.Ordinal);
        Assert.StartsWith("# Letter to the certification reviewers", Text(kit, "letter.md"), StringComparison.Ordinal);
        Assert.All(kit.Entries.Where(entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal)), entry =>
        {
            using var bytes = entry.Open();
            Assert.Equal(0x89, bytes.ReadByte());
        });
    }

    internal static async Task<IFrameLocator> TwinAsync(OfferPage offer)
    {
        await offer.Page.GetByRole(AriaRole.Tab, new() { Name = "Listing twin", Exact = true }).ClickAsync();
        var twin = offer.Page.FrameLocator("iframe[src*='twin.html']");
        await Assertions.Expect(twin.Locator(".card")).ToBeVisibleAsync();
        return twin;
    }

    /// <summary>Exports through the command bar, as a person does.</summary>
    internal static async Task<ZipArchive> ExportAsync(OfferPage offer)
    {
        var download = await offer.Page.RunAndWaitForDownloadAsync(() => offer.RunFurtherAsync("Export listing kit"));
        return new ZipArchive(new MemoryStream(await File.ReadAllBytesAsync(await download.PathAsync())));
    }

    internal static string Text(ZipArchive kit, string name)
    {
        using var reader = new StreamReader(kit.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
