using System.Xml.Linq;

namespace Packager.Model;

/// <summary>A system view.</summary>
/// <param name="Id">View id.</param>
/// <param name="QueryType">0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup, 8192 "my".</param>
/// <param name="IsDefault">Whether it is the default of its kind.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Fetch">The <c>fetch</c> element.</param>
/// <param name="Layout">The <c>grid</c> element; null where the view has none.</param>
public sealed record ViewModel(Guid Id, int QueryType, bool IsDefault, Labels Name, XElement Fetch, XElement? Layout);
