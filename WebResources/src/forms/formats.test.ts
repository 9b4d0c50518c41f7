import assert from "node:assert/strict";
import { test } from "node:test";
import { problemOf, wordsFor, type Format } from "./formats.js";

const english = wordsFor(1033);

const fitting: readonly (readonly [Format, unknown])[] = [
  ["url", null], ["url", ""], ["url", "https://contoso.com"], ["url", "HTTPS://contoso.com:8443/a?b#c"], ["url", "https://bücher.example/x"],
  ["email", "a.b+c@contoso.com"],
  ["guid", "11112222-bbbb-3333-cccc-4444dddd5555"], ["guid", "{11112222-BBBB-3333-CCCC-4444DDDD5555}"],
  ["guids", "11112222-bbbb-3333-cccc-4444dddd5555\n22223333-bbbb-3333-cccc-4444dddd5555"], ["reference", "D365-CU-L-03"], ["reference", "TEAM-1"],
  ["key", "TEAM-A-1"], ["key", "D365-CU-L-07"], ["key", `TEAM-${"A".repeat(35)}`],
  ["percent", 0], ["percent", 100], ["percent", 99.9],
];

const refused: readonly (readonly [Format, unknown, string])[] = [
  ["url", "contoso", "'contoso' is not a web address. Enter one such as https://contoso.com/help."],
  ["url", "javascript:alert(1)", "'javascript:alert(1)' is not a web address. Enter one such as https://contoso.com/help."],
  ["url", "http://contoso.com", "'http://contoso.com' does not start with https://. Enter an address that does."],
  ["url", "https://user:pw@contoso.com", "The address holds a user name or password. Remove the part before @."],
  ["url", "https://contoso .com", "'https://contoso .com' is not a web address. Enter one such as https://contoso.com/help."],
  ["url", "https://", "'https://' is not a web address. Enter one such as https://contoso.com/help."],
  ["guids", "11112222-bbbb-3333-cccc-4444dddd5555\nnone", "'none' is not a GUID. Enter one such as 11112222-bbbb-3333-cccc-4444dddd5555."],
  ["reference", "XYZ", "'XYZ' is no key of a requirement. Enter one of the checklist, such as D365-CU-L-03, or none when the finding fits no requirement."],
  ["key", "team-1", "'team-1' is no key. Enter TEAM- and capitals, digits and hyphens (at most 40), or the key of a built-in requirement to change that one."],
  ["key", `TEAM-${"A".repeat(36)}`, `'TEAM-${"A".repeat(36)}' is no key. Enter TEAM- and capitals, digits and hyphens (at most 40), or the key of a built-in requirement to change that one.`],
  ["email", "a@b", "'a@b' is not an e-mail address. Enter one such as name@contoso.com."],
  ["guid", "{11112222-bbbb-3333-cccc-4444dddd5555", "'{11112222-bbbb-3333-cccc-4444dddd5555' is not a GUID. Enter one such as 11112222-bbbb-3333-cccc-4444dddd5555."],
  ["percent", 100.001, "100.001 is not between 0 and 100. Enter a percentage such as 99.9."],
  ["percent", -0.001, "-0.001 is not between 0 and 100. Enter a percentage such as 99.9."],
];

for (const [format, value] of fitting)
  test(`${format} takes ${JSON.stringify(value)}`, () => assert.equal(problemOf(format, value, english), undefined));

for (const [format, value, problem] of refused)
  test(`${format} names what is wrong with ${JSON.stringify(value)}`, () => assert.equal(problemOf(format, value, english), problem));

test("a credential is never repeated", () => {
  assert.ok(!problemOf("url", "https://user:secret@contoso.com", english)?.includes("secret"));
});

test("Swedish words differ from English", () => {
  assert.notEqual(problemOf("guid", "x", wordsFor(1053)), problemOf("guid", "x", english));
});
