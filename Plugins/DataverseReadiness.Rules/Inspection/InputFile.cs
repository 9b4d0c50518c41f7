using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The elements of Input.xml.</summary>
internal sealed class InputFile
{
    /// <summary>Locales looked at; more than there are languages.</summary>
    public const int MaxLocales = 200;

    // Longer than all countries of the world with their commas.
    private const int MaxValue = 2000;

    private static readonly string[] Required = { "ProviderName", "PackageFile", "SolutionAnchorName", "StartDate", "EndDate", "SupportedCountries", "LearnMoreLink" };

    private readonly XmlPart _root;
    private readonly PackageFacts _facts;
    private readonly PackageFindings _findings;
    private readonly Dictionary<string, string> _values = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly List<int> _languages = new List<int>();

    public InputFile(XmlPart root, PackageFacts facts, PackageFindings findings)
    {
        _root = root;
        _facts = facts;
        _findings = findings;
        facts.Input = _values;
        facts.Locales = _languages;
    }

    public void Check()
    {
        if (_root.Name != "PvsPackageData")
            Find(PackagePart.Input, _root, "package.input.root", UrlReader.Shorten(_root.Name));
        foreach (var element in Required)
        {
            var raw = (_root.Child(element)?.Text ?? "").Trim();
            _values[element] = raw.Length > MaxValue ? raw.Substring(0, MaxValue) : raw;
            if (raw.Length == 0)
                Find(PackagePart.Input, _root.Child(element) ?? Misspelt(element) ?? _root, "package.input.missing", element);
        }

        CheckDates();
        CheckCountries();
        CheckLink();
        CheckLocales();
    }

    /// <summary>The names are case-sensitive.</summary>
    private XmlPart? Misspelt(string element) => _root.Children.FirstOrDefault(child => string.Equals(child.Name, element, StringComparison.OrdinalIgnoreCase));

    private void CheckDates()
    {
        var start = Date("StartDate");
        var end = Date("EndDate");
        if (start is not null && end is not null && end <= start)
            Find(PackagePart.Dates, _root.Child("EndDate")!, "package.input.dates", _values["StartDate"], _values["EndDate"]);
    }

    private DateTime? Date(string element)
    {
        var value = _values[element];
        if (value.Length == 0)
            return null;
        if (DateTime.TryParseExact(value, "MM'/'dd'/'yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Find(PackagePart.Input, _root.Child(element)!, "package.input.date", element, UrlReader.Shorten(value));
        return null;
    }

    private void CheckCountries()
    {
        var countries = _root.Child("SupportedCountries");
        var raw = countries?.Text ?? "";
        if (countries is null || raw.Trim().Length == 0)
            return;
        if (raw.Any(char.IsWhiteSpace))
            Find(PackagePart.Countries, countries, "package.input.countries.space");
        var unknown = raw.Split(',').Select(code => code.Trim()).FirstOrDefault(code => !Countries.IsCode(code));
        if (unknown is not null)
            Find(PackagePart.Countries, countries, "package.input.country", UrlReader.Shorten(unknown));
    }

    private void CheckLink()
    {
        var link = _values["LearnMoreLink"];
        if (link.Length > 0 && !UrlReader.Read(link, allowHttp: true).IsValid)
            Find(PackagePart.Link, _root.Child("LearnMoreLink")!, "package.input.link", UrlReader.Shorten(link));
    }

    private void CheckLocales()
    {
        var locales = _root.Child("Locales")?.ChildrenOf("PackageLocale").Take(MaxLocales).ToList() ?? new List<XmlPart>();
        if (locales.Count == 0)
        {
            Find(PackagePart.Locales, _root.Child("Locales") ?? _root, "package.input.missing", "Locales/PackageLocale");
            return;
        }

        var defaults = locales.Count(locale => locale.Attribute("IsDefault").Trim().ToLowerInvariant() is "true" or "1");
        if (defaults != 1)
            Find(PackagePart.Locales, _root.Child("Locales")!, "package.input.default", Bytes.Text(defaults));
        foreach (var locale in locales)
        {
            var code = locale.Attribute("Code").Trim();
            if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var lcid) || lcid is < 1025 or > 65535)
                Find(PackagePart.Locales, locale, "package.input.code", UrlReader.Shorten(code));
            else if (_languages.Contains(lcid))
                Find(PackagePart.Locales, locale, "package.input.code.twice", code);
            else
                _languages.Add(lcid);
            if ((locale.Child("Logo")?.Text ?? "").Trim().Length == 0)
                Find(PackagePart.Locales, locale, "package.input.locale", UrlReader.Shorten(code), "Logo");
            if (!(locale.Child("Terms")?.ChildrenOf("PackageTerm").Any(term => term.Attribute("File").Trim().Length > 0) ?? false))
                Find(PackagePart.Locales, locale, "package.input.locale", UrlReader.Shorten(code), "Terms/PackageTerm File");
        }
    }

    private void Find(PackagePart part, XmlPart at, string key, params string[] arguments) =>
        _findings.Add(part, new Message(key, new[] { _facts.InputFile + ":" + Bytes.Text(at.Line) }.Concat(arguments).ToArray()), _facts.InputFile, at.Line);
}
