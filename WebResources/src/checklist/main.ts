/**
 * The readiness checklist inside the offer's form. The form script hands over Xrm and the form context through
 * `setClientApiContext` (the documented way for HTML web resources); nothing is read from the parent window.
 */
import "../shared/leaving.js";
import { bareId, base64, call } from "../shared/call.js";
import { dayOf, momentText } from "../shared/dates.js";
import { clausesOf, type Clause } from "../shared/ledger.js";
import { applyTheme, message, skeleton, textOf } from "../shared/dom.js";
import { loadTexts } from "../shared/texts.js";
import type { Assignment, Judging } from "./editors.js";
import { itemColumns, judgementColumns, noFilter, probeColumns, toItem, type Filter, type Item, type ItemRow, type JudgementRow, type ProbeRow } from "./model.js";
import { JudgementVerdict } from "./names.js";
import { changesOf, type Preview } from "./preview.js";
import { stringsFor, type Strings } from "./strings.js";
import { keepEditors, renderAll, renderLedger, renderList, renderPreview, type Actions, type Summary, type ViewState } from "./view.js";

const offerTable = "rdy_offer";
const itemTable = "rdy_checklistitem";
const judgementTable = "rdy_judgement";

interface Context {
  readonly xrm: Xrm.XrmStatic;
  readonly form: Xrm.FormContext;
}

/** The answer of `rdy_PreviewOffer` as the form's script hands it over. */
interface PreviewAnswer {
  readonly changes: string;
  readonly openItems: number;
  readonly score: number;
}

declare global {
  interface Window {
    /** Called by the form's script in OnLoad and TabStateChange; calling it again does no harm. */
    setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
    /** Called by the form's script after a save or when a subgrid has loaded. */
    refreshChecklist?: () => void;
    /** Called by the form's script when it knows what saving would change, could not tell, or nothing is unsaved. */
    showPreview?: (preview: PreviewAnswer | { readonly failed: string } | undefined) => void;
  }
}

const root = document.getElementById("checklist") as HTMLElement;

let context: Context | undefined;
let privileges: Promise<ReadonlySet<string>> | undefined;
let shown = "";
let filter: Filter = noFilter;
let state: ViewState | undefined;
let list: HTMLElement | undefined;
let preview: Preview | undefined;
let ledger: { readonly ruleSet: number; readonly clauses: Promise<readonly Clause[]> } | undefined;
let askedFor: string | undefined;
let running: Promise<void> | undefined;
let again = false;

applyTheme();
// The form tells the language in the address, so that the texts can be under way before the script hands over the rest.
const told = Number(new URLSearchParams(window.location.search).get("userlcid"));
if (told > 0) void loadTexts(told);

window.setClientApiContext = (xrm, form) => {
  const first = context === undefined;
  context = { xrm, form };
  if (first) {
    document.documentElement.lang = language() === 1053 ? "sv" : "en";
    document.title = strings().title;
    root.setAttribute("aria-label", strings().title);
    root.replaceChildren(skeleton(strings().loading));
    privileges = askPrivileges(xrm);
    window.addEventListener("focus", () => void refresh());
  }
  void refresh();
};
window.refreshChecklist = () => void refresh();
window.showPreview = (answer) => {
  preview = answer === undefined || "failed" in answer ? answer
    : { changes: changesOf(answer.changes, language()), openItems: answer.openItems, score: answer.score };
  renderPreview(root, preview, strings());
};

function language(): number {
  return context?.xrm.Utility.getGlobalContext().userSettings.languageId ?? 1033;
}

function strings(): Strings {
  return stringsFor(language());
}

