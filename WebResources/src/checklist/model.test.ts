import assert from "node:assert/strict";
import { test } from "node:test";
import { isJudgeable, parseArguments, shows, toGroups, toItem, type ItemRow } from "./model.js";
import { Status } from "./names.js";
import { render } from "./texts.js";

const row: ItemRow = {
  rdy_checklistitemid: "1", rdy_name: "Stored title", rdy_key: "D365-18-S-14", rdy_group: 847360004, rdy_severity: 847360000,
  rdy_sequence: 10, rdy_status: Status.NotMet, rdy_isopen: true, rdy_reason: "Stored reason", rdy_reasonkey: null, rdy_reasonargs: null,
  rdy_fix: "Stored fix", rdy_targettable: "rdy_marketingasset", rdy_targetid: "", rdy_targetcolumn: "rdy_kind",
  "rdy_group@OData.Community.Display.V1.FormattedValue": "Storefront",
};
const everything = { onlyBlocking: false, search: "" };

test("an item without a known key shows the stored base-language text", () => {
  const item = toItem({ ...row, rdy_key: "UNKNOWN-1", rdy_reasonkey: "no.such.key" }, 1053);

  assert.equal(item.title, "Stored title");
  assert.equal(item.reason, "Stored reason");
  assert.equal(item.fix, "Stored fix");
});

test("a known title is rendered in the person's language", () => {
  const english = toItem(row, 1033).title;
  const swedish = toItem(row, 1053).title;

  assert.equal(english, render("title.D365-18-S-14", [], 1033));
  assert.equal(swedish, render("title.D365-18-S-14", [], 1053));
  assert.notEqual(english, swedish);
});

test("an empty target id means that the record does not exist yet", () => {
  assert.deepEqual(toItem(row, 1033).target, { table: "rdy_marketingasset", id: undefined, column: "rdy_kind" });
});

test("a judgement is shown with whether it is void", () => {
  const item = toItem({ ...row, rdy_judgedby: "Ada", rdy_judgedon: "2026-01-02T03:04:05Z", rdy_judgednote: "Seen", rdy_judgementvoid: true }, 1033);

  assert.deepEqual(item.judgement, { by: "Ada", on: "2026-01-02T03:04:05Z", note: "Seen", isVoid: true });
});

test("arguments that are no JSON array count as none", () => {
  assert.deepEqual(parseArguments("{"), []);
  assert.deepEqual(parseArguments('"x"'), []);
  assert.deepEqual(parseArguments('["a","b"]'), ["a", "b"]);
});

test("only what blocks leaves out what does not", () => {
  const item = toItem(row, 1033);

  assert.equal(shows(item, { onlyBlocking: true, search: "" }, 1033), true);
  assert.equal(shows({ ...item, blocks: false }, { onlyBlocking: true, search: "" }, 1033), false);
});

test("search needs every word, in any of key, title, reason and fix", () => {
  const item = { ...toItem(row, 1033), title: "A logo of 48 x 48", reason: "It is 47 x 48." };

  assert.equal(shows(item, { onlyBlocking: false, search: "LOGO s-14" }, 1033), true);
  assert.equal(shows(item, { onlyBlocking: false, search: "logo banana" }, 1033), false);
});

test("groups come by value, items by sequence, counts are of the whole group", () => {
  const items = [
    toItem({ ...row, rdy_checklistitemid: "b", rdy_sequence: 20 }, 1033),
    toItem({ ...row, rdy_checklistitemid: "a", rdy_sequence: 10, rdy_status: Status.Met, rdy_isopen: false }, 1033),
    toItem({ ...row, rdy_checklistitemid: "c", rdy_sequence: 5, rdy_group: 847360000, rdy_status: Status.NotApplicable, rdy_isopen: false }, 1033),
  ];

  const all = toGroups(items, everything, 1033);
  const blocking = toGroups(items, { onlyBlocking: true, search: "" }, 1033);

  assert.deepEqual(all.map((one) => one.items.map((item) => item.id)), [["c"], ["a", "b"]]);
  assert.deepEqual(all.map((one) => [one.closed, one.applicable, one.open]), [[0, 0, 0], [1, 2, 1]]);
  assert.deepEqual(blocking.map((one) => one.items.map((item) => item.id)), [["b"]]);
  assert.deepEqual(blocking.map((one) => [one.closed, one.applicable, one.open]), [[1, 2, 1]]);
});

test("what the software decided is not judged", () => {
  const item = toItem(row, 1033);

  assert.equal(isJudgeable(item), false);
  assert.equal(isJudgeable({ ...item, status: Status.Undecided }), true);
  assert.equal(isJudgeable({ ...item, status: Status.Met }), false);
});
