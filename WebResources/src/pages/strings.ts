/** The pages' own words. Sentences about requirements come from the catalogue. */
import type { Guard } from "../shared/ledger.js";
import { statusWords, type StatusWords } from "../shared/statuses.js";

/** Every word the pages show of themselves, in one language. */
export interface Strings {
  readonly status: StatusWords;
  readonly loading: string;
  readonly retry: string;
  readonly loadFailed: string;
  readonly newTitle: string;
  readonly newText: string;
  readonly mandatory: string;
  readonly advice: string;
  readonly opens: string;
  readonly closes: string;
  readonly reason: string;
  readonly title: string;
  readonly key: string;

  readonly forecast: string;
  readonly forecastText: string;
  readonly horizon: string;
  readonly days: (count: number) => string;
  readonly inDays: (count: number) => string;
  readonly calendar: string;
  readonly calendarName: (offer: string) => string;
  readonly calendarSummary: (offer: string, title: string, from: string, to: string) => string;
  readonly forecastNone: (day: string) => string;
  readonly forecastEnd: (day: string, readiness: string, open: number) => string;
  readonly readiness: Readonly<Record<string, string>>;
  readonly causes: Readonly<Record<string, string>>;

  readonly history: string;
  readonly trend: string;
  readonly trendLabel: (first: string, last: string, from: number, to: number) => string;
  readonly trendNone: string;
  readonly figures: string;
  readonly day: string;
  readonly score: string;
  readonly open: string;
  readonly changedSince: string;
  readonly after: string;
  readonly until: string;
  readonly wrongDays: string;
  readonly changed: (count: number) => string;
  readonly changedNone: string;
  readonly back: string;
  readonly turns: (count: number) => string;
  readonly byWhom: (who: string, when: string) => string;
  readonly saves: Readonly<Record<"Create" | "Update" | "Delete", (table: string) => string>>;
  readonly tables: Readonly<Record<string, string>>;
  readonly calls: Readonly<Record<"sweep" | "evaluate" | "probe", string>>;
  readonly openRecord: string;

  readonly rulesets: string;
  readonly rulesetsText: (name: string) => string;
  readonly compareWith: string;
  readonly ruleSetNames: Readonly<Record<number, string>>;
  readonly kept: (all: number, turned: number) => string;
  readonly keptText: string;
  readonly onlyTurned: string;
  readonly leaves: (count: number) => string;
  readonly leavesText: string;
  readonly comes: (count: number) => string;
  readonly comesText: string;
  readonly nothing: string;
  readonly wouldBeOpen: (count: number) => string;
  readonly switchTo: (name: string) => string;
  readonly switchTitle: string;
  readonly switchText: (name: string, leaves: number, comes: number, open: number) => string;
  readonly switchUnsaved: string;
  readonly cancel: string;
  readonly was: string;
  readonly willBe: string;

  readonly ledger: string;
  readonly ledgerText: string;
  readonly ruleSet: string;
  readonly search: string;
  readonly nothingFound: string;
  readonly clauses: (count: number) => string;
  readonly guards: Readonly<Record<Guard, string>>;
  readonly guardTexts: Readonly<Record<Guard, string>>;
  readonly source: string;
  readonly note: string;
}