async function askPrivileges(xrm: Xrm.XrmStatic): Promise<ReadonlySet<string>> {
  const held = await xrm.Utility.getGlobalContext().userSettings.getSecurityRolePrivilegesInfo();
  return new Set(Object.values(held).map((one) => one.privilegeName.toLowerCase()));
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
  return bareId(context!.form.data.entity.getId());
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
    // Asked beside the rest and waited for, so that nothing moves when its answer comes.
    askLedger(context.form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_ruleset")?.getValue());
    const ofOffer = `$filter=_rdy_offerid_value eq ${id}`;
    const [offer, rows, judgements, probes, held] = await Promise.all([
      api.retrieveRecord(offerTable, id, "?$select=rdy_score,rdy_openitems,rdy_readiness,rdy_evaluatedon,rdy_ruleset,rdy_rulesetversion,_ownerid_value"),
      api.retrieveMultipleRecords(itemTable, `?$select=${itemColumns.join(",")}&${ofOffer} and statecode eq 0&$orderby=rdy_sequence`),
      api.retrieveMultipleRecords(judgementTable, `?$select=${judgementColumns.join(",")}&${ofOffer}`),
      api.retrieveMultipleRecords("rdy_probe", `?$select=${probeColumns.join(",")}&${ofOffer}`),
      privileges ?? new Set<string>(),
      loadTexts(language()),
      ledger?.clauses,
    ]);
    // Another one only when the form and the stored row name different rule sets.
    askLedger(offer["rdy_ruleset"]);
    const clauses = await ledger?.clauses ?? [];
    if (rows.entities.length === 0) {
      show(message(strings().emptyTitle, strings().emptyText, false));
      return;
    }
    // What has not changed is not drawn again: a press on a button must not end on one that has just replaced it.
    const loaded = JSON.stringify([offer, rows.entities, judgements.entities, probes.entities, [...held]]);
    if (state !== undefined && shown === loaded) return;
    const byId = new Map((judgements.entities as JudgementRow[]).map((one) => [one.rdy_judgementid.toLowerCase(), one]));
    const byTarget = new Map((probes.entities as ProbeRow[]).map((one) => [(one.rdy_target ?? "").toLowerCase(), one]));
    keepPlace(() => {
      shown = loaded;
      state = {
        items: (rows.entities as ItemRow[]).map((row) => toItem(row, language(), byId, byTarget)),
        summary: summaryOf(offer), filter, strings: strings(),
        mayJudge: held.has("prvcreaterdy_judgement"),
        mayAssign: held.has("prvwriterdy_offer"),
        neverWaived: new Set(clauses.filter((one) => one.neverWaived).map((one) => one.key)),
        ownerId: String(offer["_ownerid_value"] ?? "").toLowerCase(),
        reader: { language: language(), userId: bareId(context!.xrm.Utility.getGlobalContext().userSettings.userId ?? ""), today: todayOf(offer) },
      };
      draw();
    });
    showAsked();
  } catch (error) {
    show(message(strings().loadFailed, textOf(error), true, { label: strings().retry, action: () => void refresh() }));
  } finally {
    root.setAttribute("aria-busy", "false");
  }
}

/** The later of this device's day and that of the last evaluation: the organization's clock decides, and a device may be behind. */
function todayOf(offer: Record<string, unknown>): string {
  const here = dayOf(new Date()) ?? "";
  const there = dayOf(offer["rdy_evaluatedon"] as string | null) ?? "";
  return there > here ? there : here;
}

function draw(): void {
  list = renderAll(root, state!, actions);
  renderPreview(root, preview, strings());
  tellLedger();
}

/** The ledger is asked once per rule set; without an answer nothing of it is said. */
function askLedger(ruleSet: unknown): void {
  if (typeof ruleSet !== "number" || ledger?.ruleSet === ruleSet) return;
  const clauses = call(context!.xrm, "rdy_ClauseLedger", undefined, { RuleSet: ruleSet }).then((answer) => clausesOf(answer["Clauses"], language()), () => []);
  ledger = { ruleSet, clauses };
  tellLedger();
}

function tellLedger(): void {
  void ledger?.clauses.then((clauses) => renderLedger(root, clauses, strings(), actions));
}

/** Brings the item in sight that the form was opened for, once; its key is the form parameter `rdy_item`. */
function showAsked(): void {
  const key = (context?.form.data.attributes.get("rdy_item") as Xrm.Attributes.Attribute<string> | null)?.getValue() ?? "";
  const row = key === "" || key === askedFor ? null : root.querySelector<HTMLElement>(`li[data-key="${CSS.escape(key)}"]`);
  if (row === null) return;
  askedFor = key;
  row.closest("details")?.setAttribute("open", "");
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
}

function show(node: HTMLElement): void {
  state = undefined;
  root.replaceChildren(node);
  root.setAttribute("aria-busy", "false");
}

/** A refresh must not throw away a note someone is writing, nor the focus. */
function keepPlace(redraw: () => void): void {
  const active = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) ? document.activeElement : undefined;
  const label = active?.getAttribute("aria-label") ?? undefined;
  const id = active?.id;
  const y = window.scrollY;
  keepEditors(root, redraw);
  if (active === undefined || !root.contains(document.activeElement)) {
    const back = (id ? document.getElementById(id) : undefined)
      ?? [...root.querySelectorAll<HTMLElement>("button[aria-label]")].find((one) => label !== undefined && one.getAttribute("aria-label") === label);
    back?.focus({ preventScroll: true });
  }
  window.scrollTo(0, y);
}

