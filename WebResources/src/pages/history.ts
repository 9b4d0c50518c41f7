/** The history as data: what turned between two days, and the trend of the snapshots. No browser, no Xrm. */
import { dayOf, daysBetween } from "../shared/dates.js";
import { statusOf, type Status } from "../shared/statuses.js";

/** A row of `rdy_itemchange`. */
export interface ChangeRow {
  readonly rdy_key: string;
  readonly rdy_name?: string | null;
  readonly rdy_from?: number | null;
  readonly rdy_to?: number | null;
  readonly rdy_changedon: string;
  readonly rdy_cause?: string | null;
  readonly rdy_causerow?: string | null;
  readonly rdy_reason?: string | null;
  readonly "_rdy_changedbyid_value@OData.Community.Display.V1.FormattedValue"?: string;
}

/** A row of `rdy_snapshot`. */
export interface SnapshotRow {
  readonly rdy_day: string;
  readonly rdy_score?: number | null;
  readonly rdy_openitems?: number | null;
  readonly rdy_met?: number | null;
  readonly rdy_notmet?: number | null;
  readonly rdy_undecided?: number | null;
  readonly rdy_confirmed?: number | null;
  readonly rdy_rejected?: number | null;
  readonly rdy_waived?: number | null;
}

/** One requirement over the time asked about. */
export interface Turned {
  readonly key: string;
  readonly from: Status | undefined;
  readonly to: Status | undefined;
  /** It stands as it stood, though it turned in between. */
  readonly back: boolean;
  /** The latest first. */
  readonly turns: readonly ChangeRow[];
}

/** What turned after the end of one day and until the end of another, by key; the latest turn first. Days are yyyy-MM-dd in UTC. */
export function changedBetween(rows: readonly ChangeRow[], after: string, until: string): readonly Turned[] {
  const byKey = new Map<string, ChangeRow[]>();
  for (const row of [...rows].sort((a, b) => Date.parse(b.rdy_changedon) - Date.parse(a.rdy_changedon))) {
    const day = dayOf(row.rdy_changedon);
    if (day === undefined || day <= after || day > until) continue;
    const list = byKey.get(row.rdy_key);
    if (list) list.push(row);
    else byKey.set(row.rdy_key, [row]);
  }
  return [...byKey].map(([key, turns]) => {
    const from = statusOf(turns[turns.length - 1]?.rdy_from);
    const to = statusOf(turns[0]?.rdy_to);
    return { key, from, to, back: from === to, turns };
  });
}

/** Messages of ours that evaluate an offer. */
const calls = { rdy_SweepOffers: "sweep", rdy_EvaluateOffer: "evaluate", rdy_ProbeOffer: "probe" } as const;

/** What turned it: a save of a row, a call of ours, or the words that were stored. */
export type Cause =
  | { readonly kind: "save"; readonly message: "Create" | "Update" | "Delete"; readonly table: string; readonly id: string }
  | { readonly kind: typeof calls[keyof typeof calls] }
  | { readonly kind: "other"; readonly text: string };

export function causeOf({ rdy_cause: words, rdy_causerow: row }: Pick<ChangeRow, "rdy_cause" | "rdy_causerow">): Cause {
  const [message = "", table = "", id = ""] = (row ?? "").split(" ");
  if (message === "Create" || message === "Update" || message === "Delete") return { kind: "save", message, table, id };
  return message in calls ? { kind: calls[message as keyof typeof calls] } : { kind: "other", text: words ?? "" };
}

/** A point of the trend: the day's place and the score's height, each from 0 to 1. */
export interface TrendPoint {
  readonly day: string;
  readonly score: number;
  readonly open: number;
  readonly x: number;
  readonly y: number;
}

/** The snapshots as points, by day. A score stands until the next snapshot, so the line between two is drawn as a step. */
export function trendOf(rows: readonly SnapshotRow[], until: string): readonly TrendPoint[] {
  const days = rows.flatMap((row) => {
    const day = dayOf(row.rdy_day);
    return day === undefined ? [] : [{ day, score: Math.max(0, Math.min(100, row.rdy_score ?? 0)), open: row.rdy_openitems ?? 0 }];
  }).sort((a, b) => a.day.localeCompare(b.day));
  const first = days[0]?.day ?? until;
  const end = [until, days[days.length - 1]?.day ?? until].sort()[1] ?? until;
  const span = Math.max(1, daysBetween(first, end));
  return days.map((one) => ({ ...one, x: daysBetween(first, one.day) / span, y: one.score / 100 }));
}
