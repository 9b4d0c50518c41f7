/** What the forms of all tables share: format checks at the column, the notification of a refused save, the focus asked for. */
import { problemOf, wordsFor, type Format, type FormWords } from "./formats.js";

const checkId = "rdy_format";
const saveId = "rdy_save";

/** Columns whose format their type does not say. */
const formats: Readonly<Record<string, Format>> = {
  rdy_appid: "guid", rdy_tenantid: "guid", rdy_subscriptionid: "guid", rdy_tenantids: "guids", rdy_key: "key", rdy_uptimecommitted: "percent", rdy_uptimemeasured: "percent",
};

/** Words in the language of the user. */
export function words(): FormWords {
  return wordsFor(Xrm.Utility.getGlobalContext().userSettings.languageId);
}

/** Where a column of one table means something else than its namesakes. */
const ofTable: Readonly<Record<string, Readonly<Record<string, Format>>>> = { rdy_certification: { rdy_key: "reference" } };

function formatOf(attribute: Xrm.Attributes.Attribute, table: string): Format | undefined {
  const format = attribute.getFormat();
  const name = attribute.getName();
  return ofTable[table]?.[name] ?? formats[name] ?? (format === "url" || format === "email" ? format : undefined);
}

/** OnChange: says at the column what the save would refuse. Always clears first, since a standing notification blocks saving. */
export function checkFormat(context: Xrm.Events.EventContext): void {
  const attribute = context.getEventSource() as unknown as Xrm.Attributes.Attribute;
  const format = formatOf(attribute, context.getFormContext().data.entity.getEntityName());
  if (format === undefined) return;
  const problem = problemOf(format, attribute.getValue(), words());
  attribute.controls.forEach((one) => {
    const control = one as Xrm.Controls.StandardControl;
    control.clearNotification(checkId);
    if (problem !== undefined) control.setNotification(problem, checkId);
  });
}

/** OnSave: an earlier refusal no longer stands while a new save is under way. */
export function clearRefusal(context: Xrm.Events.EventContext): void {
  context.getFormContext().ui.clearFormNotification(saveId);
}

/** After a save: the platform's dialog stays, and what was refused also stands above the form until the next save. */
export function showRefusal(form: Xrm.FormContext, context: Xrm.Events.PostSaveEventContext): void {
  const args = context.getEventArgs();
  if (args.getIsSaveSuccess()) {
    form.ui.clearFormNotification(saveId);
    return;
  }
  const error = args.getSaveErrorInfo() as unknown as { readonly message?: string } | null;
  if (error?.message) form.ui.setFormNotification(error.message, "ERROR", saveId);
}

/** Shows tab and section of the column named by the form parameter `rdy_focus`, then gives it the focus. */
export function focusAsked(form: Xrm.FormContext): void {
  const parameter = form.data.attributes.get("rdy_focus") as Xrm.Attributes.Attribute<string> | null;
  const column = parameter?.getValue();
  if (column) focusColumn(form, column);
}

function focusColumn(form: Xrm.FormContext, column: string): void {
  const control = form.getControl<Xrm.Controls.StandardControl>(column);
  if (control === null) return;
  const section = control.getParent();
  const tab = section.getParent();
  tab.setVisible(true);
  tab.setDisplayState("expanded");
  section.setVisible(true);
  control.setVisible(true);
  control.setFocus();
}

/** A row stays with its offer: what the save would refuse is not offered once the row exists. */
function keepOffer(form: Xrm.FormContext): void {
  if (form.data.entity.getId() !== "") form.getControl<Xrm.Controls.LookupControl>("rdy_offerid")?.setDisabled(true);
}

/** What every main form does on load. */
export function start(context: Xrm.Events.EventContext, afterSave?: (saved: boolean) => void): Xrm.FormContext {
  const form = context.getFormContext();
  form.data.entity.addOnPostSave((event) => {
    showRefusal(form, event);
    keepOffer(form);
    afterSave?.(event.getEventArgs().getIsSaveSuccess());
  });
  keepOffer(form);
  focusAsked(form);
  return form;
}
