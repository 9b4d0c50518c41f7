using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Tokenises HTML as the HTML standard does, in linear time, and tells what it consists of.</summary>
/// <remarks>
/// It reads tokens, it does not repair a tree: every element but the void ones must be closed, in the reverse order of opening,
/// also where the standard lets an end tag be left out. Text in svg and math is read as HTML.
/// </remarks>
public sealed class HtmlReader
{
    private static readonly HashSet<string> Void = Names("area base br col embed hr img input link meta param source track wbr");
    private static readonly HashSet<string> Raw = Names("script style xmp iframe noembed noframes title textarea plaintext");
    private static readonly HashSet<string> Hidden = Names("script style iframe noembed noframes title");
    private static readonly HashSet<string> Breaking = Names(
        "address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
        "header hgroup hr legend li main menu nav ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul xmp");

    private static readonly HashSet<string> Addresses = Names("action background cite data formaction href poster src xlink:href");

    private readonly string _source;
    private readonly StringBuilder _visible = new StringBuilder();
    private readonly StringBuilder _decoded = new StringBuilder();
    private readonly List<string> _order = new List<string>();
    private readonly Dictionary<string, int[]> _tags = new Dictionary<string, int[]>(StringComparer.Ordinal);
    private readonly List<string> _attributes = new List<string>();
    private readonly HashSet<string> _known = new HashSet<string>(StringComparer.Ordinal);
    // Attributes of the tag being read: of a tag that never ends nothing counts.
    private readonly List<KeyValuePair<string, string>> _pending = new List<KeyValuePair<string, string>>();
    private readonly Stack<KeyValuePair<string, int>> _open = new Stack<KeyValuePair<string, int>>();
    private int _position;
    private bool _pendingSpace;
    private bool _hasMarkup;
    private bool _hasComments;
    private bool _hasScript;
    private Message? _problem;

    private HtmlReader(string source)
    {
        _source = source;
    }

    /// <summary>Reads a text; null reads as empty.</summary>
    public static HtmlFacts Read(string? html)
    {
        var reader = new HtmlReader(html ?? "");
        reader.ReadAll();
        return reader.Facts();
    }

    private HtmlFacts Facts() => new HtmlFacts
    {
        SourceLength = _source.Length,
        VisibleText = _visible.ToString(),
        Tags = _order.Select(name => new HtmlTag(name, _tags[name][0], _tags[name][1])).ToList(),
        Attributes = _attributes,
        EventHandlers = _attributes.Where(IsEventHandler).ToList(),
        Problem = _problem,
        HasMarkup = _hasMarkup,
        HasComments = _hasComments,
        HasScript = _hasScript,
    };

    private void ReadAll()
    {
        while (_position < _source.Length)
        {
            if (_source[_position] != '<' || !ReadMarkup())
                ReadText();
        }

        // The first one that stays open is the outermost.
        if (_problem is null && _open.Count > 0)
            Unclosed(_open.Last());
    }

    /// <summary>Reads text up to the next angle bracket, the one it stands at included.</summary>
    private void ReadText()
    {
        var end = _source.IndexOf('<', _position + 1);
        Show(_position, end < 0 ? _source.Length : end, decode: true);
        _position = end < 0 ? _source.Length : end;
    }

    /// <summary>Reads what starts at the angle bracket; false when it is text.</summary>
    private bool ReadMarkup()
    {
        var next = At(_position + 1);
        if (IsLetter(next))
            ReadStartTag();
        else if (next == '/' && IsLetter(At(_position + 2)))
            ReadEndTag();
        else if (next == '/' && At(_position + 2) == '>')
            _position += 3;
        else if (next == '!')
            ReadDeclaration();
        else if (next == '?' || (next == '/' && _position + 2 < _source.Length))
            SkipComment(_source.IndexOf('>', _position + 1), 1);
        else
            return false;
        _hasMarkup = true;
        return true;
    }

    private void ReadDeclaration()
    {
        if (string.CompareOrdinal(_source, _position, "<!--", 0, 4) == 0)
        {
            ReadComment();
            return;
        }

        var end = _source.IndexOf('>', _position);
        if (string.Compare(_source, _position, "<!doctype", 0, 9, StringComparison.OrdinalIgnoreCase) == 0)
        {
            if (end < 0)
                Problem("html.unfinished", "!DOCTYPE", _position);
            _position = end < 0 ? _source.Length : end + 1;
        }
        else
        {
            SkipComment(end, 1);
        }
    }

