using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads JSON of any size forward, without keeping it. Every departure from the grammar ends it with <see cref="InvalidDataException"/>.</summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;

    /// <summary>Longest text that is kept; what is longer is passed over and cut.</summary>
    private const int MaxText = 2000;

    private readonly TextReader _reader;
    private readonly StringBuilder _text = new StringBuilder();
    private int _depth;

    public JsonReader(TextReader reader)
    {
        _reader = reader;
    }

    /// <summary>The first character of the next value or bracket, white space passed over; -1 at the end.</summary>
    public int Peek()
    {
        int next;
        while ((next = _reader.Peek()) is ' ' or '\t' or '\r' or '\n')
            _reader.Read();
        return next;
    }

    /// <summary>Reads an object; is told each name and must read or <see cref="Skip"/> its value. Another value is passed over.</summary>
    public void ReadObject(Action<string> member)
    {
        if (Peek() != '{')
        {
            Skip();
            return;
        }

        Enter();
        for (var isFirst = true; Peek() != '}'; isFirst = false)
        {
            if (!isFirst)
                Expect(',');
            if (Peek() != '"')
                throw new InvalidDataException();
            var name = ReadQuoted();
            Expect(':');
            member(name);
        }

        Leave();
    }

    /// <summary>Reads an array; each call must read or <see cref="Skip"/> one item. Another value is passed over.</summary>
    public void ReadArray(Action item)
    {
        if (Peek() != '[')
        {
            Skip();
            return;
        }

        Enter();
        for (var isFirst = true; Peek() != ']'; isFirst = false)
        {
            if (!isFirst)
                Expect(',');
            item();
        }

        Leave();
    }

    /// <summary>Reads a text; empty for another value.</summary>
    public string ReadText()
    {
        if (Peek() == '"')
            return ReadQuoted();
        Skip();
        return "";
    }

    /// <summary>Reads a whole number; 0 for another value.</summary>
    public int ReadNumber()
    {
        if (Peek() is not ('-' or >= '0' and <= '9'))
        {
            Skip();
            return 0;
        }

        return int.TryParse(ReadWord(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Passes over a value.</summary>
    public void Skip() => SkipTo(null);

    /// <summary>Passes over a value and is told every text in it.</summary>
    public void SkipTo(Action<string>? text)
    {
        switch (Peek())
        {
            case '{':
                ReadObject(_ => SkipTo(text));
                break;
            case '[':
                ReadArray(() => SkipTo(text));
                break;
            case '"':
                var value = ReadQuoted();
                text?.Invoke(value);
                break;
            default:
                ReadWord();
                break;
        }
    }

    /// <summary>Nothing but white space may follow.</summary>
    public void End()
    {
        if (Peek() >= 0)
            throw new InvalidDataException();
    }

    private void Enter()
    {
        _reader.Read();
        if (++_depth > MaxDepth)
            throw new InvalidDataException();
    }

    private void Leave()
    {
        _reader.Read();
        _depth--;
    }

    private void Expect(char c)
    {
        if (Peek() != c)
            throw new InvalidDataException();
        _reader.Read();
    }

    /// <summary>A number, true, false or null.</summary>
    private string ReadWord()
    {
        _text.Length = 0;
        while (_reader.Peek() is '-' or '+' or '.' or >= '0' and <= '9' or >= 'a' and <= 'z' or 'E')
        {
            var c = (char)_reader.Read();
            if (_text.Length > 400)
                throw new InvalidDataException();
            _text.Append(c);
        }

        var word = _text.ToString();
        if (word is not ("true" or "false" or "null") && !IsNumber(word))
            throw new InvalidDataException();
        return word;
    }

    private static bool IsNumber(string word)
    {
        var place = word.StartsWith("-", StringComparison.Ordinal) ? 1 : 0;
        var whole = Digits(word, ref place);
        if (whole == 0 || (whole > 1 && word[place - whole] == '0'))
            return false;
        if (place < word.Length && word[place] == '.')
        {
            place++;
            if (Digits(word, ref place) == 0)
                return false;
        }

        if (place < word.Length && word[place] is 'e' or 'E')
        {
            place += place + 1 < word.Length && word[place + 1] is '+' or '-' ? 2 : 1;
            if (Digits(word, ref place) == 0)
                return false;
        }

        return place == word.Length;
    }

    private static int Digits(string word, ref int place)
    {
        var start = place;
        while (place < word.Length && word[place] is >= '0' and <= '9')
            place++;
        return place - start;
    }

    private string ReadQuoted()
    {
        _text.Length = 0;
        _reader.Read();
        while (true)
        {
            var c = _reader.Read();
            if (c == '"')
                return _text.ToString();
            if (c < ' ')
                throw new InvalidDataException();
            if (c == '\\')
                c = ReadEscape();
            if (_text.Length < MaxText)
                _text.Append((char)c);
        }
    }

    private int ReadEscape()
    {
        var c = _reader.Read();
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var code = new char[4];
                if (_reader.ReadBlock(code, 0, 4) == 4 && ushort.TryParse(new string(code), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                    return value;
                break;
        }

        throw new InvalidDataException();
    }
}
