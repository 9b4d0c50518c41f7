/** Builds the checklist's elements. Text goes in through textContent; nothing here asks the organization. */
import { Readiness, Status } from "./names.js";
import { isJudgeable, toGroups, type Filter, type Group, type Item } from "./model.js";
import type { Strings } from "./strings.js";

/** How the offer stands as a whole, from its own row. */
export interface Summary {
  readonly score: number;
  readonly openItems: number;
  readonly readiness: number | undefined;
  readonly evaluatedOn: string | undefined;
}

/** What the person can do; the caller does it. */
export interface Actions {
  readonly goToFix: (item: Item) => void;
  /** Resolves when the judgement is saved; a rejection's message is shown beside the note. */
  readonly judge: (item: Item, confirmed: boolean, note: string) => Promise<void>;
  readonly filter: (filter: Filter) => void;
}

/** Everything one rendering needs. */
export interface ViewState {
  readonly items: readonly Item[];
  readonly summary: Summary;
  readonly filter: Filter;
  readonly mayJudge: boolean;
  readonly language: number;
  readonly strings: Strings;
}

type Child = Node | string | undefined;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

const svgNamespace = "http://www.w3.org/2000/svg";

function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const iconPaths: Readonly<Record<Status, string>> = {
  [Status.Met]: "M6.5 11.5 3 8l1.1-1.1 2.4 2.4 5.4-5.4L13 5z",
  [Status.Confirmed]: "M6.5 11.5 3 8l1.1-1.1 2.4 2.4 5.4-5.4L13 5z",
  [Status.NotMet]: "m8 6.9 3-3L12.1 5 9.1 8l3 3-1.1 1.1-3-3-3 3L3.9 11l3-3-3-3L5 3.9z",
  [Status.Rejected]: "m8 6.9 3-3L12.1 5 9.1 8l3 3-1.1 1.1-3-3-3 3L3.9 11l3-3-3-3L5 3.9z",
  [Status.Undecided]: "M7.2 9.6c0-1.3.5-1.8 1.2-2.5.6-.6 1-1 1-1.6 0-.7-.6-1.2-1.4-1.2-.9 0-1.4.5-1.5 1.3H5C5.1 4 6.2 3 8.1 3 9.8 3 11 4 11 5.4c0 1.2-.7 1.9-1.4 2.5-.7.6-.9.9-.9 1.7zM7 11h2v2H7z",
  [Status.NotApplicable]: "M4 7.25h8v1.5H4z",
};

const statusClass: Readonly<Record<Status, string>> = {
  [Status.Met]: "good",
  [Status.Confirmed]: "good",
  [Status.NotMet]: "bad",
  [Status.Rejected]: "bad",
  [Status.Undecided]: "unsure",
  [Status.NotApplicable]: "none",
};

function statusMark(status: Status, strings: Strings): HTMLElement {
  return element("span", { class: `status ${statusClass[status]}` },
    svg("svg", { viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", focusable: "false" },
      svg("circle", { cx: "8", cy: "8", r: "7.5", class: "disc" }),
      svg("path", { d: iconPaths[status], class: "sign" })),
    element("span", {}, strings.status[status]));
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
      summary.evaluatedOn === undefined ? undefined : element("p", { class: "quiet" }, strings.evaluated(summary.evaluatedOn))));
}

function toolbar(state: ViewState, actions: Actions): HTMLElement {
  const { filter, strings } = state;
  const search = element("input", { type: "search", id: "search", placeholder: strings.search, "aria-label": strings.search, autocomplete: "off" });
  search.value = filter.search;
  search.addEventListener("input", () => actions.filter({ ...filter, search: search.value }));
  const blocking = element("button", { type: "button", class: "toggle", id: "only-blocking", "aria-pressed": String(filter.onlyBlocking) }, strings.onlyBlocking);
  blocking.addEventListener("click", () => actions.filter({ ...filter, onlyBlocking: !filter.onlyBlocking }));
  return element("div", { class: "toolbar", role: "search" }, search, blocking);
}

/** Opens the note under a row; saving keeps what was written until it is stored. */
function judgeForm(item: Item, confirmed: boolean, strings: Strings, actions: Actions, close: () => void): HTMLElement {
  const id = `note-${item.id}`;
  const note = element("textarea", { id, rows: "2", maxlength: "4000", "aria-describedby": `${id}-hint` });
  const hint = element("p", { class: "quiet", id: `${id}-hint` }, confirmed ? strings.noteHintConfirm : strings.noteHintReject);
  const problem = element("p", { class: "problem", role: "alert" });
  const save = element("button", { type: "submit", class: "primary" }, confirmed ? strings.confirm : strings.reject);
  const cancel = element("button", { type: "button" }, strings.cancel);
  const form = element("form", { class: "judge", "aria-label": confirmed ? strings.confirmOf(item.title) : strings.rejectOf(item.title) },
    element("label", { for: id }, strings.note), note, hint, problem, element("div", { class: "buttons" }, save, cancel));
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    problem.textContent = "";
    const text = note.value.trim();
    if (text === "") {
      problem.textContent = strings.noteMissing;
      note.setAttribute("aria-invalid", "true");
      note.focus();
      return;
    }
    save.disabled = true;
    save.textContent = strings.saving;
    actions.judge(item, confirmed, text).catch((error: unknown) => {
      problem.textContent = error instanceof Error ? error.message : String(error);
      save.disabled = false;
      save.textContent = confirmed ? strings.confirm : strings.reject;
      note.focus();
    });
  });
  return form;
}

