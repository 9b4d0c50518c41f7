/** The letter to the certification reviewers: what was accepted as open, what to read as false positives, how to test. */
import { escapeHtml } from "./html.js";
import { falsePositives, htmlPage, waivers, type Report, type ReportItem } from "./report.js";
import { stringsFor, type Strings } from "./strings.js";

interface Part {
  readonly title: string;
  readonly items: readonly (readonly [heading: string, text: string])[];
  readonly none: string;
}

function entry(item: ReportItem, words: Strings, withEnd: boolean): readonly [string, string] {
  const judged = item.judgedBy === "" ? "" : ` (${words.judgedBy(item.judgedBy, item.judgedOn)}${withEnd && item.waivedUntil !== "" ? `, ${words.until(item.waivedUntil)}` : ""})`;
  const evidence = item.evidence === "" ? "" : ` ${words.evidence}: ${item.evidence}`;
  return [`${item.key} ${item.title}`, `${item.note === "" ? item.reason : item.note}${judged}${evidence}`];
}

function parts(report: Report, words: Strings): readonly Part[] {
  const { offer } = report;
  const notes: (readonly [string, string])[] = [];
  if (offer.notes !== "") notes.push(["", offer.notes]);
  if (offer.testAccount !== "") notes.push([words.testAccount, offer.testAccount]);
  if (offer.connections !== "") notes.push([words.connections, offer.connections]);
  return [
    { title: words.waivers, items: waivers(report).map((item) => entry(item, words, true)), none: words.noWaivers },
    { title: words.falsePositives, items: falsePositives(report).map((item) => entry(item, words, false)), none: words.noFalsePositives },
    { title: words.testNotes, items: notes, none: words.noTestNotes },
    { title: words.nobody, items: report.nobody.map((clause) => [clause.key, clause.title]), none: words.noFalsePositives },
  ];
}

/** Text that Markdown reads as text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, "\\$&").replace(/\r?\n/g, "  \n");
}

/** The letter as one HTML file. */
export function letterHtml(report: Report): string {
  const words = stringsFor(report.language);
  const { offer } = report;
  const body = parts(report, words).map((part) => `<h2>${escapeHtml(part.title)}</h2>\n${part.items.length === 0 ? `<p>${escapeHtml(part.none)}</p>`
    : `<ul>${part.items.map(([heading, text]) => `<li>${heading === "" ? "" : `<strong>${escapeHtml(heading)}</strong><br>`}${escapeHtml(text).replace(/\r?\n/g, "<br>")}</li>`).join("\n")}</ul>`}`).join("\n");
  return htmlPage(words.letterTo(offer.name), report.language,
    `<h1>${escapeHtml(words.letterTo(offer.name))}</h1>\n<p>${escapeHtml(words.letterIntro(offer.name, offer.version, offer.ruleSetVersion))}</p>\n${body}\n<p class="quiet">${escapeHtml(words.made(report.made.slice(0, 10)))}</p>`);
}

/** The letter as Markdown. */
export function letterMarkdown(report: Report): string {
  const words = stringsFor(report.language);
  const { offer } = report;
  const body = parts(report, words).map((part) => `## ${escapeMarkdown(part.title)}\n\n${part.items.length === 0 ? escapeMarkdown(part.none)
    : part.items.map(([heading, text]) => `- ${heading === "" ? "" : `**${escapeMarkdown(heading)}**: `}${escapeMarkdown(text).replace(/\n/g, "\n  ")}`).join("\n")}`).join("\n\n");
  return `# ${escapeMarkdown(words.letterTo(offer.name))}\n\n${escapeMarkdown(words.letterIntro(offer.name, offer.version, offer.ruleSetVersion))}\n\n${body}\n\n${escapeMarkdown(words.made(report.made.slice(0, 10)))}\n`;
}
