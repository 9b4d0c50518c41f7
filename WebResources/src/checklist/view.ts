/** Builds the checklist's elements. Text goes in through textContent; nothing here asks the organization. */
import { dayText, momentText, shortDayText } from "../shared/dates.js";
import { button, citation, element, message, svg } from "../shared/dom.js";
import type { Clause } from "../shared/ledger.js";
import { Status, statusMark } from "../shared/statuses.js";
import { assignForm, judgeForm, type Assignment, type Judging } from "./editors.js";
import { isAhead, isClosed, isOverdue, judgementsFor, noFilter, standingOfJudgement, toGroups, type Filter, type Group, type Item, type Reader } from "./model.js";
import { JudgementVerdict, Readiness } from "./names.js";
import type { Change, Preview } from "./preview.js";
import type { Strings } from "./strings.js";

/** How the offer stands as a whole, from its own row. */
export interface Summary {
  readonly score: number;
  readonly openItems: number;
  readonly readiness: number | undefined;
  readonly evaluatedOn: string | undefined;
  readonly ruleSetVersion: string;
}

/** What the person can do; the caller does it. Promises are rejected with a message that is shown in place. */
export interface Actions {
  readonly goToFix: (item: Item) => void;
  readonly judge: (item: Item, judging: Judging) => Promise<void>;
  readonly assign: (item: Item, assignment: Assignment) => Promise<void>;
  readonly chooseOwner: () => Promise<{ readonly id: string; readonly name: string } | undefined>;
  readonly filter: (filter: Filter) => void;
  readonly openLedger: () => void;
  /** Address of the evidence file of a judgement. */
  readonly evidenceAddress: (judgementId: string) => string;
}

/** Everything one rendering needs. */
export interface ViewState {
  readonly items: readonly Item[];
  readonly summary: Summary;
  readonly filter: Filter;
  readonly mayJudge: boolean;
  readonly mayAssign: boolean;
  /** Keys of the requirements that no waiver is taken for. */
  readonly neverWaived: ReadonlySet<string>;
  /** Bare id of the offer's owner. */
  readonly ownerId: string;
  readonly reader: Reader;
  readonly strings: Strings;
}

function ring(score: number, strings: Strings): Element {
  const radius = 26;
  const length = 2 * Math.PI * radius;
  const picture = svg("svg", { viewBox: "0 0 64 64", class: "ring", role: "img", "aria-label": strings.score(score) },
    svg("circle", { cx: "32", cy: "32", r: String(radius), class: "track" }),
    svg("circle", {
      cx: "32", cy: "32", r: String(radius), class: "value",
      "stroke-dasharray": `${(length * score / 100).toFixed(2)} ${length.toFixed(2)}`,
      transform: "rotate(-90 32 32)",
    }));
  const number = svg("text", { x: "32", y: "33", "text-anchor": "middle", "dominant-baseline": "middle", "aria-hidden": "true" });
  number.textContent = String(score);
  picture.append(number);
  return picture;
}

function header(state: ViewState): HTMLElement {
  const { summary, strings } = state;
  const words: Readonly<Record<number, string>> = {
    [Readiness.Ready]: strings.ready, [Readiness.NeedsReview]: strings.needsReview, [Readiness.NotReady]: strings.notReady,
  };
  return element("header", { class: "summary" },
    ring(summary.score, strings),
    element("div", { class: "words" },
      element("h1", {}, strings.title),
      element("p", { class: "readiness" },
        element("strong", {}, summary.readiness === undefined ? "" : words[summary.readiness] ?? ""),
        element("span", {}, strings.openItems(summary.openItems))),
      element("p", { class: "quiet facts" },
        summary.evaluatedOn === undefined ? undefined : element("span", {}, strings.evaluated(summary.evaluatedOn)),
        summary.ruleSetVersion === "" ? undefined : element("span", {}, strings.ruleSet(summary.ruleSetVersion)),
        element("span", { class: "ledger" }))),
    element("div", { class: "preview", role: "status" }));
}

