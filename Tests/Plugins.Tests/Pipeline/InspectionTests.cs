using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Tests.Cases.Inspection;
using Microsoft.Xrm.Sdk;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>What becomes of an image or package, whichever way its bytes arrive.</summary>
public sealed class InspectionTests
{
    private const string SearchLogo = "D365-18-S-14";

    private static readonly byte[] Logo = PngBuilder.Image(48, 48);

    [Fact]
    public void Bytes_in_the_request_are_inspected_at_once()
    {
        using var organization = new TestOrganization();
        var offer = organization.CreateOffer();

        var asset = Asset(organization, offer, (MarketingAsset.Image, Logo));

        Assert.Equal((int)InspectionState.Inspected, State(organization, asset));
        Assert.Equal((int)VerdictKind.Met, Verdict(organization, offer));
    }

    [Fact]
    public async Task Bytes_that_the_platform_keeps_from_the_steps_are_inspected_in_the_background()
    {
        using var organization = new TestOrganization(options => options with { ImageBytesInTarget = false });
        var offer = organization.CreateOffer();

        var asset = Asset(organization, offer, (MarketingAsset.Image, Logo));
        var before = (State(organization, asset), Verdict(organization, offer));
        await organization.Organization.Async.DrainAsync();

        Assert.Equal(((int)InspectionState.NotInspected, (int)VerdictKind.Undecided), before);
        Assert.Equal((int)VerdictKind.Met, Verdict(organization, offer));
    }

    [Fact]
    public async Task A_block_upload_that_raises_an_update_is_inspected_in_the_background()
    {
        using var organization = new TestOrganization(options => options with { BlockUploadRaisesUpdate = true });
        var offer = organization.CreateOffer();
        var asset = Asset(organization, offer);

        organization.Upload(MarketingAsset.Table, asset, MarketingAsset.Image, "logo.png", Logo);
        var before = Verdict(organization, offer);
        await organization.Organization.Async.DrainAsync();

        Assert.Equal((int)VerdictKind.Undecided, before);
        Assert.Equal((int)VerdictKind.Met, Verdict(organization, offer));
    }

    [Fact]
    public void A_block_upload_that_raises_nothing_is_undecided_until_the_client_asks_for_an_inspection()
    {
        using var organization = new TestOrganization(options => options with { BlockUploadRaisesUpdate = false });
        var offer = organization.CreateOffer();
        var asset = Asset(organization, offer);

        organization.Upload(MarketingAsset.Table, asset, MarketingAsset.Image, "logo.png", Logo);
        Execute(organization, CustomApi.EvaluateOffer, Offer.Table, offer);
        var before = Verdict(organization, offer);
        var answer = Execute(organization, CustomApi.InspectAsset, MarketingAsset.Table, asset);

        Assert.Equal((int)VerdictKind.Undecided, before);
        Assert.Equal(("Inspected", "PNG", 48, 48), (answer["Inspection"], answer["Format"], answer["Width"], answer["Height"]));
        Assert.Equal((int)VerdictKind.Met, Verdict(organization, offer));
    }

    [Fact]
    public void Damaged_bytes_from_a_block_upload_are_not_met()
    {
        using var organization = new TestOrganization();
        var offer = organization.CreateOffer();
        var asset = Asset(organization, offer);

        // The platform looks at the head of an image only.
        organization.Upload(MarketingAsset.Table, asset, MarketingAsset.File, "guide.pdf", [1, 2, 3]);
        organization.Update(MarketingAsset.Table, asset, (MarketingAsset.Kind, new OptionSetValue((int)AssetKind.Document)));
        Execute(organization, CustomApi.InspectAsset, MarketingAsset.Table, asset);

        Assert.Equal((int)VerdictKind.NotMet, Verdict(organization, offer, "D365-18-S-17"));
    }

