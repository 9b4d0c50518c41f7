import assert from "node:assert/strict";
import { test } from "node:test";
import "../shared/embedded-texts.js";
import { render } from "../shared/texts.js";
import { Status } from "../shared/statuses.js";
import { byDay, differencesOf, eventsOf } from "./answers.js";

test("events are read in the person's language and put into days", () => {
  const events = eventsOf(JSON.stringify([
    { on: "2026-05-01T00:00:00Z", key: "D365-18-S-14", title: "x", from: "Waived", to: "NotMet", opens: true, cause: "WaiverEnds" },
    { on: "2026-04-01T23:30:00Z", key: "TEAM-1", title: "Ours", from: 847360000, to: 847360003, opens: false },
    { key: "without a day" },
  ]), 1053);

  assert.deepEqual(events.map((one) => [one.day, one.from, one.to, one.opens]),
    [["2026-05-01", Status.Waived, Status.NotMet, true], ["2026-04-01", Status.Met, Status.Undecided, false]]);
  assert.equal(events[0]?.title, render("title.D365-18-S-14", [], 1053));
  assert.deepEqual(byDay(events).map(([day, list]) => [day, list.length]), [["2026-04-01", 1], ["2026-05-01", 1]]);
});

test("answers that are none are empty ones", () => {
  assert.deepEqual(eventsOf("{", 1033), []);
  assert.deepEqual(eventsOf(undefined, 1033), []);
  assert.deepEqual(differencesOf("[]", 1033), { kept: [], leaves: [], comes: [] });
});

test("differences tell what is kept under another key, leaves and comes", () => {
  const { kept, leaves, comes } = differencesOf(JSON.stringify({
    kept: [{ key: "A", otherKey: "B", from: "Met", to: "NotMet" }],
    leaves: [{ key: "C", title: "Gone", status: "Met" }],
    comes: [{ key: "D", title: "New", status: "Undecided", severity: "Advice" }, { key: "E", title: "Newer", status: "NotMet", severity: "Blocking" }],
  }), 1033);

  assert.deepEqual(kept.map((one) => [one.key, one.otherKey, one.from, one.to]), [["A", "B", Status.Met, Status.NotMet]]);
  assert.deepEqual(leaves.map((one) => [one.title, one.from]), [["Gone", Status.Met]]);
  assert.deepEqual(comes.map((one) => [one.key, one.to, one.mandatory]), [["D", Status.Undecided, false], ["E", Status.NotMet, true]]);
});
