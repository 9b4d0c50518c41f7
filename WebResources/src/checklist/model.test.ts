import assert from "node:assert/strict";
import { test } from "node:test";
import "../shared/embedded-texts.js";
import { parseArguments, render } from "../shared/texts.js";
import { isAhead, isOverdue, judgementsFor, noFilter, shows, standingOfJudgement, toGroups, toItem, type Filter, type ItemRow, type Reader } from "./model.js";
import { JudgementVerdict, ProbeOutcome, Status, Verdict } from "./names.js";
import { changesOf } from "./preview.js";
import { stringsFor } from "./strings.js";

const row: ItemRow = {
  rdy_checklistitemid: "1", rdy_name: "Stored title", rdy_key: "D365-18-S-14", rdy_group: 847360004, rdy_severity: 847360000,
  rdy_sequence: 10, rdy_status: Status.NotMet, rdy_isopen: true, rdy_reason: "Stored reason", rdy_reasonkey: null, rdy_reasonargs: null,
  rdy_fix: "Stored fix", rdy_targettable: "rdy_marketingasset", rdy_targetid: "", rdy_targetcolumn: "rdy_kind",
  "rdy_group@OData.Community.Display.V1.FormattedValue": "Storefront",
};
const reader: Reader = { language: 1033, userId: "me", today: "2026-03-01" };
const filter = (wanted: Partial<Filter>): Filter => ({ ...noFilter, ...wanted });

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

  assert.deepEqual(item.judgement, {
    id: "", verdict: undefined, by: "Ada", on: "2026-01-02T03:04:05Z", note: "Seen", isVoid: true,
    until: undefined, evidenceUrl: undefined, evidenceFile: undefined,
  });
});

test("arguments that are no JSON array count as none", () => {
  assert.deepEqual(parseArguments("{"), []);
  assert.deepEqual(parseArguments('"x"'), []);
  assert.deepEqual(parseArguments('["a","b"]'), ["a", "b"]);
});

test("only what blocks leaves out what does not", () => {
  const item = toItem(row, 1033);

  assert.equal(shows(item, filter({ onlyBlocking: true }), reader), true);
  assert.equal(shows({ ...item, blocks: false }, filter({ onlyBlocking: true }), reader), false);
});

test("search needs every word, in any of key, title, reason and fix", () => {
  const item = { ...toItem(row, 1033), title: "A logo of 48 x 48", reason: "It is 47 x 48." };

  assert.equal(shows(item, filter({ search: "LOGO s-14" }), reader), true);
  assert.equal(shows(item, filter({ search: "logo banana" }), reader), false);
});

test("groups and items come by sequence, counts are of the whole group", () => {
  const items = [
    toItem({ ...row, rdy_checklistitemid: "b", rdy_sequence: 20 }, 1033),
    toItem({ ...row, rdy_checklistitemid: "a", rdy_sequence: 10, rdy_status: Status.Met, rdy_isopen: false }, 1033),
    toItem({ ...row, rdy_checklistitemid: "c", rdy_sequence: 5, rdy_group: 847360000, rdy_status: Status.NotApplicable, rdy_isopen: false }, 1033),
  ];

  const all = toGroups(items, noFilter, reader);
  const blocking = toGroups(items, filter({ onlyBlocking: true }), reader);

  assert.deepEqual(all.map((one) => one.items.map((item) => item.id)), [["c"], ["a", "b"]]);
  assert.deepEqual(all.map((one) => [one.closed, one.applicable, one.open]), [[0, 0, 0], [1, 2, 1]]);
  assert.deepEqual(blocking.map((one) => one.items.map((item) => item.id)), [["b"]]);
  assert.deepEqual(blocking.map((one) => [one.closed, one.applicable, one.open]), [[1, 2, 1]]);
});

