/** The clause ledger as `rdy_ClauseLedger` tells it: every clause of a rule set with who looks at it. */
import { parse, rowsOf, text } from "./json.js";
import { find, render, sourceOf, titleOf } from "./texts.js";

/** Who looks at a clause. */
export const guards = ["Nobody", "Person", "Probe", "OnSave"] as const;
export type Guard = typeof guards[number];

/** A clause of a rule set. */
export interface Clause {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly guard: Guard;
  readonly note: string;
  readonly standing: "secondHand" | "unsourced" | undefined;
  /** No waiver of it is taken, whoever asks. */
  readonly neverWaived: boolean;
}

function standingOf(note: string): Clause["standing"] {
  const is = (key: string): boolean => note === key || [1033, 1053].some((language) => note !== "" && note === find(key, language));
  return is("clause.secondhand") ? "secondHand" : is("clause.unsourced") ? "unsourced" : undefined;
}

/** `rdy_ClauseLedger`. A guard that is not known is nobody: nothing may pass as guarded by a misunderstanding. */
export function clausesOf(json: unknown, language: number): readonly Clause[] {
  return rowsOf(parse(json)).map((one) => {
    const note = text(one["note"]);
    return {
      key: text(one["key"]),
      title: titleOf(text(one["key"]), text(one["title"]), language),
      source: sourceOf(text(one["source"]), language),
      guard: guards.find((guard) => guard === one["guard"]) ?? "Nobody",
      note: render(note, [], language) ?? note,
      standing: standingOf(note),
      neverWaived: one["waivable"] === false,
    };
  });
}

/** Clauses by guard, Nobody first, those without clauses left out; search looks at key, title, source and note. */
export function byGuard(clauses: readonly Clause[], search: string): readonly (readonly [guard: Guard, clauses: readonly Clause[]])[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = clauses.filter((one) => {
    const all = `${one.key} ${one.title} ${one.source} ${one.note}`.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  });
  return guards.map((guard) => [guard, found.filter((one) => one.guard === guard)] as const).filter(([, list]) => list.length > 0);
}
