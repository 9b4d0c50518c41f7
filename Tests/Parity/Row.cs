using System.Text.Json.Serialization;

namespace Parity;

/// <summary>A part of the page: a heading, what is said before and after its table, and the rows of the table.</summary>
internal sealed record Part(string Title, IReadOnlyList<Row> Rows, IReadOnlyList<string>? Before = null, IReadOnlyList<string>? After = null)
{
    public static IReadOnlyList<Part> All(Files files) => [.. files.Parts.Select(Files.Read<Part>)];
}

/// <summary>What is said of one feature, and what proves it.</summary>
/// <param name="Key">Names the row for good: part and feature.</param>
/// <param name="Feature">The feature, in Markdown.</param>
/// <param name="Verdict">How the sandbox stands to the platform's documentation.</param>
/// <param name="Pages">What documents the feature; <c>DP/x</c> is a page of the developer documentation.</param>
/// <param name="Text">What is to be said of it, in Markdown.</param>
/// <param name="Faults">Sentences that are answered for what is not supported.</param>
/// <param name="Tests">Tests that prove the row: project and file, then the method.</param>
internal sealed record Row(
    string Key,
    string Feature,
    Verdict Verdict,
    IReadOnlyList<string>? Pages = null,
    string? Text = null,
    IReadOnlyList<RowFault>? Faults = null,
    IReadOnlyList<string>? Tests = null);

/// <summary>
/// A sentence of the sandbox, with what is answered with it on the packager's sample solution: a request of the Web API, or a message of the organization service;
/// or else the test that asserts it.
/// </summary>
internal sealed record RowFault(string Says, ScenarioStep? Request = null, string? Message = null, string? Test = null);

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    /// <summary>As the page that is named says.</summary>
    [JsonStringEnumMemberName("as documented")]
    AsDocumented,

    /// <summary>After a page that was not gone through line by line, or where no page says how the platform does it.</summary>
    [JsonStringEnumMemberName("modelled")]
    Modelled,

    /// <summary>Known to be otherwise; the text says how.</summary>
    [JsonStringEnumMemberName("differs")]
    Differs,

    /// <summary>Faults by name.</summary>
    [JsonStringEnumMemberName("not supported")]
    NotSupported,
}
