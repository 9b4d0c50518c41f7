namespace DataverseReadiness.Rules;

/// <summary>What a marketing asset is for. The four seed logos and the storefront upload sizes are different kinds. Values are those of the choice <c>rdy_assetkind</c>.</summary>
public enum AssetKind
{
    Logo40 = 847360000,
    Logo90 = 847360001,
    Logo115 = 847360002,
    Logo255x115 = 847360003,
    SearchLogo48 = 847360004,
    DetailLogo216 = 847360005,
    ApplicationLogo255x115 = 847360006,
    Screenshot = 847360007,
    Video = 847360008,
    Document = 847360009,
    ScenarioDocument = 847360010,
    TestDriveManual = 847360011,
    TestDriveVideo = 847360012,
    LargeLogo = 847360013,
    HeroImage = 847360014,
    PreCheckReport = 847360015,
}