const english: Strings = {
  status: statusWords(1033),
  loading: "Loading…",
  retry: "Try again",
  loadFailed: "The page could not be loaded.",
  newTitle: "Save the offer first",
  newText: "There is something to see here when the offer has been saved once.",
  mandatory: "Mandatory",
  advice: "Advice",
  opens: "Opens",
  closes: "Closes",
  reason: "Reason",
  title: "Requirement",
  key: "Key",

  forecast: "Forecast",
  forecastText: "What changes by itself, without anybody touching the offer.",
  horizon: "Look ahead",
  days: (count) => `${count} days`,
  inDays: (count) => (count === 0 ? "today" : count === 1 ? "tomorrow" : `in ${count} days`),
  calendar: "Download as calendar",
  calendarName: (offer) => `Readiness of ${offer}`,
  calendarSummary: (offer, title, from, to) => `${offer}: ${title} (${from} to ${to})`,
  forecastNone: (day) => `Nothing changes by itself until ${day}.`,
  forecastEnd: (day, readiness, open) => `On ${day}: ${readiness}, ${open === 1 ? "1 mandatory item open" : `${open} mandatory items open`}.`,
  readiness: { Ready: "Ready", NeedsReview: "Needs review", NotReady: "Not ready" },
  causes: {
    RuleStarts: "A rule begins to apply", RuleEnds: "A rule ceases to apply", WaiverEnds: "A waiver ends", SignatureExpires: "A SAS address expires",
    KeyExpires: "An app key expires", CertificateEnds: "A certificate ends", ProbeAges: "A probe grows too old", DateComes: "A date is reached",
  },

  history: "History",
  trend: "Readiness score by day",
  trendLabel: (first, last, from, to) => `Readiness score from ${from} on ${first} to ${to} on ${last}. The figures are in the table below.`,
  trendNone: "No day is on record yet. The first change to the checklist makes one.",
  figures: "Figures as a table",
  day: "Day",
  score: "Score",
  open: "Open",
  changedSince: "What changed",
  after: "Since",
  until: "Until",
  wrongDays: "Choose a first day that comes before the last one.",
  changed: (count) => (count === 1 ? "1 requirement turned" : `${count} requirements turned`),
  changedNone: "No requirement turned between these days.",
  back: "as before",
  turns: (count) => (count === 1 ? "1 turn" : `${count} turns`),
  byWhom: (who, when) => `${who}, ${when}`,
  saves: {
    Create: (table) => `Added: ${table}`, Update: (table) => `Changed: ${table}`, Delete: (table) => `Deleted: ${table}`,
  },
  tables: {
    rdy_offer: "offer", rdy_trial: "trial", rdy_supportlink: "support link", rdy_marketingasset: "marketing asset", rdy_plan: "plan",
    rdy_judgement: "judgement", rdy_requirement: "own requirement", rdy_probe: "probe result", rdy_certification: "certification verdict",
  },
  calls: { sweep: "Sweep", evaluate: "Evaluated by hand", probe: "Addresses checked" },
  openRecord: "Open the record",

  rulesets: "Rule sets",
  rulesetsText: (name) => `This offer is checked against ${name}.`,
  compareWith: "Compare with",
  ruleSetNames: { 847360000: "2018-12", 847360001: "Partner Center (current)" },
  kept: (all, turned) => `Kept: ${all}${turned > 0 ? `, ${turned} of them turn` : ""}`,
  keptText: "Asked for by both. Data and judgements stay.",
  onlyTurned: "Those that do not turn are left out.",
  leaves: (count) => `Dropped: ${count}`,
  leavesText: "No longer asked for. The data stays stored.",
  comes: (count) => `Added: ${count}`,
  comesText: "Asked for in addition.",
  nothing: "None.",
  wouldBeOpen: (count) => (count === 1 ? "After the switch 1 mandatory item is open." : `After the switch ${count} mandatory items are open.`),
  switchTo: (name) => `Switch to ${name}`,
  switchTitle: "Switch the rule set?",
  switchText: (name, leaves, comes, open) => `The offer will be checked against ${name}: ${leaves} requirements are dropped, ${comes} are added, and ${open} mandatory items are open then. You can switch back.`,
  switchUnsaved: "Save or discard the changes on the form first.",
  cancel: "Cancel",
  was: "Now",
  willBe: "After the switch",

  ledger: "Clause ledger",
  ledgerText: "Every clause of the rule set, and who looks at it.",
  ruleSet: "Rule set",
  search: "Search clauses",
  nothingFound: "No clause matches.",
  clauses: (count) => (count === 1 ? "1 clause" : `${count} clauses`),
  guards: { Nobody: "Nobody", Person: "A person", Probe: "A probe", OnSave: "On every save" },
  guardTexts: {
    Nobody: "Not checked here by anything or anybody.",
    Person: "A reviewer judges it.",
    Probe: "An address is asked, and the answer decides.",
    OnSave: "The software decides it whenever the offer is saved.",
  },
  source: "Source",
  note: "Note",
};

