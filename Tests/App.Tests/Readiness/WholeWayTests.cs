using System.Text.Json.Nodes;
using App.Tests.Player;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>
/// An offer's whole way through the process under today's rules, as an author and a reviewer walk it, each with the rights of their role:
/// every status, every refusal, every sentence in the language of the two.
/// </summary>
public sealed class WholeWayTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    private const string Sample = "dataverse-readiness";
    private const string Items = "rdy_checklistitem";
    private const int Current = 847360001;
    private const int Draft = 1;
    private const int Submitted = 847360003;
    private const int Certified = 847360004;
    private const int Rejected = 847360005;
    private const int Live = 847360006;
    private const int VerdictRejected = 847360000;
    private const int VerdictPassed = 847360001;
    private const int Missed = 847360001;
    private const int Agreed = 847360003;
    private const int ItemNotMet = 847360001;
    private const int ItemUndecided = 847360003;
    private const int ItemConfirmed = 847360004;
    private const int ItemWaived = 847360006;
    private const string Summary = "D365-CU-L-03";
    private static readonly (Guid Id, string Name) Ada = (new("0d5a7e00-0000-4000-8000-000000000a01"), "Ada Author");
    private static readonly (Guid Id, string Name) Rune = (new("0d5a7e00-0000-4000-8000-000000000a02"), "Rune Reviewer");
    private static readonly Guid Rita = new("0d5a7e00-0000-4000-8000-000000000a03");

    [Theory]
    [InlineData(1033)]
    [InlineData(1053)]
    public async Task An_offer_goes_from_empty_to_live(int language)
    {
        using var ada = readiness.As(Ada.Id);
        using var rune = readiness.As(Rune.Id);
        await using var author = await UserLanguage.SwitchAsync(ada, language);
        await using var reviewer = await UserLanguage.SwitchAsync(rune, language);
        await using var window = await readiness.OpenAsync();
        var words = await Words.ReadAsync(ada);
        var sample = SampleOffer.Of(Sample, Current);
        var walk = new OfferWalk(window, ada, words, await SpeechAsync(words, language, sample), language);
        var (page, offer) = (walk.Page, walk.Offer);

        // Empty: made by a person, refused.
        await walk.ActAsAsync(Ada.Name);
        await page.GetByRole(AriaRole.Link, new() { Name = words.Navigation("rdy_offer"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+n");
        await Assertions.Expect(offer.Checklist.GetByRole(AriaRole.Heading)).ToBeVisibleAsync();
        await walk.AssertSpokenAsync("a new offer");
        await walk.FillAsync("rdy_name", sample.Text("rdy_name"));
        await walk.ChooseAsync("rdy_ruleset", Current);
        await walk.SaveAsync();
        await Assertions.Expect(offer.Items.First).ToBeVisibleAsync();
        var id = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["id"]!;
        await walk.AssertStandsAsync(id, Draft, "Submit", "MarkReady");
        await walk.AssertTabsSpokenAsync("an empty offer");
        await walk.RefusedAsync("MarkReady", (await OfferPage.OpenItemsAsync(ada, id))[0].Key);
        await walk.AssertStandsAsync(id, Draft, "Submit", "MarkReady");

        // Filled in: a text on each of several tabs, a row, an image and the package by their controls, the rest over the Web API.
        string[] typed = ["rdy_summary", "rdy_legalname", "rdy_terms", "rdy_platformversion", "rdy_certificationnotes"];
        foreach (var column in typed)
        {
            await walk.ShowTabOfAsync(column);
            await walk.FillAsync(column, sample.Text(column));
        }

        await walk.SaveAsync();
        await walk.ShowTabOfAsync("rdy_package");
        var package = page.Locator("[data-id='rdy_package']");
        await package.Locator("input[type=file]").SetInputFilesAsync(sample.FileOf("rdy_package"));
        await Assertions.Expect(package.GetByRole(AriaRole.Link)).ToHaveTextAsync(Path.GetFileName(sample.FileOf("rdy_package")));
        var (link, _) = sample.Child("rdy_supportlink", "rdy_purpose", 847360000);
        await walk.AddAsync("subgrid_supportlinks", "rdy_supportlink", link, null);
        var (logo, image) = sample.Child("rdy_marketingasset", "rdy_kind", 847360013);
        await walk.AddAsync("subgrid_assets", "rdy_marketingasset", logo, image);
        await sample.EnterRestAsync(ada, id, [.. typed, "rdy_name", "rdy_ruleset"], [link, logo]);
        await walk.OpenAsync(id);
        await walk.RunAsync("Evaluate");
        await walk.RunAsync("Submit");
        await walk.AssertStandsAsync(id, OfferPage.InReview, "MarkReady");
        var left = await OfferPage.OpenItemsAsync(ada, id);
        Assert.All(left, item => Assert.Equal(ItemUndecided, item.Status));

        // Judged: one waived and one confirmed in the checklist, the others but one over the Web API, the last in the checklist again.
        await walk.ActAsAsync(Rune.Name);
        await walk.OpenAsync(id);
        await walk.AssertSpokenAsync("an offer in review, as the reviewer sees it");
        var (waived, confirmed, last) = (left[0].Key, left[1].Key, left[^1].Key);
        await walk.JudgeAsync(waived, walk.Waive, Note(language));
        await Assertions.Expect(offer.Row(waived)).ToContainTextAsync(words.Option(Items, "rdy_status", ItemWaived));
        await walk.JudgeAsync(confirmed, walk.Confirm, Note(language));
        await Assertions.Expect(offer.Row(confirmed)).ToContainTextAsync(words.Option(Items, "rdy_status", ItemConfirmed));
        await OfferPage.ConfirmAllButAsync(rune, id, last);
        await walk.ActAsAsync(Ada.Name);
        await walk.OpenAsync(id);
        await walk.RefusedAsync("MarkReady", last);
        await walk.AssertStandsAsync(id, OfferPage.InReview, "MarkReady");
        await walk.ActAsAsync(Rune.Name);
        await walk.OpenAsync(id);
        await walk.JudgeAsync(last, walk.Confirm, Note(language));
        await Assertions.Expect(offer.Row(last)).ToContainTextAsync(words.Option(Items, "rdy_status", ItemConfirmed));

        // Ready, set back by what opens, ready again, handed in.
        await walk.ActAsAsync(Ada.Name);
        await walk.OpenAsync(id);
        await walk.RunAsync("MarkReady");
        await walk.AssertStandsAsync(id, OfferPage.ReadyToSubmit, "MarkSubmitted");
        await walk.EnterAsync("rdy_summary", "");
        await walk.AssertStandsAsync(id, OfferPage.InReview, "MarkReady");
        await walk.ShowTabOfAsync("WebResource_checklist");
        await Assertions.Expect(offer.Row(Summary)).ToContainTextAsync(words.Option(Items, "rdy_status", ItemNotMet));
        await walk.AssertSpokenAsync("an offer set back to review");
        await walk.RefusedAsync("MarkReady", Summary);
        await walk.EnterAsync("rdy_summary", sample.Text("rdy_summary"));
        await walk.RunAsync("MarkReady");
        await walk.AssertStandsAsync(id, OfferPage.ReadyToSubmit, "MarkSubmitted");
        await walk.RunAsync("MarkSubmitted");
        await walk.AssertStandsAsync(id, Submitted, "MarkCertified", "MarkRejected");

        // What opens once the marketplace has the offer is shown and takes nothing back: it is theirs to decide.
        await walk.EnterAsync("rdy_summary", "");
        await walk.AssertStandsAsync(id, Submitted, "MarkCertified", "MarkRejected");
        Assert.Contains(await OfferPage.OpenItemsAsync(ada, id), item => item.Key == Summary);
        await walk.EnterAsync("rdy_summary", sample.Text("rdy_summary"));
        Assert.Empty(await OfferPage.OpenItemsAsync(ada, id));
        await walk.RunAsync("MarkCertified");
        await walk.AssertStandsAsync(id, Certified, "MarkLive");
        await walk.RecordVerdictAsync(VerdictPassed, last, Remark(language));
        await Assertions.Expect(await walk.VerdictsAsync()).ToContainTextAsync(words.Option("rdy_certification", "rdy_memory", Agreed));
        await walk.RunAsync("MarkLive");
        await walk.AssertStandsAsync(id, Live, "Submit");
        var stored = await ada.GetAsync($"rdy_offers({id})?$select=rdy_lastpublishedon,rdy_acceptedpackage");
        Assert.NotNull(stored["rdy_lastpublishedon"]);
        Assert.NotNull(stored["rdy_acceptedpackage"]);
        await walk.AcceptStoredAsync(id);
        await walk.AssertTabsSpokenAsync("a live offer");
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(1053)]
    public async Task A_rejected_offer_goes_back_to_review_and_to_draft(int language)
    {
        using var ada = readiness.As(Ada.Id);
        using var rune = readiness.As(Rune.Id);
        await using var author = await UserLanguage.SwitchAsync(ada, language);
        await using var window = await readiness.OpenAsync();
        var words = await Words.ReadAsync(ada);
        var sample = SampleOffer.Of(Sample, Current);
        var walk = new OfferWalk(window, ada, words, await SpeechAsync(words, language, sample), language);
        var id = await ada.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = sample.Text("rdy_name"), ["rdy_ruleset"] = Current });
        await ada.UploadAsync($"rdy_offers({id})/rdy_package", sample.FileOf("rdy_package"));
        await sample.EnterRestAsync(ada, id, ["rdy_name", "rdy_ruleset"], []);
        await ada.CallAsync($"rdy_offers({id})/Microsoft.Dynamics.CRM.rdy_InspectPackage");
        await OfferPage.ConfirmAllButAsync(rune, id);
        foreach (var status in new[] { OfferPage.InReview, OfferPage.ReadyToSubmit, Submitted })
            await ada.UpdateAsync($"rdy_offers({id})", new JsonObject { ["statuscode"] = status });

        await walk.ActAsAsync(Ada.Name);
        await walk.OpenAsync(id);
        await walk.RunAsync("MarkRejected");
        await walk.AssertStandsAsync(id, Rejected, "Submit");
        await walk.RecordVerdictAsync(VerdictRejected, Summary, Remark(language));
        await Assertions.Expect(await walk.VerdictsAsync()).ToContainTextAsync(words.Option("rdy_certification", "rdy_memory", Missed));
        await walk.AssertSpokenAsync("the verdicts of a rejected offer");
        await walk.RunAsync("Submit");
        await walk.AssertStandsAsync(id, OfferPage.InReview, "MarkReady");
        await walk.ChooseStatusAsync(Draft);
        await walk.AssertStandsAsync(id, Draft, "Submit", "MarkReady");
        await walk.RunAsync("MarkReady");
        await walk.AssertStandsAsync(id, OfferPage.ReadyToSubmit, "MarkSubmitted");
    }

    private static string Note(int language) => language == 1053 ? "Läst och provat mot portalen." : "Read, and tried against the portal.";

    private static string Remark(int language) => language == 1053 ? "Granskarnas svar" : "The answer of the reviewers";

    /// <summary>Somebody else reads the app in the other language, so that its labels are known when they turn up.</summary>
    private async Task<Speech> SpeechAsync(Words words, int language, SampleOffer sample)
    {
        using var rita = readiness.As(Rita);
        await using var other = await UserLanguage.SwitchAsync(rita, language == 1053 ? 1033 : 1053);
        var foreign = await words.SaidOtherwiseInAsync(await Words.ReadAsync(rita));
        return new Speech(language, foreign, [.. sample.Texts, Note(language), Remark(language), "Checked against the portal.", Ada.Name, Rune.Name]);
    }
}
