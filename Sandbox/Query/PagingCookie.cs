using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>
/// Where a page ended: the values that its first and its last row are sorted by. The next page begins behind that place, wherever it is by then, so that rows which
/// are made or deleted meanwhile neither shift it nor show twice.
/// </summary>
/// <remarks>
/// The form is the platform's, one element for each column that is sorted by with <c>first</c> and <c>last</c>, and the key at the end: DP/fetchxml/page-results. What the
/// attributes hold is its own business there and here; choices and lookups are held as they are sorted.
/// </remarks>
internal sealed record PagingCookie(int Page, IReadOnlyList<object?> Last)
{
    private const int Longest = 4000;

    /// <summary>Reads the cookie of an earlier page of the query.</summary>
    /// <exception cref="OrganizationFault">It is none, or one of another query.</exception>
    public static PagingCookie Read(string cookie, IReadOnlyList<PagingKey> keys)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(cookie), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = Longest * 2 });
            var read = XElement.Load(reader);
            var values = read.Elements().ToList();
            var page = (int)read.Attribute("page")!;
            if (read.Name != "cookie" || page < 1 || values.Count != keys.Count) throw Foreign();
            return new PagingCookie(page, [.. keys.Select((key, index) => Value(values[index], key))]);
        }
        catch (Exception problem) when (problem is XmlException or FormatException or ArgumentNullException or OverflowException)
        {
            throw Foreign();
        }
    }

    /// <summary>The cookie of a page; null where a value is no text that XML can hold, or all are too long.</summary>
    public static string? Write(int page, IReadOnlyList<PagingKey> keys, IReadOnlyList<object?> first, IReadOnlyList<object?> last, (Guid First, Guid Last)? ids)
    {
        var cookie = new XElement("cookie", new XAttribute("page", page));
        for (var index = 0; index < keys.Count; index++)
        {
            var element = new XElement(XmlConvert.EncodeLocalName(keys[index].Name));
            if (keys[index].IsRow && ids is { } rows)
            {
                element.Add(new XAttribute("last", rows.Last.ToString("B")), new XAttribute("first", rows.First.ToString("B")), new XAttribute("row", Text(last[index])!));
            }
            else
            {
                Add(element, "last", last[index]);
                Add(element, "first", first[index]);
            }

            cookie.Add(element);
        }

        try
        {
            return cookie.ToString(SaveOptions.DisableFormatting) is { Length: <= Longest } text ? text : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The condition that a row lies behind the last one of the page.</summary>
    public string After(IReadOnlyList<PagingKey> keys, List<object?> parameters) => After(keys, 0, parameters);

    // Empty values come first, as they do in the order. What can be a range of an index is one: a key is at least the last value, and more only if no later one decides.
    private string After(IReadOnlyList<PagingKey> keys, int index, List<object?> parameters)
    {
        var (key, value) = (keys[index].Sql, Last[index]);
        var isLast = index == keys.Count - 1;
        switch (value, keys[index].Descending)
        {
            case (null, false):
                return isLast ? $"{key} IS NOT NULL" : $"({key} IS NOT NULL OR {After(keys, index + 1, parameters)})";
            case (null, true):
                return isLast ? "0" : $"({key} IS NULL AND {After(keys, index + 1, parameters)})";
            case (_, false) when isLast:
                parameters.Add(value);
                return $"{key} > ?";
            case (_, false):
                parameters.Add(value);
                parameters.Add(value);
                return $"({key} >= ? AND ({key} > ? OR {After(keys, index + 1, parameters)}))";
            case (_, true) when isLast:
                parameters.Add(value);
                return $"({key} < ? OR {key} IS NULL)";
            default:
                parameters.Add(value);
                parameters.Add(value);
                return $"({key} < ? OR {key} IS NULL OR ({key} = ? AND {After(keys, index + 1, parameters)}))";
        }
    }

    private static object? Value(XElement element, PagingKey key)
    {
        if (element.Name.LocalName != XmlConvert.EncodeLocalName(key.Name)) throw Foreign();
        if (element.Attribute("lastnull") is not null) return null;
        var text = (string?)element.Attribute(element.Attribute("row") is null ? "last" : "row") ?? throw Foreign();
        return key.Kind switch
        {
            KeyKind.Text => text,
            KeyKind.Real => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        };
    }

    private static void Add(XElement element, string name, object? value)
    {
        if (value is null) element.Add(new XAttribute(name + "null", 1));
        else element.Add(new XAttribute(name, Text(value)!));
    }

    private static string? Text(object? value) => value is double real ? real.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static OrganizationFault Foreign() => Faults.Invalid("The paging cookie is not one of an earlier page of this query. Send it as it was received, or none.");
}

/// <summary>A value that rows are sorted by.</summary>
/// <param name="Sql">The expression.</param>
/// <param name="Name">Name in cookies.</param>
/// <param name="Kind">Of what kind the values are.</param>
/// <param name="Descending">Whether the largest comes first.</param>
/// <param name="IsRow">Whether it is the place of the query's own row, which is there once.</param>
internal sealed record PagingKey(string Sql, string Name, KeyKind Kind, bool Descending = false, bool IsRow = false)
{
    /// <summary>Index of its value in a row.</summary>
    public int Index { get; set; }

    public object? Read(Statement row) => row.IsNull(Index) ? null : Kind switch
    {
        KeyKind.Text => row.Text(Index),
        KeyKind.Real => row.Real(Index),
        _ => row.Number(Index),
    };
}

/// <summary>Of what kind the values of a key are in SQL.</summary>
internal enum KeyKind
{
    Number,
    Real,
    Text,
}
