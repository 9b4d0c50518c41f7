using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The last author of each column of a row, as compact text: {"user id":["column", ...], ...}. Immutable.</summary>
public sealed class AuthorMap
{
    private readonly Dictionary<string, Guid> _authors;

    private AuthorMap(Dictionary<string, Guid> authors) => _authors = authors;

    /// <summary>Reads what <see cref="ToText"/> wrote; anything else names nobody.</summary>
    public static AuthorMap Parse(string? text)
    {
        var authors = new Dictionary<string, Guid>(StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(text) && Json.TryRead(text!, out var value) && value is Dictionary<string, object?> users)
        {
            foreach (var user in users)
            {
                if (!Guid.TryParseExact(user.Key, "N", out var id) || user.Value is not List<object?> columns)
                    continue;
                foreach (var column in columns.OfType<string>())
                    authors[column] = id;
            }
        }

        return new AuthorMap(authors);
    }

    /// <summary>Who wrote the column last; null when nobody is known to have.</summary>
    public Guid? Of(string column) => _authors.TryGetValue(column, out var user) ? user : null;

    /// <summary>The same map after a user wrote these columns.</summary>
    public AuthorMap With(IEnumerable<string> columns, Guid user)
    {
        var authors = new Dictionary<string, Guid>(_authors, StringComparer.Ordinal);
        foreach (var column in columns)
            authors[column] = user;
        return new AuthorMap(authors);
    }

    /// <summary>Sorted, so that the same authors give the same text.</summary>
    public string ToText()
    {
        var users = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var user in _authors.GroupBy(pair => pair.Value, pair => pair.Key))
            users[user.Key.ToString("N")] = user.OrderBy(column => column, StringComparer.Ordinal).ToList<object?>();
        return Json.Write(users);
    }

    /// <summary>Whether this user wrote all of these columns, and there is at least one.</summary>
    public bool IsSoleAuthor(Guid user, IEnumerable<string> columns)
    {
        var any = false;
        foreach (var column in columns)
        {
            if (Of(column) != user)
                return false;
            any = true;
        }

        return any;
    }
}
