/** How items stand, in words and signs: shared by the checklist and the pages. */
import { Itemstatus as Status } from "../names.js";
import { element, svg } from "./dom.js";

export { Status };

/** The words for every status in one language. */
export type StatusWords = Readonly<Record<Status, string>>;

const english: StatusWords = {
  [Status.Met]: "Met",
  [Status.NotMet]: "Not met",
  [Status.NotApplicable]: "Not applicable",
  [Status.Undecided]: "Undecided",
  [Status.Confirmed]: "Confirmed",
  [Status.Rejected]: "Rejected",
  [Status.Waived]: "Waived",
};

const swedish: StatusWords = {
  [Status.Met]: "Uppfyllt",
  [Status.NotMet]: "Ej uppfyllt",
  [Status.NotApplicable]: "Ej tillämpligt",
  [Status.Undecided]: "Obedömt",
  [Status.Confirmed]: "Bekräftat",
  [Status.Rejected]: "Underkänt",
  [Status.Waived]: "Undantaget",
};

export function statusWords(language: number): StatusWords {
  return language === 1053 ? swedish : english;
}

/** A status as custom APIs tell it: by option value, by place or by name. Undefined when it is none. */
export function statusOf(value: unknown): Status | undefined {
  if (typeof value === "number") {
    const option = value < Status.Met ? value + Status.Met : value;
    return Status[option] === undefined ? undefined : option;
  }
  return typeof value === "string" && value in Status ? Status[value as keyof typeof Status] : undefined;
}

const tick = "M6.5 11.5 3 8l1.1-1.1 2.4 2.4 5.4-5.4L13 5z";
const cross = "m8 6.9 3-3L12.1 5 9.1 8l3 3-1.1 1.1-3-3-3 3L3.9 11l3-3-3-3L5 3.9z";
const looks: Readonly<Record<Status, readonly [sign: string, tone: string]>> = {
  [Status.Met]: [tick, "good"],
  [Status.Confirmed]: [tick, "good"],
  [Status.NotMet]: [cross, "bad"],
  [Status.Rejected]: [cross, "bad"],
  [Status.Undecided]: ["M7.2 9.6c0-1.3.5-1.8 1.2-2.5.6-.6 1-1 1-1.6 0-.7-.6-1.2-1.4-1.2-.9 0-1.4.5-1.5 1.3H5C5.1 4 6.2 3 8.1 3 9.8 3 11 4 11 5.4c0 1.2-.7 1.9-1.4 2.5-.7.6-.9.9-.9 1.7zM7 11h2v2H7z", "unsure"],
  [Status.NotApplicable]: ["M4 7.25h8v1.5H4z", "none"],
  [Status.Waived]: ["M7.2 3.5h1.6v4.2l2.9 1.7-.8 1.4-3.7-2.2z", "waived"],
};

/** The status as a sign with its word. */
export function statusMark(status: Status, words: StatusWords): HTMLElement {
  const [sign, tone] = looks[status];
  return element("span", { class: `status ${tone}` },
    svg("svg", { viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", focusable: "false" },
      svg("circle", { cx: "8", cy: "8", r: "7.5", class: "disc" }),
      svg("path", { d: sign, class: "sign" })),
    element("span", {}, words[status]));
}