test("what the software met is not judged, what it found wanting is only waived, what it leaves open takes all three", () => {
  const { Confirmed, Rejected, Waived } = JudgementVerdict;
  const item = toItem(row, 1033);
  const undecided = { ...item, status: Status.Undecided, verdict: Verdict.Undecided };

  assert.deepEqual(judgementsFor({ ...item, status: Status.Met, verdict: Verdict.Met }), []);
  assert.deepEqual(judgementsFor({ ...item, status: Status.NotApplicable, verdict: Verdict.NotApplicable }), []);
  assert.deepEqual(judgementsFor(item), [Waived]);
  assert.deepEqual(judgementsFor(undecided), [Confirmed, Rejected, Waived]);
  assert.deepEqual(judgementsFor({ ...undecided, mandatory: false }), [Confirmed, Rejected]);
  assert.deepEqual(judgementsFor({ ...undecided, status: Status.Confirmed }), [Rejected]);
  assert.deepEqual(judgementsFor({ ...undecided, status: Status.Rejected }), [Confirmed, Waived]);
  assert.deepEqual(judgementsFor({ ...undecided, broken: true }), []);
});

test("a judgement counts, has ended or is void, and says which it was", () => {
  const judged = { rdy_judgedby: "Ada", rdy_judgedon: "2026-01-02T03:04:05Z", rdy_judgementid: "AB" };
  const judgements = new Map([["ab", { rdy_judgementid: "ab", rdy_verdict: JudgementVerdict.Confirmed, rdy_evidence_name: "seen.pdf" }]]);

  const waived = toItem({ ...row, ...judged, rdy_status: Status.Waived, rdy_waiveduntil: "2026-05-01" }, 1033);
  const ended = toItem({ ...row, ...judged, rdy_status: Status.NotMet, rdy_waiveduntil: "2026-02-01" }, 1033);
  const changed = toItem({ ...row, ...judged, rdy_status: Status.Undecided, rdy_judgementvoid: true }, 1033, judgements);

  assert.deepEqual([waived, ended, changed].map(standingOfJudgement), ["counts", "ended", "void"]);
  assert.deepEqual([waived, ended, changed].map((one) => one.judgement?.verdict), [JudgementVerdict.Waived, JudgementVerdict.Waived, JudgementVerdict.Confirmed]);
  assert.equal(changed.judgement?.evidenceFile, "seen.pdf");
  assert.equal(stringsFor(1033).wasJudged(changed.judgement?.verdict, "Ada", "2 January"), "Was confirmed on 2 January by Ada for the previous value:");
});

test("an item is overdue the day after its day, and not when nothing is left to do", () => {
  const item = toItem({ ...row, rdy_dueon: "2026-03-01" }, 1033);

  assert.equal(isOverdue(item, "2026-03-01"), false);
  assert.equal(isOverdue(item, "2026-03-02"), true);
  assert.equal(isOverdue({ ...item, status: Status.Waived }, "2026-03-02"), false);
});

test("a requirement is ahead until the day it applies from", () => {
  const item = toItem({ ...row, rdy_appliesfrom: "2026-03-03T00:00:00Z" }, 1033);

  assert.equal(isAhead(item, "2026-03-02"), true);
  assert.equal(isAhead(item, "2026-03-03"), false);
});

test("filters are joined: mine, overdue, waived", () => {
  const mine = toItem({ ...row, _ownerid_value: "ME", rdy_dueon: "2026-02-01" }, 1033);
  const other = toItem({ ...row, _ownerid_value: "you", rdy_status: Status.Waived }, 1033);

  assert.deepEqual([mine, other].map((one) => shows(one, filter({ mine: true }), reader)), [true, false]);
  assert.deepEqual([mine, other].map((one) => shows(one, filter({ overdue: true }), reader)), [true, false]);
  assert.deepEqual([mine, other].map((one) => shows(one, filter({ waived: true }), reader)), [false, true]);
  assert.deepEqual([mine, other].map((one) => shows(one, filter({ mine: true, waived: true }), reader)), [false, false]);
});

