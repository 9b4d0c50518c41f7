import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, dayOf, daysBetween, dayText, momentText, shortDayText } from "./dates.js";

test("a stored day is the same day wherever the reader is", () => {
  const zone = process.env["TZ"];
  try {
    for (const one of ["Pacific/Honolulu", "Pacific/Kiritimati", "UTC"]) {
      process.env["TZ"] = one;
      assert.equal(dayText("2026-03-01", 1033), "Mar 1, 2026");
      assert.equal(dayText("2026-03-01T23:59:59Z", 1033), "Mar 1, 2026");
      assert.equal(dayOf("2026-03-01"), "2026-03-01");
    }
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test("days are added across months, leap days and the change to summer time", () => {
  assert.equal(addDays("2028-02-28", 1), "2028-02-29");
  assert.equal(addDays("2026-03-28", 2), "2026-03-30");
  assert.equal(addDays("2026-12-31", 365), "2027-12-31");
  assert.equal(addDays("2026-01-01", -1), "2025-12-31");
});

test("days between two days, either way round", () => {
  assert.equal(daysBetween("2026-03-01", "2026-04-01"), 31);
  assert.equal(daysBetween("2026-04-01", "2026-03-01"), -31);
});

test("what is no date stands as it is", () => {
  assert.equal(dayOf("soon"), undefined);
  assert.equal(dayText("soon", 1033), "soon");
  assert.equal(momentText("soon", 1033), "soon");
  assert.equal(dayText(null, 1033), "");
});

test("the year is said only where it is another one", () => {
  assert.equal(shortDayText("2026-03-03", "2026-01-01", 1033), "3 March");
  assert.equal(shortDayText("2026-03-03", "2026-01-01", 1053), "3 mars");
  assert.equal(shortDayText("2027-03-03", "2026-01-01", 1033), "Mar 3, 2027");
});
