/** The checklist as data: rows of `rdy_checklistitem` become items, items become groups. No browser, no Xrm. */
import { Severity, Status } from "./names.js";
import { render } from "./texts.js";

/** A row of `rdy_checklistitem` as the Web API returns it. */
export interface ItemRow {
  readonly rdy_checklistitemid: string;
  readonly rdy_name?: string | null;
  readonly rdy_key: string;
  readonly rdy_group: number;
  readonly rdy_severity: number;
  readonly rdy_sequence: number;
  readonly rdy_status: number;
  readonly rdy_isopen: boolean;
  readonly rdy_reason?: string | null;
  readonly rdy_reasonkey?: string | null;
  readonly rdy_reasonargs?: string | null;
  readonly rdy_fix?: string | null;
  readonly rdy_fixkey?: string | null;
  readonly rdy_fixargs?: string | null;
  readonly rdy_targettable?: string | null;
  readonly rdy_targetid?: string | null;
  readonly rdy_targetcolumn?: string | null;
  readonly rdy_source?: string | null;
  readonly rdy_judgedby?: string | null;
  readonly rdy_judgedon?: string | null;
  readonly rdy_judgednote?: string | null;
  readonly rdy_judgementvoid?: boolean | null;
  readonly "rdy_group@OData.Community.Display.V1.FormattedValue"?: string;
}

/** What a person reads about one requirement, in their language. */
export interface Item {
  readonly id: string;
  readonly key: string;
  readonly group: number;
  readonly groupTitle: string;
  readonly mandatory: boolean;
  readonly sequence: number;
  readonly status: Status;
  readonly blocks: boolean;
  readonly title: string;
  readonly reason: string;
  readonly fix: string;
  readonly source: string;
  readonly target: Target | undefined;
  readonly judgement: Judgement | undefined;
}

/** Where the person can mend it. Without an id the record does not exist yet. */
export interface Target {
  readonly table: string;
  readonly id: string | undefined;
  readonly column: string | undefined;
}

/** What a reviewer said. A void one was made on values that have changed since. */
export interface Judgement {
  readonly by: string;
  readonly on: string;
  readonly note: string;
  readonly isVoid: boolean;
}

/** A group of requirements with the counts its heading shows. */
export interface Group {
  readonly value: number;
  readonly title: string;
  readonly items: readonly Item[];
  readonly open: number;
  readonly closed: number;
  readonly applicable: number;
}

/** Which items are to be shown. */
export interface Filter {
  readonly onlyBlocking: boolean;
  readonly search: string;
}

/** Columns a request for items asks for. */
export const itemColumns = [
  "rdy_checklistitemid", "rdy_name", "rdy_key", "rdy_group", "rdy_severity", "rdy_sequence", "rdy_status", "rdy_isopen",
  "rdy_reason", "rdy_reasonkey", "rdy_reasonargs", "rdy_fix", "rdy_fixkey", "rdy_fixargs",
  "rdy_targettable", "rdy_targetid", "rdy_targetcolumn", "rdy_source",
  "rdy_judgedby", "rdy_judgedon", "rdy_judgednote", "rdy_judgementvoid",
] as const;

/** Arguments are stored as a JSON array of strings; anything else counts as none. */
export function parseArguments(json: string | null | undefined): readonly string[] {
  if (!json) return [];
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.map((one) => String(one)) : [];
  } catch {
    return [];
  }
}

/** A row in the person's language: rendered from key and arguments, or the stored base-language text where the key is not known here. */
export function toItem(row: ItemRow, language: number): Item {
  const text = (key: string | null | undefined, args: string | null | undefined, stored: string | null | undefined): string =>
    (key ? render(key, parseArguments(args), language) : undefined) ?? stored ?? "";
  return {
    id: row.rdy_checklistitemid,
    key: row.rdy_key,
    group: row.rdy_group,
    groupTitle: row["rdy_group@OData.Community.Display.V1.FormattedValue"] ?? String(row.rdy_group),
    mandatory: row.rdy_severity === Severity.Mandatory,
    sequence: row.rdy_sequence,
    status: row.rdy_status as Status,
    blocks: row.rdy_isopen,
    title: render(`title.${row.rdy_key}`, [], language) ?? row.rdy_name ?? row.rdy_key,
    reason: text(row.rdy_reasonkey, row.rdy_reasonargs, row.rdy_reason),
    fix: text(row.rdy_fixkey, row.rdy_fixargs, row.rdy_fix),
    source: row.rdy_source ?? "",
    target: row.rdy_targettable
      ? { table: row.rdy_targettable, id: row.rdy_targetid || undefined, column: row.rdy_targetcolumn || undefined }
      : undefined,
    judgement: row.rdy_judgedby
      ? { by: row.rdy_judgedby, on: row.rdy_judgedon ?? "", note: row.rdy_judgednote ?? "", isVoid: row.rdy_judgementvoid === true }
      : undefined,
  };
}

/** Whether an item passes the filter. Search looks at key, title, reason and fix, ignoring case. */
export function shows(item: Item, filter: Filter, language: number): boolean {
  if (filter.onlyBlocking && !item.blocks) return false;
  const locale = language === 1053 ? "sv" : "en";
  const words = filter.search.toLocaleLowerCase(locale).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return true;
  const text = `${item.key} ${item.title} ${item.reason} ${item.fix}`.toLocaleLowerCase(locale);
  return words.every((word) => text.includes(word));
}

/** Items in groups, groups by value, items by sequence; a group without items is left out. Counts are of the whole group, shown or not. */
export function toGroups(items: readonly Item[], filter: Filter, language: number): readonly Group[] {
  const byGroup = new Map<number, Item[]>();
  for (const item of [...items].sort((a, b) => a.sequence - b.sequence || a.key.localeCompare(b.key))) {
    const list = byGroup.get(item.group);
    if (list) list.push(item);
    else byGroup.set(item.group, [item]);
  }
  const groups: Group[] = [];
  for (const [value, all] of [...byGroup].sort((a, b) => a[0] - b[0])) {
    const shown = all.filter((item) => shows(item, filter, language));
    if (shown.length === 0) continue;
    const applicable = all.filter((item) => item.status !== Status.NotApplicable);
    groups.push({
      value,
      title: all[0]?.groupTitle ?? "",
      items: shown,
      open: all.filter((item) => item.blocks).length,
      closed: applicable.filter((item) => item.status === Status.Met || item.status === Status.Confirmed).length,
      applicable: applicable.length,
    });
  }
  return groups;
}

/** Whether a reviewer may judge it: undecided, or judged before and still (or again) open to judgement. */
export function isJudgeable(item: Item): boolean {
  return item.status === Status.Undecided || item.status === Status.Confirmed || item.status === Status.Rejected;
}
