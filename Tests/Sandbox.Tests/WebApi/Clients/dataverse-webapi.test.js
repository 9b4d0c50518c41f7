// dataverse-webapi against the sandbox: each of the methods its documentation lists.
import assert from "node:assert/strict";
import http from "node:http";
import https from "node:https";
import { test } from "node:test";
import dataverse from "dataverse-webapi/lib/node";
import { author, mark, nobody, refusal, server } from "./sandbox.js";

// The library speaks https to the standard port and nothing else; the sandbox has neither. And it takes a slash out of the address it is given.
const { hostname, port } = new URL(server);
https.request = (options, callback) => http.request({ ...options, hostname, port }, callback);

const config = () => new dataverse.WebApiConfig("9.2", undefined, server.replace("//", "///"));
const parents = "tst_parents";
const children = "tst_children";
const create = (name, more = {}) => dataverse.create(config(), parents, { tst_name: name, ...more });
const retrieve = (id, query) => dataverse.retrieve(config(), parents, id, query);

test("creates and retrieves a row", async () => {
  const id = await create("Created", { tst_score: 3 });

  const row = await retrieve(id, "$select=tst_name,tst_score,tst_kind");

  assert.deepEqual([row.tst_name, row.tst_score, row["tst_score@OData.Community.Display.V1.FormattedValue"]], ["Created", 3, "3"]);
});

test("creates and updates a row with returned data", async () => {
  const created = await dataverse.createWithReturnData(config(), parents, { tst_name: "Shown" }, "$select=tst_name,tst_parentid");
  const updated = await dataverse.updateWithReturnData(config(), parents, created.tst_parentid, { tst_score: 5 }, "$select=tst_score");

  assert.deepEqual([created.tst_name, updated.tst_score], ["Shown", 5]);
});

test("updates a row, and a single property", async () => {
  const id = await create("Before", { tst_score: 1 });

  await dataverse.update(config(), parents, id, { tst_name: "After" });
  await dataverse.updateProperty(config(), parents, id, "tst_score", 2);

  const row = await retrieve(id, "$select=tst_name,tst_score");
  assert.deepEqual([row.tst_name, row.tst_score], ["After", 2]);
});

test("deletes a property, and a row", async () => {
  const id = await create("Emptied", { tst_score: 1 });

  await dataverse.deleteProperty(config(), parents, id, "tst_score");
  assert.equal((await retrieve(id, "$select=tst_score")).tst_score, null);

  await dataverse.deleteRecord(config(), parents, id);
  assert.equal((await refusal(retrieve(id))).code, "0x80040217");
});

test("retrieves a row by its alternate key", async () => {
  const parent = await create("Keys");
  const child = await dataverse.create(config(), children, { tst_number: "k1", "tst_ParentId@odata.bind": `/tst_parents(${parent})` });

  const row = await dataverse.retrieveAlternateKey(config(), children, `_tst_parentid_value=${parent},tst_number='k1'`, "$select=tst_number");

  assert.equal(row.tst_childid, child);
});

test("retrieves rows page by page", async () => {
  const name = mark();
  for (let score = 1; score <= 3; score++) await create(`${name} ${score}`, { tst_score: score });
  const options = { maxPageSize: 2 };

  const first = await dataverse.retrieveMultiple(config(), parents, `$select=tst_score&$orderby=tst_score&$filter=startswith(tst_name,'${name}')`, options);
  const second = await dataverse.retrieveMultipleNextPage(config(), first["@odata.nextLink"], options);

  assert.deepEqual([first, second].map((page) => page.value.map((row) => row.tst_score)), [[1, 2], [3]]);
});

test("retrieves rows by FetchXML", async () => {
  const name = mark();
  await create(name, { tst_score: 8 });
  const fetch = `<fetch><entity name="tst_parent"><attribute name="tst_score"/><filter><condition attribute="tst_name" operator="eq" value="${name}"/></filter></entity></fetch>`;

  const rows = await dataverse.retrieveMultiple(config(), parents, `fetchXml=${encodeURIComponent(fetch)}`);

  assert.deepEqual(rows.value.map((row) => row.tst_score), [8]);
});

test("associates and disassociates rows", async () => {
  const parent = await create("Tied");
  const child = await dataverse.create(config(), children, { tst_number: "1" });
  const tied = async () => (await dataverse.retrieve(config(), children, child, "$select=_tst_parentid_value"))._tst_parentid_value;

  await dataverse.associate(config(), parents, parent, "tst_parent_child", children, child);
  assert.equal(await tied(), parent);

  await dataverse.disassociate(config(), parents, parent, "tst_parent_child", child);
  assert.equal(await tied(), null);

  await dataverse.update(config(), children, child, { "tst_ParentId@odata.bind": `/tst_parents(${parent})` });
  await dataverse.disassociate(config(), children, child, "tst_ParentId");
  assert.equal(await tied(), null);
});

test("calls functions and actions, bound and unbound", async () => {
  const id = await create("Evaluated");

  assert.match((await dataverse.unboundFunction(config(), "WhoAmI")).UserId, /^[0-9a-f-]{36}$/);
  assert.match((await dataverse.boundAction(config(), parents, id, "tst_Evaluate", { Force: true }))["@odata.context"], /tst_EvaluateResponse$/);
  assert.equal((await refusal(dataverse.unboundAction(config(), "DeleteFile", {}))).code, "0x80040203");
});

test("runs a batch of a change set and queries", async () => {
  const name = mark();

  const answers = await dataverse.batchOperation(
    config(),
    "1",
    "2",
    [
      { queryString: parents, method: "POST", entity: { tst_name: name, tst_score: 4 } },
      { queryString: parents, method: "POST", entity: { tst_name: name, tst_score: 5 } },
    ],
    [`tst_parents?$select=tst_score&$orderby=tst_score&$filter=tst_name eq '${name}'`.replaceAll(" ", "%20")],
  );

  assert.deepEqual(answers.map((answer) => answer.httpStatus), [204, 204, 200]);
  assert.deepEqual(answers.slice(0, 2).map((answer) => answer.contentId), ["1", "2"]);
  assert.deepEqual(answers[2].data.value.map((row) => row.tst_score), [4, 5]);
  assert.equal((await retrieve(answers[1].entityId, "$select=tst_score")).tst_score, 5);
});

test("keeps nothing of a change set of which a part fails", async () => {
  const name = mark();

  const { code } = await refusal(dataverse.batchOperation(
    config(),
    "1",
    "2",
    [{ queryString: parents, method: "POST", entity: { tst_name: name } }, { queryString: parents, method: "POST", entity: { tst_name: name, tst_score: 1000 } }],
    [],
  ));

  assert.equal(code, "0x80044330");
  assert.deepEqual((await dataverse.retrieveMultiple(config(), parents, `$select=tst_name&$filter=tst_name eq '${name}'`)).value, []);
});

test("acts for another user", async () => {
  const id = await dataverse.create(config(), parents, { tst_name: "The author's" }, { impersonateUserId: author });

  assert.equal((await retrieve(id, "$select=_ownerid_value"))._ownerid_value, author);
  assert.equal((await refusal(dataverse.create(config(), parents, { tst_name: "Not allowed" }, { impersonateUserId: nobody }))).code, "0x80040220");
});

test("sees a refusal with its code and message", async () => {
  const { code, message } = await refusal(dataverse.create(config(), parents, { tst_nope: 1 }));

  assert.equal(code, "0x0");
  assert.match(message, /Invalid property 'tst_nope' was found in entity 'Microsoft\.Dynamics\.CRM\.tst_parent'\./);
});
