/** Form script of a trial: only the columns that fit its kind are shown. */
import { checkFormat, clearRefusal, start } from "./form.js";

const kind = { getItNow: 847360000, freeTrial: 847360001, testDrive: 847360002, contactMe: 847360003 } as const;

const columns: Readonly<Record<string, readonly number[]>> = {
  rdy_period: [kind.freeTrial, kind.testDrive],
  rdy_periodunit: [kind.freeTrial, kind.testDrive],
  rdy_url: [kind.getItNow, kind.freeTrial],
  rdy_leaddestination: [kind.contactMe, kind.testDrive],
  rdy_leadendpoint: [kind.contactMe, kind.testDrive],
  rdy_testdrivetype: [kind.testDrive],
  rdy_description: [kind.testDrive],
  rdy_maxconcurrent: [kind.testDrive],
  rdy_licenses: [kind.testDrive],
  rdy_instanceurl: [kind.testDrive],
  rdy_webapiurl: [kind.testDrive],
  rdy_tenantid: [kind.testDrive],
  rdy_tenantname: [kind.testDrive],
  rdy_appid: [kind.testDrive],
  rdy_appkeyentered: [kind.testDrive],
  rdy_appkeyexpires: [kind.testDrive],
  rdy_rolename: [kind.testDrive],
};

/** Which columns a kind shows; without a kind, all: nothing entered may be out of sight. */
export function columnsOf(value: number | null): readonly string[] {
  return Object.keys(columns).filter((name) => value === null || columns[name]!.includes(value));
}

function showFitting(form: Xrm.FormContext): void {
  const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_kind");
  if (attribute === null) return;
  const wanted = new Set(columnsOf(attribute.getValue()));
  const sections = new Set<Xrm.Controls.Section>();
  for (const name of Object.keys(columns)) {
    const control = form.getControl<Xrm.Controls.StandardControl>(name);
    if (control === null) continue;
    control.setVisible(wanted.has(name));
    sections.add(control.getParent());
  }
  for (const section of sections)
    section.setVisible(section.controls.get().some((one) => (one as Xrm.Controls.StandardControl).getVisible()));
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_kind");
  attribute?.addOnChange(() => showFitting(form));
  showFitting(form);
  start(context);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
