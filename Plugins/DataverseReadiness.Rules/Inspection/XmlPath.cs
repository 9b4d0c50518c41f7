using System;
using System.Xml;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Walks XML forward and tells where it is, down to a depth; what lies deeper is told without its place.</summary>
internal static class XmlPath
{
    private const int MaxPathDepth = 8;

    /// <summary>Walks to the end.</summary>
    /// <param name="reader">The XML.</param>
    /// <param name="element">Is told each element with its path, names joined by <c>/</c>; the path is empty below the depth.</param>
    /// <param name="text">Is told each short text with the path of its element.</param>
    public static void Walk(XmlReader reader, Action<XmlReader, string> element, Action<string, string> text)
    {
        var paths = new string[MaxPathDepth + 1];
        var names = new string[MaxPathDepth + 1];
        paths[0] = "";
        while (reader.Read())
        {
            // An element at depth 0 is the root.
            var depth = reader.Depth + 1;
            if (reader.NodeType == XmlNodeType.Element)
            {
                // Most elements follow one of the same name: their path is not written again.
                if (depth <= MaxPathDepth && !ReferenceEquals(names[depth], reader.LocalName))
                {
                    names[depth] = reader.LocalName;
                    paths[depth] = depth == 1 ? reader.LocalName : paths[depth - 1] + "/" + reader.LocalName;
                    for (var below = depth + 1; below <= MaxPathDepth; below++)
                        names[below] = "";
                }

                element(reader, depth <= MaxPathDepth ? paths[depth] : "");
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && depth - 1 <= MaxPathDepth && depth > 1)
            {
                text(reader.Value, paths[depth - 1]);
            }
        }
    }
}
