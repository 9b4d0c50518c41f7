/** The forms that open under a row: a judgement, and who is to do it until when. */
import { addDays } from "../shared/dates.js";
import { button, element, textOf, type Child } from "../shared/dom.js";
import type { Item, Reader } from "./model.js";
import { JudgementVerdict } from "./names.js";
import type { Strings } from "./strings.js";

/** What a reviewer says of an item. */
export interface Judging {
  readonly verdict: JudgementVerdict;
  readonly note: string;
  readonly evidenceUrl: string | undefined;
  readonly evidenceFile: File | undefined;
  /** Last day of a waiver. */
  readonly until: string | undefined;
}

/** Who is to do it until when; an empty day takes the due date away. */
export interface Assignment {
  readonly ownerId: string | undefined;
  readonly dueOn: string;
}

const waiverDays = 90;
const longestWaiverDays = 365;

/** Bytes that `rdy_AttachEvidence` takes. */
const largestEvidence = 10 * 1024 * 1024;

function field(id: string, label: string, input: HTMLElement, hint?: string): readonly Child[] {
  input.id = id;
  if (hint !== undefined) input.setAttribute("aria-describedby", `${id}-hint`);
  return [element("label", { for: id }, label), input, hint === undefined ? undefined : element("p", { class: "quiet", id: `${id}-hint` }, hint)];
}

/** A form that stays as it is until it is saved, says in place why it was not, and closes on Escape. */
function editor(label: string, saveLabel: string, strings: Strings, fields: readonly Child[], save: () => Promise<void> | string, close: () => void): HTMLFormElement {
  const problem = element("p", { class: "problem", role: "alert" });
  const submit = element("button", { type: "submit", class: "primary" }, saveLabel);
  const form = element("form", { class: "editor", "aria-label": label }, ...fields, problem,
    element("div", { class: "buttons" }, submit, button(strings.cancel, {}, close)));
  form.noValidate = true;
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    problem.textContent = "";
    for (const wrong of form.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
    const saving = save();
    if (typeof saving === "string") {
      problem.textContent = saving;
      return;
    }
    submit.disabled = true;
    submit.textContent = strings.saving;
    saving.catch((error: unknown) => {
      problem.textContent = textOf(error);
      submit.disabled = false;
      submit.textContent = saveLabel;
      form.querySelector<HTMLElement>("textarea, input")?.focus();
    });
  });
  return form;
}

function wrong(input: HTMLElement, text: string): string {
  input.setAttribute("aria-invalid", "true");
  input.focus();
  return text;
}

/** The note, the evidence and, for a waiver, its last day. */
export function judgeForm(
  item: Item, verdict: JudgementVerdict,
  { strings, reader }: { readonly strings: Strings; readonly reader: Reader },
  judge: (item: Item, judging: Judging) => Promise<void>, close: () => void): HTMLFormElement {
  const { label, of, hint } = strings.judge[verdict];
  const note = element("textarea", { rows: "2", maxlength: "4000" });
  const url = element("input", { type: "url", maxlength: "2000", autocomplete: "off", inputmode: "url" });
  const file = element("input", { type: "file" });
  const until = verdict !== JudgementVerdict.Waived ? undefined
    : element("input", { type: "date", min: reader.today, max: addDays(reader.today, longestWaiverDays), value: addDays(reader.today, waiverDays) });
  const id = (name: string): string => `${name}-${item.id}`;
  return editor(of(item.title), label, strings, [
    ...field(id("note"), strings.note, note, hint),
    ...until === undefined ? [] : field(id("until"), strings.until, until, strings.untilHint),
    ...field(id("url"), strings.evidenceUrl, url, strings.evidenceUrlHint),
    ...field(id("file"), strings.evidenceFile, file, strings.evidenceFileHint),
  ], () => {
    const text = note.value.trim();
    const address = url.value.trim();
    if (text === "") return wrong(note, strings.noteMissing);
    if (address !== "" && !/^https:\/\/[^\s/]+\.[^\s/]+/i.test(address)) return wrong(url, strings.evidenceUrlWrong);
    const chosen = file.files?.[0];
    if (chosen !== undefined && chosen.size > largestEvidence) return wrong(file, strings.evidenceFileLarge(chosen.size));
    if (chosen?.size === 0) return wrong(file, strings.evidenceFileEmpty);
    return judge(item, {
      verdict, note: text, evidenceUrl: address || undefined, evidenceFile: chosen, until: until?.value || undefined,
    });
  }, close);
}

/** The owner and the day it is due on. */
export function assignForm(
  item: Item, strings: Strings,
  actions: {
    readonly assign: (item: Item, assignment: Assignment) => Promise<void>;
    readonly chooseOwner: () => Promise<{ readonly id: string; readonly name: string } | undefined>;
  }, close: () => void): HTMLFormElement {
  let ownerId = item.ownerId;
  const name = element("span", { class: "owner" }, item.owner);
  const due = element("input", { type: "date" });
  due.value = item.dueOn ?? "";
  const choose: HTMLButtonElement = button(strings.changeOwner, {}, () => void actions.chooseOwner().then((chosen) => {
    if (chosen !== undefined) {
      ownerId = chosen.id;
      name.textContent = chosen.name;
    }
    choose.focus();
  }));
  return editor(strings.assignOf(item.title), strings.save, strings, [
    element("p", { class: "chosen", "aria-live": "polite" }, element("span", { class: "lead" }, `${strings.owner}: `), name),
    element("div", {}, choose),
    ...field(`due-${item.id}`, strings.dueOn, due),
  ], () => actions.assign(item, { ownerId: ownerId === item.ownerId ? undefined : ownerId, dueOn: due.value }), close);
}
