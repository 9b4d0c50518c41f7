using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>HTML texts and what they consist of.</summary>
public static class HtmlCases
{
    public static IEnumerable<(string Name, Action Run)> All()
    {
        foreach (var text in Visible())
            yield return ("visible: " + Expect.Name(text.Key), () => Expect.Equal(text.Value, HtmlReader.Read(text.Key).VisibleText));
        foreach (var text in Tags())
        {
            yield return ("tags: " + Expect.Name(text.Key), () =>
                Expect.Equal(text.Value, string.Join(" ", HtmlReader.Read(text.Key).Tags.Select(tag => tag.Name + "*" + tag.Count + "@" + tag.Position).ToArray())));
        }

        foreach (var text in Problems())
            yield return ("balance: " + Expect.Name(text.Key), () => Expect.Message(text.Value, HtmlReader.Read(text.Key).Problem));
        foreach (var text in Scripts())
            yield return ("script: " + Expect.Name(text), () => Expect.Equal(true, HtmlReader.Read(text).HasScript));
        foreach (var text in new[] { "<a href='https://contoso.com/javascript:'>a</a>", "<p title='javascript:x'>a</p>", "javascript:alert(1)", "<p on='x'>a</p>", "<p x onclick='a" })
            yield return ("no script: " + Expect.Name(text), () => Expect.Equal(false, HtmlReader.Read(text).HasScript));
        foreach (var text in new[] { "<p>", "</p>", "<!-- a -->", "<!doctype html>", "<?xml?>", "</3>", "</>" })
            yield return ("markup: " + Expect.Name(text), () => Expect.Equal(true, HtmlReader.Read(text).HasMarkup));
        foreach (var text in new[] { "", "a < b > c", "a <3 b", "1<2", "AT&T &amp; more", "<", "</" })
            yield return ("no markup: " + Expect.Name(text), () => Expect.Equal(false, HtmlReader.Read(text).HasMarkup));

        yield return ("attributes and event handlers, each once", () =>
        {
            var facts = HtmlReader.Read("<p CLASS=a onClick=b><p class='c' =d e/f onclick></p>");
            Expect.Sequence(new[] { "class", "onclick", "=d", "e", "f" }, facts.Attributes);
            Expect.Sequence(new[] { "onclick" }, facts.EventHandlers);
        }
        );
        yield return ("comments", () => Expect.Equal("True False", HtmlReader.Read("<!-- a -->").HasComments + " " + HtmlReader.Read("<p>a</p>").HasComments));
        yield return ("source length in UTF-16 units", () => Expect.Equal("9 2", HtmlReader.Read("<p>\U0001F600</p>").SourceLength + " " + HtmlReader.Read("<p>\U0001F600</p>").VisibleLength));
        yield return ("no text at all", () => Expect.Equal("0  True", HtmlReader.Read(null).SourceLength + " " + HtmlReader.Read(null).VisibleText + " " + HtmlReader.Read(null).IsBalanced));
        yield return ("100 000 nested p, all closed", () =>
        {
            var facts = HtmlReader.Read(Repeat("<p>", 100000) + "a" + Repeat("</p>", 100000));
            Expect.Equal("100000 True a", facts.Tags[0].Count + " " + facts.IsBalanced + " " + facts.VisibleText);
        }
        );
        yield return ("100 000 nested p, none closed", () => Expect.Message("html.unclosed(p, 1)", HtmlReader.Read(Repeat("<p>", 100000)).Problem));
        yield return ("a name of 1 MB is shortened in the message", () =>
            Expect.Message("html.unclosed(" + new string('p', 40) + "\u2026, 1)", HtmlReader.Read("<" + new string('p', 1 << 20) + ">").Problem));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count).ToArray());

    private static IEnumerable<string> Scripts() => new[]
    {
        "<script>alert(1)</script>", "<SCRIPT src=x>", "<p onclick=a>", "<img src=x onerror='a'>", "<a href='javascript:a'>", "<a href=' java\nscript:a'>",
        "<a href='&#106;avascript&colon;a'>", "<a href=\u0001JavaScript:a>", "<form action=javascript:a>", "<a xlink:href='javascript:a'>", "<a href=vbscript:a>",
    };

    private static IEnumerable<KeyValuePair<string, string>> Visible() => new Dictionary<string, string>
    {
        [""] = "",
        ["<p>one</p><p>two</p>"] = "one two",
        ["<em>one</em><em>two</em>"] = "onetwo",
        ["a<br>b"] = "a b",
        ["  a \t\r\n\f b  "] = "a b",
        ["a&nbsp; b"] = "a\u00A0 b",
        ["<ul><li>a</li><li>b</li></ul>"] = "a b",
        ["a < b"] = "a < b",
        ["a<3"] = "a<3",
        ["a</"] = "a</",
        ["a</>b"] = "ab",
        ["a<!--x-->b"] = "ab",
        ["a<!-- -- > --!>b"] = "ab",
        ["a<!-->b-->"] = "ab-->",
        ["a<!--->b"] = "ab",
        ["a<!x>b"] = "ab",
        ["a<![CDATA[x]]>b"] = "ab",
        ["a<?php x ?>b"] = "ab",
        ["a</3>b"] = "ab",
        ["<!DOCTYPE html>a"] = "a",
        ["<script>a</p><b>&amp;</script>b"] = "b",
        ["<style>p{}</style>b"] = "b",
        ["<title>a</title>b"] = "b",
        ["<textarea><b>&lt;</textarea>b"] = "<b>< b",
        ["<xmp><b>&lt;</xmp>b"] = "<b>&lt; b",
        ["<script><!--<script>a</script>--></script>b"] = "b",
        ["<script><!-- a</script>b"] = "b",
        ["<script></scripty>a</script >b"] = "b",
        ["<p title='<b>'>a</p>"] = "a",
        ["<p title=a>b</p>"] = "b",
        ["<p title=\"a>b\">c</p>"] = "c",
        ["<p"] = "",
        ["a<p title='b>c"] = "a",
        ["&amp;&lt;&gt;&quot;&apos;"] = "&<>\"'",
        ["&AMP &copy2 &notit; &notin; &not"] = "& \u00A92 \u00ACit; \u2209 \u00AC",
        ["&unknown; &; & &#; &#x; &#xg;"] = "&unknown; &; & &#; &#x; &#xg;",
        ["&#65;&#x42;&#X43&#68"] = "ABCD",
        ["&#128;&#x99;"] = "\u20AC\u2122",
        ["&#0;&#xD800;&#x110000;&#99999999999999999999;"] = "\uFFFD\uFFFD\uFFFD\uFFFD",
        ["&#x1F600;"] = "\U0001F600",
        ["&lang;&rang;&hearts;&bull;&hellip;&euro;"] = "\u27E8\u27E9\u2665\u2022\u2026\u20AC",
        ["a\0b"] = "ab",
        ["a\uD800b\uDC00c"] = "a\uFFFDb\uFFFDc",
        ["\U0001F600"] = "\U0001F600",
        ["&am" + "p"] = "&",
    };

    private static IEnumerable<KeyValuePair<string, string>> Tags() => new Dictionary<string, string>
    {
        ["<p>a</p><P>b</P>"] = "p*2@0",
        ["x<ul>\n<li>a<li>b</ul>"] = "ul*1@1 li*2@6",
        ["<h1/><h2 /><br/>"] = "h1*1@0 h2*1@5 br*1@11",
        ["<my-tag.x\n>"] = "my-tag.x*1@0",
        ["<p<b>"] = "p<b*1@0",
        ["<\0p>< p>"] = "",
        ["<p\0>"] = "p\uFFFD*1@0",
        ["<!--<p>--><script><p></script><p>"] = "script*1@10 p*1@30",
        ["<plaintext><p></plaintext>"] = "plaintext*1@0",
        ["<p a='"] = "",
        ["<p a=b"] = "",
        ["<p a='b'c>"] = "p*1@0",
    };

    private static IEnumerable<KeyValuePair<string, string>> Problems() => new Dictionary<string, string>
    {
        ["<p>a</p>"] = "",
        ["<p>a<br>b<img src=x></p>"] = "",
        ["<ul><li>a</li></ul>"] = "",
        ["a <b> c"] = "html.unclosed(b, 3)",
        ["<p>a"] = "html.unclosed(p, 1)",
        ["<ul><li>a<li>b</li></ul>"] = "html.unclosed(li, 5)",
        ["<em><p>a</em></p>"] = "html.unclosed(p, 5)",
        ["a</p>"] = "html.unopened(p, 2)",
        ["<p>a</p></p>"] = "html.unopened(p, 9)",
        ["</br>"] = "html.unopened(br, 1)",
        ["<p/>"] = "html.unclosed(p, 1)",
        ["<p>a</p"] = "html.unfinished(p, 5)",
        ["a<p title='x"] = "html.unfinished(p, 2)",
        ["a<!-- b"] = "html.comment(2)",
        ["a<!x"] = "html.comment(2)",
        ["<!doctype"] = "html.unfinished(!DOCTYPE, 1)",
        ["<script>a"] = "html.unclosed(script, 1)",
    };
}
