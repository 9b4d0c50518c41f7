import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf } from "./trial.js";

test("without a kind nothing is hidden", () => {
  assert.equal(columnsOf(null).length, 23);
});

test("get it now shows its address alone", () => {
  assert.deepEqual(columnsOf(847360000), ["rdy_url"]);
});

test("a free trial shows period and address, nothing of a test drive", () => {
  assert.deepEqual(columnsOf(847360001), ["rdy_period", "rdy_periodunit", "rdy_url"]);
});

test("contact me shows where leads go", () => {
  assert.deepEqual(columnsOf(847360003), ["rdy_leaddestination", "rdy_leadendpoint"]);
});