function summaryOf(offer: Record<string, unknown>): Summary {
  const number = (name: string): number => (typeof offer[name] === "number" ? offer[name] : 0);
  return {
    score: Math.max(0, Math.min(100, number("rdy_score"))),
    openItems: number("rdy_openitems"),
    readiness: typeof offer["rdy_readiness"] === "number" ? offer["rdy_readiness"] : undefined,
    evaluatedOn: typeof offer["rdy_evaluatedon"] === "string" ? momentText(offer["rdy_evaluatedon"], language()) : undefined,
    ruleSetVersion: typeof offer["rdy_rulesetversion"] === "string" ? offer["rdy_rulesetversion"] : "",
  };
}

async function judge(item: Item, judging: Judging): Promise<void> {
  const { xrm } = context!;
  let created: Xrm.CreateResponse;
  try {
    created = await xrm.WebApi.createRecord(judgementTable, {
      "rdy_OfferId@odata.bind": `/rdy_offers(${offerId()})`,
      rdy_key: item.key,
      rdy_verdict: judging.verdict,
      rdy_note: judging.note,
      ...judging.evidenceUrl === undefined ? {} : { rdy_evidenceurl: judging.evidenceUrl },
      ...judging.verdict !== JudgementVerdict.Waived || judging.until === undefined ? {} : { rdy_endson: judging.until },
    });
  } catch (error) {
    throw new Error(textOf(error));
  }
  let said = strings().judged(item.title);
  if (judging.evidenceFile !== undefined) {
    try {
      const { name, type } = judging.evidenceFile;
      await call(xrm, "rdy_AttachEvidence", { table: judgementTable, id: created.id }, {
        FileName: name, MimeType: type === "" ? undefined : type, Content: await base64(judging.evidenceFile),
      });
    } catch (error) {
      // The judgement stands and cannot be taken back; what failed is said where its success would be.
      said = strings().evidenceFailed(textOf(error));
    }
  }
  await afterEdit(item, said);
}

async function assign(item: Item, assignment: Assignment): Promise<void> {
  await call(context!.xrm, "rdy_AssignItem", { table: itemTable, id: item.id }, {
    OwnerId: assignment.ownerId === undefined ? undefined : { typeName: "Edm.Guid", text: assignment.ownerId },
    DueOn: assignment.dueOn === "" ? undefined : new Date(`${assignment.dueOn}T00:00:00Z`),
    ClearDueOn: assignment.dueOn === "" && item.dueOn !== undefined ? true : undefined,
  });
  await afterEdit(item, strings().assigned(item.title));
}

async function afterEdit(item: Item, said: string): Promise<void> {
  const { form } = context!;
  root.querySelector(`li[data-key="${CSS.escape(item.key)}"] form.editor`)?.remove();
  if (!form.data.getIsDirty()) await form.data.refresh(false);
  await refresh();
  const place = root.querySelector(".shown");
  if (place !== null) place.textContent = said;
  root.querySelector<HTMLElement>(`li[data-key="${CSS.escape(item.key)}"] button`)?.focus();
}

const actions: Actions = {
  filter: (next) => {
    const reset = next === noFilter;
    filter = next;
    if (state === undefined || list === undefined) return;
    state = { ...state, filter };
    if (reset) keepPlace(draw);
    else {
      keepEditors(root, () => renderList(list!, state!, actions));
      tellLedger();
    }
  },
  goToFix: (item) => void goToFix(item),
  judge,
  assign,
  chooseOwner: async () => {
    const [chosen] = await context!.xrm.Utility.lookupObjects({ entityTypes: ["systemuser"], defaultEntityType: "systemuser", allowMultiSelect: false }) ?? [];
    return chosen === undefined ? undefined : { id: bareId(chosen.id), name: chosen.name ?? "" };
  },
  openLedger: () => void context!.xrm.Navigation.navigateTo(
    { pageType: "webresource", webresourceName: "rdy_/readiness/ledger.html", data: `ruleset=${ledger?.ruleSet ?? ""}` }),
  evidenceAddress: (id) => `${context!.xrm.Utility.getGlobalContext().getClientUrl()}/api/data/v9.2/rdy_judgements(${bareId(id)})/rdy_evidence/$value`,
};

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
    // The new row belongs into one of the form's lists, and none of them is told.
    form.ui.controls.forEach((one) => {
      if (one.getControlType() === "subgrid") (one as Xrm.Controls.GridControl).refresh();
    });
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
