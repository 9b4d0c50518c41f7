import type { ColumnInfo } from './contract.ts';

/** Times of the zone that a user has chosen, which need not be the browser's. */

let current = 'UTC';

/** The zone of the user, as browsers name it; where it has no such name, UTC. */
export function useZone(name: string | undefined): void {
  current = name ?? 'UTC';
}

export function userZone(): string {
  return current;
}

/** The zone in which a column is shown: the user's, unless its times are independent of any. */
export function zoneOf(column: ColumnInfo): string {
  return column.dateBehavior === 3 ? 'UTC' : current;
}

/** What a clock of the zone shows, as the datetime-local input takes it. */
export function wallText(date: Date, zone: string): string {
  const wall = new Date(date.getTime() + offsetOf(date, zone));
  return wall.toISOString().replace(/:\d\d\.\d{3}Z$/, '').replace(/^\+0+/, '');
}

/** When a clock of the zone shows a time; where it shows it twice, the first one, where never, the time as far behind as it was set forward. */
export function instantOf(text: string, zone: string): Date {
  const wall = Date.parse(`${text}Z`);
  const day = 24 * 3600 * 1000;
  const offsets = [offsetOf(new Date(wall - day), zone), offsetOf(new Date(wall + day), zone)];
  for (const offset of offsets) {
    const instant = new Date(wall - offset);
    if (offsetOf(instant, zone) === offset) return instant;
  }
  return new Date(wall - (offsets[0] ?? 0));
}

/** How far a clock of the zone is ahead of UTC, in milliseconds. */
export function offsetOf(date: Date, zone: string): number {
  if (zone === 'UTC') return 0;
  const parts = new Map(new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(date).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const wall = new Date(0);
  wall.setUTCFullYear(number('year'), number('month') - 1, number('day'));
  wall.setUTCHours(number('hour'), number('minute'), number('second'));
  return wall.getTime() - Math.floor(date.getTime() / 1000) * 1000;
}

/** A zone as people choose it: how far it is ahead of UTC today, and its place. */
export function zoneName(zone: string): string {
  if (zone === 'UTC') return '(UTC) UTC';
  const minutes = Math.round(offsetOf(new Date(), zone) / 60000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  return `(UTC${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}) ${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone}`;
}
