import assert from "node:assert/strict";
import { test } from "node:test";
import { Requirementtest } from "../names.js";
import { wordsFor } from "./formats.js";
import { columnsOf, limitProblem, near, referenceProblem } from "./requirement.js";

const say = wordsFor(1033);

test("a table that no offer has is named with those it has", () => {
  assert.deepEqual(referenceProblem("rdy_snapshot", "", say), {
    at: "rdy_table",
    text: "'rdy_snapshot' is no table of an offer. Enter one of rdy_offer, rdy_trial, rdy_supportlink, rdy_marketingasset, rdy_plan.",
  });
  assert.equal(referenceProblem("", "anything", say), undefined);
});

test("a column that is none is answered with those like it", () => {
  assert.equal(referenceProblem("rdy_plan", "rdy_pricemonthly", say), undefined);
  assert.deepEqual(referenceProblem("rdy_plan", "price", say), { at: "rdy_column", text: "'price' is no column of rdy_plan. Did you mean rdy_priceannual, rdy_pricemonthly?" });
  assert.deepEqual(near("rdy_summry", ["rdy_summary", "rdy_support", "rdy_name"]), ["rdy_summary"]);
  assert.deepEqual(referenceProblem("rdy_plan", "zzz", say), { at: "rdy_column", text: "'zzz' is no column of rdy_plan." });
});

test("a limit is a number or a day, and only where a limit is asked for", () => {
  const { Minimum, Maximum, Pattern } = Requirementtest;
  for (const value of ["30", "-1.5", "2026-12-31", ""]) assert.equal(limitProblem(Minimum, value, say), undefined);
  for (const value of ["1,5", "2026-13-01", "soon"]) assert.ok(limitProblem(Maximum, value, say)?.startsWith(`'${value}'`));
  assert.equal(limitProblem(Pattern, "^soon$", say), undefined);
});

test("a person's judgement needs no column, a required one no value", () => {
  assert.deepEqual(columnsOf(Requirementtest.PersonJudges), []);
  assert.deepEqual(columnsOf(Requirementtest.Required), ["rdy_table", "rdy_column"]);
  assert.deepEqual(columnsOf(Requirementtest.OneOf), ["rdy_table", "rdy_column", "rdy_value"]);
});
