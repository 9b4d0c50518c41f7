/** Dates as the organization stores them: days without a time of day are days in UTC wherever the reader is. */

const millisecondsADay = 86_400_000;

function localeOf(language: number): string {
  return language === 1053 ? "sv-SE" : "en-US";
}

/** The day a stored date or moment falls on in UTC, as yyyy-MM-dd; undefined when it is none. */
export function dayOf(value: string | Date | null | undefined): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  const date = value instanceof Date ? value : new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

/** So many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsADay).toISOString().slice(0, 10);
}

/** How many days lie between two days; negative when the second comes first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / millisecondsADay);
}

/** A day in words; what is no day stands as it is. */
export function dayText(value: string | null | undefined, language: number): string {
  const day = dayOf(value);
  return day === undefined ? value ?? ""
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** Day and month in words, with the year only where it is another one than that of `today`. */
export function shortDayText(value: string, today: string, language: number): string {
  const day = dayOf(value);
  if (day === undefined) return value;
  return day.slice(0, 4) !== today.slice(0, 4) ? dayText(day, language)
    : new Intl.DateTimeFormat(language === 1053 ? "sv-SE" : "en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** A moment in words, in the reader's own time; what is no moment stands as it is. */
export function momentText(value: string | null | undefined, language: number): string {
  if (value === null || value === undefined) return "";
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short" }).format(date);
}
