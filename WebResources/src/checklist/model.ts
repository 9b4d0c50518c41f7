/** The checklist as data: rows of `rdy_checklistitem` become items, items become groups. No browser, no Xrm. */
import { dayOf } from "../shared/dates.js";
import { parseArguments, render, sourceOf, titleOf } from "../shared/texts.js";
import { JudgementVerdict, ProbeOutcome, Severity, Status, Verdict } from "./names.js";

const formatted = "@OData.Community.Display.V1.FormattedValue";

/** A row of `rdy_checklistitem` as the Web API returns it. */
export interface ItemRow {
  readonly rdy_checklistitemid: string;
  readonly rdy_name?: string | null;
  readonly rdy_key: string;
  readonly rdy_group: number;
  readonly rdy_severity: number;
  readonly rdy_sequence: number;
  readonly rdy_verdict?: number | null;
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
  readonly rdy_judgementid?: string | null;
  readonly rdy_judgedby?: string | null;
  readonly rdy_judgedon?: string | null;
  readonly rdy_judgednote?: string | null;
  readonly rdy_judgementvoid?: boolean | null;
  readonly rdy_waiveduntil?: string | null;
  readonly rdy_evidenceurl?: string | null;
  readonly rdy_dueon?: string | null;
  readonly rdy_announcedon?: string | null;
  readonly rdy_appliesfrom?: string | null;
  readonly rdy_endson?: string | null;
  readonly _ownerid_value?: string | null;
  readonly "_ownerid_value@OData.Community.Display.V1.FormattedValue"?: string;
  readonly "rdy_group@OData.Community.Display.V1.FormattedValue"?: string;
}

/** A row of `rdy_judgement`: what the item does not repeat of it. */
export interface JudgementRow {
  readonly rdy_judgementid: string;
  readonly rdy_verdict?: number | null;
  readonly rdy_evidence_name?: string | null;
}

/** A row of `rdy_probe`. */
export interface ProbeRow {
  readonly rdy_target?: string | null;
  readonly rdy_outcome?: number | null;
  readonly rdy_status?: number | null;
  readonly rdy_finalurl?: string | null;
  readonly rdy_certificateends?: string | null;
  readonly rdy_checkedon?: string | null;
  readonly rdy_triedon?: string | null;
}

/** What a person reads about one requirement, in their language. Days are yyyy-MM-dd. */
export interface Item {
  readonly id: string;
  readonly key: string;
  readonly group: number;
  readonly groupTitle: string;
  readonly mandatory: boolean;
  readonly sequence: number;
  readonly verdict: Verdict;
  readonly status: Status;
  readonly blocks: boolean;
  readonly title: string;
  readonly reason: string;
  readonly fix: string;
  readonly source: string;
  /** An own requirement whose row cannot be used. */
  readonly broken: boolean;
  readonly target: Target | undefined;
  readonly judgement: Judgement | undefined;
  readonly probe: Probe | undefined;
  readonly ownerId: string | undefined;
  readonly owner: string;
  readonly dueOn: string | undefined;
  readonly announcedOn: string | undefined;
  readonly appliesFrom: string | undefined;
  readonly endsOn: string | undefined;
}

/** Where the person can mend it. Without an id the record does not exist yet. */
export interface Target {
  readonly table: string;
  readonly id: string | undefined;
  readonly column: string | undefined;
}

/** What a reviewer said. A void one was made on values that have changed since. */
export interface Judgement {
  readonly id: string;
  readonly verdict: JudgementVerdict | undefined;
  readonly by: string;
  readonly on: string;
  readonly note: string;
  readonly isVoid: boolean;
  /** Last day of a waiver. */
  readonly until: string | undefined;
  readonly evidenceUrl: string | undefined;
  readonly evidenceFile: string | undefined;
}

/** The last probe of the address an item is about. */
export interface Probe {
  readonly outcome: ProbeOutcome;
  readonly status: number | undefined;
  readonly checkedOn: string;
  /** When it was asked again in vain, while the answer still counts. */
  readonly triedOn: string | undefined;
  readonly certificateEnds: string | undefined;
  /** Too old to decide anything, as the rules say. */
  readonly stale: boolean;
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
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly waived: boolean;
  readonly search: string;
}

/** Everything is shown. */
export const noFilter: Filter = { onlyBlocking: false, mine: false, overdue: false, waived: false, search: "" };

/** Who reads, when and in which language. */
export interface Reader {
  readonly language: number;
  /** Bare GUID in lower case. */
  readonly userId: string;
  /** The day in UTC. */
  readonly today: string;
}

