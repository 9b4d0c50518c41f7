/** The readiness of an offer as a report: data for machines, one HTML file for people. */
import { toItem, itemColumns, type ItemRow } from "../checklist/model.js";
import { call } from "../shared/call.js";
import { sourceOf } from "../shared/texts.js";
import { escapeHtml, readHtml, toHtml } from "./html.js";
import { text, type Listing, type Row } from "./listing.js";
import { stringsFor } from "./strings.js";

/** One requirement as the report tells it. */
export interface ReportItem {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly mandatory: boolean;
  readonly status: string;
  /** Option value of the status less the first one: 0 met, 1 not met, 2 not applicable, 3 undecided, 4 confirmed, 5 rejected, 6 waived. */
  readonly statusNumber: number;
  readonly blocks: boolean;
  readonly reason: string;
  readonly fix: string;
  readonly source: string;
  readonly judgedBy: string;
  readonly judgedOn: string;
  readonly note: string;
  readonly evidence: string;
  readonly waivedUntil: string;
}

/** A clause that nothing and nobody looks at. */
export interface Clause {
  readonly key: string;
  readonly title: string;
  readonly source: string;
}

/** Everything the report, its machine form and the letter say. */
export interface Report {
  readonly made: string;
  readonly language: number;
  readonly offer: {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
    readonly version: string;
    readonly marketplaceId: string;
    readonly score: number;
    readonly openItems: number;
    readonly readiness: string;
    readonly ruleSetVersion: string;
    readonly evaluatedOn: string;
    readonly notes: string;
    readonly testAccount: string;
    readonly connections: string;
  };
  readonly descriptionHtml: string;
  readonly items: readonly ReportItem[];
  readonly nobody: readonly Clause[];
}

const formatted = "@OData.Community.Display.V1.FormattedValue";
const firstOption = 847360000;
const waived = 6;
const confirmed = 4;
const extraColumns = ["rdy_waiveduntil", "rdy_evidenceurl"] as const;

function number(row: Row, column: string): number {
  const value = row[column];
  return typeof value === "number" ? value : 0;
}

async function clauses(xrm: Xrm.XrmStatic, ruleSet: number, language: number): Promise<readonly Clause[]> {
  const answer = await call(xrm, "rdy_ClauseLedger", undefined, { RuleSet: ruleSet });
  return (JSON.parse(String(answer["Clauses"])) as (Clause & { readonly guard: string })[]).filter((clause) => clause.guard === "Nobody")
    .map(({ key, title, source }) => ({ key, title, source: sourceOf(source, language) }));
}

/** Reads items and the ledger of an offer. */
export async function readReport(xrm: Xrm.XrmStatic, offer: Row, offerId: string, listing: Listing, language: number, now: Date): Promise<Report> {
  const [rows, nobody] = await Promise.all([
    xrm.WebApi.retrieveMultipleRecords("rdy_checklistitem",
      `?$select=${[...new Set([...itemColumns, ...extraColumns])].join(",")}&$filter=_rdy_offerid_value eq ${offerId} and statecode eq 0&$orderby=rdy_sequence`),
    clauses(xrm, number(offer, "rdy_ruleset") || firstOption, language),
  ]);
  return {
    made: now.toISOString(),
    language,
    offer: {
      id: offerId, name: listing.name, summary: listing.summary, version: listing.version, marketplaceId: text(offer, "rdy_marketplaceid"),
      score: number(offer, "rdy_score"), openItems: number(offer, "rdy_openitems"), readiness: text(offer, `rdy_readiness${formatted}`),
      ruleSetVersion: text(offer, "rdy_rulesetversion"), evaluatedOn: text(offer, `rdy_evaluatedon${formatted}`),
      notes: text(offer, "rdy_certificationnotes"), testAccount: text(offer, "rdy_testaccount"),
      connections: [text(offer, "rdy_externalconnections"), text(offer, "rdy_connectors")].filter((one) => one !== "").join("\n"),
    },
    descriptionHtml: toHtml(readHtml(listing.description, listing.limits.tags).nodes),
    items: (rows.entities as (ItemRow & Row)[]).map((row) => toReportItem(row, language)),
    nobody,
  };
}

