using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads the tokens of a script one by one. Knows a regular expression from a division and the text of a template from its code.</summary>
/// <remarks>
/// It is no parser: of a wrong script it reads what it can. What a brace opens is told from what stands before it, which is enough for
/// every script that is written down by people or tools; the tests compare its tokens with those of a parser.
/// </remarks>
public sealed class ScriptReader
{
    // Deeper than any script; bounds the memory of one that is made to harm.
    private const int MaxDepth = 10000;

    private static readonly HashSet<string> Keywords = new HashSet<string>(
        ("await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null "
        + "return super switch this throw true try typeof var void while with yield").Split(' '), StringComparer.Ordinal);

    private static readonly string[] Punctuators =
    {
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=",
        "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
    };

    // No point can follow these in a number, only the member of one.
    private static readonly char[] AfterFraction = { '.', 'e', 'E', 'n' };

    private readonly string _text;
    private readonly List<Frame> _frames = new List<Frame> { default };
    private readonly Stack<KeyValuePair<int, bool>> _classes = new Stack<KeyValuePair<int, bool>>();
    private int _position;
    private int _line = 1;
    private bool _functionIsValue;
    private bool _functionAwaitsParameters;
    private bool _colonIsValue;
    private bool _asyncIsValue;
    private int _functions;
    private Frame _closed;

    // Of the token before the current one.
    private ScriptTokenKind _beforeKind = ScriptTokenKind.Punctuator;
    private string _before = ";";

    /// <summary>Reads a script; its first line is 1.</summary>
    public ScriptReader(string text)
    {
        _text = text;
    }

    private enum FrameKind : byte
    {
        Block,
        Object,
        Class,
        Function,
        Hole,
        Parenthesis,
        Bracket,
    }

    /// <summary>Kind of the current token.</summary>
    public ScriptTokenKind Kind { get; private set; }

    /// <summary>Where the current token begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Line on which it begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Text of a name, reserved word or punctuator; empty for every other token.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a line ends between the token before and this one.</summary>
    public bool IsAfterLineBreak { get; private set; }

    /// <summary>Whether the token before ends a value, so that an operator would go on with it.</summary>
    public bool IsAfterValue { get; private set; }

    /// <summary>Whether the token names a member of an object or a class.</summary>
    public bool IsMemberName { get; private set; }

    /// <summary>Whether the token lies directly between the braces of a class.</summary>
    public bool IsInClassBody { get; private set; }

    /// <summary>Whether the token lies inside the braces of a function.</summary>
    public bool IsInFunction => _functions > 0;

    /// <summary>How many brackets of any kind are open, counted before the current token.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether a text, comment or regular expression does not end, or brackets are nested too deeply.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the current token ends in the character.</summary>
    public bool EndsWith(char c) => _text[End - 1] == c;

    /// <summary>Whether the current regular expression has the flag.</summary>
    public bool HasFlag(char flag) => _text.IndexOf(flag, _text.LastIndexOf('/', End - 1), End - _text.LastIndexOf('/', End - 1)) >= 0;

    private Frame Top => _frames[_frames.Count - 1];

    private char Next => _position + 1 < _text.Length ? _text[_position + 1] : '\0';

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Read()
    {
        if (Kind != ScriptTokenKind.End)
        {
            IsAfterValue = EndsValue();
            _beforeKind = Kind;
            _before = Name;
        }

        IsAfterLineBreak = false;
        Name = "";
        Kind = ScriptTokenKind.End;
        if (IsBroken)
            return false;
        SkipBlank();
        Start = _position;
        Line = _line;
        Depth = _frames.Count - 1;
        IsInClassBody = Top.Kind == FrameKind.Class;
        IsMemberName = IsAtMember();
        if (_position < _text.Length && !IsBroken)
            ReadToken();
        End = _position;
        return Kind != ScriptTokenKind.End;
    }

    /// <summary>Whether the current token has exactly this text.</summary>
    public bool Is(string text) => End - Start == text.Length && string.CompareOrdinal(_text, Start, text, 0, text.Length) == 0;

    /// <summary>Whether the current token holds the text in any case.</summary>
    public bool Holds(string text) => _text.IndexOf(text, Start, End - Start, StringComparison.OrdinalIgnoreCase) >= 0;