function row(item: Item, state: ViewState, actions: Actions): HTMLElement {
  const { strings } = state;
  const body = element("div", { class: "body" },
    element("h3", { id: `title-${item.id}` }, item.title),
    item.reason === "" ? undefined : element("p", {}, item.reason),
    item.fix === "" ? undefined : element("p", { class: "fix" }, element("span", { class: "lead" }, strings.toDo), ` ${item.fix}`));
  if (item.judgement !== undefined) {
    const lead = item.judgement.isVoid
      ? strings.wasJudgedBy(item.judgement.by, item.judgement.on)
      : strings.judgedBy(item.judgement.by, item.judgement.on);
    body.append(element("p", { class: item.judgement.isVoid ? "judgement void" : "judgement" },
      element("span", { class: "lead" }, lead), ` ${item.judgement.note}`));
  }
  body.append(element("p", { class: "quiet meta" },
    element("span", {}, item.key), element("span", {}, item.mandatory ? strings.mandatory : strings.advice),
    item.source === "" ? undefined : element("span", {}, `${strings.source}: ${item.source}`)));

  const commands = element("div", { class: "commands" });
  if (item.target !== undefined && item.status !== Status.Met && item.status !== Status.Confirmed && item.status !== Status.NotApplicable) {
    const missing = item.target.id === undefined;
    const go = element("button", { type: "button", "aria-label": missing ? strings.addFor(item.title) : strings.goToFixOf(item.title) },
      missing ? strings.add : strings.goToFix);
    go.addEventListener("click", () => actions.goToFix(item));
    commands.append(go);
  }
  const place = element("div", { class: "place" });
  if (state.mayJudge && isJudgeable(item)) {
    const open = (button: HTMLButtonElement, confirmed: boolean): void => {
      const form = judgeForm(item, confirmed, strings, actions, () => {
        place.replaceChildren();
        button.focus();
      });
      place.replaceChildren(form);
      form.querySelector("textarea")?.focus();
    };
    if (item.status !== Status.Confirmed) {
      const confirm = element("button", { type: "button", "aria-label": strings.confirmOf(item.title) }, strings.confirm);
      confirm.addEventListener("click", () => open(confirm, true));
      commands.append(confirm);
    }
    if (item.status !== Status.Rejected) {
      const reject = element("button", { type: "button", "aria-label": strings.rejectOf(item.title) }, strings.reject);
      reject.addEventListener("click", () => open(reject, false));
      commands.append(reject);
    }
  }
  return element("li", { class: item.blocks ? "row blocks" : "row", "data-key": item.key, "aria-labelledby": `title-${item.id}` },
    statusMark(item.status, strings), body, commands.childElementCount > 0 ? commands : undefined, place);
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

/** A designed state without items: nothing yet, nothing found, something failed. */
export function message(title: string, text: string, alert: boolean, button?: { label: string; action: () => void }): HTMLElement {
  const box = element("div", { class: "message", role: alert ? "alert" : "status" }, element("h2", {}, title), element("p", {}, text));
  if (button !== undefined) {
    const made = element("button", { type: "button", class: "primary" }, button.label);
    made.addEventListener("click", button.action);
    box.append(made);
  }
  return box;
}

/** Placeholders of the height of rows while the items come. */
export function skeleton(strings: Strings): HTMLElement {
  return element("div", { class: "skeleton", role: "status", "aria-label": strings.loading },
    ...Array.from({ length: 6 }, () => element("div", { class: "bone" })));
}

/** Replaces what the list shows, leaving the toolbar (and so the caret in the search box) alone. */
export function renderList(place: HTMLElement, state: ViewState, actions: Actions): void {
  const { strings, filter } = state;
  const closed = new Set([...place.querySelectorAll<HTMLDetailsElement>("details.group:not([open])")].map((one) => Number(one.dataset["group"])));
  const groups = toGroups(state.items, filter, state.language);
  const shown = groups.reduce((sum, one) => sum + one.items.length, 0);
  const status = element("p", { class: "quiet shown", role: "status" }, strings.shown(shown, state.items.length));
  if (groups.length > 0) {
    place.replaceChildren(status, ...groups.map((one) => group(one, state, actions, closed)));
    return;
  }
  const nothing = filter.onlyBlocking && filter.search === "" ? strings.nothingBlocks : strings.nothingFound;
  place.replaceChildren(status, message(nothing, "", false, {
    label: strings.showAll, action: () => actions.filter({ onlyBlocking: false, search: "" }),
  }));
}

/** Replaces the whole checklist: summary, toolbar, list. Returns the place of the list for `renderList`. */
export function renderAll(root: HTMLElement, state: ViewState, actions: Actions): HTMLElement {
  const list = element("div", { class: "list" });
  root.replaceChildren(header(state), toolbar(state, actions), list);
  renderList(list, state, actions);
  return list;
}
