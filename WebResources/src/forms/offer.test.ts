import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspection, OfferStatus, Planvisibility, Ruleset, Tenantlist } from "../names.js";
import * as offer from "./offer.js";
import { columnsOf } from "./plan.js";
import { unsavedOf, valueOf } from "./preview.js";

const at = (status: number): Xrm.FormContext => ({ getAttribute: () => ({ getValue: () => status }) }) as unknown as Xrm.FormContext;

test("commands are offered where the declared transitions lead on", () => {
  const rules: readonly (readonly [string, (form: Xrm.FormContext) => boolean, readonly OfferStatus[]])[] = [
    ["submit", offer.canSubmit, [OfferStatus.Draft, OfferStatus.Rejected, OfferStatus.Live]],
    ["ready", offer.canMarkReady, [OfferStatus.Draft, OfferStatus.InReview]],
    ["submitted", offer.canMarkSubmitted, [OfferStatus.ReadyToSubmit]],
    ["certified", offer.canMarkCertified, [OfferStatus.Submitted]],
    ["rejected", offer.canMarkRejected, [OfferStatus.Submitted]],
    ["live", offer.canMarkLive, [OfferStatus.Certified]],
    ["withdraw", offer.canWithdraw, [OfferStatus.Draft, OfferStatus.InReview, OfferStatus.ReadyToSubmit, OfferStatus.Submitted, OfferStatus.Certified, OfferStatus.Rejected, OfferStatus.Live]],
  ];
  const all = Object.values(OfferStatus).filter((one): one is OfferStatus => typeof one === "number");

  for (const [name, rule, expected] of rules) assert.deepEqual(all.filter((one) => rule(at(one))).sort(), [...expected].sort(), name);
});

test("sections of one rule set are shown under it, others always, and those of the oldest where none is chosen", () => {
  const shown = (ruleSet: number | null): readonly boolean[] => ["section_a_2018", "section_a_current", "section_a"].map((name) => offer.sectionShows(name, ruleSet));

  assert.deepEqual(shown(Ruleset.PartnerCenterCurrent), [false, true, true]);
  assert.deepEqual(shown(Ruleset.Option847360000), [true, false, true]);
  assert.deepEqual(shown(null), [true, false, true]);
});

test("a stored file waits for its inspection until that says what it is", () => {
  const form = (file: unknown, inspection: number | null): Xrm.FormContext => ({
    getAttribute: (name: string) => ({ getValue: () => (name === "rdy_package" ? file : inspection) }),
  }) as unknown as Xrm.FormContext;
  const waits = (file: unknown, inspection: number | null): boolean => offer.waits(form(file, inspection), "rdy_package", "rdy_packageinspection");

  assert.equal(waits("id", Inspection.NotInspected), true);
  assert.equal(waits("id", null), true);
  assert.equal(waits("id", Inspection.Damaged), false);
  assert.equal(waits("id", Inspection.Inspected), false);
  assert.equal(waits(null, null), false);
});

test("values go to the preview as they would to a save: a day stays the day that was chosen", () => {
  assert.equal(valueOf(new Date(2026, 2, 1), true), "2026-03-01");
  assert.equal(valueOf(new Date("2026-03-01T10:00:00Z"), false), "2026-03-01T10:00:00.000Z");
  assert.equal(valueOf("", false), null);
  assert.equal(valueOf(null, false), null);
  assert.deepEqual(valueOf([1, 2], false), [1, 2]);
  assert.equal(valueOf(false, false), false);
});

test("only unsaved columns of our own are sent, and nothing is when there are none", () => {
  const form = (...attributes: readonly (readonly [string, boolean, string, unknown])[]): Xrm.FormContext => ({
    data: { entity: { attributes: { forEach: (each: (one: object) => void) => attributes.forEach(([name, dirty, type, value]) => each({
      getName: () => name, getIsDirty: () => dirty, getAttributeType: () => type, getFormat: () => null, getValue: () => value,
    })) } } },
  }) as unknown as Xrm.FormContext;

  assert.deepEqual(unsavedOf(form(["rdy_name", true, "string", "x"], ["rdy_summary", false, "string", "y"], ["statuscode", true, "optionset", 1], ["rdy_offerid", true, "lookup", []])), { rdy_name: "x" });
  assert.equal(unsavedOf(form(["rdy_name", false, "string", "x"])), undefined);
});

test("a private plan asks for its tenants, a list by file for none by hand", () => {
  assert.deepEqual(columnsOf(Planvisibility.Public, null), ["rdy_waspublic"]);
  assert.deepEqual(columnsOf(Planvisibility.Private, Tenantlist.ByHand), ["rdy_waspublic", "rdy_tenantlist", "rdy_tenantids"]);
  assert.deepEqual(columnsOf(Planvisibility.Private, Tenantlist.ByCSVFile), ["rdy_waspublic", "rdy_tenantlist"]);
  assert.deepEqual(columnsOf(null, null), ["rdy_waspublic", "rdy_tenantlist", "rdy_tenantids"]);
});

test("a verdict is recorded by whoever may create one, of a stored offer that is not withdrawn", async () => {
  const may = async (id: string, status: OfferStatus, privilege: string): Promise<boolean> => {
    (globalThis as { Xrm?: unknown }).Xrm = {
      Utility: { getGlobalContext: () => ({ userSettings: { getSecurityRolePrivilegesInfo: () => Promise.resolve({ one: { privilegeName: privilege } }) } }) },
    };
    return offer.canRecordVerdict({ ...at(status), data: { entity: { getId: () => id } } } as unknown as Xrm.FormContext);
  };

  assert.equal(await may("{1}", OfferStatus.Submitted, "prvCreaterdy_Certification"), true);
  assert.equal(await may("{1}", OfferStatus.Submitted, "prvReadrdy_Certification"), false);
  assert.equal(await may("{1}", OfferStatus.Withdrawn, "prvCreaterdy_Certification"), false);
  assert.equal(await may("", OfferStatus.Draft, "prvCreaterdy_Certification"), false);
});

test("a checklist item leads to its offer and says which item it was", async () => {
  let opened: unknown[] = [];
  (globalThis as { Xrm?: unknown }).Xrm = { Navigation: { openForm: (...args: unknown[]) => Promise.resolve(void (opened = args)) } };
  const values: Readonly<Record<string, unknown>> = { rdy_offerid: [{ id: "{A1}" }], rdy_key: "D365-CU-L-03" };

  await offer.openOfItem({ getAttribute: (name: string) => ({ getValue: () => values[name] }) } as unknown as Xrm.FormContext);

  assert.deepEqual(opened, [{ entityName: "rdy_offer", entityId: "a1" }, { rdy_item: "D365-CU-L-03" }]);
});
