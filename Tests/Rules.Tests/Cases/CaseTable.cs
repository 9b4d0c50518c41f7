using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>What the case tables are written with.</summary>
public abstract class CaseTable
{
    /// <summary>The day on which every case plays.</summary>
    protected static readonly DateTime Now = new DateTime(2019, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public abstract IEnumerable<RuleCase> Cases();

    protected static RuleCase Met(string key, string name, OfferFacts offer, string reason, string target) =>
        new RuleCase(key, name, offer, VerdictKind.Met, reason, "", target);

    protected static RuleCase NotMet(string key, string name, OfferFacts offer, string reason, string fix, string target) =>
        new RuleCase(key, name, offer, VerdictKind.NotMet, reason, fix, target);

    protected static RuleCase NotApplicable(string key, string name, OfferFacts offer, string reason, string target) =>
        new RuleCase(key, name, offer, VerdictKind.NotApplicable, reason, "", target);

    /// <summary>The data are right; who settles the rest is said by the requirement's own sentence.</summary>
    protected static RuleCase Undecided(string key, string name, OfferFacts offer, string reason, string target) =>
        new RuleCase(key, name, offer, VerdictKind.Undecided, reason, "settle." + RuleCase.Full(key), target);

    /// <summary>Bytes that nobody has looked into yet.</summary>
    protected static RuleCase Uninspected(string key, string name, OfferFacts offer, string reason, string fix, string target) =>
        new RuleCase(key, name, offer, VerdictKind.Undecided, reason, fix, target);

    protected static string Chars(int count) => new string('x', count);

    protected static OfferFacts With(params TrialFact[] trials) => new OfferFacts { Now = Now, Trials = trials };

    protected static OfferFacts With(params SupportLinkFact[] links) => new OfferFacts { Now = Now, SupportLinks = links };

    protected static OfferFacts With(params AssetFact[] assets) => new OfferFacts { Now = Now, Assets = assets };

    /// <summary>An offer with an enabled test drive.</summary>
    protected static OfferFacts Drive(params TrialFact[] trials) => new OfferFacts { Now = Now, TestDrive = YesNo.Yes, Trials = trials };

    protected static AssetFact Image(AssetKind kind, int width, int height, string format = "PNG") => new AssetFact
    {
        Id = new Guid("00000000-0000-0000-0000-0000000000a1"),
        Name = "Picture",
        Kind = kind,
        Inspection = InspectionState.Inspected,
        Format = format,
        Width = width,
        Height = height,
        Bytes = 100,
        Sha256 = "00",
    };

    protected static AssetFact File(AssetKind kind, string format, string name = "Guide") => new AssetFact
    {
        Id = new Guid("00000000-0000-0000-0000-0000000000a2"),
        Name = name,
        Kind = kind,
        Inspection = InspectionState.Inspected,
        Format = format,
        Bytes = 100,
        Sha256 = "00",
    };

    /// <summary>An asset whose bytes are in some state: null for nothing uploaded.</summary>
    protected static AssetFact Bytes(AssetKind kind, InspectionState? state, Message? finding = null) =>
        new AssetFact { Name = "Picture", Kind = kind, Inspection = state, Finding = finding };

    protected static AssetFact Film(AssetKind kind, string url, int width, int height, string name = "Tour") => new AssetFact
    {
        Name = name,
        Kind = kind,
        Url = url,
        Inspection = InspectionState.Inspected,
        Format = "PNG",
        Width = width,
        Height = height,
        Sha256 = "00",
    };

    protected static SupportLinkFact Link(LinkPurpose? purpose, string? url, SupportModel? model = null) =>
        new SupportLinkFact { Name = "Link", Purpose = purpose, Url = url, Model = model };
}
