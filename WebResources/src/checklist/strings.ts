/** The checklist's own words: buttons, headings, states. Sentences about requirements come from the catalogue. */
import { Status } from "./names.js";

/** Every word the checklist shows of itself, in one language. */
export interface Strings {
  readonly status: Readonly<Record<Status, string>>;
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
  readonly confirm: string;
  readonly confirmOf: (title: string) => string;
  readonly reject: string;
  readonly rejectOf: (title: string) => string;
  readonly note: string;
  readonly noteHintConfirm: string;
  readonly noteHintReject: string;
  readonly noteMissing: string;
  readonly cancel: string;
  readonly saving: string;
  readonly judged: (title: string) => string;
  readonly judgedBy: (by: string, on: string) => string;
  readonly wasJudgedBy: (by: string, on: string) => string;
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

const english: Strings = {
  status: {
    [Status.Met]: "Met",
    [Status.NotMet]: "Not met",
    [Status.NotApplicable]: "Not applicable",
    [Status.Undecided]: "Undecided",
    [Status.Confirmed]: "Confirmed",
    [Status.Rejected]: "Rejected",
  },
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
  confirm: "Confirm",
  confirmOf: (title) => `Confirm: ${title}`,
  reject: "Reject",
  rejectOf: (title) => `Reject: ${title}`,
  note: "Note",
  noteHintConfirm: "Say what you checked and what you saw.",
  noteHintReject: "Say what does not hold.",
  noteMissing: "Write a note first.",
  cancel: "Cancel",
  saving: "Saving…",
  judged: (title) => `Your judgement is saved: ${title}`,
  judgedBy: (by, on) => `${by}, ${on}:`,
  wasJudgedBy: (by, on) => `Void, made on an earlier value. ${by}, ${on}:`,
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
  status: {
    [Status.Met]: "Uppfyllt",
    [Status.NotMet]: "Ej uppfyllt",
    [Status.NotApplicable]: "Ej tillämpligt",
    [Status.Undecided]: "Obedömt",
    [Status.Confirmed]: "Bekräftat",
    [Status.Rejected]: "Underkänt",
  },
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
  confirm: "Bekräfta",
  confirmOf: (title) => `Bekräfta: ${title}`,
  reject: "Underkänn",
  rejectOf: (title) => `Underkänn: ${title}`,
  note: "Anteckning",
  noteHintConfirm: "Skriv vad du kontrollerade och vad du såg.",
  noteHintReject: "Skriv vad som inte stämmer.",
  noteMissing: "Skriv en anteckning först.",
  cancel: "Avbryt",
  saving: "Sparar…",
  judged: (title) => `Din bedömning är sparad: ${title}`,
  judgedBy: (by, on) => `${by}, ${on}:`,
  wasJudgedBy: (by, on) => `Gäller inte längre, gjord på ett tidigare värde. ${by}, ${on}:`,
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