function toReportItem(row: ItemRow & Row, language: number): ReportItem {
  const item = toItem(row, language);
  return {
    key: item.key, group: item.groupTitle, title: item.title, mandatory: item.mandatory,
    status: text(row, `rdy_status${formatted}`), statusNumber: Number(item.status) - firstOption, blocks: item.blocks,
    reason: item.reason, fix: item.fix, source: item.source,
    judgedBy: item.judgement?.isVoid === false ? item.judgement.by : "", judgedOn: item.judgement?.isVoid === false ? item.judgement.on.slice(0, 10) : "",
    note: item.judgement?.isVoid === false ? item.judgement.note : "", evidence: text(row, "rdy_evidenceurl"), waivedUntil: text(row, "rdy_waiveduntil").slice(0, 10),
  };
}

/** Items that a reviewer accepted as open. */
export function waivers(report: Report): readonly ReportItem[] {
  return report.items.filter((item) => item.statusNumber === waived);
}

/** Judged findings about solution and code: what the reviewers' own tools may report too. */
export function falsePositives(report: Report): readonly ReportItem[] {
  return report.items.filter((item) => item.statusNumber === confirmed && /^D365-(?:CU-Q|18-V-04|F-09)/.test(item.key) && item.note !== "");
}

/** The machine-readable form; `version` rises when a field changes its meaning. */
export function reportJson(report: Report): string {
  return JSON.stringify({ version: 1, ...report }, undefined, 2);
}

const style = `body{margin:0 auto;max-width:1000px;padding:24px;font:14px/20px "Segoe UI",Arial,"Liberation Sans",sans-serif;color:#242424;background:#fff}
h1{font-size:24px;line-height:32px;margin:0}h2{font-size:18px;margin:24px 0 8px}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #c8c8c8;padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f5f5f5}
.quiet{color:#5c5c5c;font-size:12px}.blocks td:first-child{border-left:4px solid #b10e1c}img{width:96px;height:96px;object-fit:contain}header{display:flex;gap:16px;align-items:center}
@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#fff}th{background:#2b2b2b}.quiet{color:#bdbdbd}th,td{border-color:#525252}}`;

/** Page around a body, with a policy under which nothing of it can run or load. */
export function htmlPage(title: string, language: number, body: string): string {
  return `<!DOCTYPE html>
<html lang="${language === 1053 ? "sv" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** One HTML file with everything in it. */
export function reportHtml(report: Report, logo: Uint8Array | undefined): string {
  const words = stringsFor(report.language);
  const { offer } = report;
  const groups = [...new Set(report.items.map((item) => item.group))];
  const rows = (items: readonly ReportItem[]): string => items.map((item) => `<tr${item.blocks ? " class=\"blocks\"" : ""}><td>${escapeHtml(item.title)}<div class="quiet">${escapeHtml(item.key)}</div></td><td>${escapeHtml(item.status)}${
    item.judgedBy === "" ? "" : `<div class="quiet">${escapeHtml(words.judgedBy(item.judgedBy, item.judgedOn))}${item.statusNumber === waived ? `, ${escapeHtml(words.until(item.waivedUntil))}` : ""}</div>`
  }</td><td>${escapeHtml(item.reason)}${item.note === "" ? "" : `<div>${escapeHtml(item.note)}</div>`}</td><td>${escapeHtml(item.fix)}</td><td class="quiet">${escapeHtml(item.source)}</td></tr>`).join("\n");
  const table = (group: string): string => `<h2>${escapeHtml(group)}</h2>
<table><thead><tr><th scope="col">${words.requirement}</th><th scope="col">${words.status}</th><th scope="col">${words.reason}</th><th scope="col">${words.fix}</th><th scope="col">${words.source}</th></tr></thead>
<tbody>${rows(report.items.filter((item) => item.group === group))}</tbody></table>`;
  return htmlPage(`${words.report}: ${offer.name}`, report.language, `<header>${logo === undefined ? "" : `<img alt="" src="data:image/png;base64,${base64(logo)}">`}<div><h1>${escapeHtml(offer.name)}</h1><p>${escapeHtml(offer.summary)}</p></div></header>
<p><strong>${escapeHtml(offer.readiness)}</strong> ${escapeHtml(words.score(offer.score, offer.openItems))}</p>
<p class="quiet">${escapeHtml(words.ruleSetVersion(offer.ruleSetVersion, offer.evaluatedOn))} ${escapeHtml(words.made(report.made.slice(0, 16).replace("T", " ") + " UTC"))}</p>
${groups.map(table).join("\n")}
<h2>${words.nobody}</h2>
<p>${words.nobodyIntro}</p>
<ul>${report.nobody.map((clause) => `<li>${escapeHtml(clause.title)} <span class="quiet">${escapeHtml(clause.key)}; ${escapeHtml(clause.source)}</span></li>`).join("\n")}</ul>
<h2>${words.field.description}</h2>
<div>${report.descriptionHtml}</div>`);
}
