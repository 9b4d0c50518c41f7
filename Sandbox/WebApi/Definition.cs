using System.Text.Json.Nodes;

namespace Sandbox.WebApi;

/// <summary>One definition: of a table, a column, a key, a relationship or a choice.</summary>
/// <param name="Type">Name of its type, without namespace.</param>
/// <param name="Members">Its properties.</param>
internal sealed record Definition(string Type, JsonObject Members)
{
    /// <summary>The properties that lead to many other definitions.</summary>
    public Dictionary<string, Func<IEnumerable<Definition>>> Collections { get; init; } = [];

    /// <summary>The properties that lead to another definition, or to none.</summary>
    public Dictionary<string, Func<Definition?>> Singles { get; init; } = [];

    /// <summary>Whether an answer says its type, since the collection it is from holds several.</summary>
    public bool NamesType { get; init; }
}