test("a probe is found by the item's target, whatever the case, and is stale when the rules say so", () => {
  const target = { rdy_targettable: "rdy_supportlink", rdy_targetid: "AB-1", rdy_targetcolumn: "rdy_url" };
  const probes = new Map([["rdy_supportlink/ab-1/rdy_url", { rdy_outcome: ProbeOutcome.Reached, rdy_status: 200, rdy_checkedon: "2026-02-01T00:00:00Z" }]]);

  assert.equal(toItem({ ...row, ...target }, 1033, new Map(), probes).probe?.stale, false);
  assert.equal(toItem({ ...row, ...target, rdy_reasonkey: "probe.stale" }, 1033, new Map(), probes).probe?.stale, true);
  assert.equal(toItem(row, 1033, new Map(), probes).probe, undefined);
});

test("a probe that was tried again in vain says so beside the answer, in both languages", () => {
  const target = { rdy_targettable: "rdy_supportlink", rdy_targetid: "1", rdy_targetcolumn: "rdy_url" };
  const answer = { rdy_outcome: ProbeOutcome.Reached, rdy_status: 200, rdy_checkedon: "2026-02-01T00:00:00Z" };
  const probe = (tried?: string): string | undefined =>
    toItem({ ...row, ...target }, 1033, new Map(), new Map([["rdy_supportlink/1/rdy_url", { ...answer, rdy_triedon: tried ?? null }]])).probe?.triedOn;

  assert.deepEqual([probe(), probe("2026-02-02T00:00:00Z")], [undefined, "2026-02-02T00:00:00Z"]);
  assert.deepEqual([1033, 1053].map((language) => stringsFor(language).tried("2 Feb")), ["tried in vain 2 Feb; the answer still counts", "försökt förgäves 2 Feb; svaret gäller ännu"]);
});

test("what asks without the signature shows its own probe, not that of the signed address in the same column", () => {
  const target = { rdy_targettable: "rdy_offer", rdy_targetid: "A1", rdy_targetcolumn: "rdy_packageurl" };
  const answer = (status: number): { rdy_outcome: ProbeOutcome; rdy_status: number; rdy_checkedon: string } =>
    ({ rdy_outcome: ProbeOutcome.Reached, rdy_status: status, rdy_checkedon: "2026-02-01T00:00:00Z" });
  const probes = new Map([["rdy_offer/a1/rdy_packageurl", answer(206)], ["rdy_offer/a1/rdy_packageurl?public", answer(200)]]);

  assert.equal(toItem({ ...row, ...target, rdy_key: "D365-CU-X-04" }, 1033, new Map(), probes).probe?.status, 206);
  assert.equal(toItem({ ...row, ...target, rdy_key: "D365-CU-X-05" }, 1033, new Map(), probes).probe?.status, 200);
});

test("an own requirement that cannot be used is marked", () => {
  assert.equal(toItem(row, 1033).broken, false);
  assert.equal(toItem({ ...row, rdy_reasonkey: "team.problem.column" }, 1033).broken, true);
});

test("what saving would change is told in the person's language, whatever way a status is named", () => {
  const [first, second] = changesOf(JSON.stringify([
    { key: "D365-18-S-14", title: "Stored", from: "NotMet", to: Status.Met, closes: true, opens: false },
    { key: "TEAM-1", title: "Ours", from: 0, to: "nonsense", opens: true },
  ]), 1053);

  assert.equal(first?.title, render("title.D365-18-S-14", [], 1053));
  assert.deepEqual([first?.from, first?.to, first?.closes, first?.opens], [Status.NotMet, Status.Met, true, false]);
  assert.deepEqual([second?.title, second?.from, second?.to, second?.opens], ["Ours", Status.Met, undefined, true]);
  assert.deepEqual(changesOf("{", 1033), []);
  assert.equal(stringsFor(1033).preview(2, 1, 0), "Saving would close 2 and open 1");
  assert.equal(stringsFor(1033).preview(0, 1, 0), "Saving would open 1");
  assert.equal(stringsFor(1033).preview(2, 1, 3), "Saving would close 2, open 1 and change 3");
  assert.equal(stringsFor(1053).preview(0, 0, 1), "Att spara skulle ändra 1");
});
