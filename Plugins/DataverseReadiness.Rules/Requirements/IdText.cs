namespace DataverseReadiness.Rules;

/// <summary>The characters of ids in Partner Center: lower-case letters, digits, hyphens and underscores.</summary>
internal static class IdText
{
    /// <summary>The first character that may not be there, a pair of surrogates as one; null when all may.</summary>
    public static string? FirstForeign(string id, bool underscore)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' || (underscore && id[i] == '_'))
                continue;
            return char.IsHighSurrogate(id[i]) && i + 1 < id.Length ? id.Substring(i, 2) : id.Substring(i, 1);
        }

        return null;
    }
}
