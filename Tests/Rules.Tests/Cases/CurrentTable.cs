using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>What the case tables of today's rule set are written with.</summary>
public abstract class CurrentTable : CaseTable
{
    protected static TrialFact Free(int? period, PeriodUnit? unit, string? url = "https://contoso.com/try") =>
        new TrialFact { Name = "Free", Kind = TrialKind.FreeTrial, Period = period, PeriodUnit = unit, Url = url };

    /// <summary>An offer that Microsoft sells.</summary>
    protected static OfferFacts Sold(params PlanFact[] plans) =>
        new OfferFacts { Now = Now, SellThroughMicrosoft = YesNo.Yes, LicenseManagement = YesNo.Yes, Plans = plans };

    /// <summary>A solution with an app, its licence information, a role and labels in two languages.</summary>
    protected static PackageSolution Solution() => new PackageSolution
    {
        File = "Quotes/Quotes_managed.zip",
        UniqueName = "Quotes",
        Version = "1.2.0.0",
        IsManaged = true,
        IsRead = true,
        Languages = new[] { 1033, 1053 },
        Roles = new[] { "Quotes Visitor" },
        AppModules = new[] { new PackageApp { UniqueName = "rdy_quotes", Name = "Quotes App" } },
        ServicePlans = { "contoso.quotes.basic" },
        ServicePlanApps = { "contoso.quotes.basic", "Quotes App" },
    };

    /// <summary>An offer with an inspected package in which nothing is wrong.</summary>
    protected static OfferFacts Packaged(PackageSolution solution, Action<OfferFacts>? change = null) =>
        Changed(new PackageFacts { Sha256 = "0a", InputFile = "Input.xml", Solutions = new[] { solution } }, change);

    protected static OfferFacts Damaged(Action<OfferFacts> change) =>
        Changed(new PackageFacts { Sha256 = "0b", Damage = new Message("package.zip.unreadable", "quotes.zip") }, change);

    protected static OfferFacts Found(PackagePart part, string key, params string[] arguments) =>
        Changed(new PackageFacts { Sha256 = "0c", Findings = new[] { new PackageFinding(part, new Message(key, arguments)) } }, null);

    protected static OfferFacts Unsupported(string rule) => Changed(
        new PackageFacts { Sha256 = "0d", Findings = new[] { new PackageFinding(PackagePart.Code, new Message("script." + rule, "form.js", "7"), "form.js", 7, rule) } }, null);

    protected static OfferFacts Spelt(string inputFile) => Today(Changed(new PackageFacts { Sha256 = "0e", InputFile = inputFile }, null));

    protected static OfferFacts Countries(string supported, string markets) => Changed(
        new PackageFacts { Sha256 = "0f", Input = new Dictionary<string, string> { ["SupportedCountries"] = supported } }, offer => offer.Markets = markets);

    /// <summary>The same offer under today's rule set.</summary>
    protected static OfferFacts Today(OfferFacts offer)
    {
        offer.RuleSet = RuleSetChoice.Current;
        return offer;
    }

    protected static OfferFacts Mapped(string serviceId, string? components) => Packaged(Solution(), offer =>
    {
        offer.LicenseManagement = YesNo.Yes;
        offer.PublisherId = "contoso";
        offer.MarketplaceId = "quotes";
        offer.Plans = new[] { new PlanFact { Name = "Basic", MarketplaceId = "basic", ServiceId = serviceId, Components = components } };
    });

    protected static string Tenants(int count) => string.Join("\n", Enumerable.Repeat("0f8fad5b-d9cb-469f-a165-70867728950e", count));

    protected static OfferFacts Shared(string until, string permissions) => new OfferFacts
    {
        Id = Offers.Id,
        Now = Now,
        PackageUrl = "https://contoso.blob.core.windows.net/drop/quotes.zip?sp=" + permissions + "&se=" + until + "&sr=b&sig=removed",
    };

    /// <summary>A probe has downloaded the package.</summary>
    protected static OfferFacts Downloaded()
    {
        var offer = Shared("2019-06-01T12:00:00Z", "r");
        offer.Probes = new[]
        {
            new ProbeFact
            {
                Target = new FixTarget("rdy_offer", offer.Id, "rdy_packageurl").ToString(), Kind = ProbeKind.Package, Url = offer.PackageUrl, Outcome = ProbeOutcome.Reached, CheckedOn = Now,
            },
        };
        return offer;
    }

    /// <summary>Package, installation and functions were tested.</summary>
    protected static OfferFacts Tested() => Packaged(Solution(), offer =>
    {
        offer.InstallTestedOn = Now;
        offer.FunctionTestedOn = Now;
    });

    protected static OfferFacts Supported(params SupportLinkFact[] links) => new OfferFacts
    {
        Now = Now,
        SupportName = "Support",
        SupportEmail = "support@contoso.com",
        SupportPhone = "+46 8 123 457",
        SupportLinks = links,
    };

    protected static OfferFacts DriveWith(params AssetFact[] assets) => new OfferFacts { Now = Now, TestDrive = YesNo.Yes, Assets = assets };

    protected static OfferFacts Promised(string description, int period, PeriodUnit unit)
    {
        var offer = With(Free(period, unit));
        offer.Description = description;
        return offer;
    }

    protected static OfferFacts Captions(string name, params string[] captions) => new OfferFacts
    {
        Now = Now,
        Name = name,
        Assets = captions.Select(caption => Captioned(Image(AssetKind.Screenshot, 1280, 720), caption)).ToArray(),
    };

    protected static AssetFact Captioned(AssetFact asset, string caption)
    {
        asset.Caption = caption;
        return asset;
    }

    protected static AssetFact Sharp(AssetFact asset, decimal sharpness)
    {
        asset.Sharpness = sharpness;
        return asset;
    }

    private static OfferFacts Changed(PackageFacts package, Action<OfferFacts>? change)
    {
        var offer = new OfferFacts { Now = Now, PackageInspection = InspectionState.Inspected, Package = package };
        change?.Invoke(offer);
        return offer;
    }
}
