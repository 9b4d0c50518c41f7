using System.Reflection;
using System.Text.Json;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Samples;

/// <summary>Reads a sample's folder into facts, inspecting its files as the plug-ins would.</summary>
internal static class SampleOffer
{
    public static string PathOf(string sample) => Path.Combine(Repository.Root, "Samples", sample);

    /// <summary>The sample's offer under a rule set, with its own children alone.</summary>
    public static OfferFacts Read(string sample, RuleSetChoice ruleSet, DateTime now)
    {
        var folder = PathOf(sample);
        using var data = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "data.json")));
        var records = data.RootElement.GetProperty("records").EnumerateArray().ToList();
        var offer = records.Single(record => Table(record) == "rdy_offer" && record.GetProperty("values").GetProperty("rdy_ruleset").GetInt32() == (int)ruleSet);
        var id = offer.GetProperty("id").GetString();
        var facts = Fill(new OfferFacts
        {
            Now = now,
            PackageInspection = InspectionState.Inspected,
            Package = PackageInspector.Inspect(File.OpenRead(FileOf(folder, offer, "rdy_package")!)),
            Trials = Children("rdy_trial", _ => new TrialFact()),
            SupportLinks = Children("rdy_supportlink", _ => new SupportLinkFact()),
            Assets = Children("rdy_marketingasset", record => Inspect(folder, record)),
            Plans = Children("rdy_plan", _ => new PlanFact()),
        }, offer);
        return facts;

        List<T> Children<T>(string table, Func<JsonElement, T> create)
            where T : class => records.Where(record => Table(record) == table && Parent(record) == id).Select(record => Fill(create(record), record)).ToList();
    }

    private static string Table(JsonElement record) => record.GetProperty("table").GetString()!;

    private static string? Parent(JsonElement record) => record.GetProperty("values").GetProperty("rdy_offerid").GetProperty("id").GetString();

    private static string? FileOf(string folder, JsonElement record, string column) =>
        record.TryGetProperty("files", out var files) && files.TryGetProperty(column, out var path) ? Path.Combine(folder, path.GetString()!) : null;

    private static AssetFact Inspect(string folder, JsonElement record)
    {
        if (FileOf(folder, record, "rdy_file") is { } document)
        {
            var file = FileInspector.Inspect(File.ReadAllBytes(document));
            return Asset(file.Format, file.Width, file.Height, file.Bytes, file.Sha256, file.Damage);
        }

        if (FileOf(folder, record, "rdy_image") is not { } picture)
            return new AssetFact();
        var image = ImageInspector.Inspect(File.ReadAllBytes(picture));
        return Asset(image.Format, image.Width, image.Height, image.Bytes, image.Sha256, image.Damage);
    }

    private static AssetFact Asset(string format, int width, int height, long bytes, string sha256, Message? damage) => new()
    {
        Inspection = damage is null ? InspectionState.Inspected : InspectionState.Damaged,
        Format = format,
        Width = width,
        Height = height,
        Bytes = bytes,
        Sha256 = sha256,
        Finding = damage,
    };

    /// <summary><c>AppType</c> is the column <c>rdy_apptype</c>; a column that no fact is read from is a mistake in the sample.</summary>
    private static T Fill<T>(T facts, JsonElement record)
        where T : class
    {
        Set(facts, "id", type => record.GetProperty("id").GetGuid());
        foreach (var value in record.GetProperty("values").EnumerateObject().Where(value => value.Name != "rdy_offerid"))
            Set(facts, value.Name["rdy_".Length..], type => Convert(value.Value, type));
        return facts;
    }

    private static void Set(object facts, string name, Func<Type, object?> value)
    {
        const BindingFlags Named = BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance;
        if (facts.GetType().GetProperty(name, Named) is { } property)
            property.SetValue(facts, value(property.PropertyType));
        else if (facts.GetType().GetField(name, Named) is { } field)
            field.SetValue(facts, value(field.FieldType));
        else
            throw new InvalidOperationException($"No fact is read from the column rdy_{name}.");
    }

    private static object? Convert(JsonElement value, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var element = type.GetGenericArguments()[0];
            var choices = Array.CreateInstance(element, value.GetArrayLength());
            foreach (var (index, item) in value.EnumerateArray().Index())
                choices.SetValue(Convert(item, element), index);
            return choices;
        }

        var simple = Nullable.GetUnderlyingType(type) ?? type;
        if (simple.IsEnum)
        {
            var choice = Enum.ToObject(simple, value.GetInt32());
            return Enum.IsDefined(simple, choice) ? choice : throw new InvalidOperationException($"{value} is no {simple.Name}.");
        }

        return simple == typeof(string) ? value.GetString()
            : simple == typeof(int) ? value.GetInt32()
            : simple == typeof(decimal) ? value.GetDecimal()
            : simple == typeof(DateTime) ? value.GetDateTime()
            : throw new InvalidOperationException($"A sample cannot hold a {simple.Name}.");
    }
}