    private void ReadComment()
    {
        var text = _position + 4;
        if (At(text) == '>')
            SkipComment(text, 1);
        else if (At(text) == '-' && At(text + 1) == '>')
            SkipComment(text, 2);
        else
        {
            for (var end = _source.IndexOf("--", text, StringComparison.Ordinal); end >= 0; end = _source.IndexOf("--", end + 1, StringComparison.Ordinal))
            {
                if (At(end + 2) == '>')
                {
                    SkipComment(end, 3);
                    return;
                }

                if (At(end + 2) == '!' && At(end + 3) == '>')
                {
                    SkipComment(end, 4);
                    return;
                }
            }

            SkipComment(-1, 0);
        }
    }

    private void SkipComment(int end, int length)
    {
        if (end < 0)
            Problem("html.comment", "", _position);
        _hasComments = true;
        _position = end < 0 ? _source.Length : end + length;
    }

    private void ReadStartTag()
    {
        var start = _position++;
        var name = ReadTagName();
        if (!ReadAttributes(start, name))
            return;
        foreach (var attribute in _pending)
        {
            if (_known.Add(attribute.Key))
                _attributes.Add(attribute.Key);
            _hasScript |= IsEventHandler(attribute.Key) || (Addresses.Contains(attribute.Key) && IsScript(attribute.Value));
        }

        if (_tags.TryGetValue(name, out var known))
        {
            known[0]++;
        }
        else
        {
            _tags[name] = new[] { 1, start };
            _order.Add(name);
        }

        _hasScript |= name == "script";
        _pendingSpace |= Breaking.Contains(name);
        if (Void.Contains(name))
            return;
        if (_problem is null)
            _open.Push(new KeyValuePair<string, int>(name, start));
        if (Raw.Contains(name))
            ReadRaw(name);
    }

    private void ReadEndTag()
    {
        var start = _position;
        _position += 2;
        var name = ReadTagName();
        if (!ReadAttributes(start, name))
            return;
        _pendingSpace |= Breaking.Contains(name);
        if (_problem is not null)
            return;
        if (_open.Count > 0 && _open.Peek().Key == name)
            _open.Pop();
        else if (_open.Any(tag => tag.Key == name))
            Unclosed(_open.Peek());
        else
            Problem("html.unopened", name, start);
    }

    private string ReadTagName()
    {
        var start = _position;
        while (_position < _source.Length && !IsSpace(_source[_position]) && _source[_position] is not ('/' or '>'))
            _position++;
        return Lower(_source.Substring(start, _position - start));
    }

    /// <summary>Reads to the end of the tag; false when the text ends first: then there is no tag.</summary>
    private bool ReadAttributes(int start, string tag)
    {
        _pending.Clear();
        while (_position < _source.Length)
        {
            var c = _source[_position];
            if (c == '>')
            {
                _position++;
                return true;
            }

            if (c == '/' || IsSpace(c))
                _position++;
            else
                ReadAttribute();
        }

        Problem("html.unfinished", tag, start);
        return false;
    }

    private void ReadAttribute()
    {
        var start = _position++;
        while (_position < _source.Length && !IsSpace(_source[_position]) && _source[_position] is not ('/' or '>' or '='))
            _position++;
        var name = Lower(_source.Substring(start, _position - start));
        var equals = _position;
        while (IsSpace(At(equals)))
            equals++;
        var value = "";
        if (At(equals) == '=')
        {
            _position = equals + 1;
            value = ReadAttributeValue();
        }

        _pending.Add(new KeyValuePair<string, string>(name, value));
    }

    private string ReadAttributeValue()
    {
        while (IsSpace(At(_position)))
            _position++;
        var quote = At(_position);
        int start, end;
        if (quote is '"' or '\'')
        {
            start = _position + 1;
            end = _source.IndexOf((char)quote, start);
            end = end < 0 ? _source.Length : end;
            _position = Math.Min(end + 1, _source.Length);
        }
        else
        {
            start = end = _position;
            while (end < _source.Length && !IsSpace(_source[end]) && _source[end] != '>')
                end++;
            _position = end;
        }

        _decoded.Clear();
        Decode(start, end, inAttribute: true);
        return _decoded.ToString();
    }

    /// <summary>Reads the text of an element in which tags mean nothing, up to its end tag, which stays unread.</summary>
    private void ReadRaw(string name)
    {
        var end = name == "plaintext" ? _source.Length : name == "script" ? EndOfScript() : EndTag(name, _position, _source.Length);
        if (!Hidden.Contains(name))
            Show(_position, end, decode: name == "textarea");
        _position = end;
    }

