using System.Xml.Linq;

namespace Packager.Model;

/// <summary>A dashboard of the organization.</summary>
/// <param name="Id">Dashboard id.</param>
/// <param name="IsDefault">Whether it is the one shown when nobody has chosen another.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Xml">The <c>form</c> element: tabs of sections whose cells hold views and charts.</param>
public sealed record DashboardModel(Guid Id, bool IsDefault, Labels Name, XElement Xml);
