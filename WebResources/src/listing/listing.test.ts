import assert from "node:assert/strict";
import { test } from "node:test";
import { unique } from "./kit.js";
import { letterHtml, letterMarkdown } from "./letter.js";
import { fileName, limitsFor, toListing, type Row } from "./listing.js";
import { falsePositives, reportHtml, reportJson, waivers, type Report, type ReportItem } from "./report.js";

const first = 847360000;
const asset = (kind: number, more: Row = {}): Row => ({ rdy_marketingassetid: `id-${kind}`, rdy_kind: first + kind, rdy_name: "n", rdy_imageid: "i", ...more });

test("each rule set has its own limits, an unknown one those of the oldest", () => {
  assert.equal(limitsFor(first).description.max, 1300);
  assert.equal(limitsFor(first + 1).description.max, 5000);
  assert.equal(limitsFor(1).name.max, 50);
});

test("pictures are named for their slots, several of a kind are numbered", () => {
  const listing = toListing({}, [asset(7), asset(7), asset(13), asset(4)], []);
  assert.deepEqual(listing.pictures.map((picture) => picture.slot), ["screenshot-1", "screenshot-2", "large-logo", "small-logo-48x48"]);
});

test("scenario documents go to the reviewers, not to customers", () => {
  const listing = toListing({}, [asset(9, { rdy_file: "f", rdy_file_name: "a.pdf" }), asset(10, { rdy_file: "f", rdy_file_name: "b.docx" }), asset(9)], []);
  assert.deepEqual(listing.documents.map((one) => `${one.folder}/${one.fileName}`), ["documents/a.pdf", "for-reviewers/b.docx"]);
});

test("file names are safe and never clash", () => {
  assert.equal(fileName("../../etc/passwd", "x"), "etc passwd");
  assert.equal(fileName("CON.txt", "x"), "x");
  assert.equal(fileName(" . ", "x"), "x");
  const taken = new Set<string>();
  assert.deepEqual(["a.pdf", "A.pdf", "a.pdf"].map((name) => unique(taken, name)), ["a.pdf", "A (2).pdf", "a (3).pdf"]);
});

const item = (more: Partial<ReportItem>): ReportItem => ({
  key: "D365-CU-Q-08", group: "Solution and code", title: "Public APIs only", mandatory: true, status: "Met", statusNumber: 0, blocks: false, reason: "r", fix: "",
  source: "s", judgedBy: "", judgedOn: "", note: "", evidence: "", waivedUntil: "", ...more,
});
const payload = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'](javascript:alert(1))";
const report = (items: readonly ReportItem[], name = "App"): Report => ({
  made: "2026-11-22T10:00:00.000Z", language: 1033,
  offer: { id: "1", name, summary: name, version: "1.0", marketplaceId: "app", score: 50, openItems: 1, readiness: "Not ready", ruleSetVersion: "current.1", evaluatedOn: "", notes: name, testAccount: "", connections: "" },
  descriptionHtml: "<p>x</p>", items, nobody: [{ key: "P-1", title: "Sub-numbers of policy 1420", source: "second-hand" }],
});

test("waivers and judged findings are what the letter names", () => {
  const items = [item({ statusNumber: 6, waivedUntil: "2027-01-01", note: "why", judgedBy: "R", judgedOn: "2026-11-01" }), item({ statusNumber: 4, note: "checked" }), item({})];
  assert.equal(waivers(report(items)).length, 1);
  assert.equal(falsePositives(report(items)).length, 1);
  const letter = letterMarkdown(report(items));
  assert.match(letter, /until 2027\\-01\\-01/);
  assert.match(letter, /checked/);
  assert.match(letter, /Sub\\-numbers of policy 1420/);
});

test("nothing that people enter becomes mark-up", () => {
  const bad = report([item({ title: payload, reason: payload, note: payload, judgedBy: payload, statusNumber: 6, evidence: payload, fix: payload, source: payload, key: payload })], payload);
  for (const html of [reportHtml(bad, undefined), letterHtml(bad)]) {
    assert.doesNotMatch(html, /<script>alert|<img src=x/);
    assert.match(html, /default-src 'none'/);
  }
  assert.doesNotMatch(letterMarkdown(bad), /(^|[^\\])[<[]/m);
  assert.equal((JSON.parse(reportJson(bad)) as Report).offer.name, payload);
});

test("every report prints what nobody looks at", () => {
  assert.match(reportHtml(report([]), undefined), /Sub-numbers of policy 1420/);
});
