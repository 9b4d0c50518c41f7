/**
 * The description as a tree of the tags the store allows. Nothing of the source reaches a document as mark-up: what is drawn
 * or exported is made from this tree, tag names from the list, text as text, no attribute at all.
 */

/** Text with its place in the source, or an allowed element. */
export type HtmlNode = HtmlText | HtmlElement;

/** Decoded text; `start` counts UTF-16 units of the source. */
export interface HtmlText {
  readonly text: string;
  readonly start: number;
}

/** An element of an allowed tag, without attributes. */
export interface HtmlElement {
  readonly tag: string;
  readonly children: HtmlNode[];
  readonly start: number;
}

/** What a description consists of. */
export interface HtmlTree {
  readonly nodes: readonly HtmlNode[];
  /** Tags that were left out, each once, in order. Their text stays, but for script, style and the like. */
  readonly dropped: readonly string[];
}

const silent = new Set(["script", "style", "iframe", "noembed", "noframes", "noscript", "title", "template", "textarea", "xmp", "plaintext", "object", "svg", "math"]);
const empty = new Set(["br"]);
/** Deeper elements are left out; no listing needs them, and no stack holds a million of them. */
const deepest = 100;
const entities: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0", copy: "\u00a9", reg: "\u00ae", trade: "\u2122", ndash: "\u2013", mdash: "\u2014",
  hellip: "\u2026", bull: "\u2022", lsquo: "\u2018", rsquo: "\u2019", ldquo: "\u201c", rdquo: "\u201d", euro: "\u20ac",
  aring: "å", auml: "ä", ouml: "ö", Aring: "Å", Auml: "Ä", Ouml: "Ö", eacute: "é", uuml: "ü", szlig: "ß", middot: "\u00b7", times: "\u00d7", deg: "\u00b0",
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all, hex: string | undefined, number: string | undefined, name: string | undefined) => {
    if (name !== undefined) return Object.prototype.hasOwnProperty.call(entities, name) ? entities[name]! : all;
    const code = hex === undefined ? Number(number) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** Reads HTML; tags that are not in `allowed` are left out, their text stays. */
export function readHtml(source: string, allowed: readonly string[]): HtmlTree {
  const known = new Set(allowed);
  const dropped: string[] = [];
  const root: HtmlElement = { tag: "", children: [], start: 0 };
  const open: HtmlElement[] = [root];
  const drop = (name: string): void => {
    if (!dropped.includes(name)) dropped.push(name);
  };
  const addText = (start: number, end: number): void => {
    if (end > start) open[open.length - 1]!.children.push({ text: decode(source.slice(start, end)), start });
  };

  let at = 0;
  while (at < source.length) {
    const angle = source.indexOf("<", at);
    if (angle < 0) {
      addText(at, source.length);
      break;
    }
    const tag = /^<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>?/i.exec(source.slice(angle, angle + 65536));
    if (tag === null) {
      const comment = /^<(?:!--|[!?/])/.test(source.slice(angle, angle + 4));
      if (!comment) {
        addText(at, angle + 1);
        at = angle + 1;
        continue;
      }
      addText(at, angle);
      const mark = source.startsWith("<!--", angle) ? "-->" : ">";
      const end = source.indexOf(mark, angle);
      at = end < 0 ? source.length : end + mark.length;
      continue;
    }
    addText(at, angle);
    at = angle + tag[0].length;
    const name = tag[2]!.toLowerCase();
    if (silent.has(name)) {
      drop(name);
      if (tag[1] === "") {
        const end = source.slice(at).search(new RegExp(`</${name}[\\s/>]`, "i"));
        at = end < 0 ? source.length : at + end;
      }
    } else if (!known.has(name) || (tag[1] === "" && open.length > deepest)) drop(name);
    else if (tag[1] === "") {
      const made: HtmlElement = { tag: name, children: [], start: angle };
      open[open.length - 1]!.children.push(made);
      if (!empty.has(name)) open.push(made);
    } else {
      const place = open.map((one) => one.tag).lastIndexOf(name);
      if (place > 0) open.length = place;
    }
  }
  return { nodes: root.children, dropped };
}

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };

/** Text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => special[one]!);
}

/** The tree as HTML of its own tags. */
export function toHtml(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => "text" in node ? escapeHtml(node.text)
    : empty.has(node.tag) ? `<${node.tag}>` : `<${node.tag}>${toHtml(node.children)}</${node.tag}>`).join("");
}

/** The tree as elements; text from `limit` on (in units of the source) stands in a `mark`, so that a person sees what the store would cut off. */
export function toElements(nodes: readonly HtmlNode[], limit: number, headingOffset = 0): Node[] {
  return nodes.map((node) => {
    if ("text" in node) return markedText(node.text, limit - node.start);
    const heading = /^h([1-6])$/.exec(node.tag);
    const made = document.createElement(heading ? `h${Math.min(6, Number(heading[1]) + headingOffset)}` : node.tag);
    made.append(...toElements(node.children, limit, headingOffset));
    return made;
  });
}

/** Text of which everything after `keep` units is marked as cut off. */
export function markedText(text: string, keep: number): Node {
  if (text.length <= keep) return document.createTextNode(text);
  const kept = Math.max(0, keep);
  const both = document.createDocumentFragment();
  const mark = document.createElement("mark");
  mark.className = "over";
  mark.textContent = text.slice(kept);
  both.append(text.slice(0, kept), mark);
  return both;
}

/** What a reader sees: text without mark-up, blocks on lines of their own. */
export function visibleText(nodes: readonly HtmlNode[]): string {
  const lines = nodes.map((node) => "text" in node ? node.text
    : node.tag === "br" ? "\n"
      : /^(?:p|ul|ol|h[1-6])$/.test(node.tag) ? `\n${visibleText(node.children)}\n`
        : node.tag === "li" ? `\n- ${visibleText(node.children)}` : visibleText(node.children));
  return lines.join("").replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}
