using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>The XML inside a status's <c>TransitionData</c> attribute.</summary>
internal static class StatusTransitions
{
    /// <summary>The values a row may change to; null when nothing is declared or it cannot be read.</summary>
    public static IReadOnlyList<int>? Of(XElement status)
    {
        if (status.Attr("TransitionData") is not { Length: > 0 } text) return null;
        var document = SafeXml.Load(System.Text.Encoding.UTF8.GetBytes(text), "", []);
        return document == null ? null :
        [
            .. from transition in document.Descendants()
               where transition.Name.LocalName == "allowedtransition"
               let to = XmlValues.Int(transition.Attr("tostatusid"))
               where to != null
               select to.Value,
        ];
    }
}
