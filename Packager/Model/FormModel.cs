using System.Xml.Linq;

namespace Packager.Model;

/// <summary>A form.</summary>
/// <param name="Id">Form id.</param>
/// <param name="Kind">main, quickCreate, quick, card, ...</param>
/// <param name="Name">Name by language.</param>
/// <param name="Xml">The <c>form</c> element.</param>
public sealed record FormModel(Guid Id, string Kind, Labels Name, XElement Xml);
