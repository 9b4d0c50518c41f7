import assert from "node:assert/strict";
import { test } from "node:test";
import catalogue from "virtual:texts";
import "./embedded-texts.js";
import { render, sourceOf } from "./texts.js";

const english = catalogue[1033] ?? {};
const swedish = catalogue[1053] ?? {};

test("both languages hold the same keys", () => {
  assert.deepEqual(Object.keys(english).sort(), Object.keys(swedish).sort());
  assert.ok(Object.keys(english).length > 90);
});

test("arguments take their places, a missing one leaves nothing", () => {
  const key = Object.keys(english).find((one) => english[one]?.includes("{0}"));
  assert.ok(key !== undefined);

  assert.ok(render(key, ["<b>47</b>"], 1033)?.includes("<b>47</b>"));
  assert.ok(!render(key, [], 1033)?.includes("{0}"));
});

test("an unknown key renders nothing, an unknown language falls back to English", () => {
  assert.equal(render("no.such.key", [], 1033), undefined);
  const key = Object.keys(english)[0] ?? "";
  assert.equal(render(key, [], 1031), render(key, [], 1033));
});

test("an argument that names texts is rendered in the same language, one that names none stands as it is", () => {
  assert.equal(render("column.empty", ["$column.rdy_offer.rdy_terms"], 1033), "The column 'Terms of use' is empty.");
  assert.equal(render("column.empty", ["$column.rdy_offer.rdy_terms $column.rdy_offer.rdy_terms"], 1053), "Kolumnen 'Användningsvillkor, Användningsvillkor' är tom.");
  assert.equal(render("column.empty", ["$no.such.text"], 1033), "The column '$no.such.text' is empty.");
});

test("an argument that is a whole message is rendered with its own arguments", () => {
  assert.equal(render("column.empty", ["$column.empty\u001f$column.rdy_offer.rdy_terms"], 1033),
    "The column 'The column 'Terms of use' is empty.' is empty.");
});

test("what is said of a source is in the language of the reader, names of pages stand", () => {
  const source = "second-hand: publishing guide of MsIndustryLinks; App certification checklist; which severities block unsourced";

  assert.equal(sourceOf(source, 1033), source);
  assert.equal(sourceOf(source, 1053), "i andra hand: publishing guide of MsIndustryLinks; App certification checklist; which severities block utan källa");
});
