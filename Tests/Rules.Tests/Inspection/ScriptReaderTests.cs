using Acornima;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

/// <summary>The tokens of a script are those that a parser sees.</summary>
public sealed class ScriptReaderTests
{
    // What is larger is bundled from the same and only takes time.
    private const int MaxBytes = 200_000;

    [Theory]
    [InlineData("a / b / c; x = /b/g; y = (a) / 2; if (a) /re/.test(a); z = a[0] / 2 / 1")]
    [InlineData("function f() {} /re/.test(x); x = function () {} / 2 / 1; ({}) / 2; x = {} / 2 / 1; { } /re/g.exec(x)")]
    [InlineData("x = y\n/re/g\n.exec(z)")]
    [InlineData("a++ / 2; a\n++/re/.lastIndex; return_ = a-- / 3 / 4")]
    [InlineData("switch (a) { case /x/.test(b): { } /re/.test(a); default: /re2/.exec(b) }")]
    [InlineData("x = a ? { b: 1 } / 2 / 1 : /re/; l: { } /re/.test(y)")]
    [InlineData("`a ${ b / c / d } e ${ { x: `y${ /}/.source }` } } / /` / 2 / 1")]
    [InlineData("class A extends f({}) { m() { } static { } get x() { return /re/ } [/a/]() { } } /re/.test(a); x = class { } / 2 / 1")]
    [InlineData("class A { #p = 1; q = /re/; static r; has(o) { return #p in o / 2 } }")]
    [InlineData("x.return / 2 / 1; x.if / 3 / 1; ({ if: /a/, class: /b/, function: /c/, get: /d/ }); ({ function() { }, class() { }, if() { } })")]
    [InlineData("a = b => { }\n/re/.test(c); d = async () => /x/.test(y); e = async function () { } / 2 / 1")]
    [InlineData("for (const x of /a/.exec(y)) /b/.test(z); for (;;) { break } /c/.test(a); while (a) /d/.exec(b)")]
    [InlineData("a = 1e5.toFixed(); b = 1..toString(); c = 0x1F / 2; d = 1_000n / 2n; e = .5 / .5; f = 1.5e+3 / 2; g = 0b11 / 0o7")]
    [InlineData("a?.b / 2; a?.5 / 1 : /re/; a ?? /x/; a ||= /y/; a?.[0] / 2; a?.(1) / 2 / 1")]
    [InlineData("x = 'a\\'b\\\nc' / 2; y = \"/*\" / 1; // /no/\n/* /no/ */ z = /[/]/ ; w = /\\//")]
    [InlineData("var \\u0061b = 1, d\u00e9j\u00e0 = 2, $ = 3, _ = 4; d\u00e9j\u00e0 / 2 / 1")]
    [InlineData("typeof /a/; void /b/; delete /c/.d; throw /e/; x instanceof /f/.constructor; x in /g/; new /h/.constructor")]
    [InlineData("const a = 1; export { a }; import b from 'c'; export function f() { } /re/.test(a); export default function () { } /re/.exec(a)")]
    [InlineData("async function* g() { yield /a/; await /b/; yield* c / 2; for await (const d of e) { } }")]
    [InlineData("if (a) { } else /re/.test(b); try { } catch { } finally { } /re/.test(c); ({ a }) / 2 / 1; [a] / 2 / 1; ({ ...b }) / 3 / 1")]
    public void Are_told_apart(string script) => Compare(script, script);

    [Fact]
    public void Are_told_apart_in_all_scripts_of_the_installed_packages()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "node_modules"), "*.*js", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".js", StringComparison.Ordinal) || file.EndsWith(".cjs", StringComparison.Ordinal) || file.EndsWith(".mjs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var compared = 0;

        foreach (var file in files.Where(file => new FileInfo(file).Length < MaxBytes))
            compared += Compare(File.ReadAllText(file), file) ? 1 : 0;

        Assert.True(compared > 500, $"{compared} scripts compared.");
    }

    /// <summary>False where the parser refuses the script.</summary>
    private static bool Compare(string script, string name)
    {
        var expected = new List<(int Start, int End, TokenKind Kind)>();
        var options = new ParserOptions { AllowHashBang = true, AllowReturnOutsideFunction = true, OnToken = (in Token token) => expected.Add((token.Start, token.End, token.Kind)) };
        try
        {
            if (name.EndsWith(".mjs", StringComparison.Ordinal) || !Parses(() => new Parser(options).ParseScript(script)))
            {
                expected.Clear();
                new Parser(options).ParseModule(script);
            }
        }
        catch (SyntaxErrorException) when (!ReferenceEquals(script, name))
        {
            return false;
        }

        var reader = new ScriptReader(script);
        var lines = 1;
        var counted = 0;
        foreach (var token in Merged(expected, script))
        {
            Assert.True(reader.Read(), $"{name}: no token at {token.Start}");
            for (; counted < token.Start; counted++)
                lines += script[counted] is '\n' or '\u2028' or '\u2029' || (script[counted] == '\r' && script[counted + 1] != '\n') ? 1 : 0;
            if (reader.Start != token.Start || reader.End != token.End || reader.Line != lines)
                Assert.Fail($"{name}: {script[token.Start..token.End]} ({token.Start}, line {lines}) is read as {script[reader.Start..reader.End]} ({reader.Start}, line {reader.Line}) in {script[Math.Max(0, token.Start - 60)..Math.Min(script.Length, token.End + 20)]}");
            if (token.Kind is TokenKind.RegExpLiteral)
                Assert.Equal(ScriptTokenKind.Regex, reader.Kind);
        }

        Assert.False(reader.Read());
        Assert.False(reader.IsBroken);
        return true;
    }

    private static bool Parses(Func<object> parse)
    {
        try
        {
            parse();
            return true;
        }
        catch (SyntaxErrorException)
        {
            return false;
        }
    }

    /// <summary>The parser has a template's marks and its text apart; together they are one token.</summary>
    private static IEnumerable<(int Start, int End, TokenKind Kind)> Merged(List<(int Start, int End, TokenKind Kind)> tokens, string script)
    {
        var braces = new Stack<int>();
        var start = -1;
        foreach (var token in tokens.Where(token => token.Kind != TokenKind.EOF && token.End > token.Start))
        {
            var mark = token.Kind is TokenKind.Punctuator or TokenKind.Template ? script[token.Start..token.End] : "";
            if (start >= 0)
            {
                if (mark is "`" or "${")
                {
                    yield return (start, token.End, TokenKind.Template);
                    start = -1;
                    if (mark == "${")
                        braces.Push(0);
                }
            }
            else if (mark == "`" || (mark == "}" && braces.Count > 0 && braces.Peek() == 0))
            {
                start = token.Start;
                if (mark == "}")
                    braces.Pop();
            }
            else
            {
                if (braces.Count > 0 && mark is "{" or "}")
                    braces.Push(braces.Pop() + (mark == "{" ? 1 : -1));
                yield return token;
            }
        }
    }
}
