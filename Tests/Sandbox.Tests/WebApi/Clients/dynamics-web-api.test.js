// dynamics-web-api against the sandbox: what its documentation shows, section by section, with the sample solution's tables.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { DynamicsWebApi } from "dynamics-web-api";
import { author, mark, nobody, refusal, server } from "./sandbox.js";

const api = new DynamicsWebApi({ serverUrl: server, dataApi: { version: "9.2" } });
const parents = "tst_parents";
const children = "tst_children";
const everything = "*";
const inside = 543210000;

const createParent = (data) => api.create({ collection: parents, data });
const nowhere = "11111111-2222-3333-4444-555555555555";

describe("create", () => {
  test("answers the id of the new row", async () => {
    const id = await createParent({ tst_name: "Created", tst_score: 3 });

    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["tst_score"] })).tst_score, 3);
  });

  test("answers the row when its representation is asked for", async () => {
    const row = await api.create({ collection: parents, data: { tst_name: "Shown", tst_kind: inside }, returnRepresentation: true, select: ["tst_name", "tst_kind"], includeAnnotations: everything });

    assert.deepEqual([row.tst_name, row.tst_kind, row.tst_kind_Formatted], ["Shown", inside, "Inside"]);
  });

  test("creates rows within a row, on either side of the lookup", async () => {
    const parent = await api.create({ collection: parents, data: { tst_name: "With children", tst_parent_child: [{ tst_number: "1" }, { tst_number: "2" }] } });
    const child = await api.create({ collection: children, data: { tst_number: "With a parent", tst_ParentId: { tst_name: "Made with the child" } } });

    assert.equal(await api.count({ collection: children, filter: `_tst_parentid_value eq ${parent}` }), 2);
    assert.equal((await api.retrieve({ collection: children, key: child, navigationProperty: "tst_ParentId", select: ["tst_name"] })).tst_name, "Made with the child");
  });

  test("sets a lookup by the address of a row", async () => {
    const parent = await createParent({ tst_name: "Bound" });
    const child = await api.create({ collection: children, data: { tst_number: "1", "tst_ParentId@odata.bind": `/tst_parents(${parent})` } });

    assert.equal((await api.retrieve({ collection: children, key: child, select: ["_tst_parentid_value"] }))._tst_parentid_value, parent);
  });

  test("with duplicate detection is refused by name", async () => {
    const { status, code, message } = await refusal(api.create({ collection: parents, data: { tst_name: "Twice" }, duplicateDetection: true }));

    assert.deepEqual([status, code], [501, "0x80040800"]);
    assert.match(message, /^Duplicate detection, .* is not supported by the sandbox\.$/);
  });

  test("of a text that is too long is refused with the platform's code", async () => {
    const { status, code } = await refusal(createParent({ tst_name: "x".repeat(101) }));

    assert.deepEqual([status, code], [400, "0x80044331"]);
  });
});