    private void ReadToken()
    {
        var c = _text[_position];
        if (IsNameStart(c))
            ReadName();
        else if (c is >= '0' and <= '9' || (c == '.' && Next is >= '0' and <= '9'))
            ReadNumber();
        else if (c is '"' or '\'')
            ReadString(c);
        else if (c == '`')
            ReadTemplate();
        else if (c == '/' && !IsAfterValue)
            ReadRegex();
        else if (c == '#' && _position + 1 < _text.Length && IsNameStart(_text[_position + 1]))
            ReadPrivateName();
        else
            ReadPunctuator(c);
    }

    private void ReadName()
    {
        PassName();
        Name = _text.Substring(Start, _position - Start);
        var isProperty = _beforeKind == ScriptTokenKind.Punctuator && _before is "." or "?.";
        Kind = !isProperty && Keywords.Contains(Name) ? ScriptTokenKind.Keyword : ScriptTokenKind.Identifier;
        if (_classes.Count > 0 && _beforeKind == ScriptTokenKind.Keyword && _before == "class" && Kind == ScriptTokenKind.Keyword && Name is not ("extends" or "await" or "yield"))
            _classes.Pop();
        if (Kind == ScriptTokenKind.Identifier)
        {
            if (Name == "async")
                _asyncIsValue = !IsAtStatement();
        }
        else if (Name == "function")
        {
            _functionIsValue = _beforeKind == ScriptTokenKind.Identifier && _before == "async" && !IsAfterLineBreak ? _asyncIsValue : !IsAtStatement();
            _functionAwaitsParameters = true;
        }
        else if (Name == "class")
        {
            _classes.Push(new KeyValuePair<int, bool>(_frames.Count, !IsAtStatement()));
        }
    }

    private void ReadPrivateName()
    {
        _position++;
        PassName();
        Name = _text.Substring(Start, _position - Start);
        Kind = ScriptTokenKind.PrivateName;
    }

