namespace Packager.Model;

/// <summary>A web resource.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, with prefix and folders.</param>
/// <param name="DisplayName">Display name.</param>
/// <param name="Type">1 HTML, 2 CSS, 3 script, 4 XML, 5 PNG, 6 JPG, 7 GIF, 9 XSL, 10 ICO, 11 SVG, 12 RESX.</param>
/// <param name="Content">Its bytes.</param>
public sealed record WebResourceModel(Guid Id, string Name, string DisplayName, int Type, ReadOnlyMemory<byte> Content);