describe("update and upsert", () => {
  test("an update changes what it names", async () => {
    const id = await createParent({ tst_name: "Before", tst_score: 1 });

    await api.update({ collection: parents, key: id, data: { tst_score: 2 } });

    const row = await api.retrieve({ collection: parents, key: id, select: ["tst_name", "tst_score"] });
    assert.deepEqual([row.tst_name, row.tst_score], ["Before", 2]);
  });

  test("an update answers the row when its representation is asked for", async () => {
    const id = await createParent({ tst_name: "Before" });

    const row = await api.update({ collection: parents, key: id, data: { tst_name: "After" }, returnRepresentation: true, select: ["tst_name"] });

    assert.equal(row.tst_name, "After");
  });

  test("an update of a row that is not there is a 404, and creates none", async () => {
    const { status, code } = await refusal(api.update({ collection: parents, key: nowhere, data: { tst_score: 2 } }));

    assert.deepEqual([status, code], [404, "0x80040217"]);
  });

  test("an update with an old etag changes nothing", async () => {
    const id = await createParent({ tst_name: "Versioned", tst_score: 1 });
    const etag = (await api.retrieve({ collection: parents, key: id, select: ["tst_score"] }))["@odata.etag"];
    await api.update({ collection: parents, key: id, data: { tst_score: 2 }, ifmatch: etag });

    assert.equal(await api.update({ collection: parents, key: id, data: { tst_score: 3 }, ifmatch: etag }), false);
    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["tst_score"] })).tst_score, 2);
  });

  test("a single property is set and cleared", async () => {
    const id = await createParent({ tst_name: "Single", tst_score: 1 });

    await api.updateSingleProperty({ collection: parents, key: id, fieldValuePair: { tst_score: 9 } });
    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["tst_score"] })).tst_score, 9);

    await api.deleteRecord({ collection: parents, key: id, property: "tst_score" });
    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["tst_score"] })).tst_score, null);
  });

  test("an upsert creates a row under its id, then updates it", async () => {
    const key = crypto.randomUUID();

    await api.upsert({ collection: parents, key, data: { tst_name: "Upserted", tst_score: 1 } });
    await api.upsert({ collection: parents, key, data: { tst_score: 2 } });

    const row = await api.retrieve({ collection: parents, key, select: ["tst_name", "tst_score"] });
    assert.deepEqual([row.tst_name, row.tst_score], ["Upserted", 2]);
  });

  test("an upsert can be kept from updating, and from creating", async () => {
    const id = await createParent({ tst_name: "There", tst_score: 1 });

    assert.equal(await api.upsert({ collection: parents, key: id, data: { tst_score: 2 }, ifnonematch: "*" }), null);
    assert.equal(await api.upsert({ collection: parents, key: nowhere, data: { tst_score: 2 }, ifmatch: "*" }), null);
    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["tst_score"] })).tst_score, 1);
  });
});

describe("alternate keys", () => {
  test("name a row, and create it where there is none", async () => {
    const parent = await createParent({ tst_name: "Keys" });
    const key = (number) => `_tst_parentid_value=${parent},tst_number='${number}'`;
    const child = await api.create({ collection: children, data: { tst_number: "k1", "tst_ParentId@odata.bind": `/tst_parents(${parent})` } });

    assert.equal((await api.retrieve({ collection: children, key: key("k1"), select: ["tst_number"] })).tst_childid, child);
    assert.equal((await refusal(api.retrieve({ collection: children, key: key("k2"), select: ["tst_number"] }))).code, "0x80060891");

    await api.upsert({ collection: children, key: key("k2"), data: {} });
    assert.equal(await api.count({ collection: children, filter: `_tst_parentid_value eq ${parent}` }), 2);
  });

  test("are held against duplicates", async () => {
    const parent = await createParent({ tst_name: "Keys" });
    const child = { tst_number: "twice", "tst_ParentId@odata.bind": `/tst_parents(${parent})` };
    await api.create({ collection: children, data: child });

    const { status, code } = await refusal(api.create({ collection: children, data: child }));

    assert.deepEqual([status, code], [412, "0x80060892"]);
  });
});

describe("delete", () => {
  test("removes the row", async () => {
    const id = await createParent({ tst_name: "Gone" });

    assert.equal(await api.deleteRecord({ collection: parents, key: id }), true);
    assert.equal((await refusal(api.retrieve({ collection: parents, key: id }))).status, 404);
  });

  test("with an old etag removes nothing", async () => {
    const id = await createParent({ tst_name: "Kept" });

    assert.equal(await api.deleteRecord({ collection: parents, key: id, ifmatch: 'W/"1"' }), false);
    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["tst_name"] })).tst_name, "Kept");
  });
});

