/** Form script of the offer: hands the form to its web resources, keeps them fresh, says what saving would change, and runs the commands. */
import { bareId, call } from "../shared/call.js";
import { textOf } from "../shared/dom.js";
import { Inspection, OfferStatus, Ruleset } from "../names.js";
import { checkFormat, clearRefusal, start, words } from "./form.js";
import { handOver, refreshFrames, tellFrames, type Frame } from "./frames.js";
import { watchUnsaved, type Answer } from "./preview.js";

const table = "rdy_offer";
const subgrids = ["subgrid_trials", "subgrid_supportlinks", "subgrid_assets", "subgrid_plans", "subgrid_certifications"] as const;
const uploads = [["rdy_package", "rdy_packageinspection"], ["rdy_checkerreport", "rdy_checkerinspection"]] as const;
const probedId = "rdy_probed";
const stateInactive = 1;

let preview: Answer;

function give(form: Xrm.FormContext): void {
  handOver(form, (frame) => frame.showPreview?.(preview));
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const askAgain = watchUnsaved(form, (answer) => {
    preview = answer;
    tellFrames(form, (frame) => frame.showPreview?.(answer));
  });
  start(context, (saved) => {
    if (!saved) return;
    askAgain();
    give(form);
    refreshFrames(form);
    showByRuleSet(form);
    for (const [column, result] of uploads) if (waits(form, column, result)) void inspect(form, column);
  });
  for (const name of subgrids) form.getControl<Xrm.Controls.GridControl>(name)?.addOnLoad(() => refreshFrames(form));
  form.getAttribute("rdy_ruleset")?.addOnChange(() => showByRuleSet(form));
  for (const [column] of uploads) form.getAttribute(column)?.addOnChange(() => void inspect(form, column));
  showByRuleSet(form);
  give(form);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;

/** The platform may have destroyed and made anew the frame while another tab was shown. */
export function onTabStateChange(context: Xrm.Events.EventContext): void {
  give(context.getFormContext());
}

/** Which of the sections that only one rule set reads are shown. */
export function sectionShows(name: string, ruleSet: number | null): boolean {
  if (name.endsWith("_2018")) return ruleSet !== Ruleset.PartnerCenterCurrent;
  return !name.endsWith("_current") || ruleSet === Ruleset.PartnerCenterCurrent;
}

function showByRuleSet(form: Xrm.FormContext): void {
  const ruleSet = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_ruleset")?.getValue() ?? null;
  form.ui.tabs.forEach((tab) => tab.sections.forEach((section) => {
    const name = section.getName();
    if (/_(2018|current)$/.test(name)) section.setVisible(sectionShows(name, ruleSet));
  }));
}

/** Runs a command under a progress indicator; what is refused is said in the platform's dialog. */
async function run(form: Xrm.FormContext, progress: string, work: () => Promise<void>): Promise<void> {
  Xrm.Utility.showProgressIndicator(progress);
  try {
    await work();
    if (!form.data.getIsDirty()) await form.data.refresh(false);
    refreshFrames(form);
  } catch (error) {
    await Xrm.Navigation.openErrorDialog({ message: textOf(error) });
  } finally {
    Xrm.Utility.closeProgressIndicator();
  }
}

/** Whether a stored file was not inspected when the form was read. */
export function waits(form: Xrm.FormContext, column: string, result: string): boolean {
  const inspection = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(result)?.getValue() ?? null;
  return (form.getAttribute(column)?.getValue() ?? null) !== null && (inspection === null || inspection === Inspection.NotInspected);
}

/** Inspects a file that was uploaded, so that the form says what it is without being asked for. */
function inspect(form: Xrm.FormContext, column: string): Promise<void> {
  const offer = { table, id: form.data.entity.getId() };
  return offer.id === "" ? Promise.resolve() : run(form, words().inspecting, () => call(Xrm, "rdy_InspectPackage", offer, { Column: column }).then(() => undefined));
}

/** Command: inspects the stored package and report, which may have come by an upload that no save tells of, and evaluates the offer at the current time. */
export function evaluateNow(form: Xrm.FormContext): Promise<void> {
  const offer = { table, id: form.data.entity.getId() };
  return run(form, words().evaluating, async () => {
    for (const [column] of uploads) await call(Xrm, "rdy_InspectPackage", offer, { Column: column });
    await call(Xrm, "rdy_EvaluateOffer", offer);
  });
}

/** The full SAS address while it stands unsaved on the form: saving takes its signature away. */
function signedAddress(form: Xrm.FormContext): string | undefined {
  const attribute = form.getAttribute<Xrm.Attributes.StringAttribute>("rdy_packageurl");
  const value = attribute?.getValue() ?? "";
  return attribute?.getIsDirty() && /[?&]sig=/i.test(value) ? value : undefined;
}

/** Command: asks the addresses of the offer now. */
export function probeNow(form: Xrm.FormContext): Promise<void> {
  return run(form, words().probing, async () => {
    const answer = await call(Xrm, "rdy_ProbeOffer", { table, id: form.data.entity.getId() }, { PackageUrl: signedAddress(form) });
    const [probed, failed, unknown] = ["Probed", "Failed", "CouldNotCheck"].map((name) => Number(answer[name] ?? 0)) as [number, number, number];
    form.ui.setFormNotification(words().probed(probed, failed, unknown), failed > 0 ? "WARNING" : "INFO", probedId);
  });
}

function showTab(form: Xrm.FormContext, name: string): boolean {
  const tab = form.ui.tabs.get(name) as Xrm.Controls.Tab | null;
  if (tab === null) return false;
  tab.setVisible(true);
  tab.setDisplayState("expanded");
  tab.setFocus();
  return true;
}

/** Command: shows what turns by itself. */
export function forecast(form: Xrm.FormContext): void {
  showTab(form, "tab_ahead");
}

/** Command: shows what a switch of the rule set would change; the page has the button that switches. */
export function switchRuleSet(form: Xrm.FormContext): void {
  showTab(form, "tab_ahead");
}

/** Command: has the listing twin export the kit; its frame starts with its tab. */
export async function exportKit(form: Xrm.FormContext, attempts = 100): Promise<void> {
  if (!showTab(form, "tab_twin")) return;
  const control = form.getControl<Xrm.Controls.FramedControl>("WebResource_twin");
  const frame = await control?.getContentWindow() as Frame | null | undefined;
  if (frame?.exportListingKit !== undefined) frame.exportListingKit();
  else if (attempts > 0) window.setTimeout(() => void exportKit(form, attempts - 1), 100);
}

/** Command: a quick-create form for the verdict of the marketplace's reviewers. */
export async function recordVerdict(form: Xrm.FormContext): Promise<void> {
  const id = form.data.entity.getId().replace(/[{}]/g, "");
  const name = form.data.entity.getPrimaryAttributeValue();
  await Xrm.Navigation.openForm(
    { entityName: "rdy_certification", useQuickCreateForm: true, createFromEntity: { entityType: table, id, name } },
    { rdy_offerid: id, rdy_offeridname: name, rdy_offeridtype: table });
  form.getControl<Xrm.Controls.GridControl>("subgrid_certifications")?.refresh();
  refreshFrames(form);
}

/** Command of a checklist item: opens its offer, whose checklist then shows the item. */
export async function openOfItem(item: Xrm.FormContext): Promise<void> {
  const offer = item.getAttribute<Xrm.Attributes.LookupAttribute>("rdy_offerid")?.getValue()?.[0];
  const key = item.getAttribute<Xrm.Attributes.StringAttribute>("rdy_key")?.getValue() ?? "";
  if (offer !== undefined) await Xrm.Navigation.openForm({ entityName: table, entityId: bareId(offer.id) }, { rdy_item: key });
}

function statusOf(form: Xrm.FormContext): number | null {
  return form.getAttribute<Xrm.Attributes.OptionSetAttribute>("statuscode")?.getValue() ?? null;
}

async function moveTo(form: Xrm.FormContext, value: number): Promise<void> {
  const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("statuscode");
  if (attribute === null) return;
  const before = attribute.getValue();
  attribute.setValue(value);
  try {
    await form.data.save();
  } catch {
    // The platform has shown why; the status goes back so that the form can be saved.
    attribute.setValue(before);
  }
}

/** Command: hands the offer to the reviewers. */
export function submitForReview(form: Xrm.FormContext): Promise<void> {
  return moveTo(form, OfferStatus.InReview);
}

/** Command: declares the offer ready; refused while something mandatory is open. */
export function markReady(form: Xrm.FormContext): Promise<void> {
  return moveTo(form, OfferStatus.ReadyToSubmit);
}

/** Command: notes that the offer has been handed to the marketplace. */
export function markSubmitted(form: Xrm.FormContext): Promise<void> {
  return moveTo(form, OfferStatus.Submitted);
}

/** Command: notes that the marketplace has certified the offer. */
export function markCertified(form: Xrm.FormContext): Promise<void> {
  return moveTo(form, OfferStatus.Certified);
}

/** Command: notes that the marketplace has rejected the offer. */
export function markRejected(form: Xrm.FormContext): Promise<void> {
  return moveTo(form, OfferStatus.Rejected);
}

/** Command: notes that customers can find the offer. */
export function markLive(form: Xrm.FormContext): Promise<void> {
  return moveTo(form, OfferStatus.Live);
}

/** Command: takes the offer out of the process, once the person has said so. */
export async function withdraw(form: Xrm.FormContext): Promise<void> {
  const say = words();
  const answer = await Xrm.Navigation.openConfirmDialog({ title: say.withdrawTitle, text: say.withdrawText, confirmButtonLabel: say.withdraw, cancelButtonLabel: say.cancel });
  if (!answer.confirmed) return;
  await run(form, say.saving, async () => {
    await Xrm.WebApi.updateRecord(table, form.data.entity.getId().replace(/[{}]/g, ""), { statecode: stateInactive, statuscode: OfferStatus.Withdrawn });
  });
}

function stands(form: Xrm.FormContext, ...values: readonly number[]): boolean {
  const status = statusOf(form);
  return status !== null && values.includes(status);
}

/** Enable rule of what only reads: whoever may read the offer may look ahead and export the kit. */
export function isStored(form: Xrm.FormContext): boolean {
  return form.data.entity.getId() !== "";
}

/** Enable rule of *Record verdict*: whoever may create a verdict, though the offer itself be read only to them. */
export async function canRecordVerdict(form: Xrm.FormContext): Promise<boolean> {
  if (!isStored(form) || !canWithdraw(form)) return false;
  const held = await Xrm.Utility.getGlobalContext().userSettings.getSecurityRolePrivilegesInfo();
  return Object.values(held).some((one) => one.privilegeName.toLowerCase() === "prvcreaterdy_certification");
}

/** Enable rule of *Submit for review*. */
export function canSubmit(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.Draft, OfferStatus.Rejected, OfferStatus.Live);
}

/** Enable rule of *Mark ready*. */
export function canMarkReady(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.Draft, OfferStatus.InReview);
}

/** Enable rule of *Mark submitted*. */
export function canMarkSubmitted(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.ReadyToSubmit);
}

/** Enable rule of *Mark certified*. */
export function canMarkCertified(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.Submitted);
}

/** Enable rule of *Mark rejected*. */
export function canMarkRejected(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.Submitted);
}

/** Enable rule of *Mark live*. */
export function canMarkLive(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.Certified);
}

/** Enable rule of *Withdraw*. */
export function canWithdraw(form: Xrm.FormContext): boolean {
  const status = statusOf(form);
  return status !== null && status !== OfferStatus.Withdrawn;
}

/** Enable rule of *Switch rule set*: what is with the marketplace stays under the rules it was handed in under. */
export function canSwitchRuleSet(form: Xrm.FormContext): boolean {
  return stands(form, OfferStatus.Draft, OfferStatus.InReview, OfferStatus.ReadyToSubmit, OfferStatus.Rejected, OfferStatus.Live);
}