    [Theory]
    [InlineData(255, VerdictKind.Met)]
    [InlineData(256, VerdictKind.NotMet)]
    public void The_name_of_an_uploaded_manual_is_read_beside_its_bytes(int characters, VerdictKind verdict)
    {
        using var organization = new TestOrganization();
        var offer = organization.CreateOffer(
            (Offer.RuleSet, new OptionSetValue((int)RuleSetChoice.Current)), (Offer.TestDrive, new OptionSetValue((int)YesNo.Yes)));
        var asset = Asset(organization, offer, (MarketingAsset.Kind, new OptionSetValue((int)AssetKind.TestDriveManual)));

        var manual = File.ReadAllBytes(RepositoryFolder.PathOf("Samples", "dataverse-readiness", "documents", "user-guide.pdf"));
        organization.Upload(MarketingAsset.Table, asset, MarketingAsset.File, new string('x', characters - 4) + ".pdf", manual);
        Execute(organization, CustomApi.InspectAsset, MarketingAsset.Table, asset);

        Assert.Equal((int)verdict, Verdict(organization, offer, "D365-CU-D-10"));
    }

    [Fact]
    public void An_intact_image_of_the_wrong_size_is_stored_and_not_met_with_its_measured_size()
    {
        using var organization = new TestOrganization();
        var offer = organization.CreateOffer();

        Asset(organization, offer, (MarketingAsset.Image, PngBuilder.Image(47, 48)));

        var item = organization.Items(offer)[SearchLogo];
        Assert.Equal((int)VerdictKind.NotMet, item.GetAttributeValue<OptionSetValue>(ChecklistItem.Verdict).Value);
        Assert.Contains("47 x 48", (string)item[ChecklistItem.Reason], StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_inspected_when_asked()
    {
        using var organization = new TestOrganization();
        var offer = organization.CreateOffer();

        organization.Upload(Offer.Table, offer, Offer.Package, "package.zip", ZipBuilder.Package().Bytes());
        var answer = Execute(organization, CustomApi.InspectPackage, Offer.Table, offer);

        Assert.Equal(("Inspected", 0), (answer["Inspection"], answer["Findings"]));
        Assert.Equal((int)InspectionState.Inspected, organization.Read(Offer.Table, offer).GetAttributeValue<OptionSetValue>(Offer.PackageInspection).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_uploads_a_file_has_entered_it_whether_or_not_an_event_is_raised(bool raisesUpdate)
    {
        var reviewer = new Guid("00000000-0000-0000-0000-00000000a002");
        using var organization = new TestOrganization(options => options with { BlockUploadRaisesUpdate = raisesUpdate });
        organization.Organization.AddUsers([new SeedUser(reviewer, "Rolf Reviewer", 1053, ["Readiness Reviewer"])]);
        var me = organization.Organization.DefaultCaller.UserId;
        var offer = organization.CreateOffer();
        var asset = Asset(organization, offer);
        foreach (var (table, id, column, bytes, message) in new[]
        {
            (MarketingAsset.Table, asset, MarketingAsset.Image, Logo, CustomApi.InspectAsset),
            (Offer.Table, offer, Offer.Package, ZipBuilder.Package().Bytes(), CustomApi.InspectPackage),
        })
        {
            organization.Upload(table, id, column, "file", bytes);
            organization.Organization.Execute(new OrganizationRequest(message) { ["Target"] = new EntityReference(table, id) }, organization.Organization.DefaultCaller);
            await organization.Organization.Async.DrainAsync();
            var first = AuthorOf(table, id, column);

            // Who looks again at the same file has not brought it.
            organization.Organization.Execute(new OrganizationRequest(message) { ["Target"] = new EntityReference(table, id) }, new Caller(reviewer));

            Assert.Equal(((Guid?)me, (Guid?)me), (first, AuthorOf(table, id, column)));
        }

        Guid? AuthorOf(string table, Guid id, string column) => AuthorMap.Parse((string)organization.Read(table, id)[Offer.EnteredBy]).Of(column);
    }

    private static Guid Asset(TestOrganization organization, Guid offer, params (string Column, object? Value)[] values) =>
        organization.CreateChild(MarketingAsset.Table, offer, [(MarketingAsset.Kind, new OptionSetValue((int)AssetKind.SearchLogo48)), .. values]);

    private static int State(TestOrganization organization, Guid asset) =>
        organization.Read(MarketingAsset.Table, asset).GetAttributeValue<OptionSetValue>(MarketingAsset.Inspection).Value;

    private static int Verdict(TestOrganization organization, Guid offer, string key = SearchLogo) =>
        organization.Items(offer)[key].GetAttributeValue<OptionSetValue>(ChecklistItem.Verdict).Value;

    private static OrganizationResponse Execute(TestOrganization organization, string message, string table, Guid id) =>
        organization.Execute(new OrganizationRequest(message) { ["Target"] = new EntityReference(table, id) });
}