/** Columns a request for items asks for. */
export const itemColumns = [
  "rdy_checklistitemid", "rdy_name", "rdy_key", "rdy_group", "rdy_severity", "rdy_sequence", "rdy_verdict", "rdy_status", "rdy_isopen",
  "rdy_reason", "rdy_reasonkey", "rdy_reasonargs", "rdy_fix", "rdy_fixkey", "rdy_fixargs",
  "rdy_targettable", "rdy_targetid", "rdy_targetcolumn", "rdy_source",
  "rdy_judgementid", "rdy_judgedby", "rdy_judgedon", "rdy_judgednote", "rdy_judgementvoid", "rdy_waiveduntil", "rdy_evidenceurl",
  "rdy_dueon", "rdy_announcedon", "rdy_appliesfrom", "rdy_endson", "_ownerid_value",
] as const;

/** Columns a request for judgements asks for. */
export const judgementColumns = ["rdy_judgementid", "rdy_verdict", "rdy_evidence_name"] as const;

/** Columns a request for probes asks for. */
export const probeColumns = ["rdy_target", "rdy_outcome", "rdy_status", "rdy_finalurl", "rdy_certificateends", "rdy_checkedon", "rdy_triedon"] as const;

/** What the software says. A row of an older rule set may not tell; then its status does. */
function verdictOf(row: ItemRow): Verdict {
  if (row.rdy_verdict !== null && row.rdy_verdict !== undefined) return row.rdy_verdict;
  if (row.rdy_status === Status.Waived) return Verdict.NotMet;
  return row.rdy_status <= Status.Undecided ? row.rdy_status as number as Verdict : Verdict.Undecided;
}

function judgementOf(row: ItemRow, judgements: ReadonlyMap<string, JudgementRow>): Judgement | undefined {
  if (!row.rdy_judgedby) return undefined;
  const known = judgements.get((row.rdy_judgementid ?? "").toLowerCase());
  const until = dayOf(row.rdy_waiveduntil);
  const byStatus: Readonly<Partial<Record<number, JudgementVerdict>>> = {
    [Status.Confirmed]: JudgementVerdict.Confirmed, [Status.Rejected]: JudgementVerdict.Rejected, [Status.Waived]: JudgementVerdict.Waived,
  };
  return {
    id: row.rdy_judgementid ?? "",
    verdict: byStatus[row.rdy_status] ?? known?.rdy_verdict ?? (until === undefined ? undefined : JudgementVerdict.Waived),
    by: row.rdy_judgedby,
    on: row.rdy_judgedon ?? "",
    note: row.rdy_judgednote ?? "",
    isVoid: row.rdy_judgementvoid === true,
    until,
    evidenceUrl: row.rdy_evidenceurl || undefined,
    evidenceFile: known?.rdy_evidence_name || undefined,
  };
}

/** Requirements whose probe asks another address than the column holds, with how its result names that. */
const askedOtherwise: Readonly<Record<string, string>> = { "D365-CU-X-05": "?public" };

function probeOf(row: ItemRow, probes: ReadonlyMap<string, ProbeRow>): Probe | undefined {
  const found = probes.get(`${row.rdy_targettable ?? ""}/${row.rdy_targetid ?? ""}/${row.rdy_targetcolumn ?? ""}${askedOtherwise[row.rdy_key] ?? ""}`.toLowerCase());
  if (found === undefined || !found.rdy_checkedon || found.rdy_outcome === null || found.rdy_outcome === undefined) return undefined;
  return {
    outcome: found.rdy_outcome,
    status: found.rdy_status ?? undefined,
    checkedOn: found.rdy_checkedon,
    triedOn: found.rdy_triedon || undefined,
    certificateEnds: dayOf(found.rdy_certificateends),
    stale: row.rdy_reasonkey === "probe.stale" || row.rdy_reasonkey === "probe.other",
  };
}

