/** Form script of the offer: hands the form to the checklist, keeps it fresh, and runs the commands. */
import { checkFormat, clearRefusal, start, words } from "./form.js";
import { OfferStatus } from "../names.js";

const checklistControl = "WebResource_checklist";
const subgrids = ["subgrid_trials", "subgrid_supportlinks", "subgrid_assets"] as const;

interface ChecklistWindow extends Window {
  setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
  refreshChecklist?: () => void;
}

/** Frames that have been given the form, by the function they offer for it: a frame that loads anew offers another. */
const served = new WeakSet<NonNullable<ChecklistWindow["setClientApiContext"]>>();
const retryMilliseconds = 100;

/**
 * Hands Xrm and the form over. The frame may still be loading, so it is asked again until its script is there; and the
 * platform may load it anew, for instance when the first save gives the record its id, so that is watched for.
 */
async function handOver(form: Xrm.FormContext, attempts = 100): Promise<void> {
  const control = form.getControl<Xrm.Controls.FramedControl>(checklistControl);
  if (control === null) return;
  const frame = await control.getContentWindow() as ChecklistWindow | null;
  const give = frame?.setClientApiContext;
  if (frame === null || give === undefined) {
    if (attempts > 0) window.setTimeout(() => void handOver(form, attempts - 1), retryMilliseconds);
    return;
  }
  if (!served.has(give)) {
    served.add(give);
    frame.addEventListener("pagehide", () => window.setTimeout(() => void handOver(form), retryMilliseconds));
  }
  give(Xrm, form);
}

async function refreshChecklist(form: Xrm.FormContext): Promise<void> {
  const frame = await form.getControl<Xrm.Controls.FramedControl>(checklistControl)?.getContentWindow() as ChecklistWindow | null | undefined;
  frame?.refreshChecklist?.();
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = start(context, (saved) => {
    if (saved) void handOver(form).then(() => refreshChecklist(form));
  });
  for (const name of subgrids) form.getControl<Xrm.Controls.GridControl>(name)?.addOnLoad(() => void refreshChecklist(form));
  void handOver(form);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;

/** The platform may have destroyed and made anew the frame while another tab was shown. */
export function onTabStateChange(context: Xrm.Events.EventContext): void {
  void handOver(context.getFormContext());
}

/** Calls an action bound to this offer. */
async function call(form: Xrm.FormContext, operationName: string): Promise<void> {
  await Xrm.WebApi.online.execute({
    entity: { entityType: "rdy_offer", id: form.data.entity.getId().replace(/[{}]/g, "") },
    getMetadata: () => ({
      boundParameter: "entity",
      operationType: 0,
      operationName,
      parameterTypes: { entity: { typeName: "mscrm.rdy_offer", structuralProperty: 5 } },
    }),
  });
}

/** Command: inspects the stored package, which may have come by an upload that no save tells of, and evaluates the offer at the current time. */
export async function evaluateNow(form: Xrm.FormContext): Promise<void> {
  Xrm.Utility.showProgressIndicator(words().evaluating);
  try {
    await call(form, "rdy_InspectPackage");
    await call(form, "rdy_EvaluateOffer");
    if (!form.data.getIsDirty()) await form.data.refresh(false);
    await refreshChecklist(form);
  } catch (error) {
    await Xrm.Navigation.openErrorDialog({ message: (error as { readonly message?: string }).message ?? String(error) });
  } finally {
    Xrm.Utility.closeProgressIndicator();
  }
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

/** Enable rule of *Submit for review*. */
export function canSubmit(form: Xrm.FormContext): boolean {
  const value = statusOf(form);
  return value === OfferStatus.Draft || value === OfferStatus.Rejected || value === OfferStatus.Live;
}

/** Enable rule of *Mark ready*. */
export function canMarkReady(form: Xrm.FormContext): boolean {
  const value = statusOf(form);
  return value === OfferStatus.Draft || value === OfferStatus.InReview;
}
