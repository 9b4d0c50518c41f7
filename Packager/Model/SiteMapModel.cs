using System.Xml.Linq;

namespace Packager.Model;

/// <summary>A site map of an app.</summary>
/// <param name="UniqueName">Unique name, the app's.</param>
/// <param name="Xml">The <c>SiteMap</c> element.</param>
public sealed record SiteMapModel(string UniqueName, XElement Xml);