describe("retrieve", () => {
  test("has formatted values and names of lookups as annotations", async () => {
    const id = await createParent({ tst_name: "Annotated", tst_kind: inside });

    const row = await api.retrieve({ collection: parents, key: id, select: ["tst_kind", "_ownerid_value"], includeAnnotations: everything });

    assert.deepEqual([row.tst_kind_Formatted, row._ownerid_value_LogicalName, row._ownerid_value_NavigationProperty], ["Inside", "systemuser", "ownerid"]);
  });

  test("answers nothing to an etag that still holds", async () => {
    const id = await createParent({ tst_name: "Cached" });
    const etag = (await api.retrieve({ collection: parents, key: id, select: ["tst_name"] }))["@odata.etag"];

    assert.equal(await api.retrieve({ collection: parents, key: id, select: ["tst_name"], ifnonematch: etag }), undefined);
  });

  test("expands a lookup, and the collection behind it", async () => {
    const parent = await api.create({ collection: parents, data: { tst_name: "Expanded", tst_parent_child: [{ tst_number: "1" }, { tst_number: "2" }] } });
    const [first] = (await api.retrieveMultiple({ collection: children, select: ["tst_number"], filter: `_tst_parentid_value eq ${parent}`, orderBy: ["tst_number"] })).value;

    const row = await api.retrieve({
      collection: children,
      key: first.tst_childid,
      select: ["tst_number"],
      expand: [{ property: "tst_ParentId", select: ["tst_name"], expand: [{ property: "tst_parent_child", select: ["tst_number"], filter: "tst_number eq '2'" }] }],
    });

    assert.equal(row.tst_ParentId.tst_name, "Expanded");
    assert.deepEqual(row.tst_ParentId.tst_parent_child.map((child) => child.tst_number), ["2"]);
  });

  test("answers what a navigation property leads to", async () => {
    const parent = await api.create({ collection: parents, data: { tst_name: "Led to", tst_parent_child: [{ tst_number: "1" }] } });

    const rows = await api.retrieve({ collection: parents, key: parent, navigationProperty: "tst_parent_child", select: ["tst_number"] });

    assert.deepEqual(rows.value.map((child) => child.tst_number), ["1"]);
  });
});

