namespace DataverseReadiness.Rules.Inspection;

/// <summary>One element name in a text: how often it starts and where first.</summary>
public sealed class HtmlTag
{
    /// <summary>Creates the entry.</summary>
    public HtmlTag(string name, int count, int position)
    {
        Name = name;
        Count = count;
        Position = position;
    }

    /// <summary>Tag name in lower case.</summary>
    public string Name { get; }

    /// <summary>Number of start tags of that name.</summary>
    public int Count { get; }

    /// <summary>Position of the first start tag, counted from 0 in UTF-16 units.</summary>
    public int Position { get; }
}