/** A row in the person's language: rendered from key and arguments, or the stored base-language text where the key is not known here. */
export function toItem(
  row: ItemRow, language: number,
  judgements: ReadonlyMap<string, JudgementRow> = new Map(), probes: ReadonlyMap<string, ProbeRow> = new Map()): Item {
  const text = (key: string | null | undefined, args: string | null | undefined, stored: string | null | undefined): string =>
    (key ? render(key, parseArguments(args), language) : undefined) ?? stored ?? "";
  return {
    id: row.rdy_checklistitemid,
    key: row.rdy_key,
    group: row.rdy_group,
    groupTitle: row[`rdy_group${formatted}`] ?? String(row.rdy_group),
    mandatory: row.rdy_severity === Severity.Mandatory,
    sequence: row.rdy_sequence,
    verdict: verdictOf(row),
    status: row.rdy_status as Status,
    blocks: row.rdy_isopen,
    title: titleOf(row.rdy_key, row.rdy_name, language),
    reason: text(row.rdy_reasonkey, row.rdy_reasonargs, row.rdy_reason),
    fix: text(row.rdy_fixkey, row.rdy_fixargs, row.rdy_fix),
    source: sourceOf(row.rdy_source ?? "", language),
    broken: row.rdy_reasonkey?.startsWith("team.problem") === true,
    target: row.rdy_targettable
      ? { table: row.rdy_targettable, id: row.rdy_targetid || undefined, column: row.rdy_targetcolumn || undefined }
      : undefined,
    judgement: judgementOf(row, judgements),
    probe: probeOf(row, probes),
    ownerId: row._ownerid_value?.toLowerCase() || undefined,
    owner: row[`_ownerid_value${formatted}`] ?? "",
    dueOn: dayOf(row.rdy_dueon),
    announcedOn: dayOf(row.rdy_announcedon),
    appliesFrom: dayOf(row.rdy_appliesfrom),
    endsOn: dayOf(row.rdy_endson),
  };
}

/** Nothing is left to do about it. */
export function isClosed(item: Item): boolean {
  return item.status === Status.Met || item.status === Status.Confirmed || item.status === Status.Waived || item.status === Status.NotApplicable;
}

/** Its day has come and gone, and it is still to be done. */
export function isOverdue(item: Item, today: string): boolean {
  return item.dueOn !== undefined && item.dueOn < today && !isClosed(item);
}

/** It does not apply yet. */
export function isAhead(item: Item, today: string): boolean {
  return item.appliesFrom !== undefined && item.appliesFrom > today;
}

/** Whether an item passes the filter. Search looks at key, title, reason, fix and owner, ignoring case. */
export function shows(item: Item, filter: Filter, reader: Reader): boolean {
  if (filter.onlyBlocking && !item.blocks) return false;
  if (filter.mine && item.ownerId !== reader.userId) return false;
  if (filter.overdue && !isOverdue(item, reader.today)) return false;
  if (filter.waived && item.status !== Status.Waived) return false;
  const locale = reader.language === 1053 ? "sv" : "en";
  const words = filter.search.toLocaleLowerCase(locale).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return true;
  const text = `${item.key} ${item.title} ${item.reason} ${item.fix} ${item.owner}`.toLocaleLowerCase(locale);
  return words.every((word) => text.includes(word));
}

/** Items in groups, both by sequence, which is the rule set's; a group without items is left out. Counts are of the whole group, shown or not. */
export function toGroups(items: readonly Item[], filter: Filter, reader: Reader): readonly Group[] {
  const byGroup = new Map<number, Item[]>();
  for (const item of [...items].sort((a, b) => a.sequence - b.sequence || a.key.localeCompare(b.key))) {
    const list = byGroup.get(item.group);
    if (list) list.push(item);
    else byGroup.set(item.group, [item]);
  }
  const groups: Group[] = [];
  for (const [value, all] of byGroup) {
    const shown = all.filter((item) => shows(item, filter, reader));
    if (shown.length === 0) continue;
    const applicable = all.filter((item) => item.status !== Status.NotApplicable);
    groups.push({
      value,
      title: all[0]?.groupTitle ?? "",
      items: shown,
      open: all.filter((item) => item.blocks).length,
      closed: applicable.filter(isClosed).length,
      applicable: applicable.length,
    });
  }
  return groups;
}

/** What a reviewer may say of it now: nothing where the software has decided well, only a waiver where it has decided otherwise. */
export function judgementsFor(item: Item): readonly JudgementVerdict[] {
  if (item.broken) return [];
  const offered: JudgementVerdict[] = [];
  if (item.verdict === Verdict.Undecided) {
    if (item.status !== Status.Confirmed) offered.push(JudgementVerdict.Confirmed);
    if (item.status !== Status.Rejected) offered.push(JudgementVerdict.Rejected);
  }
  // What does not block needs no waiver.
  if (item.mandatory && (item.verdict === Verdict.Undecided || item.verdict === Verdict.NotMet) && item.status !== Status.Confirmed)
    offered.push(JudgementVerdict.Waived);
  return offered;
}

/** How a judgement stands: it counts, its waiver is over, or the values it was made on have changed. */
export function standingOfJudgement(item: Item): "counts" | "ended" | "void" {
  const { judgement } = item;
  if (judgement?.isVoid) return "void";
  return judgement?.verdict === JudgementVerdict.Waived && item.status !== Status.Waived ? "ended" : "counts";
}