describe("retrieve multiple", () => {
  const name = mark();

  before(async () => {
    for (let score = 1; score <= 5; score++) {
      await createParent({ tst_name: `${name} ${score}`, tst_score: score, tst_kind: score < 3 ? inside : null, tst_parent_child: score === 4 ? [] : [{ tst_number: `${name} ${score}` }] });
    }
  });

  const mine = `startswith(tst_name,'${name}')`;
  const scores = (rows) => rows.value.map((row) => row.tst_score);
  const find = (filter, more = {}) => api.retrieveMultiple({ collection: parents, select: ["tst_score"], orderBy: ["tst_score"], filter: `${mine} and ${filter}`, ...more });

  test("filters, orders, counts and limits", async () => {
    const rows = await find("tst_score gt 1", { orderBy: ["tst_score desc"], count: true, top: 2 });

    assert.deepEqual(scores(rows), [5, 4]);
    assert.equal(rows.oDataCount, 4);
  });

  test("takes values as parameters", async () => {
    assert.deepEqual(scores(await find("tst_score gt @least", { queryParams: ["@least=3"] })), [4, 5]);
  });

  test("calls query functions of the platform", async () => {
    assert.deepEqual(scores(await find("Microsoft.Dynamics.CRM.In(PropertyName='tst_score',PropertyValues=['2','3'])")), [2, 3]);
    assert.deepEqual(scores(await find("Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')")), [1, 2, 3, 4, 5]);
  });

  test("asks of related rows whether any or all of them are so", async () => {
    assert.deepEqual(scores(await find(`tst_parent_child/any(c:c/tst_number eq '${name} 2')`)), [2]);
    assert.deepEqual(scores(await find("not tst_parent_child/any()")), [4]);
    assert.deepEqual(scores(await find("(tst_score eq 1 or not tst_parent_child/any())")), [1, 4]);
    assert.deepEqual(scores(await find("tst_parent_child/all(c:endswith(c/tst_number,'3'))")), [3, 4]);
  });

  test("leads from page to page", async () => {
    const request = { collection: parents, select: ["tst_score"], orderBy: ["tst_score"], filter: mine, maxPageSize: 2 };
    const first = await api.retrieveMultiple(request);
    const second = await api.retrieveMultiple(request, first.oDataNextLink);
    const third = await api.retrieveMultiple(request, second.oDataNextLink);

    assert.deepEqual([scores(first), scores(second), scores(third), third.oDataNextLink], [[1, 2], [3, 4], [5], undefined]);
  });

  test("retrieves all pages", async () => {
    assert.equal((await api.retrieveAll({ collection: parents, select: ["tst_score"], filter: mine })).value.length, 5);
  });

  test("counts, and counts all", async () => {
    assert.equal(await api.count({ collection: parents, filter: mine }), 5);
    assert.equal(await api.countAll({ collection: parents, filter: `${mine} and tst_score gt 3`, select: ["tst_score"] }), 2);
  });

  test("groups and adds up", async () => {
    const rows = await api.retrieveMultiple({ collection: parents, apply: `filter(${mine})/groupby((tst_kind),aggregate($count as n,tst_score with sum as total,tst_score with max as most))`, includeAnnotations: everything });

    assert.deepEqual(rows.value.find((row) => row.tst_kind === inside), {
      "tst_kind@OData.Community.Display.V1.FormattedValue": "Inside",
      tst_kind_Formatted: "Inside",
      tst_kind: inside,
      "n@OData.Community.Display.V1.FormattedValue": "2",
      n_Formatted: "2",
      n: 2,
      "total@OData.Community.Display.V1.FormattedValue": "3",
      total_Formatted: "3",
      total: 3,
      "most@OData.Community.Display.V1.FormattedValue": "2",
      most_Formatted: "2",
      most: 2,
    });
    assert.deepEqual(rows.value.filter((row) => !("tst_kind" in row)).map((row) => [row.n, row.total]), [[3, 12]]);
  });

  test("groups by a column of the row a lookup points at", async () => {
    const rows = await api.retrieveMultiple({ collection: children, apply: `filter(startswith(tst_number,'${name}'))/groupby((tst_ParentId/tst_name),aggregate($count as n))` });

    assert.deepEqual(rows.value.map((row) => row.tst_parent_tst_name).sort(), [1, 2, 3, 5].map((score) => `${name} ${score}`));
  });

  test("pages a collection that is expanded within an expansion", async () => {
    const row = (await api.retrieveMultiple({
      collection: parents,
      select: ["tst_score"],
      filter: `${mine} and tst_score eq 1`,
      maxPageSize: 1,
      expand: [{ property: "tst_parent_child", select: ["tst_number"], expand: [{ property: "tst_ParentId", select: ["tst_score"] }] }],
    })).value[0];

    assert.deepEqual(row.tst_parent_child.map((child) => child.tst_ParentId.tst_score), [1]);
    assert.match(row["tst_parent_child@odata.nextLink"], /\/tst_parent_child\?\$select=tst_number&\$expand=.*&\$skiptoken=/);
  });

  test("refuses to sort a collection that is expanded within an expansion, as the platform does", async () => {
    const { status, code, message } = await refusal(api.retrieveMultiple({
      collection: parents,
      expand: [{ property: "tst_parent_child", orderBy: ["tst_number"], expand: [{ property: "tst_ParentId", select: ["tst_score"] }] }],
    }));

    assert.deepEqual([status, code, message], [400, "0x80060888", "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship."]);
  });

  test("refuses change tracking by name", async () => {
    const { status, code, message } = await refusal(api.retrieveMultiple({ collection: parents, select: ["tst_name"], trackChanges: true }));

    assert.deepEqual([status, code, message], [501, "0x80040800", "The preference 'odata.track-changes' is not supported by the sandbox."]);
  });
});

