using System.Xml;
using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>Blanks between tags, which are how a document was laid out and not what it says.</summary>
internal static class Indentation
{
    /// <summary>Removes them; blanks that are all a value has are a value.</summary>
    public static void Drop(XElement root)
    {
        var texts = root.DescendantNodes().OfType<XText>().Where(text => text.NodeType == XmlNodeType.Text && string.IsNullOrWhiteSpace(text.Value)).ToList();
        foreach (var text in texts.Where(text => text.Parent!.FirstNode != text || text.Parent.LastNode != text || text.Value.Contains('\n', StringComparison.Ordinal)))
            text.Remove();
    }
}
