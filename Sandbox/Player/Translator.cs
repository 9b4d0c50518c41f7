using System.Globalization;
using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Player;

/// <summary>Picks labels in the user's language, falling back to the base language.</summary>
internal sealed record Translator(int Language, int BaseLanguage)
{
    public string In(Labels labels) => labels.In(Language, BaseLanguage);

    /// <summary>The text of <c>labels/label</c> (forms).</summary>
    public string Label(XElement owner) =>
        Pick(owner.Elements("labels").Elements("label"), "languagecode", "description");

    /// <summary>The text of <c>Titles/Title</c> (site map: <c>LCID</c> and <c>Title</c>; ribbon: <c>languagecode</c> and <c>description</c>).</summary>
    public string Title(XElement owner)
    {
        var titles = owner.Elements("Titles").Elements("Title").ToList();
        return titles.Any(title => title.Attribute("LCID") != null)
            ? Pick(titles, "LCID", "Title")
            : Pick(titles, "languagecode", "description");
    }

    private string Pick(IEnumerable<XElement> labels, string language, string text)
    {
        var all = labels.ToList();
        var found = Find(Language) ?? Find(BaseLanguage) ?? all.FirstOrDefault();
        return (string?)found?.Attribute(text) ?? "";

        XElement? Find(int lcid) => all.FirstOrDefault(
            label => (string?)label.Attribute(language) == lcid.ToString(CultureInfo.InvariantCulture));
    }
}
