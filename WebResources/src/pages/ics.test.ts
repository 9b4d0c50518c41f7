import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeText, fold, toCalendar } from "./ics.js";

const encoder = new TextEncoder();

test("a calendar of one event, line by line", () => {
  const file = toCalendar("Contoso, forecast", [{ uid: "o-K-2026-12-31@readiness", day: "2026-12-31", summary: "A; b", description: "One\nTwo" }],
    new Date("2026-03-01T10:20:30.400Z"));

  assert.deepEqual(file.split("\r\n"), [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//DataverseReadiness//Forecast//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    "X-WR-CALNAME:Contoso\\, forecast",
    "BEGIN:VEVENT", "UID:o-K-2026-12-31@readiness", "DTSTAMP:20260301T102030Z",
    "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
    "SUMMARY:A\\; b", "DESCRIPTION:One\\nTwo", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
  ]);
});

test("texts cannot begin a line of their own", () => {
  assert.equal(escapeText("a\r\nEND:VCALENDAR\rb\nc\\;,\u0007"), "a\\nEND:VCALENDAR\\nb\\nc\\\\\\;\\,");
});

test("no line is longer than 75 octets, none is cut inside a character, and unfolding gives the line back", () => {
  for (const line of ["x".repeat(75), "x".repeat(76), "å".repeat(200), "🙂".repeat(60), `${"x".repeat(74)}å`, "SUMMARY:" + "a 🙂ö".repeat(40)]) {
    const folded = fold(line);

    for (const piece of folded.split("\r\n")) assert.ok(encoder.encode(piece).length <= 75, piece);
    assert.ok(!folded.includes("\ufffd"));
    assert.equal(folded.replace(/\r\n /g, ""), line);
  }
  assert.equal(fold("x".repeat(75)), "x".repeat(75));
  assert.equal(fold("x".repeat(76)), `${"x".repeat(75)}\r\n x`);
});
