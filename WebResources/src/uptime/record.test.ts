import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFacts, percentage, recordText, stringsFor } from "./record.js";

const facts = { from: "2026-10-01T00:00:00Z", to: "2026-10-31T00:00:00Z", watched: 2_592_000, down: 2592 };

test("a percentage is cut, never rounded up to what is needed", () => {
  assert.equal(percentage(facts), "99.900");
  assert.equal(percentage({ ...facts, down: 2593 }), "99.899");
});

test("facts that cannot be read are none", () => {
  assert.equal(parseFacts("{"), undefined);
  assert.equal(parseFacts("{\"from\":\"x\"}"), undefined);
  assert.equal(parseFacts(null), undefined);
  assert.deepEqual(parseFacts(JSON.stringify(facts)), facts);
});

test("the record is one sentence in both languages", () => {
  assert.equal(recordText(facts, stringsFor(1033)), "99.900 % from 2026-10-01 to 2026-10-31, 30 days measured; 43.2 of 43.2 allowed minutes down.");
  assert.equal(recordText({ ...facts, down: 90 }, stringsFor(1053)), "99.996 % från 2026-10-01 till 2026-10-31, 30 dagar uppmätta; 1.5 av 43.2 tillåtna minuter nere.");
  assert.equal(recordText(undefined, stringsFor(1033)), "No monitoring records have been imported.");
});
