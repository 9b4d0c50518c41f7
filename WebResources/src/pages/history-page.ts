/** The trend of the score, and what turned between two days: when, through whom and through which save. */
import { bareId } from "../shared/call.js";
import { addDays, dayOf, dayText, momentText } from "../shared/dates.js";
import { button, element, svg } from "../shared/dom.js";
import { titleOf } from "../shared/texts.js";
import { turn } from "./forecast.js";
import { causeOf, changedBetween, trendOf, type ChangeRow, type SnapshotRow, type Turned } from "./history.js";
import { formPage, type FormHost } from "./page.js";
import type { Strings } from "./strings.js";

const lookBackDays = 30;
/** The chart is drawn as wide as the page, within these bounds, so that its words keep their size. */
const [narrowest, widest] = [260, 960];
const height = 200;
const [left, right, top, bottom] = [36, 12, 12, 24];

let after: string | undefined;
let until: string | undefined;

function chart(rows: readonly SnapshotRow[], today: string, { root, strings, language }: FormHost): Node {
  const width = Math.max(narrowest, Math.min(widest, root.clientWidth));
  const points = trendOf(rows, today);
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined) return element("p", { class: "quiet" }, strings.trendNone);
  const x = (share: number): number => left + share * (width - left - right);
  const y = (share: number): number => height - bottom - share * (height - top - bottom);
  const text = (content: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = svg("text", attributes);
    made.textContent = content;
    return made;
  };
  // A score stands until the next one: the line goes on level, then up or down.
  const path = points.map((one, i) => (i === 0 ? `M${x(one.x).toFixed(1)} ${y(one.y).toFixed(1)}` : `H${x(one.x).toFixed(1)}V${y(one.y).toFixed(1)}`)).join("");
  return svg("svg", {
    viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img",
    "aria-label": strings.trendLabel(dayText(first.day, language), dayText(last.day, language), first.score, last.score),
  },
  ...[0, 25, 50, 75, 100].flatMap((value) => [
    svg("line", { x1: String(left), x2: String(width - right), y1: String(y(value / 100)), y2: String(y(value / 100)), class: "rule" }),
    text(String(value), { x: String(left - 8), y: String(y(value / 100) + 4), "text-anchor": "end" }),
  ]),
  svg("path", { d: `${path}H${x(1).toFixed(1)}V${y(0)}H${x(first.x).toFixed(1)}Z`, class: "area" }),
  svg("path", { d: `${path}H${x(1).toFixed(1)}`, class: "line" }),
  ...points.map((one) => svg("circle", { cx: x(one.x).toFixed(1), cy: y(one.y).toFixed(1), r: "3", class: "dot" })),
  text(dayText(first.day, language), { x: String(left), y: String(height - 6) }),
  ...first.day === today ? [] : [text(dayText(today, language), { x: String(width - right), y: String(height - 6), "text-anchor": "end" })]);
}

function figures(rows: readonly SnapshotRow[], { strings, language }: FormHost): HTMLElement {
  const columns: readonly (readonly [string, keyof SnapshotRow])[] = [
    [strings.score, "rdy_score"], [strings.open, "rdy_openitems"], [strings.status[847360000], "rdy_met"], [strings.status[847360001], "rdy_notmet"],
    [strings.status[847360003], "rdy_undecided"], [strings.status[847360004], "rdy_confirmed"], [strings.status[847360005], "rdy_rejected"],
    [strings.status[847360006], "rdy_waived"],
  ];
  return element("details", { class: "figures" }, element("summary", {}, strings.figures),
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": strings.figures },
      element("table", {},
        element("thead", {}, element("tr", {}, element("th", { scope: "col" }, strings.day), ...columns.map(([title]) => element("th", { scope: "col", class: "number" }, title)))),
        element("tbody", {}, ...[...rows].reverse().map((row) => element("tr", {},
          element("th", { scope: "row" }, dayText(row.rdy_day, language)),
          ...columns.map(([, name]) => element("td", { class: "number" }, String(row[name] ?? "")))))))));
}

