namespace Packager.Model;

/// <summary>The publisher of a solution.</summary>
/// <param name="UniqueName">Unique name.</param>
/// <param name="DisplayName">Display name by language.</param>
/// <param name="Prefix">Customization prefix, without underscore.</param>
/// <param name="OptionValuePrefix">10000-99999; choice values start at ten thousand times this.</param>
public sealed record PublisherModel(string UniqueName, Labels DisplayName, string Prefix, int OptionValuePrefix);