describe("fetch", () => {
  const name = mark();
  const fetchXml = `<fetch count="2"><entity name="tst_parent"><attribute name="tst_score"/><order attribute="tst_score"/><filter><condition attribute="tst_name" operator="begins-with" value="${name}"/></filter></entity></fetch>`;
  const scores = (rows) => rows.value.map((row) => row.tst_score);

  before(async () => {
    for (let score = 1; score <= 5; score++) await createParent({ tst_name: `${name} ${score}`, tst_score: score });
  });

  test("hands out a paging cookie that leads to the next page", async () => {
    const first = await api.fetch({ collection: parents, fetchXml, includeAnnotations: everything });
    const second = await api.fetch({ collection: parents, fetchXml, pageNumber: first.PagingInfo.nextPage, pagingCookie: first.PagingInfo.cookie, includeAnnotations: everything });

    assert.notEqual(first.PagingInfo.cookie, "");
    assert.deepEqual([scores(first), scores(second), first.PagingInfo.nextPage, second.PagingInfo.nextPage], [[1, 2], [3, 4], 2, 3]);
  });

  test("fetches all pages", async () => {
    assert.deepEqual(scores(await api.fetchAll({ collection: parents, fetchXml, includeAnnotations: "Microsoft.Dynamics.CRM.fetchxmlpagingcookie" })), [1, 2, 3, 4, 5]);
  });

  test("puts columns of linked tables under their alias", async () => {
    const parent = await api.create({ collection: parents, data: { tst_name: "Linked", tst_score: 7, tst_parent_child: [{ tst_number: name }] } });
    const linked = `<fetch><entity name="tst_child"><attribute name="tst_number"/><filter><condition attribute="tst_parentid" operator="eq" value="${parent}"/></filter><link-entity name="tst_parent" from="tst_parentid" to="tst_parentid" alias="p"><attribute name="tst_score"/></link-entity></entity></fetch>`;

    assert.equal((await api.fetch({ collection: children, fetchXml: linked })).value[0]["p.tst_score"], 7);
  });
});

describe("associate and disassociate", () => {
  test("from the collection's side", async () => {
    const parent = await createParent({ tst_name: "Owner of many" });
    const child = await api.create({ collection: children, data: { tst_number: "1" } });
    const tied = async () => (await api.retrieve({ collection: children, key: child, select: ["_tst_parentid_value"] }))._tst_parentid_value;

    await api.associate({ collection: parents, primaryKey: parent, relationshipName: "tst_parent_child", relatedCollection: children, relatedKey: child });
    assert.equal(await tied(), parent);

    await api.disassociate({ collection: parents, primaryKey: parent, relationshipName: "tst_parent_child", relatedKey: child });
    assert.equal(await tied(), null);
  });

  test("from the lookup's side", async () => {
    const parent = await createParent({ tst_name: "Pointed at" });
    const child = await api.create({ collection: children, data: { tst_number: "1" } });
    const tied = async () => (await api.retrieve({ collection: children, key: child, select: ["_tst_parentid_value"] }))._tst_parentid_value;

    await api.associateSingleValued({ collection: children, primaryKey: child, navigationProperty: "tst_ParentId", relatedCollection: parents, relatedKey: parent });
    assert.equal(await tied(), parent);

    await api.disassociateSingleValued({ collection: children, primaryKey: child, navigationProperty: "tst_ParentId" });
    assert.equal(await tied(), null);
  });
});

