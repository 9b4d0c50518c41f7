/** What saving would change: asks while nothing is saved, a moment after the last change, and says it above the form. */
import { bareId, call } from "../shared/call.js";
import { textOf } from "../shared/dom.js";
import { words } from "./form.js";

const noteId = "rdy_preview";
const patience = 600;
const offerTable = "rdy_offer";
const others: ReadonlySet<string> = new Set(["lookup", "file", "image"]);

/** The answer for the checklist: what would change, why it cannot be told, or that there is nothing to tell. */
export type Answer = { readonly changes: string; readonly openItems: number; readonly score: number } | { readonly failed: string } | undefined;

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** A value as `rdy_PreviewOffer` takes it. A day is the day the person chose, wherever they are. */
export function valueOf(value: unknown, isDay: boolean): unknown {
  if (value === undefined || value === "") return null;
  if (!(value instanceof Date)) return value;
  return isDay ? `${value.getFullYear()}-${twoDigits(value.getMonth() + 1)}-${twoDigits(value.getDate())}` : value.toISOString();
}

/** Unsaved values of our own columns; undefined when there are none. Lookups, files and images are none. */
export function unsavedOf(form: Xrm.FormContext): Readonly<Record<string, unknown>> | undefined {
  const values: Record<string, unknown> = {};
  form.data.entity.attributes.forEach((attribute) => {
    const name = attribute.getName();
    if (!name.startsWith("rdy_") || !attribute.getIsDirty() || others.has(attribute.getAttributeType())) return;
    values[name] = valueOf(attribute.getValue(), attribute.getFormat() === "date");
  });
  return Object.keys(values).length === 0 ? undefined : values;
}

function offerOf(form: Xrm.FormContext): string {
  if (form.data.entity.getEntityName() === offerTable) return bareId(form.data.entity.getId());
  const [offer] = form.getAttribute<Xrm.Attributes.LookupAttribute>("rdy_offerid")?.getValue() ?? [];
  return offer === undefined ? "" : bareId(offer.id);
}

function count(changes: string): { readonly closes: number; readonly opens: number } {
  const list = JSON.parse(changes) as readonly { readonly opens?: boolean; readonly closes?: boolean }[];
  return { closes: list.filter((one) => one.closes).length, opens: list.filter((one) => one.opens).length };
}

/** Watches a form. `told` gets every answer; a form without a checklist needs none. The returned function asks at once. */
export function watchUnsaved(form: Xrm.FormContext, told: (answer: Answer) => void = () => undefined): () => void {
  let timer: number | undefined;
  let latest = 0;

  const tell = (answer: Answer): void => {
    told(answer);
    const { closes, opens } = answer !== undefined && "changes" in answer ? count(answer.changes) : { closes: 0, opens: 0 };
    if (closes + opens === 0) form.ui.clearFormNotification(noteId);
    else form.ui.setFormNotification(words().preview(closes, opens), opens > 0 ? "WARNING" : "INFO", noteId);
  };

  const ask = async (): Promise<void> => {
    const mine = ++latest;
    const values = unsavedOf(form);
    const offer = offerOf(form);
    if (values === undefined || offer === "") {
      tell(undefined);
      return;
    }
    const table = form.data.entity.getEntityName();
    let answer: Answer;
    try {
      const given = await call(Xrm, "rdy_PreviewOffer", { table: offerTable, id: offer }, {
        Values: JSON.stringify(values),
        ...table === offerTable ? {} : { Table: table, RowId: bareId(form.data.entity.getId()) || undefined },
      });
      answer = { changes: String(given["Changes"] ?? "[]"), openItems: Number(given["OpenItems"] ?? 0), score: Number(given["Score"] ?? 0) };
    } catch (error) {
      // A value that the save would refuse is refused here too; its column says so.
      answer = { failed: textOf(error) };
    }
    if (mine === latest) tell(answer);
  };

  form.data.entity.attributes.forEach((attribute) => attribute.addOnChange(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), patience);
  }));
  return () => {
    window.clearTimeout(timer);
    void ask();
  };
}
