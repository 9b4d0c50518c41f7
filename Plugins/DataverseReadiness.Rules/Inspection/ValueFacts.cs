namespace DataverseReadiness.Rules.Inspection;

/// <summary>Whether a short value has the right form, and how it should be written.</summary>
public sealed class ValueFacts
{
    private ValueFacts(string normalized, Message? problem)
    {
        Normalized = normalized;
        Problem = problem;
    }

    /// <summary>Whether the form is right.</summary>
    public bool IsValid => Problem is null;

    /// <summary>The value to store; empty when the form is not right.</summary>
    public string Normalized { get; }

    /// <summary>Why the value is refused; null when it is not.</summary>
    public Message? Problem { get; }

    internal static ValueFacts Valid(string normalized) => new ValueFacts(normalized, null);

    internal static ValueFacts Refused(string key, params string[] arguments) => new ValueFacts("", new Message(key, arguments));
}
