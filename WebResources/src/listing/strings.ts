/** The twin's and the kit's own words. */

/** Every word they show of themselves, in one language. */
export interface Strings {
  readonly title: string;
  readonly card: string;
  readonly page: string;
  readonly desktop: string;
  readonly phone: string;
  readonly light: string;
  readonly dark: string;
  readonly width: string;
  readonly theme: string;
  readonly note: string;
  readonly button: Readonly<Record<"get" | "trial" | "contact" | "none", string>>;
  readonly by: (publisher: string) => string;
  readonly overview: string;
  readonly screenshots: string;
  readonly videos: string;
  readonly learnMore: string;
  readonly details: string;
  readonly version: string;
  readonly categories: string;
  readonly industries: string;
  readonly products: string;
  readonly worksWith: string;
  readonly keywords: string;
  readonly terms: string;
  readonly privacy: string;
  readonly links: string;
  readonly noName: string;
  readonly noPicture: string;
  readonly noDescription: string;
  readonly limits: string;
  readonly field: Readonly<Record<"name" | "summary" | "description", string>>;
  readonly length: (field: string, length: number, max: number, key: string) => string;
  readonly over: (count: number) => string;
  readonly dropped: (tags: string) => string;
  readonly keywordsHidden: string;
  readonly export: string;
  readonly exporting: string;
  readonly exported: (file: string, count: number) => string;
  readonly exportFailed: (why: string) => string;
  readonly unsaved: string;
  readonly loadFailed: string;
  readonly newOffer: string;
  readonly report: string;
  readonly letter: string;
  readonly letterTo: (name: string) => string;
  readonly letterIntro: (name: string, version: string, ruleSet: string) => string;
  readonly waivers: string;
  readonly noWaivers: string;
  readonly falsePositives: string;
  readonly noFalsePositives: string;
  readonly testNotes: string;
  readonly noTestNotes: string;
  readonly testAccount: string;
  readonly connections: string;
  readonly until: (date: string) => string;
  readonly judgedBy: (by: string, on: string) => string;
  readonly evidence: string;
  readonly requirement: string;
  readonly status: string;
  readonly reason: string;
  readonly fix: string;
  readonly source: string;
  readonly score: (score: number, open: number) => string;
  readonly ruleSetVersion: (version: string, evaluated: string) => string;
  readonly nobody: string;
  readonly nobodyIntro: string;
  readonly made: (when: string) => string;
  readonly readme: string;
}

const english: Strings = {
  title: "Listing twin",
  card: "In the search results",
  page: "The listing's page",
  desktop: "Desktop",
  phone: "Phone",
  light: "Light",
  dark: "Dark",
  width: "Width",
  theme: "Theme",
  note: "Drawn from the form's values, saved or not. The store's own design differs; lengths, tags, pictures and their order are what counts. Text that the limit cuts off is struck out.",
  button: { get: "Get it now", trial: "Free trial", contact: "Contact me", none: "No listing option" },
  by: (publisher) => `By ${publisher}`,
  overview: "Overview",
  screenshots: "Screenshots",
  videos: "Videos",
  learnMore: "Learn more",
  details: "Details",
  version: "Version",
  categories: "Categories",
  industries: "Industries",
  products: "Products",
  worksWith: "Works with",
  keywords: "Search keywords",
  terms: "Terms",
  privacy: "Privacy policy",
  links: "Links",
  noName: "No name yet",
  noPicture: "No logo yet",
  noDescription: "No description yet.",
  limits: "Lengths",
  field: { name: "Name", summary: "Summary", description: "Description, mark-up included" },
  length: (field, length, max, key) => `${field}: ${length} of ${max} characters (${key})`,
  over: (count) => (count === 1 ? "1 character too many" : `${count} characters too many`),
  dropped: (tags) => `Not allowed and left out here: ${tags}`,
  keywordsHidden: "Customers find the listing by them; the page does not show them.",
  export: "Export listing kit",
  exporting: "Collecting the listing kit…",
  exported: (file, count) => `${file} with ${count} files has been handed to your browser.`,
  exportFailed: (why) => `The listing kit could not be made. ${why}`,
  unsaved: "The kit holds what is saved. Save the offer first, so that your last changes are in it.",
  loadFailed: "The listing could not be loaded",
  newOffer: "Save the offer once to see its listing.",
  report: "Readiness report",
  letter: "Letter to the reviewers",
  letterTo: (name) => `Letter to the certification reviewers of ${name}`,
  letterIntro: (name, version, ruleSet) => `This letter goes with ${name}${version === "" ? "" : ` ${version}`}. It was made from the readiness checklist under rule set ${ruleSet}. It names what we accepted as open, what we ask you to read as false positives, and how to test.`,
  waivers: "Accepted as open",
  noWaivers: "Nothing was accepted as open.",
  falsePositives: "Read as false positives",
  noFalsePositives: "None.",
  testNotes: "How to test",
  noTestNotes: "There are no notes for certification yet.",
  testAccount: "Test account",
  connections: "External connections and connectors",
  until: (date) => `until ${date}`,
  judgedBy: (by, on) => `${by}, ${on}`,
  evidence: "Evidence",
  requirement: "Requirement",
  status: "Status",
  reason: "Reason",
  fix: "To do",
  source: "Source",
  score: (score, open) => `Score ${score} of 100; ${open === 1 ? "1 mandatory item is" : `${open} mandatory items are`} open.`,
  ruleSetVersion: (version, evaluated) => `Decided by rule set ${version}${evaluated === "" ? "" : `, last change ${evaluated}`}.`,
  nobody: "What nobody looks at",
  nobodyIntro: "No check, probe or person of this checklist guards these clauses.",
  made: (when) => `Made on ${when}.`,
  readme: "texts: one file a field, ready to paste. images: named for their slots; captions.txt has their captions. documents: what customers see. for-reviewers: what only the reviewers get. report.html: the readiness report. readiness.json: the same for machines. letter.html and letter.md: the letter to the reviewers.",
};

