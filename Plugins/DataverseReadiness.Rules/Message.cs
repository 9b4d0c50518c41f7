using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A sentence as a message key with arguments, rendered per language from the embedded texts; never a concatenated sentence.</summary>
/// <remarks>Two messages are equal when key and arguments are: that is how a stored reason is compared with a fresh one.</remarks>
public sealed class Message : IEquatable<Message>
{
    /// <summary>Creates a message. Numbers and dates must already be culture-free text.</summary>
    public Message(string key, params string[] arguments)
    {
        Key = key;
        Arguments = arguments;
    }

    /// <summary>Key of the text, for instance <c>image.size</c>.</summary>
    public string Key { get; }

    /// <summary>Arguments in the order of the text's placeholders.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <inheritdoc />
    public bool Equals(Message? other) =>
        other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc />
    public override int GetHashCode() =>
        Arguments.Aggregate(StringComparer.Ordinal.GetHashCode(Key), (hash, argument) => unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(argument)));

    /// <summary>Key and arguments, for traces and test output.</summary>
    public override string ToString() => Arguments.Count == 0 ? Key : Key + "(" + string.Join(", ", Arguments) + ")";
}
