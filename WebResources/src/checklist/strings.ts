/** The checklist's own words: buttons, headings, states. Sentences about requirements come from the catalogue. */
import { statusWords, type StatusWords } from "../shared/statuses.js";
import { JudgementVerdict, ProbeOutcome } from "./names.js";

/** Every word the checklist shows of itself, in one language. */
export interface Strings {
  readonly status: StatusWords;
  readonly title: string;
  readonly score: (score: number) => string;
  readonly ready: string;
  readonly needsReview: string;
  readonly notReady: string;
  readonly openItems: (count: number) => string;
  readonly evaluated: (when: string) => string;
  readonly onlyBlocking: string;
  readonly search: string;
  readonly shown: (shown: number, all: number) => string;
  readonly groupCount: (closed: number, applicable: number, open: number) => string;
  readonly mandatory: string;
  readonly advice: string;
  readonly toDo: string;
  readonly source: string;
  readonly goToFix: string;
  readonly goToFixOf: (title: string) => string;
  readonly add: string;
  readonly addFor: (title: string) => string;
  readonly judge: Readonly<Record<JudgementVerdict, { readonly label: string; readonly of: (title: string) => string; readonly hint: string }>>;
  readonly note: string;
  readonly evidenceUrl: string;
  readonly evidenceUrlHint: string;
  readonly evidenceUrlWrong: string;
  readonly evidenceFile: string;
  readonly evidenceFileHint: string;
  readonly evidenceFileLarge: (bytes: number) => string;
  readonly evidenceFileEmpty: string;
  readonly evidenceFailed: (why: string) => string;
  readonly until: string;
  readonly untilHint: string;
  readonly assign: string;
  readonly assignOf: (title: string) => string;
  readonly owner: string;
  readonly changeOwner: string;
  readonly dueOn: string;
  readonly save: string;
  readonly assigned: (title: string) => string;
  readonly noteMissing: string;
  readonly cancel: string;
  readonly saving: string;
  readonly judged: (title: string) => string;
  readonly judgedBy: (verdict: JudgementVerdict | undefined, by: string, on: string, until: string) => string;
  readonly wasJudged: (verdict: JudgementVerdict | undefined, by: string, on: string) => string;
  readonly waiverEnded: (by: string, until: string) => string;
  readonly evidence: string;
  readonly from: (day: string) => string;
  readonly announced: (day: string) => string;
  readonly ends: (day: string) => string;
  readonly neverWaived: string;
  readonly secondHand: string;
  readonly unsourced: string;
  readonly broken: string;
  readonly ownedBy: (owner: string) => string;
  readonly due: (day: string) => string;
  readonly overdue: (day: string) => string;
  readonly probed: (outcome: ProbeOutcome, status: number | undefined, on: string) => string;
  readonly stale: string;
  readonly tried: (on: string) => string;
  readonly certificateEnds: (day: string) => string;
  readonly mine: string;
  readonly onlyOverdue: string;
  readonly onlyWaived: string;
  readonly ruleSet: (version: string) => string;
  readonly nobody: (count: number) => string;
  readonly preview: (closes: number, opens: number, others: number) => string;
  readonly previewNothing: string;
  readonly previewFailed: string;
  readonly closes: string;
  readonly opens: string;
  readonly changes: string;
  readonly loading: string;
  readonly retry: string;
  readonly loadFailed: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly newTitle: string;
  readonly newText: string;
  readonly nothingBlocks: string;
  readonly nothingFound: string;
  readonly showAll: string;
}