describe("functions and actions", () => {
  test("an unbound function answers", async () => {
    assert.match((await api.callFunction("WhoAmI")).UserId, /^[0-9a-f-]{36}$/);
    assert.match((await api.callFunction({ name: "RetrieveVersion" })).Version, /^9\.2\./);
  });

  test("a bound action takes its parameters", async () => {
    const id = await createParent({ tst_name: "Evaluated" });

    const answer = await api.callAction({ collection: parents, key: id, actionName: "Microsoft.Dynamics.CRM.tst_Evaluate", action: { Force: true } });

    assert.match(answer.oDataContext, /tst_EvaluateResponse$/);
  });

  test("a bound action refuses a parameter it has not", async () => {
    const id = await createParent({ tst_name: "Evaluated" });

    const { status, code } = await refusal(api.callAction({ collection: parents, key: id, actionName: "Microsoft.Dynamics.CRM.tst_Evaluate", action: { Nope: true } }));

    assert.deepEqual([status, code], [400, "0x80048d19"]);
  });

  test("an unbound action runs, and rows travel as its parameters", async () => {
    const answer = await api.callAction({ collection: parents, actionName: "Microsoft.Dynamics.CRM.CreateMultiple", action: { Targets: [{ "@odata.type": "Microsoft.Dynamics.CRM.tst_parent", tst_name: "Bulk" }] } });

    assert.equal(answer.Ids.length, 1);
  });

  test("a function that is not there is a 404", async () => {
    const { status, code, message } = await refusal(api.callFunction("tst_Nope"));

    assert.deepEqual([status, code, message], [404, "0x8006088a", "Resource not found for the segment 'tst_Nope'."]);
  });

  test("asynchronous work is refused by name", async () => {
    const id = await createParent({ tst_name: "Later" });

    const { status, message } = await refusal(api.callAction({ collection: parents, key: id, actionName: "Microsoft.Dynamics.CRM.tst_Evaluate", action: {}, respondAsync: true }));

    assert.deepEqual([status, message], [501, "The preference 'respond-async' is not supported by the sandbox."]);
  });
});

describe("batch", () => {
  test("creates rows that name each other", async () => {
    const number = mark();

    api.startBatch();
    api.create({ collection: parents, data: { tst_name: "Batched" }, contentId: "1" });
    api.create({ collection: children, data: { tst_number: number, "tst_ParentId@odata.bind": "$1" } });
    const [parent, child] = await api.executeBatch();

    assert.equal((await api.retrieve({ collection: children, key: child, select: ["_tst_parentid_value"] }))._tst_parentid_value, parent);
  });

  test("reads beside what it writes", async () => {
    const name = mark();

    api.startBatch();
    api.create({ collection: parents, data: { tst_name: name } });
    api.retrieveMultiple({ collection: parents, select: ["tst_name"], filter: `tst_name eq '${name}'`, inChangeSet: false });
    const [, rows] = await api.executeBatch();

    assert.deepEqual(rows.value.map((row) => row.tst_name), [name]);
  });

  test("keeps nothing of a change set of which a part fails", async () => {
    const name = mark();

    api.startBatch();
    api.create({ collection: parents, data: { tst_name: name } });
    api.create({ collection: parents, data: { tst_name: name, tst_score: 1000 } });
    await assert.rejects(api.executeBatch());

    assert.equal(await api.count({ collection: parents, filter: `tst_name eq '${name}'` }), 0);
  });

  test("calls an action in a change set, which undoes it with the rest", async () => {
    const name = mark();
    const bulk = (score) => api.callAction({ collection: parents, actionName: "Microsoft.Dynamics.CRM.CreateMultiple", action: { Targets: [{ "@odata.type": "Microsoft.Dynamics.CRM.tst_parent", tst_name: name, tst_score: score }] } });

    api.startBatch();
    bulk(1);
    api.create({ collection: parents, data: { tst_name: name, tst_score: 2 } });
    const [answer] = await api.executeBatch();
    api.startBatch();
    bulk(3);
    api.create({ collection: parents, data: { tst_name: name, tst_score: 1000 } });
    await assert.rejects(api.executeBatch());

    assert.equal(answer.Ids.length, 1);
    assert.equal(await api.count({ collection: parents, filter: `tst_name eq '${name}'` }), 2);
  });

  test("goes on after an error when it is asked to", async () => {
    const name = mark();

    api.startBatch();
    api.create({ collection: parents, data: { tst_name: name, tst_score: 1000 }, inChangeSet: false });
    api.create({ collection: parents, data: { tst_name: name }, inChangeSet: false });
    const [refused, id] = await api.executeBatch({ continueOnError: true });

    assert.deepEqual([refused.status, refused.error.code], [400, "0x80044330"]);
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.equal(await api.count({ collection: parents, filter: `tst_name eq '${name}'` }), 1);
  });
});

