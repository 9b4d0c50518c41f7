/** Form script of an own requirement: checks key, table, column and limit while typing, and shows what the test needs. */
import { MarketingAsset, Offer, Plan, Requirementtest, SupportLink, Trial } from "../names.js";
import { checkFormat, clearRefusal, start, words } from "./form.js";
import type { FormWords } from "./formats.js";
import { showColumns } from "./visibility.js";

const checkId = "rdy_reference";
const unusableId = "rdy_unusable";
const nearest = 3;

const tables: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [Offer, Trial, SupportLink, MarketingAsset, Plan].map((one) => [one.table, Object.values<string>(one).filter((name) => name.startsWith("rdy_") && name !== one.table && name !== one.entitySet)]));

/** Which columns a test shows. */
export function columnsOf(test: number | null): readonly string[] {
  if (test === Requirementtest.PersonJudges) return [];
  return test === Requirementtest.Required ? ["rdy_table", "rdy_column"] : ["rdy_table", "rdy_column", "rdy_value"];
}

/** Names of columns like the one typed: those that hold it first, then those that share the longest beginning with it. */
export function near(typed: string, names: readonly string[]): readonly string[] {
  const bare = typed.toLowerCase().replace(/^rdy_?/, "").replace(/[^a-z0-9]/g, "");
  if (bare === "") return [];
  const shared = (name: string): number => {
    let length = 0;
    while (length < bare.length && name.charAt(4 + length) === bare.charAt(length)) length++;
    return length;
  };
  const holding = names.filter((name) => name.includes(bare));
  const beginning = names.filter((name) => !holding.includes(name) && shared(name) >= Math.min(3, bare.length)).sort((a, b) => shared(b) - shared(a));
  return [...holding, ...beginning].slice(0, nearest);
}

/** What is wrong with table and column; undefined when nothing is, or nothing is entered. */
export function referenceProblem(table: string, column: string, say: FormWords): { readonly at: "rdy_table" | "rdy_column"; readonly text: string } | undefined {
  if (table === "") return undefined;
  const names = tables[table];
  if (names === undefined) return { at: "rdy_table", text: say.noTable(table, Object.keys(tables).join(", ")) };
  if (column === "" || names.includes(column)) return undefined;
  return { at: "rdy_column", text: say.noColumn(column, table, near(column, names).join(", ")) };
}

/** A limit is a number or a day. */
export function limitProblem(test: number | null, value: string, say: FormWords): string | undefined {
  if (value === "" || (test !== Requirementtest.Minimum && test !== Requirementtest.Maximum)) return undefined;
  return /^-?\d+(\.\d+)?$/.test(value) || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) ? undefined : say.number(value);
}

function textOf(form: Xrm.FormContext, name: string): string {
  return form.getAttribute<Xrm.Attributes.StringAttribute>(name)?.getValue()?.trim() ?? "";
}

function testOf(form: Xrm.FormContext): number | null {
  return form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_test")?.getValue() ?? null;
}

/** Notifications are cleared first: a standing one keeps the form from being saved. */
function check(form: Xrm.FormContext): void {
  const say = words();
  const test = testOf(form);
  const wanted = columnsOf(test);
  showColumns(form, ["rdy_table", "rdy_column", "rdy_value"], (name) => wanted.includes(name) || textOf(form, name) !== "");
  const reference = referenceProblem(textOf(form, "rdy_table"), textOf(form, "rdy_column"), say);
  const limit = limitProblem(test, textOf(form, "rdy_value"), say);
  for (const name of ["rdy_table", "rdy_column", "rdy_value"]) {
    const control = form.getControl<Xrm.Controls.StandardControl>(name);
    control?.clearNotification(checkId);
    const problem = reference?.at === name ? reference.text : name === "rdy_value" ? limit : undefined;
    if (problem !== undefined) control?.setNotification(problem, checkId);
  }
}

function showProblem(form: Xrm.FormContext): void {
  const problem = textOf(form, "rdy_problem");
  if (problem === "") form.ui.clearFormNotification(unusableId);
  else form.ui.setFormNotification(words().unusable(problem), "WARNING", unusableId);
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  for (const name of ["rdy_test", "rdy_table", "rdy_column", "rdy_value"]) form.getAttribute(name)?.addOnChange(() => check(form));
  form.getAttribute("rdy_key")?.addOnChange(checkFormat);
  form.data.addOnLoad(() => showProblem(form));
  check(form);
  showProblem(form);
  start(context);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
