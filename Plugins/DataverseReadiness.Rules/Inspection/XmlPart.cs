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

    private XmlPart(string name, int line)
    {
        Name = name;
        Line = line;
    }

    public string Name { get; }

    /// <summary>Line of the start tag.</summary>
    public int Line { get; }

    /// <summary>Text directly inside the element.</summary>
    public string Text => _text.ToString();

    public IReadOnlyList<XmlPart> Children => _children;

    /// <summary>The root element; null with the reason when the bytes are no such XML.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name of the file for the reason.</param>
    /// <param name="problem">Why there is no root element.</param>
    public static XmlPart? Load(byte[] bytes, string name, out Message? problem)
    {
        XmlPart? root = null;
        try
        {
            using var stream = new MemoryStream(bytes, false);
            using var reader = XmlReader.Create(stream, Settings(MaxCharacters));
            root = Read(reader);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            // Named below.
        }

        problem = root is null ? new Message(HasDocumentType(bytes, bytes.Length) ? "package.dtd" : "package.xml", name) : null;
        return root;
    }

    /// <summary>How XML that others wrote is read.</summary>
    internal static XmlReaderSettings Settings(long maxCharacters) => new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = maxCharacters,
    };

    /// <summary>Whether reading XML failed for what is in it.</summary>
    internal static bool IsUnreadable(Exception e) => e is XmlException or ArgumentException or IOException or InvalidDataException or NotSupportedException;

    /// <summary>Whether a document type stands in the bytes, in any encoding of one or two bytes.</summary>
    internal static bool HasDocumentType(byte[] bytes, int count)
    {
        const string mark = "<!DOCTYPE";
        for (var step = 1; step <= 2; step++)
        {
            for (var i = 0; i + (mark.Length * step) <= count; i++)
            {
                var length = 0;
                while (length < mark.Length && bytes[i + (length * step)] == mark[length])
                    length++;
                if (length == mark.Length)
                    return true;
            }
        }

        return false;
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
                    var element = new XmlPart(reader.LocalName, (reader as IXmlLineInfo)?.LineNumber ?? 0);
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