describe("files", () => {
  test("a file of more than one chunk goes up and comes down as it was", async () => {
    const child = await api.create({ collection: children, data: { tst_number: "1" } });
    const data = Uint8Array.from({ length: 5_000_000 }, (_, index) => index % 251);

    await api.uploadFile({ collection: children, key: child, property: "tst_document", fileName: "numbers.bin", data });
    const file = await api.downloadFile({ collection: children, key: child, property: "tst_document" });

    assert.deepEqual([file.fileName, file.fileSize], ["numbers.bin", data.length]);
    assert.ok(Buffer.from(data).equals(Buffer.from(file.data)), "the bytes differ");
  });

  test("a file is removed", async () => {
    const child = await api.create({ collection: children, data: { tst_number: "1" } });
    await api.uploadFile({ collection: children, key: child, property: "tst_document", fileName: "a.txt", data: new Uint8Array([1]) });

    await api.deleteRecord({ collection: children, key: child, property: "tst_document" });

    assert.equal((await api.retrieve({ collection: children, key: child, select: ["tst_document"] })).tst_document, null);
  });
});

describe("definitions", () => {
  const table = "LogicalName='tst_parent'";
  const picklist = "Microsoft.Dynamics.CRM.PicklistAttributeMetadata";

  test("of tables, by what they are", async () => {
    const found = await api.retrieveEntities({ select: ["LogicalName"], filter: "OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned' and IsCustomEntity eq true" });

    assert.deepEqual(found.value.map((each) => each.LogicalName).sort(), ["tst_child", "tst_parent"]);
  });

  test("of a table with some of its columns, by name and by id", async () => {
    const byName = await api.retrieveEntity({ key: table, select: ["EntitySetName"], expand: [{ property: "Attributes", select: ["LogicalName"], filter: "AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Integer'" }] });
    const byId = await api.retrieveEntity({ key: byName.MetadataId, select: ["LogicalName"] });

    assert.ok(byName.Attributes.some((column) => column.LogicalName === "tst_score"));
    assert.ok(byName.Attributes.every((column) => column.LogicalName !== "tst_name"));
    assert.equal(byId.LogicalName, "tst_parent");
  });

  test("of columns of one type, with their choices in every language", async () => {
    const found = await api.retrieveAttributes({ entityKey: table, castType: picklist, select: ["LogicalName"], expand: [{ property: "OptionSet", select: ["Options"] }, { property: "GlobalOptionSet", select: ["Name"] }] });
    const kind = found.value.find((column) => column.LogicalName === "tst_kind");

    assert.deepEqual(kind.OptionSet.Options.map((option) => option.Label.LocalizedLabels.map((label) => [label.LanguageCode, label.Label])), [
      [[1033, "Inside"], [1053, "Insida"]],
      [[1033, "Outside"], [1053, "Utsida"]],
    ]);
    assert.equal(kind.GlobalOptionSet.Name, "tst_kind");
  });

  test("of a column, which must be there", async () => {
    const column = await api.retrieveAttribute({ entityKey: table, attributeKey: "LogicalName='tst_name'", castType: "Microsoft.Dynamics.CRM.StringAttributeMetadata", select: ["MaxLength", "RequiredLevel"] });
    const { status, message } = await refusal(api.retrieveAttribute({ entityKey: table, attributeKey: "LogicalName='tst_nope'" }));

    assert.deepEqual([column.MaxLength, column.RequiredLevel.Value], [100, "ApplicationRequired"]);
    assert.deepEqual([status, message], [404, "Could not find an attribute with name tst_nope of the entity tst_parent"]);
  });

  test("of keys", async () => {
    const { Keys } = await api.retrieveEntity({ key: "LogicalName='tst_child'", select: ["LogicalName"], expand: [{ property: "Keys", select: ["KeyAttributes"] }] });

    assert.deepEqual(Keys.map((key) => key.KeyAttributes), [["tst_parentid", "tst_number"]]);
  });

  test("of relationships", async () => {
    const found = await api.retrieveRelationships({ castType: "Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata", select: ["SchemaName", "ReferencingAttribute"], filter: "ReferencedEntity eq 'tst_parent'" });
    const one = await api.retrieveRelationship({ key: "SchemaName='tst_parent_child'" });

    assert.deepEqual(found.value.map((each) => [each.SchemaName, each.ReferencingAttribute]), [["tst_parent_child", "tst_parentid"]]);
    assert.deepEqual([one.RelationshipType, one.CascadeConfiguration.Delete], ["OneToManyRelationship", "Cascade"]);
  });

  test("of global choices", async () => {
    const all = await api.retrieveGlobalOptionSets({ select: ["Name"] });
    const one = await api.retrieveGlobalOptionSet({ key: "Name='tst_kind'", castType: "Microsoft.Dynamics.CRM.OptionSetMetadata" });

    assert.ok(all.value.some((each) => each.Name === "tst_kind"));
    assert.deepEqual(one.Options.map((option) => option.Value), [543210000, 543210001]);
  });

  test("cannot be changed, which is said by name", async () => {
    const { status, code, message } = await refusal(api.createGlobalOptionSet({ data: { Name: "tst_new" } }));

    assert.deepEqual([status, code, message], [501, "0x80040800", "'POST GlobalOptionSetDefinitions', a change of definitions, is not supported by the sandbox."]);
  });

  test("of a property that the sandbox does not know are refused by name", async () => {
    const { status, message } = await refusal(api.retrieveEntity({ key: table, select: ["IsKnowledgeManagementEnabled"] }));

    assert.deepEqual([status, message], [501, "The property 'IsKnowledgeManagementEnabled' of 'Microsoft.Dynamics.CRM.EntityMetadata' is not supported by the sandbox."]);
  });

  test("as CSDL", async () => {
    assert.match(await api.retrieveCsdlMetadata(), /<EntityType Name="tst_parent"/);
  });
});

