using System.Xml;
using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>Reads XML that nobody vouches for: no DTD, nothing fetched, bounded size and depth.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = PackageLimits.XmlCharacters,
        CloseInput = true,
    };

    /// <summary>The document with line information, or null and a finding.</summary>
    public static XDocument? Load(ReadOnlyMemory<byte> content, string source, ICollection<Finding> findings)
    {
        try
        {
            using (var reader = Reader(content))
            {
                while (reader.Read())
                {
                    if (reader.Depth <= PackageLimits.XmlDepth) continue;
                    findings.Add(new(FindingCodes.XmlLimit, source, ((IXmlLineInfo)reader).LineNumber,
                        $"Elements are nested more than {PackageLimits.XmlDepth} deep."));
                    return null;
                }
            }

            using (var reader = Reader(content))
            {
                var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
                document.Root!.AddAnnotation(new SourceFile(source));
                return document;
            }
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            findings.Add(new(FindingCodes.XmlDtd, source, Math.Max(1, e.LineNumber),
                "The file has a document type definition, which an import refuses."));
        }
        catch (XmlException e) when (e.Message.Contains("MaxCharacters", StringComparison.Ordinal))
        {
            findings.Add(new(FindingCodes.XmlLimit, source, e.LineNumber,
                $"The file has more than {PackageLimits.XmlCharacters} characters."));
        }
        catch (XmlException e)
        {
            findings.Add(new(FindingCodes.XmlMalformed, source, e.LineNumber, $"The file is not well-formed XML: {e.Message}"));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            findings.Add(new(FindingCodes.XmlMalformed, source, 1, $"The file's encoding cannot be read: {e.Message}"));
        }

        return null;
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> content) =>
        XmlReader.Create(new MemoryStream(content.ToArray(), writable: false), Settings);
}
