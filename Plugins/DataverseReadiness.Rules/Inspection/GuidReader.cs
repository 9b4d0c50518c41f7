namespace DataverseReadiness.Rules.Inspection;

/// <summary>Checks a GUID: 8-4-4-4-12 hexadecimal digits, braces optional, not all zero.</summary>
public static class GuidReader
{
    private const string Pattern = "00000000-0000-0000-0000-000000000000";

    /// <summary>Reads a value; white space around it is ignored. The normalized form is lower case without braces.</summary>
    public static ValueFacts Read(string? value)
    {
        var text = (value ?? "").Trim();
        if (text.Length == 0)
            return ValueFacts.Refused("guid.empty");
        var digits = text.Length == Pattern.Length + 2 && text[0] == '{' && text[text.Length - 1] == '}' ? text.Substring(1, Pattern.Length) : text;
        if (!HasForm(digits))
            return ValueFacts.Refused("guid.form", UrlReader.Shorten(text));
        return digits == Pattern ? ValueFacts.Refused("guid.zero") : ValueFacts.Valid(digits.ToLowerInvariant());
    }

    private static bool HasForm(string text)
    {
        if (text.Length != Pattern.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            var isRight = Pattern[i] == '-' ? text[i] == '-' : text[i] is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';
            if (!isRight)
                return false;
        }

        return true;
    }
}
