using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Sandbox.Store;

namespace Sandbox.Messages;

/// <summary>What <c>audit.changedata</c> holds, as JSON. Its outer form is the platform's; how values are written in it is not documented.</summary>
internal static class AuditData
{
    // DP/auditing/retrieve-audit-data: larger values are cut, and end in an ellipsis.
    private const int MostCharacters = 5000;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T data) => JsonSerializer.Serialize(data, Json);

    public static T Read<T>(Entity audit) => JsonSerializer.Deserialize<T>(audit.GetAttributeValue<string>("changedata"), Json)!;

    /// <summary>A pattern for LIKE that finds the rows in which a column changed: within a value the quotes would be escaped.</summary>
    public static string PatternOf(string column) => $"%\"logicalName\":\"{column.Replace("_", "[_]", StringComparison.Ordinal)}\"%";

    public static string Cut(string text) =>
        text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "…";

    public static string TextOf(EntityReference reference) => $"{reference.LogicalName},{reference.Id:D}";

    public static EntityReference ReferenceOf(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return new EntityReference(text[..comma], Guid.Parse(text.AsSpan(comma + 1)));
    }

    /// <summary>A stored value as text; null for none.</summary>
    public static string? TextOf(object? value) => value switch
    {
        EntityReference reference => TextOf(reference),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection options => string.Join(',', options.Select(option => option.Value.ToString(CultureInfo.InvariantCulture))),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
    };

    /// <summary>The value that <see cref="TextOf(object?)"/> wrote.</summary>
    public static object ValueOf(ColumnSchema column, string text) => column.Kind switch
    {
        StorageKind.Guid => Guid.Parse(text),
        StorageKind.Reference => ReferenceOf(text),
        StorageKind.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        StorageKind.BigInteger => long.Parse(text, CultureInfo.InvariantCulture),
        StorageKind.Decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
        StorageKind.Money => new Money(decimal.Parse(text, CultureInfo.InvariantCulture)),
        StorageKind.Float => double.Parse(text, CultureInfo.InvariantCulture),
        StorageKind.DateTime => DateTime.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        StorageKind.Boolean => bool.Parse(text),
        StorageKind.Choice => new OptionSetValue(int.Parse(text, CultureInfo.InvariantCulture)),
        StorageKind.Choices => new OptionSetValueCollection([.. text.Split(',').Select(option => new OptionSetValue(int.Parse(option, CultureInfo.InvariantCulture)))]),
        _ => text,
    };

    /// <summary>Values of a row that changed.</summary>
    internal sealed record Changes(IReadOnlyList<Change> ChangedAttributes);

    /// <summary>One value; null where there was or is none.</summary>
    internal sealed record Change(string LogicalName, string? OldValue, string? NewValue);

    /// <summary>Rights that changed; the platform's form is not documented.</summary>
    internal sealed record Share(string Principal, AccessRights OldPrivileges, AccessRights NewPrivileges);

    /// <summary>Rows tied together or parted; the platform's form is not documented.</summary>
    internal sealed record Relationship(string RelationshipName, IReadOnlyList<string> TargetRecords);
}
