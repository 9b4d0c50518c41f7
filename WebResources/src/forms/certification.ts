/** Form script of a certification verdict: a rejection asks what the reviewers wrote. */
import { Certificationoutcome } from "../names.js";
import { checkFormat, clearRefusal, start } from "./form.js";

function recommend(form: Xrm.FormContext): void {
  const outcome = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_outcome")?.getValue() ?? null;
  form.getAttribute("rdy_finding")?.setRequiredLevel(outcome === Certificationoutcome.Rejected ? "recommended" : "none");
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  form.getAttribute("rdy_outcome")?.addOnChange(() => recommend(form));
  form.getAttribute("rdy_key")?.addOnChange(checkFormat);
  recommend(form);
  start(context);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