    private void PassName()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '\\')
            {
                _position++;
                if (_position < _text.Length && _text[_position] == 'u')
                    _position++;
                if (_position < _text.Length && _text[_position] == '{')
                    _position = Math.Max(_position, _text.IndexOf('}', _position)) + 1;
            }
            else if (IsNamePart(c))
            {
                _position++;
            }
            else
            {
                break;
            }
        }
    }

    private void ReadNumber()
    {
        Kind = ScriptTokenKind.Number;
        var hasPrefix = _text[_position] == '0' && Next is 'x' or 'X' or 'o' or 'O' or 'b' or 'B';
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            var isSign = c is '+' or '-' && !hasPrefix && _text[_position - 1] is 'e' or 'E';
            if (!isSign && c != '.' && !IsNamePart(c))
                break;
            if (c == '.' && (hasPrefix || _text.IndexOfAny(AfterFraction, Start, _position - Start) >= 0))
                break;
        }
    }

    private void ReadString(char quote)
    {
        Kind = ScriptTokenKind.String;
        for (_position++; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == quote)
            {
                _position++;
                return;
            }

            if (c == '\\')
            {
                _position++;
                if (_position < _text.Length && CountLine())
                    continue;
            }
            else if (c is '\n' or '\r')
            {
                break;
            }
        }

        _position = Math.Min(_position, _text.Length);
        IsBroken = true;
    }

    private void ReadTemplate()
    {
        Kind = ScriptTokenKind.Template;
        for (_position++; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == '`')
            {
                _position++;
                return;
            }

            if (c == '$' && Next == '{')
            {
                _position += 2;
                Push(new Frame { Kind = FrameKind.Hole });
                return;
            }

            if (c == '\\' && _position + 1 < _text.Length)
                _position++;
            CountLine();
        }

        _position = Math.Min(_position, _text.Length);
        IsBroken = true;
    }

    private void ReadRegex()
    {
        Kind = ScriptTokenKind.Regex;
        var inClass = false;
        for (_position++; _position < _text.Length && !IsLineEnd(_text[_position]); _position++)
        {
            var c = _text[_position];
            if (c == '\\')
            {
                _position++;
                if (_position >= _text.Length || IsLineEnd(_text[_position]))
                    break;
            }
            else if (c == '[')
            {
                inClass = true;
            }
            else if (c == ']')
            {
                inClass = false;
            }
            else if (c == '/' && !inClass)
            {
                _position++;
                PassName();
                return;
            }
        }

        IsBroken = true;
    }

    private void ReadPunctuator(char c)
    {
        Kind = ScriptTokenKind.Punctuator;
        if (c == '}' && Top.Kind == FrameKind.Hole)
        {
            Pop();
            ReadTemplate();
            return;
        }

        Name = Longest(c);
        _position += Name.Length;
        if (_beforeKind == ScriptTokenKind.Keyword && _before == "class" && c != '{' && _classes.Count > 0)
            _classes.Pop();
        if (_beforeKind == ScriptTokenKind.Keyword && _before == "function" && Name is not ("(" or "*"))
            _functionAwaitsParameters = false;
        switch (Name)
        {
            case "(":
                Push(new Frame { Kind = FrameKind.Parenthesis, IsControl = _beforeKind == ScriptTokenKind.Keyword && _before is "if" or "while" or "for" or "with", IsFunction = _functionAwaitsParameters, IsValue = _functionIsValue });
                _functionAwaitsParameters = false;
                break;
            case "[":
                Push(new Frame { Kind = FrameKind.Bracket });
                break;
            case "{":
                Push(Opened());
                break;
            case ")" or "]" or "}":
                Pop();
                break;
            case "?":
                Wait(1);
                break;
            case ":":
                _colonIsValue = Top.Conditions > 0 || Top.Kind is FrameKind.Object or FrameKind.Parenthesis or FrameKind.Bracket or FrameKind.Hole;
                Wait(-1);
                break;
        }
    }

    private void Wait(int step)
    {
        var frame = Top;
        frame.Conditions = Math.Max(0, frame.Conditions + step);
        _frames[_frames.Count - 1] = frame;
    }

    private string Longest(char c)
    {
        foreach (var punctuator in Punctuators)
        {
            if (punctuator[0] == c && string.CompareOrdinal(_text, _position, punctuator, 0, punctuator.Length) == 0
                && !(punctuator == "?." && _position + 2 < _text.Length && _text[_position + 2] is >= '0' and <= '9'))
            {
                return punctuator;
            }
        }

        return c.ToString();
    }

    /// <summary>What the brace at the current place opens.</summary>
    private Frame Opened()
    {
        if (_classes.Count > 0 && _classes.Peek().Key == _frames.Count)
            return new Frame { Kind = FrameKind.Class, IsValue = _classes.Pop().Value };
        if (_beforeKind == ScriptTokenKind.Punctuator)
        {
            switch (_before)
            {
                case ")":
                    // After a name in an object or a class: a method. After a condition: a block.
                    var isMethod = !_closed.IsControl && Top.Kind is FrameKind.Object or FrameKind.Class;
                    return _closed.IsFunction || isMethod ? new Frame { Kind = FrameKind.Function, IsValue = _closed.IsFunction && _closed.IsValue } : new Frame { Kind = FrameKind.Block };
                case "=>":
                    return new Frame { Kind = FrameKind.Function };
                case ";" or "{" or "}" or "]" or "++" or "--":
                    return new Frame { Kind = FrameKind.Block };
                case ":":
                    return _colonIsValue ? new Frame { Kind = FrameKind.Object, IsValue = true } : new Frame { Kind = FrameKind.Block };
                default:
                    return new Frame { Kind = FrameKind.Object, IsValue = true };
            }
        }

        if (_beforeKind == ScriptTokenKind.Template)
            return IsAfterValue ? new Frame { Kind = FrameKind.Block } : new Frame { Kind = FrameKind.Object, IsValue = true };
        if (_beforeKind == ScriptTokenKind.Keyword)
        {
            var isBlock = _before is "else" or "do" or "try" or "finally" or "catch" or "import" or "export" or "this" or "super" or "null" or "true" or "false"
                || (_before is "return" or "yield" && IsAfterLineBreak);
            return isBlock ? new Frame { Kind = FrameKind.Block } : new Frame { Kind = FrameKind.Object, IsValue = true };
        }

        // The block of a class that runs once has its own "this", and "await" cannot stand in it.
        if (Top.Kind == FrameKind.Class)
            return new Frame { Kind = FrameKind.Function };
        return _before == "of" || Top.Kind is FrameKind.Parenthesis or FrameKind.Bracket ? new Frame { Kind = FrameKind.Object, IsValue = true } : new Frame { Kind = FrameKind.Block };
    }

    /// <summary>Whether a statement may begin at the current token.</summary>
    private bool IsAtStatement()
    {
        if (_beforeKind == ScriptTokenKind.Keyword)
            return _before is "else" or "do" or "export" or "default";
        if (_beforeKind != ScriptTokenKind.Punctuator)
            return IsAfterLineBreak && IsAfterValue;
        return _before switch
        {
            ";" => true,
            "{" => Top.Kind is FrameKind.Block or FrameKind.Function,
            "}" => !_closed.IsValue || IsAfterLineBreak,
            ")" => _closed.IsControl || IsAfterLineBreak,
            "]" => IsAfterLineBreak,
            ":" => !_colonIsValue,
            _ => false,
        };
    }

    private bool IsAtMember()
    {
        var isModifier = _beforeKind == ScriptTokenKind.Identifier && _before is "get" or "set" or "async" or "static";
        return Top.Kind switch
        {
            FrameKind.Object => isModifier || (_beforeKind == ScriptTokenKind.Punctuator && _before is "{" or "," or "*"),
            FrameKind.Class => isModifier || (_beforeKind == ScriptTokenKind.Punctuator && _before is "{" or ";" or "}" or "*") || (IsAfterLineBreak && IsAfterValue),
            _ => false,
        };
    }

    private bool EndsValue()
    {
        switch (Kind)
        {
            case ScriptTokenKind.Keyword:
                return Name is "this" or "super" or "null" or "true" or "false";
            case ScriptTokenKind.Identifier:
                return !(Name == "of" && IsAfterValue && Top.Kind == FrameKind.Parenthesis && Top.IsControl);
            case ScriptTokenKind.Template:
                return _text[End - 1] == '`';
            case ScriptTokenKind.Punctuator:
                return Name switch
                {
                    ")" => !_closed.IsControl,
                    "]" => true,
                    "}" => _closed.IsValue,
                    "++" or "--" => IsAfterValue && !IsAfterLineBreak,
                    _ => false,
                };
            default:
                return true;
        }
    }

    private void Push(Frame frame)
    {
        _frames.Add(frame);
        if (frame.Kind == FrameKind.Function)
            _functions++;
        IsBroken |= _frames.Count > MaxDepth;
    }

    private void Pop()
    {
        if (_frames.Count == 1)
        {
            _closed = default;
            return;
        }

        _closed = _frames[_frames.Count - 1];
        _frames.RemoveAt(_frames.Count - 1);
        if (_closed.Kind == FrameKind.Function)
            _functions--;
        while (_classes.Count > 0 && _classes.Peek().Key > _frames.Count)
            _classes.Pop();
    }

    private void SkipBlank()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '/' && Next == '/')
                PassLine();
            else if (c == '/' && Next == '*')
                PassComment();
            else if (c == '<' && string.CompareOrdinal(_text, _position, "<!--", 0, 4) == 0)
                PassLine();
            else if (c == '-' && (IsAfterLineBreak || _position == 0) && string.CompareOrdinal(_text, _position, "-->", 0, 3) == 0)
                PassLine();
            else if (c == '#' && Next == '!' && _position == 0)
                PassLine();
            else if (IsLineEnd(c))
            {
                CountLine();
                IsAfterLineBreak = true;
                _position++;
            }
            else if (c is ' ' or '\t' or '\v' or '\f' or '\uFEFF' || (c >= '\u0080' && char.IsWhiteSpace(c)))
                _position++;
            else
                break;
        }
    }

    private void PassLine()
    {
        while (_position < _text.Length && !IsLineEnd(_text[_position]))
            _position++;
    }

    private void PassComment()
    {
        for (_position += 2; _position < _text.Length; _position++)
        {
            if (_text[_position] == '*' && Next == '/')
            {
                _position += 2;
                return;
            }

            IsAfterLineBreak |= CountLine();
        }

        IsBroken = true;
    }

    /// <summary>Counts the line that ends at the current place, if one does; of CR LF the first is passed over.</summary>
    private bool CountLine()
    {
        var c = _text[_position];
        if (!IsLineEnd(c))
            return false;
        if (c == '\r' && Next == '\n')
            _position++;
        _line++;
        return true;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsNameStart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '$' or '_' or '\\' || (c >= '\u0080' && !IsLineEnd(c) && !char.IsWhiteSpace(c) && c != '\uFEFF');

    private static bool IsNamePart(char c) => c is >= '0' and <= '9' || (c != '\\' && IsNameStart(c));

    private struct Frame
    {
        public FrameKind Kind;

        /// <summary>Parentheses after if, while, for and with: a statement follows them.</summary>
        public bool IsControl;

        /// <summary>Parentheses with the parameters of a function that has the word.</summary>
        public bool IsFunction;

        /// <summary>What the braces hold is a value, so that an operator may follow.</summary>
        public bool IsValue;

        /// <summary>Question marks that wait for their colon.</summary>
        public int Conditions;
    }
}