function turnRow(row: ChangeRow, host: FormHost): HTMLElement {
  const { strings, language, xrm } = host;
  const cause = causeOf(row);
  const words = cause.kind === "other" ? cause.text : cause.kind === "save" ? strings.saves[cause.message](strings.tables[cause.table] ?? cause.table) : strings.calls[cause.kind];
  const opens = cause.kind === "save" && cause.message !== "Delete" && cause.id !== "" && cause.table !== "rdy_offer";
  return element("li", {},
    turn(row.rdy_from ?? undefined, row.rdy_to ?? undefined, strings.status),
    element("p", {},
      element("span", { class: "lead" }, strings.byWhom(row["_rdy_changedbyid_value@OData.Community.Display.V1.FormattedValue"] ?? "", momentText(row.rdy_changedon, language))),
      words === "" ? undefined : element("span", {}, `. ${words}`),
      !opens ? undefined : button(strings.openRecord, { class: "link", "aria-label": `${strings.openRecord}: ${words}, ${momentText(row.rdy_changedon, language)}` },
        () => void xrm.Navigation.navigateTo({ pageType: "entityrecord", entityName: cause.table, entityId: cause.id }, { target: 2, position: 2, width: { value: 50, unit: "%" } }))),
    row.rdy_reason ? element("p", { class: "quiet" }, row.rdy_reason) : undefined);
}

function turnedRow(one: Turned, host: FormHost): HTMLElement {
  const { strings, language } = host;
  const stored = one.turns[0]?.rdy_name?.replace(/^[^:]*: /, "");
  return element("li", { class: "row" },
    turn(one.from, one.to, strings.status),
    element("div", { class: "body" },
      element("h3", {}, titleOf(one.key, stored, language)),
      element("p", { class: "quiet meta" }, element("span", {}, one.key), one.back ? element("span", { class: "badge" }, strings.back) : undefined),
      element("details", {}, element("summary", {}, strings.turns(one.turns.length)), element("ul", { class: "turns" }, ...one.turns.map((row) => turnRow(row, host))))));
}

function dayInput(id: string, label: string, value: string, changed: (day: string) => void): readonly HTMLElement[] {
  const input = element("input", { type: "date", id });
  input.value = value;
  input.addEventListener("change", () => changed(input.value));
  return [element("label", { for: id }, label), input];
}

async function all(xrm: Xrm.XrmStatic, table: string, options: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  let page = await xrm.WebApi.retrieveMultipleRecords(table, options);
  rows.push(...page.entities);
  while (page.nextLink) {
    page = await xrm.WebApi.retrieveMultipleRecords(table, page.nextLink.slice(page.nextLink.indexOf("?")));
    rows.push(...page.entities);
  }
  return rows;
}

async function fill(host: FormHost, isLatest: () => boolean): Promise<void> {
  const { root, strings, language, xrm, form } = host;
  const ofOffer = `$filter=_rdy_offerid_value eq ${bareId(form.data.entity.getId())}`;
  const [snapshots, changes] = await Promise.all([
    all(xrm, "rdy_snapshot", `?$select=rdy_day,rdy_score,rdy_openitems,rdy_met,rdy_notmet,rdy_undecided,rdy_confirmed,rdy_rejected,rdy_waived&${ofOffer}&$orderby=rdy_day`),
    all(xrm, "rdy_itemchange", `?$select=rdy_key,rdy_name,rdy_from,rdy_to,rdy_changedon,rdy_cause,rdy_causerow,rdy_reason,_rdy_changedbyid_value&${ofOffer}&$orderby=rdy_changedon desc`),
  ]) as [readonly SnapshotRow[], readonly ChangeRow[]];
  if (!isLatest()) return;

  const latest = [dayOf(new Date()), dayOf(changes[0]?.rdy_changedon), dayOf(snapshots[snapshots.length - 1]?.rdy_day)]
    .filter((day): day is string => day !== undefined).sort().pop() ?? "";
  const list = element("div", { class: "list" });
  const show = (): void => {
    const [from, to] = [after ?? addDays(latest, -lookBackDays), until ?? latest];
    if (from >= to) {
      list.replaceChildren(element("p", { class: "problem", role: "alert" }, strings.wrongDays));
      return;
    }
    const turned = changedBetween(changes, from, to);
    list.replaceChildren(element("p", { class: "quiet shown", role: "status" }, turned.length === 0 ? strings.changedNone : strings.changed(turned.length)),
      element("ul", {}, ...turned.map((one) => turnedRow(one, host))));
  };
  show();
  root.replaceChildren(
    element("header", {}, element("h1", {}, strings.history)),
    element("h2", {}, strings.trend), chart(snapshots, latest, host),
    ...snapshots.length === 0 ? [] : [figures(snapshots, host)],
    element("h2", {}, strings.changedSince),
    element("div", { class: "toolbar" },
      ...dayInput("after", strings.after, after ?? addDays(latest, -lookBackDays), (day) => {
        after = day || undefined;
        show();
      }),
      ...dayInput("until", strings.until, until ?? latest, (day) => {
        until = day || undefined;
        show();
      })),
    list);
  root.lang = language === 1053 ? "sv" : "en";
}

export function historyPage(): void {
  formPage((strings: Strings) => strings.history, fill);
}
