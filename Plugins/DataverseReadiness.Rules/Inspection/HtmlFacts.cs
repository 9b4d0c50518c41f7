using System.Collections.Generic;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>What an HTML text consists of. Nothing of it is ever rendered.</summary>
public sealed class HtmlFacts
{
    internal HtmlFacts()
    {
    }

    /// <summary>Length of the source in UTF-16 units, markup included.</summary>
    public int SourceLength { get; internal set; }

    /// <summary>Length of <see cref="VisibleText"/> in UTF-16 units.</summary>
    public int VisibleLength => VisibleText.Length;

    /// <summary>What a reader would see: entities decoded, white space collapsed and trimmed, no script or style.</summary>
    public string VisibleText { get; internal set; } = "";

    /// <summary>Start tags by name, in order of first appearance.</summary>
    public IReadOnlyList<HtmlTag> Tags { get; internal set; } = new List<HtmlTag>();

    /// <summary>Names of all attributes in lower case, each once, in order of first appearance.</summary>
    public IReadOnlyList<string> Attributes { get; internal set; } = new List<string>();

    /// <summary>Names of the attributes that are event handlers (on...), each once.</summary>
    public IReadOnlyList<string> EventHandlers { get; internal set; } = new List<string>();

    /// <summary>Whether every start tag has its end tag, in the right order; void elements need none.</summary>
    public bool IsBalanced => Problem is null;

    /// <summary>The first tag that is not closed, not opened or not finished, with its position; null when balanced.</summary>
    public Message? Problem { get; internal set; }

    /// <summary>Whether there is at least one tag.</summary>
    public bool HasMarkup { get; internal set; }

    /// <summary>Whether there is a comment, a bogus one or a processing instruction included.</summary>
    public bool HasComments { get; internal set; }

    /// <summary>Whether there is a script element, an event handler or a javascript: address.</summary>
    public bool HasScript { get; internal set; }
}