/** Says how many clauses nobody looks at, and marks the items whose source only reports, or is none. */
export function renderLedger(root: HTMLElement, clauses: readonly Clause[], strings: Strings, actions: Actions): void {
  root.querySelector(".ledger")?.replaceChildren(...clauses.length === 0 ? []
    : [button(strings.nobody(clauses.filter((one) => one.guard === "Nobody").length), { class: "link", id: "open-ledger" }, actions.openLedger)]);
  const standings = new Map(clauses.flatMap((one) => (one.standing === undefined ? [] : [[one.key, one.standing] as const])));
  if (standings.size === 0) return;
  for (const row of root.querySelectorAll<HTMLElement>("li[data-key]")) {
    const standing = standings.get(row.dataset["key"] ?? "");
    if (standing !== undefined && row.querySelector(".standing") === null)
      row.querySelector(".meta:not(.probe)")?.append(element("span", { class: "badge unsure standing" }, strings[standing]));
  }
}

/** Says from which status to which a requirement turns that stays open or closed. */
function turned(change: Change, strings: Strings): string {
  const [from, to] = [change.from, change.to];
  return from === undefined || to === undefined || from === to ? strings.changes : `${strings.status[from]} \u2192 ${strings.status[to]}`;
}

/** Puts what saving would change into the header; nothing when nothing is to be told. */
export function renderPreview(root: HTMLElement, preview: Preview | undefined, strings: Strings): void {
  const place = root.querySelector(".preview");
  if (place === null) return;
  if (preview === undefined) {
    place.replaceChildren();
    return;
  }
  if ("failed" in preview) {
    place.replaceChildren(element("p", { class: "quiet", title: preview.failed }, strings.previewFailed));
    return;
  }
  const weight = (change: Change): number => (change.opens ? 0 : change.closes ? 1 : 2);
  const told = [...preview.changes].sort((a, b) => weight(a) - weight(b));
  if (told.length === 0) {
    place.replaceChildren(element("p", { class: "quiet" }, strings.previewNothing));
    return;
  }
  const open = place.querySelector("details")?.open === true;
  const details = element("details", {},
    element("summary", {}, strings.preview(told.filter((one) => one.closes).length, told.filter((one) => one.opens).length, told.filter((one) => !one.closes && !one.opens).length)),
    element("ul", {}, ...told.map((change) => element("li", {},
      element("strong", change.opens ? { class: "bad" } : change.closes ? { class: "good" } : {}, change.opens ? strings.opens : change.closes ? strings.closes : turned(change, strings)), ` ${change.title}`,
      element("span", { class: "quiet" }, ` ${change.key}${change.reason === "" ? "" : `. ${change.reason}`}`)))));
  details.open = open;
  place.replaceChildren(details);
}

const toggles = [
  ["only-blocking", "onlyBlocking", "onlyBlocking"], ["mine", "mine", "mine"], ["overdue", "overdue", "onlyOverdue"], ["waived", "waived", "onlyWaived"],
] as const;

function toolbar(state: ViewState, actions: Actions): HTMLElement {
  const { filter, strings } = state;
  const search = element("input", { type: "search", id: "search", placeholder: strings.search, "aria-label": strings.search, autocomplete: "off" });
  search.value = filter.search;
  search.addEventListener("input", () => actions.filter({ ...pressed(bar), search: search.value }));
  const bar: HTMLElement = element("div", { class: "toolbar", role: "search" }, search,
    ...toggles.map(([id, name, label]) => {
      const toggle: HTMLButtonElement = button(strings[label], { class: "toggle", id, "aria-pressed": String(filter[name]) }, () => {
        toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
        actions.filter({ ...pressed(bar), search: search.value });
      });
      return toggle;
    }));
  return bar;
}

function pressed(bar: HTMLElement): Omit<Filter, "search"> {
  const is = (id: string): boolean => bar.querySelector(`#${id}`)?.getAttribute("aria-pressed") === "true";
  return { onlyBlocking: is("only-blocking"), mine: is("mine"), overdue: is("overdue"), waived: is("waived") };
}

function link(address: string, text: string): HTMLElement {
  return /^https:\/\//i.test(address)
    ? element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text)
    : element("span", {}, address);
}