/** Parts as one phrase; empty ones are left out. */
function listed(parts: readonly string[], and: string): string {
  const said = parts.filter((part) => part !== "");
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} ${and} ${said[said.length - 1]}`;
}

const english: Strings = {
  status: statusWords(1033),
  title: "Readiness checklist",
  score: (score) => `Readiness score ${score} of 100`,
  ready: "Ready",
  needsReview: "Needs review",
  notReady: "Not ready",
  openItems: (count) => (count === 0 ? "No mandatory item is open" : count === 1 ? "1 mandatory item is open" : `${count} mandatory items are open`),
  evaluated: (when) => `Last change ${when}`,
  onlyBlocking: "Only what blocks",
  search: "Search requirements",
  shown: (shown, all) => `${shown} of ${all} requirements shown`,
  groupCount: (closed, applicable, open) => `${closed} of ${applicable} closed${open > 0 ? `, ${open} blocking` : ""}`,
  mandatory: "Mandatory",
  advice: "Advice",
  toDo: "To do:",
  source: "Source",
  goToFix: "Go to fix",
  goToFixOf: (title) => `Go to fix: ${title}`,
  add: "Add",
  addFor: (title) => `Add what is missing: ${title}`,
  judge: {
    [JudgementVerdict.Confirmed]: { label: "Confirm", of: (title) => `Confirm: ${title}`, hint: "Say what you checked and what you saw." },
    [JudgementVerdict.Rejected]: { label: "Reject", of: (title) => `Reject: ${title}`, hint: "Say what does not hold." },
    [JudgementVerdict.Waived]: { label: "Waive", of: (title) => `Waive: ${title}`, hint: "Say why it may stay open, and who agreed." },
  },
  note: "Note",
  evidenceUrl: "Evidence address",
  evidenceUrlHint: "Optional. A page that shows it, such as https://contoso.com/report.",
  evidenceUrlWrong: "Enter an address that starts with https://.",
  evidenceFile: "Evidence file",
  evidenceFileHint: "Optional. At most 10 MB; it stays with the judgement and cannot be replaced.",
  evidenceFileLarge: (bytes) => `The file has ${(bytes / 1048576).toFixed(1)} MB. Choose one of at most 10 MB, or give its address.`,
  evidenceFileEmpty: "The file is empty. Choose another one.",
  evidenceFailed: (why) => `Your judgement is saved, but the file could not be attached: ${why}`,
  until: "Waived until",
  untilHint: "At most 365 days ahead. The day after, the requirement is open again.",
  assign: "Assign",
  assignOf: (title) => `Assign: ${title}`,
  owner: "Owner",
  changeOwner: "Choose another owner",
  dueOn: "Due on",
  save: "Save",
  assigned: (title) => `Owner and due date are saved: ${title}`,
  noteMissing: "Write a note first.",
  cancel: "Cancel",
  saving: "Saving…",
  judged: (title) => `Your judgement is saved: ${title}`,
  judgedBy: (verdict, by, on, until) => (verdict === JudgementVerdict.Waived ? `Waived until ${until} by ${by}, ${on}:`
    : `${verdict === JudgementVerdict.Rejected ? "Rejected" : "Confirmed"} by ${by}, ${on}:`),
  wasJudged: (verdict, by, on) => `Was ${verdict === JudgementVerdict.Waived ? "waived" : verdict === JudgementVerdict.Rejected ? "rejected" : "confirmed"} on ${on} by ${by} for the previous value:`,
  waiverEnded: (by, until) => `The waiver by ${by} ended on ${until}:`,
  evidence: "Evidence",
  from: (day) => `From ${day}:`,
  announced: (day) => `Announced ${day}`,
  ends: (day) => `Applies until ${day}`,
  neverWaived: "Cannot be waived",
  secondHand: "Second-hand source",
  unsourced: "Unsourced",
  broken: "Cannot be used as written",
  ownedBy: (owner) => `Owner: ${owner}`,
  due: (day) => `Due ${day}`,
  overdue: (day) => `Overdue since ${day}`,
  probed: (outcome, status, on) => `${outcome === ProbeOutcome.Reached ? "Reached" : outcome === ProbeOutcome.Failed ? "Failed" : outcome === ProbeOutcome.Refused ? "Refused" : "Could not check"}${status === undefined ? "" : ` (${status})`}, checked ${on}`,
  stale: "stale",
  tried: (on) => `tried in vain ${on}; the answer still counts`,
  certificateEnds: (day) => `Certificate ends ${day}`,
  mine: "Mine",
  onlyOverdue: "Overdue",
  onlyWaived: "Waived",
  ruleSet: (version) => `Rule set ${version}`,
  nobody: (count) => (count === 1 ? "1 clause nobody looks at" : `${count} clauses nobody looks at`),
  preview: (closes, opens, others) => `Saving would ${listed([closes > 0 ? `close ${closes}` : "", opens > 0 ? `open ${opens}` : "", others > 0 ? `change ${others}` : ""], "and")}`,
  previewNothing: "Saving would change no requirement.",
  previewFailed: "What saving would change could not be told now.",
  closes: "Closes",
  opens: "Opens",
  changes: "Changes",
  loading: "Loading the checklist…",
  retry: "Try again",
  loadFailed: "The checklist could not be loaded.",
  emptyTitle: "Nothing is evaluated yet",
  emptyText: "Choose Evaluate now in the command bar to build the checklist.",
  newTitle: "Save the offer first",
  newText: "The checklist appears when the offer has been saved once.",
  nothingBlocks: "Nothing blocks this offer.",
  nothingFound: "No requirement matches.",
  showAll: "Show all",
};

const swedish: Strings = {
  status: statusWords(1053),
  title: "Checklista för publicering",
  score: (score) => `Beredskap ${score} av 100`,
  ready: "Klart",
  needsReview: "Behöver granskas",
  notReady: "Inte klart",
  openItems: (count) => (count === 0 ? "Inget obligatoriskt krav är öppet" : count === 1 ? "1 obligatoriskt krav är öppet" : `${count} obligatoriska krav är öppna`),
  evaluated: (when) => `Senast ändrad ${when}`,
  onlyBlocking: "Bara det som hindrar",
  search: "Sök krav",
  shown: (shown, all) => `${shown} av ${all} krav visas`,
  groupCount: (closed, applicable, open) => `${closed} av ${applicable} klara${open > 0 ? `, ${open} hindrar` : ""}`,
  mandatory: "Obligatoriskt",
  advice: "Råd",
  toDo: "Att göra:",
  source: "Källa",
  goToFix: "Åtgärda",
  goToFixOf: (title) => `Åtgärda: ${title}`,
  add: "Lägg till",
  addFor: (title) => `Lägg till det som saknas: ${title}`,
  judge: {
    [JudgementVerdict.Confirmed]: { label: "Bekräfta", of: (title) => `Bekräfta: ${title}`, hint: "Skriv vad du kontrollerade och vad du såg." },
    [JudgementVerdict.Rejected]: { label: "Underkänn", of: (title) => `Underkänn: ${title}`, hint: "Skriv vad som inte stämmer." },
    [JudgementVerdict.Waived]: { label: "Undanta", of: (title) => `Undanta: ${title}`, hint: "Skriv varför det får vara öppet, och vem som har godkänt det." },
  },
  note: "Anteckning",
  evidenceUrl: "Adress till underlag",
  evidenceUrlHint: "Valfritt. En sida som visar det, till exempel https://contoso.com/report.",
  evidenceUrlWrong: "Ange en adress som börjar med https://.",
  evidenceFile: "Underlag som fil",
  evidenceFileHint: "Valfritt. Högst 10 MB; den hör till bedömningen och kan inte bytas ut.",
  evidenceFileLarge: (bytes) => `Filen har ${(bytes / 1048576).toFixed(1).replace(".", ",")} MB. Välj en på högst 10 MB, eller ange dess adress.`,
  evidenceFileEmpty: "Filen är tom. Välj en annan.",
  evidenceFailed: (why) => `Din bedömning är sparad, men filen kunde inte bifogas: ${why}`,
  until: "Undantaget till och med",
  untilHint: "Högst 365 dagar framåt. Dagen efter är kravet öppet igen.",
  assign: "Tilldela",
  assignOf: (title) => `Tilldela: ${title}`,
  owner: "Ansvarig",
  changeOwner: "Välj en annan ansvarig",
  dueOn: "Klart senast",
  save: "Spara",
  assigned: (title) => `Ansvarig och slutdatum är sparade: ${title}`,
  noteMissing: "Skriv en anteckning först.",
  cancel: "Avbryt",
  saving: "Sparar…",
  judged: (title) => `Din bedömning är sparad: ${title}`,
  judgedBy: (verdict, by, on, until) => (verdict === JudgementVerdict.Waived ? `Undantaget till och med ${until} av ${by}, ${on}:`
    : `${verdict === JudgementVerdict.Rejected ? "Underkänt" : "Bekräftat"} av ${by}, ${on}:`),
  wasJudged: (verdict, by, on) => `${verdict === JudgementVerdict.Waived ? "Undantogs" : verdict === JudgementVerdict.Rejected ? "Underkändes" : "Bekräftades"} ${on} av ${by} för det tidigare värdet:`,
  waiverEnded: (by, until) => `Undantaget av ${by} upphörde ${until}:`,
  evidence: "Underlag",
  from: (day) => `Från ${day}:`,
  announced: (day) => `Tillkännagivet ${day}`,
  ends: (day) => `Gäller till och med ${day}`,
  neverWaived: "Kan inte undantas",
  secondHand: "Källa i andra hand",
  unsourced: "Källa saknas",
  broken: "Kan inte användas som det är skrivet",
  ownedBy: (owner) => `Ansvarig: ${owner}`,
  due: (day) => `Klart senast ${day}`,
  overdue: (day) => `Försenat sedan ${day}`,
  probed: (outcome, status, on) => `${outcome === ProbeOutcome.Reached ? "Svarade" : outcome === ProbeOutcome.Failed ? "Misslyckades" : outcome === ProbeOutcome.Refused ? "Avvisades" : "Kunde inte kontrolleras"}${status === undefined ? "" : ` (${status})`}, kontrollerat ${on}`,
  stale: "för gammalt",
  tried: (on) => `försökt förgäves ${on}; svaret gäller ännu`,
  certificateEnds: (day) => `Certifikatet gäller till ${day}`,
  mine: "Mina",
  onlyOverdue: "Försenade",
  onlyWaived: "Undantagna",
  ruleSet: (version) => `Regelverk ${version}`,
  nobody: (count) => (count === 1 ? "1 klausul som ingen bevakar" : `${count} klausuler som ingen bevakar`),
  preview: (closes, opens, others) => `Att spara skulle ${listed([closes > 0 ? `stänga ${closes}` : "", opens > 0 ? `öppna ${opens}` : "", others > 0 ? `ändra ${others}` : ""], "och")}`,
  previewNothing: "Att spara skulle inte ändra något krav.",
  previewFailed: "Vad som skulle ändras när du sparar kunde inte tas fram nu.",
  closes: "Stängs",
  opens: "Öppnas",
  changes: "Ändras",
  loading: "Läser in checklistan…",
  retry: "Försök igen",
  loadFailed: "Checklistan kunde inte läsas in.",
  emptyTitle: "Inget är utvärderat ännu",
  emptyText: "Välj Utvärdera nu i kommandofältet för att skapa checklistan.",
  newTitle: "Spara erbjudandet först",
  newText: "Checklistan visas när erbjudandet har sparats en gång.",
  nothingBlocks: "Inget hindrar erbjudandet.",
  nothingFound: "Inget krav matchar.",
  showAll: "Visa alla",
};

/** Words in the person's language; English where there is no other. */
export function stringsFor(language: number): Strings {
  return language === 1053 ? swedish : english;
}
