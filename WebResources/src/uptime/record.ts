/** What an uptime record says, in words. No browser, no Xrm. */

/** The columns of `rdy_uptimefacts` that are shown; times in seconds. */
export interface UptimeFacts {
  readonly from: string;
  readonly to: string;
  readonly watched: number;
  readonly down: number;
}

/** Answer of `rdy_ImportUptime`; minutes. */
export interface Imported {
  readonly Percentage: number;
  readonly WindowDays: number;
  readonly SpentMinutes: number;
  readonly AllowedMinutes: number;
}

/** Every word of the panel. */
export interface Strings {
  readonly title: string;
  readonly none: string;
  readonly record: (percentage: string, from: string, to: string, days: string, spent: string, allowed: string) => string;
  readonly hint: string;
  readonly import: string;
  readonly count: string;
  readonly importing: string;
  readonly imported: (percentage: string, days: string, spent: string, allowed: string) => string;
  readonly failed: (why: string) => string;
  readonly saveFirst: string;
}

const english: Strings = {
  title: "Uptime record",
  none: "No monitoring records have been imported.",
  record: (percentage, from, to, days, spent, allowed) => `${percentage} % from ${from} to ${to}, ${days} days measured; ${spent} of ${allowed} allowed minutes down.`,
  hint: "A CSV file with start, end and status, or time and status; ISO 8601, UTC where no offset is named.",
  import: "Import monitoring records",
  count: "Count the probes",
  importing: "Importing…",
  imported: (percentage, days, spent, allowed) => `Imported: ${percentage} % over ${days} days, ${spent} of ${allowed} allowed minutes spent.`,
  failed: (why) => `The records could not be imported. ${why}`,
  saveFirst: "Save the form first.",
};

const swedish: Strings = {
  title: "Drifttid",
  none: "Inga övervakningsdata har importerats.",
  record: (percentage, from, to, days, spent, allowed) => `${percentage} % från ${from} till ${to}, ${days} dagar uppmätta; ${spent} av ${allowed} tillåtna minuter nere.`,
  hint: "En CSV-fil med start, slut och status, eller tid och status; ISO 8601, UTC om inget annat anges.",
  import: "Importera övervakningsdata",
  count: "Räkna nätkontrollerna",
  importing: "Importerar …",
  imported: (percentage, days, spent, allowed) => `Importerat: ${percentage} % under ${days} dagar, ${spent} av ${allowed} tillåtna minuter använda.`,
  failed: (why) => `Det gick inte att importera. ${why}`,
  saveFirst: "Spara formuläret först.",
};

/** Words for a language; English for every other than Swedish. */
export function stringsFor(language: number): Strings {
  return language === 1053 ? swedish : english;
}

/** The stored facts; undefined when there are none or they cannot be read. */
export function parseFacts(json: unknown): UptimeFacts | undefined {
  if (typeof json !== "string" || json === "") return undefined;
  try {
    const facts = JSON.parse(json) as Partial<UptimeFacts>;
    return typeof facts.from === "string" && typeof facts.to === "string" && typeof facts.watched === "number" && facts.watched > 0 && typeof facts.down === "number"
      ? facts as UptimeFacts : undefined;
  } catch {
    return undefined;
  }
}

/** Uptime in percent, cut (never rounded up) to three decimals, as the rules do. */
export function percentage(facts: UptimeFacts): string {
  return (Math.floor(100_000 * (facts.watched - facts.down) / facts.watched) / 1000).toFixed(3);
}

/** The uptime in percent that both rule sets ask for, as `UptimeRecord.Required`. */
const required = 99.9;

function minutes(seconds: number): string {
  return String(Math.round(seconds / 6) / 10);
}

/** The record in one sentence. */
export function recordText(facts: UptimeFacts | undefined, strings: Strings): string {
  return facts === undefined ? strings.none
    : strings.record(
      percentage(facts), facts.from.slice(0, 10), facts.to.slice(0, 10), String(Math.floor(facts.watched / 86_400)),
      minutes(facts.down), minutes(facts.watched * (100 - required) / 100));
}