    /// <summary>Position of the next end tag of the name, or the end of the range.</summary>
    private int EndTag(string name, int from, int to)
    {
        for (var found = from; found < to; found++)
        {
            found = _source.IndexOf('<', found, to - found);
            if (found < 0)
                return to;
            if (At(found + 1) == '/' && IsTagAt(name, found + 2))
                return found;
        }

        return to;
    }

    private bool IsTagAt(string name, int position)
    {
        if (string.Compare(_source, position, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0)
            return false;
        var after = At(position + name.Length);
        return IsSpace(after) || after is '/' or '>';
    }

    /// <summary>Position of the end tag of a script, over comments in it that hold another script (the standard's double-escaped state).</summary>
    private int EndOfScript()
    {
        var position = _position;
        var end = -1;
        while (true)
        {
            if (end < position)
                end = EndTag("script", position, _source.Length);
            var comment = _source.IndexOf("<!--", position, end - position, StringComparison.Ordinal);
            if (comment < 0)
                return end;
            position = AfterScriptComment(comment, out var isEnd);
            if (isEnd)
                return position;
        }
    }

    private int AfterScriptComment(int comment, out bool isEnd)
    {
        isEnd = false;
        var isNested = false;
        // The two dashes that open it may also close it: <!--> and <!---> are whole.
        for (var position = comment + 2; position < _source.Length; position++)
        {
            if (_source[position] == '-' && At(position + 1) == '-' && At(position + 2) == '>')
                return position + 3;
            if (_source[position] != '<')
                continue;
            if (isNested ? At(position + 1) == '/' && IsTagAt("script", position + 2) : IsTagAt("script", position + 1))
            {
                isNested = !isNested;
            }
            else if (!isNested && At(position + 1) == '/' && IsTagAt("script", position + 2))
            {
                isEnd = true;
                return position;
            }
        }

        isEnd = true;
        return _source.Length;
    }

    /// <summary>Appends a piece of text to what a reader sees: white space collapsed, NUL left out, half a surrogate pair replaced.</summary>
    private void Show(int start, int end, bool decode)
    {
        _decoded.Clear();
        if (decode)
            Decode(start, end, inAttribute: false);
        else
            _decoded.Append(_source, start, end - start);
        // Not over the builder itself, whose indexer walks its pieces.
        var text = _decoded.ToString();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsSpace(c))
            {
                _pendingSpace = true;
                continue;
            }

            if (c == '\0')
                continue;
            if (_pendingSpace && _visible.Length > 0)
                _visible.Append(' ');
            _pendingSpace = false;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                _visible.Append(c).Append(text[++i]);
            else
                _visible.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
        }
    }

    private void Decode(int start, int end, bool inAttribute)
    {
        var piece = _source.Substring(start, end - start);
        var position = 0;
        while (position < piece.Length)
        {
            var ampersand = piece.IndexOf('&', position);
            if (ampersand < 0)
                ampersand = piece.Length;
            _decoded.Append(piece, position, ampersand - position);
            position = ampersand < piece.Length ? HtmlEntities.Append(piece, ampersand, inAttribute, _decoded) : ampersand;
        }
    }

    private void Unclosed(KeyValuePair<string, int> tag) => Problem("html.unclosed", tag.Key, tag.Value);

    private void Problem(string key, string tag, int position)
    {
        var at = Bytes.Text(position + 1);
        _problem ??= tag.Length == 0 ? new Message(key, at) : new Message(key, Shorten(tag), at);
    }

    private int At(int position) => position < _source.Length ? _source[position] : -1;

    private static string Shorten(string name) => name.Length <= 40 ? name : name.Substring(0, 40) + "\u2026";

    private static bool IsEventHandler(string attribute) => attribute.Length > 2 && attribute.StartsWith("on", StringComparison.Ordinal);

    /// <summary>Whether an address runs code when followed, read as a browser does: control characters and white space in it do not count.</summary>
    private static bool IsScript(string address)
    {
        var scheme = new string(address.Where(c => c > ' ').Take(11).ToArray()).ToLowerInvariant();
        return scheme.StartsWith("javascript:", StringComparison.Ordinal) || scheme.StartsWith("vbscript:", StringComparison.Ordinal);
    }

    private static bool IsSpace(int c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    private static bool IsLetter(int c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static string Lower(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
            text.Append(c is >= 'A' and <= 'Z' ? (char)(c + 32) : c == '\0' ? '\uFFFD' : c);
        return text.ToString();
    }

    private static HashSet<string> Names(string names) => new HashSet<string>(names.Split(' '), StringComparer.Ordinal);
}