function judgementLine(item: Item, state: ViewState, actions: Actions): HTMLElement | undefined {
  const { judgement } = item;
  const { strings, reader } = state;
  if (judgement === undefined) return undefined;
  const on = momentText(judgement.on, reader.language);
  const until = dayText(judgement.until, reader.language);
  const standing = standingOfJudgement(item);
  const lead = standing === "void" ? strings.wasJudged(judgement.verdict, judgement.by, on)
    : standing === "ended" ? strings.waiverEnded(judgement.by, until)
      : strings.judgedBy(judgement.verdict, judgement.by, on, until);
  return element("p", { class: standing === "counts" ? "judgement" : "judgement void" },
    element("span", { class: "lead" }, lead), ` ${judgement.note}`,
    judgement.evidenceUrl === undefined ? undefined : element("span", { class: "evidence" }, `${strings.evidence}: `, link(judgement.evidenceUrl, judgement.evidenceUrl)),
    judgement.evidenceFile === undefined ? undefined
      : element("span", { class: "evidence" }, `${strings.evidence}: `, element("a", { href: actions.evidenceAddress(judgement.id), download: "" }, judgement.evidenceFile)));
}

function probeLine(item: Item, state: ViewState): HTMLElement | undefined {
  const { probe } = item;
  const { strings, reader } = state;
  if (probe === undefined) return undefined;
  return element("p", { class: "quiet meta probe" },
    element("span", {}, strings.probed(probe.outcome, probe.status, momentText(probe.checkedOn, reader.language))),
    probe.stale ? element("span", { class: "badge unsure" }, strings.stale) : undefined,
    probe.triedOn === undefined || probe.stale ? undefined : element("span", {}, strings.tried(momentText(probe.triedOn, reader.language))),
    probe.certificateEnds === undefined ? undefined : element("span", {}, strings.certificateEnds(dayText(probe.certificateEnds, reader.language))));
}

function metaLine(item: Item, state: ViewState): HTMLElement {
  const { strings, reader } = state;
  const overdue = isOverdue(item, reader.today);
  return element("p", { class: "quiet meta" },
    element("span", {}, item.key), element("span", {}, item.mandatory ? strings.mandatory : strings.advice),
    item.broken ? element("span", { class: "badge bad" }, strings.broken) : undefined,
    item.source === "" ? undefined : element("span", {}, `${strings.source}: `, citation(item.source)),
    item.announcedOn === undefined || !isAhead(item, reader.today) ? undefined : element("span", {}, strings.announced(dayText(item.announcedOn, reader.language))),
    item.endsOn === undefined ? undefined : element("span", {}, strings.ends(dayText(item.endsOn, reader.language))),
    state.neverWaived.has(item.key) && judgementsFor(item).includes(JudgementVerdict.Waived) ? element("span", {}, strings.neverWaived) : undefined,
    // The owner of the offer has what nobody else was given.
    item.owner === "" || (item.ownerId === state.ownerId && item.dueOn === undefined) ? undefined : element("span", {}, strings.ownedBy(item.owner)),
    item.dueOn === undefined ? undefined
      : overdue ? element("span", { class: "badge bad" }, strings.overdue(dayText(item.dueOn, reader.language)))
        : element("span", {}, strings.due(dayText(item.dueOn, reader.language))));
}

