import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { escapeHtml, readHtml, toHtml, visibleText, type HtmlNode } from "./html.js";

const tags = ["b", "i", "br", "p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"];
const roundTrip = (html: string): string => toHtml(readHtml(html, tags).nodes);

test("allowed tags stay, attributes go", () => {
  assert.equal(roundTrip("<p class=\"x\" onclick=alert(1)>One <b>two</b></p>"), "<p>One <b>two</b></p>");
});

test("foreign tags are left out and named, their text stays", () => {
  const tree = readHtml("<div>One <a href=javascript:alert(1)>two</a></div>", tags);
  assert.equal(toHtml(tree.nodes), "One two");
  assert.deepEqual(tree.dropped, ["div", "a"]);
});

test("scripts and styles go with their text", () => {
  assert.equal(roundTrip("a<script>alert('<p>')</script>b<style>p{}</style>c<svg><script>x</script></svg>d"), "abcd");
  assert.equal(roundTrip("a<script>never closed"), "a");
});

test("what is no tag is text", () => {
  assert.equal(roundTrip("1 < 2 and 3 <4 & 5"), "1 &lt; 2 and 3 &lt;4 &amp; 5");
  assert.equal(roundTrip("a<!-- <p>no</p> -->b<!DOCTYPE html>c<?pi?>d</>e"), "abcde");
});

test("entities are decoded once and written once", () => {
  assert.equal(roundTrip("&lt;img src=x onerror=alert(1)&gt;"), "&lt;img src=x onerror=alert(1)&gt;");
  assert.equal(visibleText(readHtml("&#x41;&#66;&amp;lt;&nope;&#0;&#xD800;", tags).nodes), "AB&lt;&nope;\ufffd\ufffd");
});

test("text knows its place in the source", () => {
  const [node] = readHtml("<p>ab<b>cd</b></p>", tags).nodes;
  assert.ok(node && "tag" in node);
  assert.deepEqual(node.children.map((one) => one.start), [3, 5]);
});

test("no name of an object's own members passes for an entity or a tag", () => {
  assert.equal(roundTrip("&constructor;<constructor>x</constructor>"), "&amp;constructor;x");
});

test("deep nesting and long input end", () => {
  assert.equal(visibleText(readHtml("<p>".repeat(2000) + "x", tags).nodes), "x");
  assert.ok(readHtml("<".repeat(200_000), tags).nodes.length > 0);
});

// What a browser's tokeniser sees, by a well-kept parser.
interface Parsed { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Parsed[]; readonly content?: Parsed }
const gone = new Set(["script", "style", "iframe", "noembed", "noframes", "noscript", "title", "template", "textarea", "xmp", "plaintext", "object", "svg", "math"]);
const textOf = (node: Parsed): string => node.nodeName === "#text" ? node.value ?? ""
  : gone.has(node.nodeName) ? "" : (node.childNodes ?? []).map(textOf).join("");
const ours = (nodes: readonly HtmlNode[]): string => nodes.map((node) => "text" in node ? node.text : ours(node.children)).join("");

test("its text is what parse5 reads", () => {
  const corpus = [
    "<p>One <b>two</b> three</p><ul><li>a</li><li>b &amp; c</li></ul>", "a < b", "<p title='>'>x</p>", "<P>Upper</P>", "a<br/>b<br>c",
    "<h1>Head</h1>text<p>&eacute;&#233;&#xe9;</p>", "<b><i>x</b>y</i>", "<a href='x'>link</a>", "<!-- c -->d", "<p>&copy; 2026</p>", "<em>e</em>",
  ];
  for (const html of corpus)
    assert.equal(ours(readHtml(html, tags).nodes), textOf(parseFragment(html) as unknown as Parsed), html);
});

test("text in attributes cannot end them", () => {
  assert.equal(escapeHtml("\"'<&>"), "&quot;&#39;&lt;&amp;&gt;");
});