describe("headers", () => {
  test("a request runs with the rights of the user it names", async () => {
    const id = await api.create({ collection: parents, data: { tst_name: "The author's" }, impersonate: author });
    const { status, code } = await refusal(api.create({ collection: parents, data: { tst_name: "Not allowed" }, impersonate: nobody }));

    assert.equal((await api.retrieve({ collection: parents, key: id, select: ["_ownerid_value"] }))._ownerid_value, author);
    assert.deepEqual([status, code], [403, "0x80040220"]);
    assert.equal((await api.callFunction({ name: "WhoAmI", impersonateAAD: author })).UserId, author);
  });

  test("passing over plug-ins is refused by name", async () => {
    const { status, message } = await refusal(api.create({ collection: parents, data: { tst_name: "Passed over" }, bypassCustomPluginExecution: true }));

    assert.deepEqual([status, message], [501, "The parameter 'BypassCustomPluginExecution' of 'Create' is not supported by the sandbox."]);
  });

  test("a tag is taken", async () => {
    assert.match(await api.create({ collection: parents, data: { tst_name: "Tagged" }, tag: "from the client" }), /^[0-9a-f-]{36}$/);
  });
});

test("search is refused by name", async () => {
  const { status, code } = await refusal(api.query({ query: { search: "anything" } }));

  assert.deepEqual([status, code], [501, "0x80040800"]);
});