const swedish: Strings = {
  title: "Förhandsvisning av sidan",
  card: "I sökresultatet",
  page: "Erbjudandets sida",
  desktop: "Dator",
  phone: "Telefon",
  light: "Ljust",
  dark: "Mörkt",
  width: "Bredd",
  theme: "Tema",
  note: "Ritad efter formulärets värden, sparade eller inte. Butikens egen formgivning är en annan; det är längder, taggar, bilder och deras ordning som räknas. Text som faller för gränsen är överstruken.",
  button: { get: "Hämta nu", trial: "Kostnadsfri provversion", contact: "Kontakta mig", none: "Inget alternativ valt" },
  by: (publisher) => `Av ${publisher}`,
  overview: "Översikt",
  screenshots: "Skärmbilder",
  videos: "Videor",
  learnMore: "Läs mer",
  details: "Uppgifter",
  version: "Version",
  categories: "Kategorier",
  industries: "Branscher",
  products: "Produkter",
  worksWith: "Fungerar med",
  keywords: "Sökord",
  terms: "Villkor",
  privacy: "Sekretesspolicy",
  links: "Länkar",
  noName: "Inget namn ännu",
  noPicture: "Ingen logotyp ännu",
  noDescription: "Ingen beskrivning ännu.",
  limits: "Längder",
  field: { name: "Namn", summary: "Sammanfattning", description: "Beskrivning, med taggar" },
  length: (field, length, max, key) => `${field}: ${length} av ${max} tecken (${key})`,
  over: (count) => `${count} tecken för mycket`,
  dropped: (tags) => `Inte tillåtet och utelämnat här: ${tags}`,
  keywordsHidden: "Kunderna hittar erbjudandet med dem; de syns inte på sidan.",
  export: "Exportera listningspaket",
  exporting: "Samlar ihop listningspaketet …",
  exported: (file, count) => `${file} med ${count} filer har lämnats till webbläsaren.`,
  exportFailed: (why) => `Listningspaketet kunde inte göras. ${why}`,
  unsaved: "Paketet innehåller det som är sparat. Spara erbjudandet först, så att de senaste ändringarna kommer med.",
  loadFailed: "Det gick inte att läsa in erbjudandets sida",
  newOffer: "Spara erbjudandet en gång för att se sidan.",
  report: "Rapport om läget",
  letter: "Brev till granskarna",
  letterTo: (name) => `Brev till dem som certifierar ${name}`,
  letterIntro: (name, version, ruleSet) => `Brevet hör till ${name}${version === "" ? "" : ` ${version}`}. Det är gjort efter checklistan under regelverket ${ruleSet}. Det säger vad vi har godtagit som öppet, vad vi ber er läsa som falska larm och hur man testar.`,
  waivers: "Godtaget som öppet",
  noWaivers: "Inget har godtagits som öppet.",
  falsePositives: "Att läsa som falska larm",
  noFalsePositives: "Inga.",
  testNotes: "Så testar man",
  noTestNotes: "Det finns inga anteckningar för certifieringen ännu.",
  testAccount: "Testkonto",
  connections: "Externa anslutningar och anslutningsprogram",
  until: (date) => `till och med ${date}`,
  judgedBy: (by, on) => `${by}, ${on}`,
  evidence: "Underlag",
  requirement: "Krav",
  status: "Status",
  reason: "Skäl",
  fix: "Att göra",
  source: "Källa",
  score: (score, open) => `${score} av 100 poäng; ${open} obligatoriska krav är öppna.`,
  ruleSetVersion: (version, evaluated) => `Bedömt enligt regelverk ${version}${evaluated === "" ? "" : `, senast ändrat ${evaluated}`}.`,
  nobody: "Det som ingen tittar på",
  nobodyIntro: "Ingen kontroll, sond eller person i checklistan bevakar de här klausulerna.",
  made: (when) => `Gjord ${when}.`,
  readme: "texts: en fil per fält, klar att klistra in. images: bilderna, döpta efter sin plats; captions.txt har bildtexterna. documents: det som kunderna ser. for-reviewers: det som bara granskarna får. report.html: rapporten om läget. readiness.json: samma sak för maskiner. letter.html och letter.md: brevet till granskarna.",
};

/** Words for a language; English for every other than Swedish. */
export function stringsFor(language: number): Strings {
  return language === 1053 ? swedish : english;
}
