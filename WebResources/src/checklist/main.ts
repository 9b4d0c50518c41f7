/**
 * The readiness checklist inside the offer's form. The form script hands over Xrm and the form context through
 * `setClientApiContext` (the documented way for HTML web resources); nothing is read from the parent window.
 */
import { itemColumns, toItem, type Filter, type Item, type ItemRow } from "./model.js";
import { JudgementVerdict } from "./names.js";
import { stringsFor, type Strings } from "./strings.js";
import { message, renderAll, renderList, skeleton, type Actions, type Summary, type ViewState } from "./view.js";

const offerTable = "rdy_offer";
const judgePrivilege = "prvcreaterdy_judgement";

interface Context {
  readonly xrm: Xrm.XrmStatic;
  readonly form: Xrm.FormContext;
}

declare global {
  interface Window {
    /** Called by the form's script in OnLoad and TabStateChange; calling it again does no harm. */
    setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
    /** Called by the form's script after a save or when a subgrid has loaded. */
    refreshChecklist?: () => void;
  }
}

const root = document.getElementById("checklist") as HTMLElement;

let context: Context | undefined;
let whoMayJudge: Promise<boolean> | undefined;
let shown = "";
let filter: Filter = { onlyBlocking: false, search: "" };
let state: ViewState | undefined;
let list: HTMLElement | undefined;
let running: Promise<void> | undefined;
let again = false;

applyTheme();

window.setClientApiContext = (xrm, form) => {
  const first = context === undefined;
  context = { xrm, form };
  if (first) {
    document.documentElement.lang = language() === 1053 ? "sv" : "en";
    document.title = strings().title;
    root.setAttribute("aria-label", strings().title);
    root.replaceChildren(skeleton(strings()));
    whoMayJudge = askWhoMayJudge(xrm);
    window.addEventListener("focus", () => void refresh());
  }
  void refresh();
};
window.refreshChecklist = () => void refresh();

/** Dark is switched on by the control's data parameter alone: no documented API tells the host's theme. */
function applyTheme(): void {
  const data = new URLSearchParams(window.location.search).get("data") ?? "";
  if (new URLSearchParams(data).get("theme") === "dark") document.documentElement.dataset["theme"] = "dark";
}

function language(): number {
  return context?.xrm.Utility.getGlobalContext().userSettings.languageId ?? 1033;
}

function strings(): Strings {
  return stringsFor(language());
}

async function askWhoMayJudge(xrm: Xrm.XrmStatic): Promise<boolean> {
  const privileges = await xrm.Utility.getGlobalContext().userSettings.getSecurityRolePrivilegesInfo();
  return Object.values(privileges).some((one) => one.privilegeName.toLowerCase() === judgePrivilege);
}

/** Loads and shows; calls that come while one is under way lead to one more afterwards. */
async function refresh(): Promise<void> {
  if (running !== undefined) {
    again = true;
    return running;
  }
  running = load().finally(() => {
    running = undefined;
  });
  await running;
  if (again) {
    again = false;
    await refresh();
  }
}

function offerId(): string {
  return context!.form.data.entity.getId().replace(/[{}]/g, "").toLowerCase();
}

async function load(): Promise<void> {
  if (context === undefined) return;
  const id = offerId();
  if (id === "") {
    show(message(strings().newTitle, strings().newText, false));
    return;
  }
  root.setAttribute("aria-busy", "true");
  try {
    const api = context.xrm.WebApi;
    const [offer, rows, mayJudge] = await Promise.all([
      api.retrieveRecord(offerTable, id, "?$select=rdy_score,rdy_openitems,rdy_readiness,rdy_evaluatedon"),
      api.retrieveMultipleRecords("rdy_checklistitem",
        `?$select=${itemColumns.join(",")}&$filter=_rdy_offerid_value eq ${id} and statecode eq 0&$orderby=rdy_sequence`),
      whoMayJudge ?? false,
    ]);
    const items = (rows.entities as ItemRow[]).map((row) => localized(toItem(row, language())));
    if (items.length === 0) {
      show(message(strings().emptyTitle, strings().emptyText, false));
      return;
    }
    // What has not changed is not drawn again: a press on a button must not end on one that has just replaced it.
    const loaded = JSON.stringify([offer, rows.entities, mayJudge]);
    if (state !== undefined && shown === loaded) return;
    keepPlace(() => {
      shown = loaded;
      state = { items, summary: summaryOf(offer), filter, mayJudge, language: language(), strings: strings() };
      list = renderAll(root, state, actions);
    });
  } catch (error) {
    show(message(strings().loadFailed, textOf(error), true, { label: strings().retry, action: () => void refresh() }));
  } finally {
    root.setAttribute("aria-busy", "false");
  }
}

