using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Typed access to facts that are stored as JSON: what is missing or of another type is empty.</summary>
internal static class JsonFacts
{
    /// <summary>The most a multi-line column of the data model holds.</summary>
    public const int MaxLength = 1048576;

    /// <summary>The object in the text; null when the text is empty or something else.</summary>
    public static Dictionary<string, object?>? Read(string? json) =>
        !string.IsNullOrEmpty(json) && Json.TryRead(json!, out var root) ? root as Dictionary<string, object?> : null;

    /// <summary>
    /// Writes facts whose findings are their only unbounded part: the worst come first, and as many of them are written as there is
    /// room for, with the number of the others.
    /// </summary>
    /// <param name="facts">Everything but the findings.</param>
    /// <param name="findings">Worst first.</param>
    /// <param name="leftOut">Number of findings that were left out before.</param>
    public static string Write(Dictionary<string, object?> facts, IEnumerable<object?> findings, int leftOut)
    {
        // Room for the names of the two members and the number.
        var room = MaxLength - Json.Write(facts).Length - 60;
        var written = new List<object?>();
        var rest = 0;
        foreach (var finding in findings)
        {
            room -= rest > 0 ? 0 : Json.Write(finding).Length + 1;
            if (room < 0)
                rest++;
            else
                written.Add(finding);
        }

        facts["findings"] = written;
        facts["findingsLeftOut"] = (long)(leftOut + rest);
        return Json.Write(facts);
    }

    public static string Text(this Dictionary<string, object?> values, string name) => Value<string>(values, name) ?? "";

    public static long Number(this Dictionary<string, object?> values, string name) => values.TryGetValue(name, out var value) && value is long number ? number : 0;

    public static bool Flag(this Dictionary<string, object?> values, string name) => values.TryGetValue(name, out var value) && value is true;

    public static Guid? Id(this Dictionary<string, object?> values, string name) => Guid.TryParse(Text(values, name), out var id) ? id : null;

    public static TEnum Choice<TEnum>(this Dictionary<string, object?> values, string name)
        where TEnum : struct => Enum.TryParse<TEnum>(Text(values, name), out var value) ? value : default;

    public static IReadOnlyList<string> Texts(this Dictionary<string, object?> values, string name) => List(values, name).OfType<string>().ToList();

    public static IReadOnlyList<int> Numbers(this Dictionary<string, object?> values, string name) => List(values, name).OfType<long>().Select(number => (int)number).ToList();

    public static IEnumerable<Dictionary<string, object?>> Objects(this Dictionary<string, object?> values, string name) => List(values, name).OfType<Dictionary<string, object?>>();

    public static Message? Message(this Dictionary<string, object?> values, string name)
    {
        if (Value<List<object?>>(values, name) is not { } parts)
            return null;
        var texts = parts.Select(part => part as string ?? "").ToArray();
        return new Message(texts.FirstOrDefault() ?? "", texts.Skip(1).ToArray());
    }

    public static List<object?>? Write(Message? message) => message is null ? null : new[] { message.Key }.Concat(message.Arguments).ToList<object?>();

    public static string? Write(Guid? id) => id?.ToString("D", CultureInfo.InvariantCulture);

    private static List<object?> List(Dictionary<string, object?> values, string name) => Value<List<object?>>(values, name) ?? new List<object?>();

    private static T? Value<T>(Dictionary<string, object?> values, string name)
        where T : class => values.TryGetValue(name, out var value) ? value as T : null;
}
