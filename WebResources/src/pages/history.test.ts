import assert from "node:assert/strict";
import { test } from "node:test";
import { Status } from "../shared/statuses.js";
import { causeOf, changedBetween, trendOf, type ChangeRow } from "./history.js";

const turn = (key: string, on: string, from: Status, to: Status): ChangeRow => ({ rdy_key: key, rdy_changedon: on, rdy_from: from, rdy_to: to });

test("what turned is told from the first status to the last, the latest turn first", () => {
  const rows = [
    turn("A", "2026-03-02T08:00:00Z", Status.NotMet, Status.Met),
    turn("A", "2026-03-03T08:00:00Z", Status.Met, Status.Undecided),
    turn("B", "2026-03-02T09:00:00Z", Status.Met, Status.NotMet),
    turn("B", "2026-03-04T09:00:00Z", Status.NotMet, Status.Met),
  ];

  const turned = changedBetween(rows, "2026-03-01", "2026-03-31");

  assert.deepEqual(turned.map((one) => [one.key, one.from, one.to, one.back, one.turns.length]),
    [["B", Status.Met, Status.Met, true, 2], ["A", Status.NotMet, Status.Undecided, false, 2]]);
  assert.equal(turned[1]?.turns[0]?.rdy_changedon, "2026-03-03T08:00:00Z");
});

test("the first day is left out, the last one is not, in UTC to the second", () => {
  const on = (moment: string): number => changedBetween([turn("A", moment, Status.Met, Status.NotMet)], "2026-03-01", "2026-03-02").length;

  assert.equal(on("2026-03-01T23:59:59Z"), 0);
  assert.equal(on("2026-03-02T00:00:00Z"), 1);
  assert.equal(on("2026-03-02T23:59:59Z"), 1);
  assert.equal(on("2026-03-03T00:00:00Z"), 0);
  assert.equal(on("2026-03-03T00:30:00+01:00"), 1);
});

test("a cause names the save with its row, a call of ours, or stands as it was stored", () => {
  const id = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

  assert.deepEqual(causeOf({ rdy_cause: "Provalternativ ändrades", rdy_causerow: `Update rdy_trial ${id}` }), { kind: "save", message: "Update", table: "rdy_trial", id });
  assert.deepEqual(causeOf({ rdy_cause: "Genomgång", rdy_causerow: "rdy_SweepOffers" }), { kind: "sweep" });
  assert.deepEqual(causeOf({ rdy_causerow: `rdy_EvaluateOffer rdy_offer ${id}` }), { kind: "evaluate" });
  assert.deepEqual(causeOf({ rdy_causerow: `rdy_ProbeOffer rdy_offer ${id}` }), { kind: "probe" });
  assert.deepEqual(causeOf({ rdy_cause: "Assign", rdy_causerow: `Assign rdy_offer ${id}` }), { kind: "other", text: "Assign" });
  assert.deepEqual(causeOf({ rdy_cause: null, rdy_causerow: null }), { kind: "other", text: "" });
});

test("the trend goes by days, from the first snapshot to today, and scores stay within their bounds", () => {
  const points = trendOf([
    { rdy_day: "2026-01-11", rdy_score: 150, rdy_openitems: 1 }, { rdy_day: "2026-01-01", rdy_score: 40, rdy_openitems: 9 },
  ], "2026-01-21");

  assert.deepEqual(points.map((one) => [one.day, one.x, one.y, one.open]), [["2026-01-01", 0, 0.4, 9], ["2026-01-11", 0.5, 1, 1]]);
  assert.deepEqual(trendOf([], "2026-01-21"), []);
  assert.deepEqual(trendOf([{ rdy_day: "2026-01-21", rdy_score: 5 }], "2026-01-21").map((one) => one.x), [0]);
});
