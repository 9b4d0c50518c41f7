using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>X-01 to X-16, V-02.</summary>
public sealed class PackageCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        //
        NotMet("X-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_licensemodel)", "column.fill($column.rdy_offer.rdy_licensemodel)", "rdy_offer.rdy_licensemodel"),
        Met("X-01", "per user", new OfferFacts { LicenseModel = LicenseModel.User }, "column.value($column.rdy_offer.rdy_licensemodel, $choice.LicenseModel.User)", "rdy_offer.rdy_licensemodel"),
        NotMet("X-02", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_securestore)", "column.fill($column.rdy_offer.rdy_securestore)", "rdy_offer.rdy_securestore"),
        Met("X-02", "no", new OfferFacts { SecureStore = YesNo.No }, "column.value($column.rdy_offer.rdy_securestore, $choice.YesNo.No)", "rdy_offer.rdy_securestore"),
        Met("X-02", "yes", new OfferFacts { SecureStore = YesNo.Yes }, "column.value($column.rdy_offer.rdy_securestore, $choice.YesNo.Yes)", "rdy_offer.rdy_securestore"),

        //
        NotMet("X-03", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_lifecycleevents)", "column.fill($column.rdy_offer.rdy_lifecycleevents)", "rdy_offer.rdy_lifecycleevents"),
        NotApplicable("X-03", "no events", new OfferFacts { LifecycleEvents = YesNo.No }, "lifecycle.none", "rdy_offer.rdy_lifecycleevents"),
        NotMet("X-03", "events without an agreement", new OfferFacts { LifecycleEvents = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_lifecycleagreement)", "fix.D365-18-X-03", "rdy_offer.rdy_lifecycleagreement"),
        Undecided("X-03", "events with an agreement", new OfferFacts { LifecycleEvents = YesNo.Yes, LifecycleAgreement = "2018-77" }, "column.value($column.rdy_offer.rdy_lifecycleagreement, 2018-77)", "rdy_offer.rdy_lifecycleevents"),

        //
        NotApplicable("X-04", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_configurationurl)", "rdy_offer.rdy_configurationurl"),
        NotMet("X-04", "a private host", new OfferFacts { ConfigurationUrl = "https://localhost/config" }, "url.private(localhost)", "fix.D365-18-X-04", "rdy_offer.rdy_configurationurl"),
        Undecided("X-04", "an address", new OfferFacts { ConfigurationUrl = "https://contoso.com/config" }, "column.value($column.rdy_offer.rdy_configurationurl, https://contoso.com/config)", "rdy_offer.rdy_configurationurl"),

        //
        NotApplicable("X-05", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_applicableproducts)", "rdy_offer.rdy_applicableproducts"),
        Met("X-05", "two products", new OfferFacts { ApplicableProducts = new[] { DynamicsProduct.Sales, DynamicsProduct.FieldService } }, "choices.chosen($column.rdy_offer.rdy_applicableproducts, $choice.DynamicsProduct.Sales $choice.DynamicsProduct.FieldService)", "rdy_offer.rdy_applicableproducts"),

        //
        NotApplicable("X-06", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_marketingonly)", "rdy_offer.rdy_marketingonly"),
        NotApplicable("X-06", "no", new OfferFacts { MarketingOnly = YesNo.No }, "marketing.no", "rdy_offer.rdy_marketingonly"),
        NotMet("X-06", "no versions", new OfferFacts { MarketingOnly = YesNo.Yes }, "columns.empty($column.rdy_offer.rdy_publishedversion $column.rdy_offer.rdy_appversion)", "columns.fill($column.rdy_offer.rdy_publishedversion $column.rdy_offer.rdy_appversion)", "rdy_offer.rdy_publishedversion"),
        NotMet("X-06", "another version", new OfferFacts { MarketingOnly = YesNo.Yes, PublishedVersion = "1.0.0.0", AppVersion = "1.0.0.1" }, "marketing.differs(1.0.0.0, 1.0.0.1)", "fix.D365-18-X-06", "rdy_offer.rdy_marketingonly"),
        Met("X-06", "the published version", new OfferFacts { MarketingOnly = YesNo.Yes, PublishedVersion = "1.0.0.0", AppVersion = "1.0.0.0" }, "marketing.same(1.0.0.0)", "rdy_offer.rdy_marketingonly"),

        //
        NotMet("X-07", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_packagefilename)", "fix.D365-18-X-07", "rdy_offer.rdy_packagefilename"),
        NotMet("X-07", "another ending", new OfferFacts { PackageFileName = "quotes.cab" }, "column.value($column.rdy_offer.rdy_packagefilename, quotes.cab)", "fix.D365-18-X-07", "rdy_offer.rdy_packagefilename"),
        NotMet("X-07", "only the ending", new OfferFacts { PackageFileName = ".zip" }, "column.value($column.rdy_offer.rdy_packagefilename, .zip)", "fix.D365-18-X-07", "rdy_offer.rdy_packagefilename"),
        NotMet("X-07", "in a folder", new OfferFacts { PackageFileName = "drop/quotes.zip" }, "column.value($column.rdy_offer.rdy_packagefilename, drop/quotes.zip)", "fix.D365-18-X-07", "rdy_offer.rdy_packagefilename"),
        Met("X-07", "a zip", new OfferFacts { PackageFileName = "q.ZIP" }, "column.value($column.rdy_offer.rdy_packagefilename, q.ZIP)", "rdy_offer.rdy_packagefilename"),

        //
        NotMet("X-08", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_packageurl)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "no address", new OfferFacts { PackageUrl = "quotes.zip" }, "url.scheme.missing(quotes.zip)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "over http", Sas("http://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&se=2019-04-01&sr=b&sig=removed"), "url.http", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "another host", Sas("https://contoso.com/quotes.zip?sp=r&se=2019-04-01&sr=b&sig=removed"), "sas.host(contoso.com)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "no signature", Sas("https://contoso.blob.core.windows.net/drop/quotes.zip"), "sas.missing(sp)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "no expiry", Sas("https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&sr=b&sig=removed"), "sas.missing(se)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "read and write", Sas("https://contoso.blob.core.windows.net/drop/quotes.zip?sp=rw&se=2019-04-01&sr=b&sig=removed"), "sas.permissions(rw)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        NotMet("X-08", "expires now", Sas("https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&se=2019-03-01T12:00:00Z&sr=b&sig=removed"), "signature.expired(2019-03-01 12:00 UTC)", "fix.D365-18-X-08", "rdy_offer.rdy_packageurl"),
        Undecided("X-08", "expires in a second", Sas("https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&se=2019-03-01T12:00:01Z&sr=b&sig=removed"), "signature.until(2019-03-01 12:00 UTC)", "rdy_offer.rdy_packageurl"),

        //
        NotMet("X-09", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_multiplepackages)", "column.fill($column.rdy_offer.rdy_multiplepackages)", "rdy_offer.rdy_multiplepackages"),
        Met("X-09", "one package", new OfferFacts { MultiplePackages = YesNo.No, PackageFiles = "quotes.zip" }, "packages.one", "rdy_offer.rdy_multiplepackages"),
        NotMet("X-09", "one package declared, two listed", new OfferFacts { MultiplePackages = YesNo.No, PackageFiles = "quotes8.zip\nquotes9.zip" }, "packages.contradiction(2)", "packages.contradiction.fix", "rdy_offer.rdy_packagefiles"),
        NotMet("X-09", "several declared, one listed twice", new OfferFacts { MultiplePackages = YesNo.Yes, PackageFiles = "quotes.zip\nQUOTES.zip" }, "packages.few(1)", "fix.D365-18-X-09", "rdy_offer.rdy_packagefiles"),
        NotMet("X-09", "several declared, one no zip", new OfferFacts { MultiplePackages = YesNo.Yes, PackageFiles = "quotes8.zip\nquotes9.txt" }, "packages.nozip(quotes9.txt)", "fix.D365-18-X-09", "rdy_offer.rdy_packagefiles"),
        Met("X-09", "two packages", new OfferFacts { MultiplePackages = YesNo.Yes, PackageFiles = "quotes8.zip\nquotes9.zip" }, "packages.several(2, quotes8.zip, quotes9.zip)", "rdy_offer.rdy_multiplepackages"),
        Met("X-09", "six packages", new OfferFacts { MultiplePackages = YesNo.Yes, PackageFiles = "a.zip\nb.zip\nc.zip\nd.zip\ne.zip\nf.zip" }, "packages.several(6, a.zip, b.zip, c.zip, d.zip, e.zip, …)", "rdy_offer.rdy_multiplepackages"),

        //
        NotMet("X-10", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.ScenarioDocument)", "fix.D365-18-X-10(1)", "new rdy_marketingasset.rdy_kind"),
        NotMet("X-10", "nothing uploaded", With(new AssetFact { Name = "Guide", Kind = AssetKind.ScenarioDocument }), "asset.nothing(Guide, $column.rdy_marketingasset.rdy_file)", "fix.D365-18-X-10(1)", "rdy_marketingasset.rdy_file"),
        Uninspected("X-10", "not inspected", With(new AssetFact { Name = "Guide", Kind = AssetKind.ScenarioDocument, Inspection = InspectionState.NotInspected }), "asset.uninspected(Guide)", "asset.uninspected.fix", "rdy_marketingasset.rdy_file"),
        NotMet("X-10", "damaged", With(new AssetFact { Name = "Guide", Kind = AssetKind.ScenarioDocument, Inspection = InspectionState.Damaged, Finding = new Message("file.pdf.end") }), "file.pdf.end", "fix.D365-18-X-10(1)", "rdy_marketingasset.rdy_file"),
        NotMet("X-10", "a picture", With(File(AssetKind.ScenarioDocument, "PNG")), "document.format(Guide, PNG)", "fix.D365-18-X-10(1)", "rdy_marketingasset.rdy_file"),
        NotMet("X-10", "no known format", With(File(AssetKind.ScenarioDocument, "")), "document.unknown(Guide)", "fix.D365-18-X-10(1)", "rdy_marketingasset.rdy_file"),
        NotMet("X-10", "two of them", With(File(AssetKind.ScenarioDocument, "PDF"), File(AssetKind.ScenarioDocument, "DOCX")), "asset.many(2, $choice.AssetKind.ScenarioDocument, 1)", "asset.many.fix(1, $choice.AssetKind.ScenarioDocument)", "rdy_marketingasset.rdy_kind"),
        Undecided("X-10", "a Word document", With(File(AssetKind.ScenarioDocument, "DOCX")), "document.right(Guide, DOCX)", "rdy_marketingasset.rdy_file"),
        Undecided("X-10", "a PDF", With(File(AssetKind.ScenarioDocument, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),

        //
        NotMet("X-11", "nothing read", new OfferFacts { RegionPermission = YesNo.Yes }, "column.empty($column.rdy_offer.rdy_packageregions)", "fix.D365-18-X-11", "rdy_offer.rdy_packageregions"),
        Met("X-11", "a usual region", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea } }, "choices.chosen($column.rdy_offer.rdy_packageregions, $choice.PackageRegion.Emea)", "rdy_offer.rdy_packageregions"),
        NotMet("X-11", "special regions", new OfferFacts { PackageRegions = new[] { PackageRegion.Emea, PackageRegion.Germany, PackageRegion.TestInProduction }, RegionPermission = YesNo.No }, "regions.special($choice.PackageRegion.Germany $choice.PackageRegion.TestInProduction)", "regions.special.fix($choice.PackageRegion.Germany $choice.PackageRegion.TestInProduction)", "rdy_offer.rdy_regionpermission"),
        NotMet("X-11", "US Government, permission not known", new OfferFacts { PackageRegions = new[] { PackageRegion.UsGovernment } }, "regions.special($choice.PackageRegion.UsGovernment)", "regions.special.fix($choice.PackageRegion.UsGovernment)", "rdy_offer.rdy_regionpermission"),
        Met("X-11", "a special region with permission", new OfferFacts { PackageRegions = new[] { PackageRegion.Germany }, RegionPermission = YesNo.Yes }, "choices.chosen($column.rdy_offer.rdy_packageregions, $choice.PackageRegion.Germany)", "rdy_offer.rdy_packageregions"),

        //
        NotMet("X-12", "the seed logo does not count", With(Image(AssetKind.Logo255x115, 255, 115)), "asset.none($choice.AssetKind.ApplicationLogo255x115)", "png.add($choice.AssetKind.ApplicationLogo255x115, 255, 115)", "new rdy_marketingasset.rdy_kind"),
        NotMet("X-12", "one pixel lower", With(Image(AssetKind.ApplicationLogo255x115, 255, 114)), "png.size(Picture, 255, 114)", "png.fix(255, 115)", "rdy_marketingasset.rdy_image"),
        Met("X-12", "right size", With(Image(AssetKind.ApplicationLogo255x115, 255, 115)), "png.right(255, 115)", "rdy_marketingasset.rdy_image"),

        // V-02
        NotMet("X-13", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Uninspected("X-13", "not inspected", new OfferFacts { PackageInspection = InspectionState.NotInspected }, "zip.uninspected", "zip.uninspected.fix", "rdy_offer.rdy_package"),
        Uninspected("X-13", "uploaded anew, not inspected", Packages.With(Packages.Complete, InspectionState.NotInspected), "zip.uninspected", "zip.uninspected.fix", "rdy_offer.rdy_package"),
        Met("X-13", "complete", Packages.With(Packages.Complete), "zip.complete", "rdy_offer.rdy_package"),
        Met("X-14", "complete", Packages.With(Packages.Complete), "zip.complete", "rdy_offer.rdy_package"),
        Met("X-15", "complete", Packages.With(Packages.Complete), "zip.complete", "rdy_offer.rdy_package"),
        Met("X-16", "complete", Packages.With(Packages.Complete), "zip.complete", "rdy_offer.rdy_package"),
        Met("V-02", "complete", Packages.With(Packages.Complete), "zip.complete", "rdy_offer.rdy_package"),
        NotMet("X-13", "zipped on macOS", Packages.With(Packages.FromMac), "package.mac(quotes.zip, __MACOSX/._input.xml, 3)", "fix.D365-18-X-13", "rdy_offer.rdy_package"),
        Met("X-14", "zipped on macOS", Packages.With(Packages.FromMac), "zip.complete", "rdy_offer.rdy_package"),
        NotMet("X-16", "unmanaged", Packages.With(Packages.Unmanaged), "package.solution.unmanaged(Quotes/Quotes.zip)", "fix.D365-18-X-16", "rdy_offer.rdy_package"),
        Met("X-13", "unmanaged", Packages.With(Packages.Unmanaged), "zip.complete", "rdy_offer.rdy_package"),
        NotMet("V-02", "unmanaged", Packages.With(Packages.Unmanaged), "package.solution.unmanaged(Quotes/Quotes.zip)", "fix.D365-18-V-02", "rdy_offer.rdy_package"),
        NotMet("X-15", "an empty zip", Packages.With(Packages.Empty), "package.input.none", "fix.D365-18-X-15", "rdy_offer.rdy_package"),
        NotMet("V-02", "an empty zip", Packages.With(Packages.Empty), "package.missing(package.zip)", "zip.findings.fix(2)", "rdy_offer.rdy_package"),
        NotMet("X-13", "no zip", Packages.With(Packages.NoZip), "package.zip.unreadable(quotes.zip)", "zip.damaged.fix", "rdy_offer.rdy_package"),
        NotMet("X-14", "no import configuration", Packages.With(Packages.InnerIncomplete), "package.missing(ImportConfig.xml)", "fix.D365-18-X-14", "rdy_offer.rdy_package"),
        Uninspected("X-14", "no zip", Packages.With(Packages.NoZip), "zip.unreadable", "zip.damaged.fix", "rdy_offer.rdy_package"),
        Uninspected("X-16", "no zip", Packages.With(Packages.NoZip), "zip.unreadable", "zip.damaged.fix", "rdy_offer.rdy_package"),
    };

    private static OfferFacts Sas(string url) => new OfferFacts { Now = Now, PackageUrl = url };
}
