using System.Xml;
using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>Annotation on the topmost element that came from a file; merged trees hold several.</summary>
internal sealed record SourceFile(string Path)
{
    /// <summary>The file and line an element or attribute was read from.</summary>
    public static (string File, int Line) Of(XObject node)
    {
        var line = 0;
        for (XObject? at = node; at != null; at = at.Parent)
        {
            if (line == 0 && at is IXmlLineInfo info && info.HasLineInfo())
                line = info.LineNumber;
            if (at.Annotation<SourceFile>() is { } source)
                return (source.Path, line);
        }

        return ("", line);
    }
}
