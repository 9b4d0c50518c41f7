/** The JSON answers of the custom APIs as the pages use them. What is no such answer counts as an empty one. */
import { dayOf } from "../shared/dates.js";
import { statusOf, type Status } from "../shared/statuses.js";
import { parse, rowsOf, text, type Fields } from "../shared/json.js";
import { parseArguments, render, titleOf } from "../shared/texts.js";
import { Severity } from "../names.js";

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
