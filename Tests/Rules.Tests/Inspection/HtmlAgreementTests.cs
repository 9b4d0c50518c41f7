using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using CsCheck;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

/// <summary>Our reader against AngleSharp's tokenizer: the same tags, attributes and text, over a corpus and over generated input.</summary>
public sealed class HtmlAgreementTests
{
    private static readonly HashSet<string> Raw = ["style", "xmp", "iframe", "noembed", "noframes"];
    private static readonly HashSet<string> Hidden = ["script", "style", "iframe", "noembed", "noframes", "title"];

    private static readonly HashSet<string> Breaking =
    [
        .. ("address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
            "header hgroup hr legend li main menu nav ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul xmp").Split(' '),
    ];

    public static TheoryData<string> Corpus =>
    [
        "<p>Contoso Helpdesk turns <em>mail</em> into cases.</p><h2>What you get</h2><ul><li>One inbox</li><li>SLA timers &amp; alerts</li></ul>",
        "<!DOCTYPE html>\r\n<html lang=\"en\"><head><title>A &lt; B</title><style>p > a { color: red }</style></head><body><p>Text</p></body></html>",
        "<div class='a' id=b data-x=\"1 > 2\"><img src=/x.png alt=''><br/><a href=\"https://contoso.com/?a=1&amp;b=2&copy=3\">link</a></div>",
        "<table><tr><td>1<td>2<tr><td>3</table><select><option>a<option>b</select>",
        "<script>if (a < b && c > d) document.write('<p>x<\\/p>');</script>after<script src=\"x.js\"></script>",
        "<script><!--\nif (x) { document.write(\"<script>y</script>\"); }\n//--></script>after",
        "<textarea>\n<b>&eacute;</textarea><xmp><i>&amp;</i></xmp><noscript><p>x</p></noscript>",
        "&lt;p&gt; &nbsp;&copy;&reg;&trade;&euro;&hellip;&mdash;&ndash;&lsquo;&rsquo;&ldquo;&rdquo;&bull;&middot;&frac12;&deg;&times;&rarr;&larr;&hearts;",
        "&AMP;&amp&ampx;&notin;&notit;&not;&Aacute&aacutex;&#x26;&#38&#x;&#;&#xD800;&#1114112;&#150;&#0;",
        "a<b c<d e=f<g>h</b>i</j k='l'>m",
        "<!-- one --><!---><!----><!-- two --!>x<!--> y --><!-- -- -->z<!doctype x><!x><?y?></z ></>",
        "<p a=1 a=2 A=3 =b /c/ d = 'e' f=\"\" g='h'i>x</p>",
        "<svg width=1><circle r=2/></svg><math><mi>x</mi></math>",
        "text only, 5 < 6 > 4 && x<- y <1 <> </ > <",
        "\uFEFFåäö 日本語 \U0001F600 <p>ÅÄÖ</p>",
        "<plaintext><p>&amp;</plaintext>",
        "<p>unclosed <em>both",
        "<p title='never ends",
        "<!-- never ends",
        "<title>never ends <p>",
    ];

    // A sample of each table of the reader: with and without semicolon, of HTML 4, of punctuation.
    private const string Names =
        "amp lt gt quot apos nbsp copy reg trade euro hellip mdash ndash lsquo rsquo ldquo rdquo bull middot eacute Eacute aring Aring ouml szlig ntilde alpha Omega hearts lang rang notin not " +
        "sup sup1 sup2 sube para part ang and or cap cup int there4 sim cong asymp ne equiv le ge colon comma excl lpar rpar lbrack rbrack check";

    private static readonly string[] Pieces =
    [
        "<", ">", "/", "</", "<!", "<!--", "-->", "--", "!", "?", "=", "\"", "'", " ", "\n", "\t", "&", ";", "#", "x", "p", "em", "ul", "li", "br", "script", "style",
        "textarea", "title", "xmp", "<p>", "</p>", "<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<title>", "</title>", "<li ", "<a href=",
        "&amp;", "&amp", "&lt", "&copy", "&notin;", "&not", "&#65;", "&#x1F600;", "&#128;", "&#xFFFF;", "&eacute;", "1", "onclick", "å", "\U0001F600", "-", "]]>", "<![CDATA[", "<!doctype", "<EM>", "<P CLASS=",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Agrees_over_the_corpus(string html) => Assert.Equal(Theirs(html), Ours(html));

    /// <summary>
    /// Without "&amp;;", of which AngleSharp loses the semicolon, and without end tags in capitals, which it writes small inside a textarea; browsers do neither.
    /// </summary>
    [Fact]
    public void Agrees_over_generated_input() =>
        Gen.OneOf(Pieces).Array[0, 25].Select(pieces => Regex.Replace(string.Concat(pieces), "&;+", "&")).Sample(html => Assert.Equal(Theirs(html), Ours(html)), iter: 20000);

    [Fact]
    public void Agrees_on_named_characters()
    {
        foreach (var name in Names.Split(' '))
        {
            foreach (var html in new[] { $"a&{name};b", $"a&{name} b", $"a&{name}=b", $"<p title='&{name};'>&{name}1" })
                Assert.Equal(Theirs(html), Ours(html));
        }
    }

    private static string Ours(string html)
    {
        var facts = HtmlReader.Read(html);
        return Report(facts.Tags.Select(tag => $"{tag.Name}*{tag.Count}"), facts.Attributes, facts.VisibleText);
    }

    private static string Theirs(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var tags = new List<string>();
        var attributes = new List<string>();
        var text = new StringBuilder();
        var raw = "";
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token is HtmlTagToken tag)
            {
                raw = "";
                text.Append(Breaking.Contains(tag.Name) ? " " : "");
                if (tag.Type == HtmlTokenType.EndTag)
                    continue;
                tags.Add(tag.Name);
                attributes.AddRange(tag.Attributes.Select(attribute => attribute.Name));
                tokenizer.State = tag.Name switch
                {
                    "script" => HtmlParseMode.Script,
                    "title" or "textarea" => HtmlParseMode.RCData,
                    "plaintext" => HtmlParseMode.Plaintext,
                    var name when Raw.Contains(name) => HtmlParseMode.Rawtext,
                    _ => HtmlParseMode.PCData,
                };
                raw = tokenizer.State == HtmlParseMode.PCData ? "" : tag.Name;
            }
            else if (token.Type == HtmlTokenType.Character && !Hidden.Contains(raw))
            {
                text.Append(token.Data);
            }
        }

        return Report(tags.GroupBy(tag => tag).Select(tag => $"{tag.Key}*{tag.Count()}"), attributes.Distinct(), Collapse(text.ToString()));
    }

    private static string Report(IEnumerable<string> tags, IEnumerable<string> attributes, string text) =>
        $"tags: {string.Join(" ", tags)}\nattributes: {string.Join(" ", attributes)}\ntext: {text}";

    private static string Collapse(string text) =>
        string.Join(' ', text.Replace("\0", "").Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