function show(node: HTMLElement): void {
  state = undefined;
  root.replaceChildren(node);
  root.setAttribute("aria-busy", "false");
}

/** A refresh must not throw away a note someone is writing, nor the focus. */
function keepPlace(draw: () => void): void {
  if (root.querySelector("form.judge") !== null) return;
  const active = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) ? document.activeElement : undefined;
  const label = active?.getAttribute("aria-label") ?? undefined;
  const id = active?.id;
  const y = window.scrollY;
  draw();
  const back = (id ? document.getElementById(id) : undefined)
    ?? [...root.querySelectorAll<HTMLElement>("button[aria-label]")].find((one) => label !== undefined && one.getAttribute("aria-label") === label);
  back?.focus({ preventScroll: true });
  window.scrollTo(0, y);
}

function localized(item: Item): Item {
  return item.judgement === undefined ? item : { ...item, judgement: { ...item.judgement, on: dateText(item.judgement.on) } };
}

function dateText(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso
    : new Intl.DateTimeFormat(language() === 1053 ? "sv-SE" : "en-US", { dateStyle: "medium", timeStyle: "short" }).format(date);
}

function summaryOf(offer: Record<string, unknown>): Summary {
  const number = (name: string): number => (typeof offer[name] === "number" ? offer[name] : 0);
  return {
    score: Math.max(0, Math.min(100, number("rdy_score"))),
    openItems: number("rdy_openitems"),
    readiness: typeof offer["rdy_readiness"] === "number" ? offer["rdy_readiness"] : undefined,
    evaluatedOn: typeof offer["rdy_evaluatedon"] === "string" ? dateText(offer["rdy_evaluatedon"]) : undefined,
  };
}

function textOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}

const actions: Actions = {
  filter: (next) => {
    filter = next;
    if (state === undefined || list === undefined) return;
    state = { ...state, filter };
    const button = root.querySelector("#only-blocking");
    if (button?.getAttribute("aria-pressed") !== String(filter.onlyBlocking) || root.querySelector<HTMLInputElement>("#search")?.value !== filter.search)
      keepPlace(() => { list = renderAll(root, state!, actions); });
    else renderList(list, state, actions);
  },
  goToFix: (item) => void goToFix(item),
  judge: async (item, confirmed, note) => {
    const { xrm, form } = context!;
    try {
      await xrm.WebApi.createRecord("rdy_judgement", {
        "rdy_OfferId@odata.bind": `/rdy_offers(${offerId()})`,
        rdy_key: item.key,
        rdy_verdict: confirmed ? JudgementVerdict.Confirmed : JudgementVerdict.Rejected,
        rdy_note: note,
      });
    } catch (error) {
      throw new Error(textOf(error));
    }
    root.querySelector("form.judge")?.remove();
    if (!form.data.getIsDirty()) await form.data.refresh(false);
    await refresh();
    announce(strings().judged(item.title));
    root.querySelector<HTMLElement>(`li[data-key="${item.key}"] button`)?.focus();
  },
};

function announce(text: string): void {
  const place = root.querySelector(".shown");
  if (place !== null) place.textContent = text;
}

/** A column of this offer gets the focus here; another record opens beside it, with the column handed over as a form parameter. */
async function goToFix(item: Item): Promise<void> {
  const { xrm, form } = context!;
  const target = item.target!;
  if (target.table === offerTable) {
    focusColumn(form, target.column);
    return;
  }
  if (target.id === undefined) {
    const id = offerId();
    await xrm.Navigation.openForm(
      { entityName: target.table, useQuickCreateForm: true, createFromEntity: { entityType: offerTable, id, name: form.data.entity.getPrimaryAttributeValue() } },
      { rdy_offerid: id, rdy_offeridname: form.data.entity.getPrimaryAttributeValue(), rdy_offeridtype: offerTable });
  } else {
    await xrm.Navigation.navigateTo(
      { pageType: "entityrecord", entityName: target.table, entityId: target.id, data: { rdy_focus: target.column ?? "" } },
      { target: 2, position: 2, width: { value: 50, unit: "%" } });
  }
  await refresh();
}

function focusColumn(form: Xrm.FormContext, column: string | undefined): void {
  const control = column === undefined ? null : form.getControl<Xrm.Controls.StandardControl>(column);
  if (control === null) return;
  const section = control.getParent();
  const tab = section.getParent();
  tab.setVisible(true);
  tab.setDisplayState("expanded");
  tab.setFocus();
  section.setVisible(true);
  control.setVisible(true);
  control.setFocus();
}
