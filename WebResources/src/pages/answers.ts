/** The JSON answers of the custom APIs as the pages use them. What is no such answer counts as an empty one. */
import { dayOf } from "../shared/dates.js";
import { statusOf, type Status } from "../shared/statuses.js";
import { find, parseArguments, render, titleOf } from "../shared/texts.js";
import { Severity } from "../names.js";

function parse(json: unknown): unknown {
  try {
    return typeof json === "string" ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function rowsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === "object" && one !== null) : [];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Something that turns by itself on a day. */
export interface Event {
  readonly day: string;
  readonly key: string;
  readonly title: string;
  readonly from: Status | undefined;
  readonly to: Status | undefined;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly reason: string;
  readonly cause: string;
}

/** `rdy_ForecastOffer`: by day, within a day as the checklist goes. */
export function eventsOf(json: unknown, language: number): readonly Event[] {
  return rowsOf(parse(json)).flatMap((one) => {
    const day = dayOf(text(one["on"]));
    return day === undefined ? [] : [{
      day,
      key: text(one["key"]),
      title: titleOf(text(one["key"]), text(one["title"]), language),
      from: statusOf(one["from"]),
      to: statusOf(one["to"]),
      opens: one["opens"] === true,
      closes: one["closes"] === true,
      reason: render(text(one["reasonKey"]), parseArguments(one["reasonArgs"]), language) ?? "",
      cause: text(one["cause"]),
    }];
  });
}

/** Events in days. */
export function byDay(events: readonly Event[]): readonly (readonly [day: string, events: readonly Event[]])[] {
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const list = days.get(event.day);
    if (list) list.push(event);
    else days.set(event.day, [event]);
  }
  return [...days].sort((a, b) => a[0].localeCompare(b[0]));
}

/** A requirement that comes, leaves or is kept. */
export interface Difference {
  readonly key: string;
  readonly otherKey: string;
  readonly title: string;
  readonly from: Status | undefined;
  readonly to: Status | undefined;
  readonly mandatory: boolean;
}

/** What a switch of the rule set would change. */
export interface Differences {
  readonly kept: readonly Difference[];
  readonly leaves: readonly Difference[];
  readonly comes: readonly Difference[];
}

/** `rdy_CompareRuleSets`. */
export function differencesOf(json: unknown, language: number): Differences {
  const all = parse(json) as Fields | undefined;
  const read = (name: string): readonly Difference[] => rowsOf(all?.[name]).map((one) => ({
    key: text(one["key"]),
    otherKey: text(one["otherKey"]),
    title: titleOf(text(one["otherKey"]) || text(one["key"]), text(one["title"]), language),
    from: statusOf(one["from"] ?? (name === "leaves" ? one["status"] : undefined)),
    to: statusOf(one["to"] ?? (name === "comes" ? one["status"] : undefined)),
    mandatory: one["severity"] === undefined || one["severity"] === Severity.Mandatory || one["severity"] === 0
      || /^(mandatory|blocking)$/i.test(text(one["severity"])),
  }));
  return { kept: read("kept"), leaves: read("leaves"), comes: read("comes") };
}

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
      source: text(one["source"]),
      guard: guards.find((guard) => guard === one["guard"]) ?? "Nobody",
      note: render(note, [], language) ?? note,
      standing: standingOf(note),
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
