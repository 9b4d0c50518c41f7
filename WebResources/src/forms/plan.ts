/** Form script of a plan: the list of tenants is asked for where the plan is private. */
import { Planvisibility, Tenantlist } from "../names.js";
import { checkFormat, clearRefusal, start } from "./form.js";
import { watchUnsaved } from "./preview.js";
import { showColumns } from "./visibility.js";

const columns = ["rdy_waspublic", "rdy_tenantlist", "rdy_tenantids"] as const;

/** Which columns a plan shows; what is not chosen yet hides nothing. */
export function columnsOf(visibility: number | null, list: number | null): readonly string[] {
  return columns.filter((name) => {
    if (visibility === Planvisibility.Public && name !== "rdy_waspublic") return false;
    return name !== "rdy_tenantids" || list !== Tenantlist.ByCSVFile;
  });
}

function choiceOf(form: Xrm.FormContext, name: string): Xrm.Attributes.OptionSetAttribute | null {
  return form.getAttribute<Xrm.Attributes.OptionSetAttribute>(name);
}

function showFitting(form: Xrm.FormContext): void {
  const wanted = columnsOf(choiceOf(form, "rdy_visibility")?.getValue() ?? null, choiceOf(form, "rdy_tenantlist")?.getValue() ?? null);
  showColumns(form, columns, (name) => wanted.includes(name));
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  for (const name of ["rdy_visibility", "rdy_tenantlist"]) choiceOf(form, name)?.addOnChange(() => showFitting(form));
  form.getAttribute("rdy_tenantids")?.addOnChange(checkFormat);
  showFitting(form);
  start(context, watchUnsaved(form));
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
