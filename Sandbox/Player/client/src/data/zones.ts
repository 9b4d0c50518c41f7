import type { ColumnInfo } from './contract.ts';

/** Times of the zone that a user has chosen, which need not be the browser's. */

/** The codes of usersettings.timezonecode on which published lists agree, by the names browsers know. */
export const zones: Record<number, string> = {
  2: 'Pacific/Honolulu', 3: 'America/Anchorage', 4: 'America/Los_Angeles', 5: 'America/Tijuana', 10: 'America/Denver', 12: 'America/Chihuahua',
  15: 'America/Phoenix', 20: 'America/Chicago', 25: 'America/Regina', 29: 'America/Mexico_City', 33: 'America/Guatemala', 35: 'America/New_York',
  45: 'America/Bogota', 47: 'America/Caracas', 50: 'America/Halifax', 55: 'America/La_Paz', 56: 'America/Santiago', 58: 'America/Cuiaba',
  59: 'America/Asuncion', 60: 'America/St_Johns', 65: 'America/Sao_Paulo', 69: 'America/Argentina/Buenos_Aires', 70: 'America/Cayenne',
  73: 'America/Nuuk', 74: 'America/Montevideo', 80: 'Atlantic/Azores', 83: 'Atlantic/Cape_Verde', 84: 'Africa/Casablanca', 85: 'Europe/London',
  90: 'Atlantic/Reykjavik', 92: 'UTC', 95: 'Europe/Budapest', 100: 'Europe/Warsaw', 105: 'Europe/Paris', 110: 'Europe/Berlin', 113: 'Africa/Lagos',
  115: 'Europe/Chisinau', 120: 'Africa/Cairo', 125: 'Europe/Kyiv', 129: 'Asia/Amman', 130: 'Europe/Bucharest', 131: 'Asia/Beirut',
  133: 'Asia/Damascus', 134: 'Europe/Istanbul', 135: 'Asia/Jerusalem', 140: 'Africa/Johannesburg', 141: 'Africa/Windhoek', 145: 'Europe/Moscow',
  150: 'Asia/Riyadh', 151: 'Europe/Minsk', 155: 'Africa/Nairobi', 158: 'Asia/Baghdad', 159: 'Europe/Kaliningrad', 160: 'Asia/Tehran',
  165: 'Asia/Dubai', 169: 'Asia/Baku', 170: 'Asia/Yerevan', 172: 'Indian/Mauritius', 173: 'Asia/Tbilisi', 175: 'Asia/Kabul',
  180: 'Asia/Yekaterinburg', 184: 'Asia/Karachi', 185: 'Asia/Tashkent', 190: 'Asia/Kolkata', 193: 'Asia/Kathmandu', 195: 'Asia/Almaty',
  196: 'Asia/Dhaka', 200: 'Asia/Colombo', 201: 'Asia/Novosibirsk', 203: 'Asia/Yangon', 205: 'Asia/Bangkok', 207: 'Asia/Krasnoyarsk',
  210: 'Asia/Shanghai', 215: 'Asia/Singapore', 220: 'Asia/Taipei', 225: 'Australia/Perth', 227: 'Asia/Irkutsk', 228: 'Asia/Ulaanbaatar',
  230: 'Asia/Seoul', 235: 'Asia/Tokyo', 240: 'Asia/Yakutsk', 245: 'Australia/Darwin', 250: 'Australia/Adelaide', 255: 'Australia/Sydney',
  260: 'Australia/Brisbane', 265: 'Australia/Hobart', 270: 'Asia/Vladivostok', 275: 'Pacific/Port_Moresby', 280: 'Pacific/Guadalcanal',
  281: 'Asia/Magadan', 285: 'Pacific/Fiji', 290: 'Pacific/Auckland', 300: 'Pacific/Tongatapu',
};

let current = 'UTC';

/** The zone of the user, by its code; one that is not known counts as UTC. */
export function useZone(code: number): void {
  current = zones[code] ?? 'UTC';
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