const swedish: Strings = {
  status: statusWords(1053),
  loading: "Läser in…",
  retry: "Försök igen",
  loadFailed: "Sidan kunde inte läsas in.",
  newTitle: "Spara erbjudandet först",
  newText: "Här finns något att se när erbjudandet har sparats en gång.",
  mandatory: "Obligatoriskt",
  advice: "Råd",
  opens: "Öppnas",
  closes: "Stängs",
  reason: "Skäl",
  title: "Krav",
  key: "Nyckel",

  forecast: "Prognos",
  forecastText: "Det som ändras av sig självt, utan att någon rör erbjudandet.",
  horizon: "Se framåt",
  days: (count) => `${count} dagar`,
  inDays: (count) => (count === 0 ? "i dag" : count === 1 ? "i morgon" : `om ${count} dagar`),
  calendar: "Hämta som kalender",
  calendarName: (offer) => `Beredskap för ${offer}`,
  calendarSummary: (offer, title, from, to) => `${offer}: ${title} (${from} till ${to})`,
  forecastNone: (day) => `Inget ändras av sig självt till och med ${day}.`,
  forecastEnd: (day, readiness, open) => `Den ${day}: ${readiness}, ${open === 1 ? "1 obligatoriskt krav öppet" : `${open} obligatoriska krav öppna`}.`,
  readiness: { Ready: "Klart", NeedsReview: "Behöver granskas", NotReady: "Inte klart" },
  causes: {
    RuleStarts: "En regel börjar gälla", RuleEnds: "En regel upphör", WaiverEnds: "Ett undantag upphör", SignatureExpires: "En SAS-adress går ut",
    KeyExpires: "En appnyckel går ut", CertificateEnds: "Ett certifikat går ut", ProbeAges: "En kontroll blir för gammal", DateComes: "Ett datum nås",
  },

  history: "Historik",
  trend: "Poäng per dag",
  trendLabel: (first, last, from, to) => `Poäng från ${from} den ${first} till ${to} den ${last}. Siffrorna finns i tabellen nedan.`,
  trendNone: "Ingen dag finns ännu. Den första ändringen i checklistan skapar en.",
  figures: "Siffrorna som tabell",
  day: "Dag",
  score: "Poäng",
  open: "Öppna",
  changedSince: "Vad som ändrats",
  after: "Sedan",
  until: "Till och med",
  wrongDays: "Välj en första dag som kommer före den sista.",
  changed: (count) => (count === 1 ? "1 krav ändrades" : `${count} krav ändrades`),
  changedNone: "Inget krav ändrades mellan dessa dagar.",
  back: "som förut",
  turns: (count) => (count === 1 ? "1 ändring" : `${count} ändringar`),
  byWhom: (who, when) => `${who}, ${when}`,
  saves: {
    Create: (table) => `Tillagt: ${table}`, Update: (table) => `Ändrat: ${table}`, Delete: (table) => `Borttaget: ${table}`,
  },
  tables: {
    rdy_offer: "erbjudande", rdy_trial: "provalternativ", rdy_supportlink: "supportlänk", rdy_marketingasset: "marknadsföringsmaterial", rdy_plan: "plan",
    rdy_judgement: "bedömning", rdy_requirement: "eget krav", rdy_probe: "nätkontroll", rdy_certification: "certifieringsutfall",
  },
  calls: { sweep: "Genomgång", evaluate: "Utvärderat för hand", probe: "Adresser kontrollerade" },
  openRecord: "Öppna posten",

  rulesets: "Regelverk",
  rulesetsText: (name) => `Erbjudandet prövas mot ${name}.`,
  compareWith: "Jämför med",
  ruleSetNames: { 847360000: "2018-12", 847360001: "Partnercenter (aktuellt)" },
  kept: (all, turned) => `Kvar: ${all}${turned > 0 ? `, varav ${turned} ändras` : ""}`,
  keptText: "Begärs av båda. Data och bedömningar finns kvar.",
  onlyTurned: "De som inte ändras visas inte.",
  leaves: (count) => `Försvinner: ${count}`,
  leavesText: "Begärs inte längre. Data finns kvar.",
  comes: (count) => `Tillkommer: ${count}`,
  comesText: "Begärs därutöver.",
  nothing: "Inga.",
  wouldBeOpen: (count) => (count === 1 ? "Efter bytet är 1 obligatoriskt krav öppet." : `Efter bytet är ${count} obligatoriska krav öppna.`),
  switchTo: (name) => `Byt till ${name}`,
  switchTitle: "Byta regelverk?",
  switchText: (name, leaves, comes, open) => `Erbjudandet prövas då mot ${name}: ${leaves} krav försvinner, ${comes} tillkommer, ${open} obligatoriska krav är då öppna. Du kan byta tillbaka.`,
  switchUnsaved: "Spara eller ångra ändringarna i formuläret först.",
  cancel: "Avbryt",
  was: "Nu",
  willBe: "Efter bytet",

  ledger: "Klausulregister",
  ledgerText: "Varje klausul i regelverket, och vem som bevakar den.",
  ruleSet: "Regelverk",
  search: "Sök klausuler",
  nothingFound: "Ingen klausul matchar.",
  clauses: (count) => (count === 1 ? "1 klausul" : `${count} klausuler`),
  guards: { Nobody: "Ingen", Person: "En person", Probe: "En kontroll", OnSave: "Vid varje sparning" },
  guardTexts: {
    Nobody: "Kontrolleras inte här, av något eller någon.",
    Person: "En granskare bedömer den.",
    Probe: "En adress tillfrågas, och svaret avgör.",
    OnSave: "Programmet avgör den varje gång erbjudandet sparas.",
  },
  source: "Källa",
  note: "Anmärkning",
};

/** Words in the person's language; English where there is no other. */
export function stringsFor(language: number): Strings {
  return language === 1053 ? swedish : english;
}
