using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>Inspection results of some packages, as they are stored.</summary>
public static class Packages
{
    public const string Complete =
        "{\"bytes\":1000,\"sha256\":\"0a\",\"findings\":[],\"solutions\":[{\"file\":\"Quotes/Quotes_managed.zip\",\"uniqueName\":\"Quotes\",\"version\":\"1.0.0.0\",\"isManaged\":true}],\"inputFile\":\"input.xml\",\"input\":{}}";

    public const string FromMac =
        "{\"bytes\":1000,\"sha256\":\"0b\",\"findings\":[{\"part\":\"Outer\",\"message\":[\"package.mac\",\"quotes.zip\",\"__MACOSX/._input.xml\",\"3\"]}],\"solutions\":[],\"inputFile\":\"input.xml\",\"input\":{}}";

    public const string Unmanaged =
        "{\"bytes\":1000,\"sha256\":\"0c\",\"findings\":[{\"part\":\"Solution\",\"message\":[\"package.solution.unmanaged\",\"Quotes/Quotes.zip\"]}],\"solutions\":[],\"inputFile\":\"input.xml\",\"input\":{}}";

    public const string Empty =
        "{\"bytes\":22,\"sha256\":\"0d\",\"findings\":[{\"part\":\"Outer\",\"message\":[\"package.missing\",\"package.zip\"]},{\"part\":\"Input\",\"message\":[\"package.input.none\"]}],\"solutions\":[],\"inputFile\":\"\",\"input\":{}}";

    public const string InnerIncomplete =
        "{\"bytes\":1000,\"sha256\":\"0f\",\"findings\":[{\"part\":\"Inner\",\"message\":[\"package.missing\",\"ImportConfig.xml\"]}],\"solutions\":[],\"inputFile\":\"input.xml\",\"input\":{}}";

    public const string NoZip =
        "{\"bytes\":5,\"sha256\":\"0e\",\"damage\":[\"package.zip.unreadable\",\"quotes.zip\"],\"findings\":[{\"part\":\"Archive\",\"message\":[\"package.zip.unreadable\",\"quotes.zip\"]}],\"solutions\":[],\"inputFile\":\"\",\"input\":{}}";

    public static OfferFacts With(string json, InspectionState inspection = InspectionState.Inspected) =>
        new OfferFacts { PackageInspection = inspection, Package = PackageFacts.FromJson(json) };
}
