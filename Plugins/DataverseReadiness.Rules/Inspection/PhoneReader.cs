using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Checks the form of a phone number: 6 to 15 digits, an optional + in front, the usual separators, an optional extension.</summary>
public static class PhoneReader
{
    private const int MaxLength = 50;

    /// <summary>Reads a number; white space around it is ignored, the rest is kept as it was written.</summary>
    public static ValueFacts Read(string? value)
    {
        var text = (value ?? "").Trim();
        if (text.Length == 0)
            return ValueFacts.Refused("phone.empty");
        var lower = text.ToLowerInvariant();
        var extension = lower.IndexOf('x');
        var number = extension < 0 ? lower : lower.Substring(0, extension);
        if (number.EndsWith("e", System.StringComparison.Ordinal) && lower.Length > extension + 1 && lower[extension + 1] == 't')
        {
            number = number.Substring(0, number.Length - 1);
            extension++;
        }

        var digits = number.Count(IsDigit);
        var isNumber = digits is >= 6 and <= 15
            && number.Select((c, i) => IsDigit(c) || c is ' ' or '-' or '.' or '(' or ')' or '/' or '\u00A0' || (c == '+' && i == 0)).All(isRight => isRight);
        var isExtension = extension < 0 || IsExtension(lower.Substring(extension + 1));
        return text.Length <= MaxLength && isNumber && isExtension
            ? ValueFacts.Valid(text)
            : ValueFacts.Refused("phone.form", UrlReader.Shorten(text));
    }

    private static bool IsExtension(string text)
    {
        var digits = text.Trim(' ', '.', ':');
        return digits.Length is >= 1 and <= 8 && digits.All(IsDigit);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
