using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>An element of a small XML file: read without document type, entities or references to anything outside.</summary>
internal sealed class XmlPart
{
    private const int MaxDepth = 64;
    private const int MaxCharacters = 1024 * 1024;

    private readonly Dictionary<string, string> _attributes = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly List<XmlPart> _children = new List<XmlPart>();
    private readonly StringBuilder _text = new StringBuilder();

    private XmlPart(string name)
    {
        Name = name;
    }

    public string Name { get; }

    /// <summary>Text directly inside the element.</summary>
    public string Text => _text.ToString();

    public IReadOnlyList<XmlPart> Children => _children;

    /// <summary>The root element; null when the bytes are no such XML.</summary>
    public static XmlPart? Load(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxCharacters,
        };
        try
        {
            using var stream = new MemoryStream(bytes, false);
            using var reader = XmlReader.Create(stream, settings);
            return Read(reader);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or IOException)
        {
            return null;
        }
    }

    /// <summary>An attribute by its exact name; empty when missing.</summary>
    public string Attribute(string name) => _attributes.TryGetValue(name, out var value) ? value : "";

    /// <summary>The first child of the name.</summary>
    public XmlPart? Child(string name) => _children.FirstOrDefault(child => child.Name == name);

    /// <summary>All children of the name.</summary>
    public IEnumerable<XmlPart> ChildrenOf(string name) => _children.Where(child => child.Name == name);

    private static XmlPart? Read(XmlReader reader)
    {
        XmlPart? root = null;
        var open = new Stack<XmlPart>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= MaxDepth)
                        return null;
                    var isEmpty = reader.IsEmptyElement;
                    var element = new XmlPart(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                        element._attributes[reader.LocalName] = reader.Value;
                    if (open.Count > 0)
                        open.Peek()._children.Add(element);
                    root ??= element;
                    if (!isEmpty)
                        open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text:
                case XmlNodeType.CDATA:
                case XmlNodeType.SignificantWhitespace:
                case XmlNodeType.Whitespace:
                    if (open.Count > 0)
                        open.Peek()._text.Append(reader.Value);
                    break;
            }
        }

        return root;
    }
}
