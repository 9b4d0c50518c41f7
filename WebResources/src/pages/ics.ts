/** A calendar file (RFC 5545) of all-day events. */

/** One day something happens. */
export interface CalendarEvent {
  /** The same for the same event in every file, so that calendars replace rather than repeat it. */
  readonly uid: string;
  /** yyyy-MM-dd. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
}

const longestLine = 75;

/** Backslashes, semicolons, commas and line ends as RFC 5545, 3.3.11 writes them; other control characters have no place in a text. */
export function escapeText(text: string): string {
  return text
    .replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** A content line in pieces of at most 75 octets, never cut inside a character; each further one begins with a space. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = "";
  let length = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > longestLine) {
      pieces.push(piece);
      piece = " ";
      length = 1;
    }
    piece += character;
    length += octets;
  }
  pieces.push(piece);
  return pieces.join("\r\n");
}

const basic = (day: string): string => day.replace(/-/g, "");

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The file. Its stamp is the time it is made. */
export function toCalendar(name: string, events: readonly CalendarEvent[], made: Date): string {
  const stamp = `${made.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//DataverseReadiness//Forecast//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${escapeText(event.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(event.day)}`,
      `DTEND;VALUE=DATE:${basic(dayAfter(event.day))}`,
      `SUMMARY:${escapeText(event.summary)}`,
      `DESCRIPTION:${escapeText(event.description)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}