function row(item: Item, state: ViewState, actions: Actions): HTMLElement {
  const { strings, reader } = state;
  const ahead = isAhead(item, reader.today);
  const body = element("div", { class: "body" },
    element("h3", { id: `title-${item.id}` }, item.title),
    item.reason === "" && !ahead ? undefined : element("p", {},
      ahead ? element("span", { class: "lead ahead" }, `${strings.from(shortDayText(item.appliesFrom ?? "", reader.today, reader.language))} `) : undefined, item.reason),
    item.fix === "" || item.status === Status.Confirmed ? undefined : element("p", { class: "fix" }, element("span", { class: "lead" }, strings.toDo), ` ${item.fix}`),
    probeLine(item, state), judgementLine(item, state, actions), metaLine(item, state));

  const commands = element("div", { class: "commands" });
  const place = element("div", { class: "place" });
  const show = (trigger: HTMLButtonElement, make: (close: () => void) => HTMLFormElement): void => {
    const form = make(() => {
      // A redrawing may have put the form into another row of the same item.
      const row = form.closest("li");
      form.remove();
      [...row?.querySelectorAll("button") ?? []].find((one) => one.getAttribute("aria-label") === trigger.getAttribute("aria-label"))?.focus();
    });
    place.replaceChildren(form);
    form.querySelector<HTMLElement>("textarea, input, button")?.focus();
  };
  if (item.target !== undefined && !isClosed(item)) {
    const missing = item.target.id === undefined;
    commands.append(button(missing ? strings.add : strings.goToFix,
      { "aria-label": missing ? strings.addFor(item.title) : strings.goToFixOf(item.title) }, () => actions.goToFix(item)));
  }
  const quietly = element("div", { class: "subtle" });
  if (state.mayJudge) {
    for (const verdict of judgementsFor(item)) {
      if (verdict === JudgementVerdict.Waived && state.neverWaived.has(item.key)) continue;
      const { label, of } = strings.judge[verdict];
      const trigger: HTMLButtonElement = button(label, { class: "link", "aria-label": of(item.title) },
        () => show(trigger, (close) => judgeForm(item, verdict, state, actions.judge, close)));
      quietly.append(trigger);
    }
  }
  if (state.mayAssign && !isClosed(item)) {
    const trigger: HTMLButtonElement = button(strings.assign, { class: "link", "aria-label": strings.assignOf(item.title) },
      () => show(trigger, (close) => assignForm(item, strings, actions, close)));
    quietly.append(trigger);
  }
  if (quietly.childElementCount > 0) body.append(quietly);
  return element("li", { class: item.blocks ? "row blocks" : "row", "data-key": item.key, "aria-labelledby": `title-${item.id}` },
    statusMark(item.status, strings.status), body, commands.childElementCount > 0 ? commands : undefined, place);
}

function group(one: Group, state: ViewState, actions: Actions, closed: ReadonlySet<number>): HTMLElement {
  const details = element("details", { class: "group", "data-group": String(one.value) },
    element("summary", {},
      element("h2", {}, one.title),
      element("span", { class: one.open > 0 ? "count open" : "count" }, state.strings.groupCount(one.closed, one.applicable, one.open))),
    element("ul", {}, ...one.items.map((item) => row(item, state, actions))));
  details.open = !closed.has(one.value);
  return details;
}

/** Redraws without throwing away what someone is writing: open forms move into the new rows of their items, and the focus with them. */
export function keepEditors(root: HTMLElement, redraw: () => void): void {
  const open = [...root.querySelectorAll<HTMLFormElement>("form.editor")].map((form) => ({ form, key: form.closest("li")?.dataset["key"] ?? "" }));
  const active = document.activeElement;
  redraw();
  for (const { form, key } of open) root.querySelector(`li[data-key="${CSS.escape(key)}"] .place`)?.replaceChildren(form);
  if (active instanceof HTMLElement && open.some(({ form }) => form.contains(active))) active.focus({ preventScroll: true });
}

/** Replaces what the list shows, leaving the toolbar (and so the caret in the search box) alone. */
export function renderList(place: HTMLElement, state: ViewState, actions: Actions): void {
  const { strings, filter } = state;
  const closed = new Set([...place.querySelectorAll<HTMLDetailsElement>("details.group:not([open])")].map((one) => Number(one.dataset["group"])));
  const groups = toGroups(state.items, filter, state.reader);
  const shown = groups.reduce((sum, one) => sum + one.items.length, 0);
  const status = element("p", { class: "quiet shown", role: "status" }, strings.shown(shown, state.items.length));
  if (groups.length > 0) {
    place.replaceChildren(status, ...groups.map((one) => group(one, state, actions, closed)));
    return;
  }
  const onlyBlocking = JSON.stringify(filter) === JSON.stringify({ ...noFilter, onlyBlocking: true });
  place.replaceChildren(status, message(onlyBlocking ? strings.nothingBlocks : strings.nothingFound, "", false, {
    label: strings.showAll, action: () => actions.filter(noFilter),
  }));
}

/** Replaces the whole checklist: summary, toolbar, list. Returns the place of the list for `renderList`. */
export function renderAll(root: HTMLElement, state: ViewState, actions: Actions): HTMLElement {
  const list = element("div", { class: "list" });
  root.replaceChildren(header(state), toolbar(state, actions), list);
  renderList(list, state, actions);
  return list;
}
