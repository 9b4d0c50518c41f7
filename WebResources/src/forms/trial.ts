/** Form script of a trial: only the columns that fit its kind are shown. */
import { checkFormat, clearRefusal, start } from "./form.js";
import { watchUnsaved } from "./preview.js";
import { showColumns } from "./visibility.js";
import { Trialkind } from "../names.js";

const columns: Readonly<Record<string, readonly number[]>> = {
  rdy_period: [Trialkind.FreeTrial, Trialkind.TestDrive],
  rdy_periodunit: [Trialkind.FreeTrial, Trialkind.TestDrive],
  rdy_url: [Trialkind.GetItNow, Trialkind.FreeTrial],
  rdy_leaddestination: [Trialkind.ContactMe, Trialkind.TestDrive],
  rdy_leadendpoint: [Trialkind.ContactMe, Trialkind.TestDrive],
  rdy_testdrivetype: [Trialkind.TestDrive],
  rdy_description: [Trialkind.TestDrive],
  rdy_maxconcurrent: [Trialkind.TestDrive],
  rdy_licenses: [Trialkind.TestDrive],
  rdy_accessinformation: [Trialkind.TestDrive],
  rdy_instanceurl: [Trialkind.TestDrive],
  rdy_webapiurl: [Trialkind.TestDrive],
  rdy_tenantid: [Trialkind.TestDrive],
  rdy_tenantname: [Trialkind.TestDrive],
  rdy_appid: [Trialkind.TestDrive],
  rdy_appkeyentered: [Trialkind.TestDrive],
  rdy_appkeyexpires: [Trialkind.TestDrive],
  rdy_rolename: [Trialkind.TestDrive],
  rdy_subscriptionid: [Trialkind.TestDrive],
  rdy_region: [Trialkind.TestDrive],
  rdy_resourcegroup: [Trialkind.TestDrive],
  rdy_assignapp: [Trialkind.TestDrive],
  rdy_deprovisionapp: [Trialkind.TestDrive],
};

/** Which columns a kind shows; without a kind, all: nothing entered may be out of sight. */
export function columnsOf(value: number | null): readonly string[] {
  return Object.keys(columns).filter((name) => value === null || columns[name]!.includes(value));
}

function showFitting(form: Xrm.FormContext): void {
  const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_kind");
  if (attribute === null) return;
  const wanted = columnsOf(attribute.getValue());
  showColumns(form, Object.keys(columns), (name) => wanted.includes(name));
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_kind");
  attribute?.addOnChange(() => showFitting(form));
  showFitting(form);
  start(context, watchUnsaved(form));
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
