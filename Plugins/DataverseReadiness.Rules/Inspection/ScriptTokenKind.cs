namespace DataverseReadiness.Rules.Inspection;

/// <summary>What a token of a script is.</summary>
public enum ScriptTokenKind
{
    /// <summary>After the last token, or where the script is broken.</summary>
    End = 0,

    /// <summary>A name; also a reserved word that stands as the name of a property.</summary>
    Identifier,

    /// <summary>A reserved word in its own meaning, <c>await</c> and <c>yield</c> among them.</summary>
    Keyword,

    /// <summary>#name of a class.</summary>
    PrivateName,

    Number,

    String,

    /// <summary>One stretch of text of a template, with the backtick or brace at either end.</summary>
    Template,

    Regex,

    Punctuator,
}
