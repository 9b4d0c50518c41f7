import assert from "node:assert/strict";
import { test } from "node:test";
import "./embedded-texts.js";
import { byGuard, clausesOf } from "./ledger.js";
import { find } from "./texts.js";

test("nobody comes first, and an unknown guard is nobody", () => {
  const clauses = clausesOf(JSON.stringify([
    { key: "A", title: "Saved", source: "S1", guard: "OnSave", note: "" },
    { key: "B", title: "Left", source: "S2", guard: "Nobody", note: "Not asked of an offer." },
    { key: "C", title: "Strange", source: "S3", guard: "Ghost", note: "" },
  ]), 1033);

  assert.deepEqual(byGuard(clauses, "").map(([guard, list]) => [guard, list.map((one) => one.key)]), [["Nobody", ["B", "C"]], ["OnSave", ["A"]]]);
  assert.deepEqual(byGuard(clauses, "LEFT s2").map(([, list]) => list.map((one) => one.key)), [["B"]]);
});

test("a source that only reports, or is none, is known by the note in either language", () => {
  const standing = (note: string | null): unknown => clausesOf(JSON.stringify([{ key: "A", title: "", source: "", guard: "OnSave", note }]), 1033)[0]?.standing;

  for (const language of [1033, 1053]) {
    assert.equal(standing(find("clause.secondhand", language) ?? "missing"), "secondHand");
    assert.equal(standing(find("clause.unsourced", language) ?? "missing"), "unsourced");
  }
  assert.equal(standing(find("clause.advice", 1033) ?? "missing"), undefined);
  assert.equal(standing(null), undefined);
  assert.deepEqual(clausesOf('{"a":1}', 1033), []);
});

test("only what the ledger calls not to be waived is", () => {
  const neverWaived = (waivable: unknown): unknown => clausesOf(JSON.stringify([{ key: "A", waivable }]), 1033)[0]?.neverWaived;

  assert.deepEqual([false, true, undefined].map(neverWaived), [true, false, false]);
});
