/** The formats the plug-ins refuse, checked while typing. The server decides; this only says it sooner. */

/** Which format a column has. */
export type Format = "url" | "email" | "guid" | "guids" | "percent" | "key" | "reference";

/** Words of the form scripts in one language. */
export interface FormWords {
  readonly url: (value: string) => string;
  readonly urlScheme: (value: string) => string;
  readonly urlCredentials: string;
  readonly email: (value: string) => string;
  readonly guid: (value: string) => string;
  readonly percent: (value: string) => string;
  readonly measured: (format: string, width: number, height: number, bytes: number) => string;
  readonly measuredFile: (format: string, bytes: number) => string;
  readonly notInspected: string;
  readonly damaged: string;
  readonly key: (value: string) => string;
  readonly reference: (value: string) => string;
  readonly evaluating: string;
  readonly inspecting: string;
  readonly probing: string;
  readonly probed: (probed: number, failed: number, unknown: number) => string;
  readonly preview: (closes: number, opens: number) => string;
  readonly saving: string;
  readonly withdraw: string;
  readonly withdrawTitle: string;
  readonly withdrawText: string;
  readonly cancel: string;
  readonly unusable: (problem: string) => string;
  readonly noTable: (value: string, known: string) => string;
  readonly noColumn: (value: string, table: string, near: string) => string;
  readonly number: (value: string) => string;
}

const english: FormWords = {
  url: (value) => `'${value}' is not a web address. Enter one such as https://contoso.com/help.`,
  urlScheme: (value) => `'${value}' does not start with https://. Enter an address that does.`,
  urlCredentials: "The address holds a user name or password. Remove the part before @.",
  email: (value) => `'${value}' is not an e-mail address. Enter one such as name@contoso.com.`,
  guid: (value) => `'${value}' is not a GUID. Enter one such as 11112222-bbbb-3333-cccc-4444dddd5555.`,
  percent: (value) => `${value} is not between 0 and 100. Enter a percentage such as 99.9.`,
  measured: (format, width, height, bytes) => `The stored image is a ${format} of ${width} x ${height} pixels, ${bytes} bytes.`,
  measuredFile: (format, bytes) => `The stored file is a ${format} of ${bytes} bytes.`,
  notInspected: "The stored bytes are not inspected yet.",
  damaged: "The stored bytes are damaged. Upload the file again.",
  key: (value) => `'${value}' is no key. Enter TEAM- and capitals, digits and hyphens (at most 40), or the key of a built-in requirement to change that one.`,
  reference: (value) => `'${value}' is no key of a requirement. Enter one of the checklist, such as D365-CU-L-03, or none when the finding fits no requirement.`,
  evaluating: "Evaluating the offer…",
  inspecting: "Inspecting the file…",
  probing: "Checking the addresses…",
  probed: (probed, failed, unknown) => `${probed} ${probed === 1 ? "address" : "addresses"} checked: ${failed} failed, ${unknown} could not be checked.`,
  preview: (closes, opens) => `Saving would ${[closes > 0 ? `close ${closes}` : "", opens > 0 ? `open ${opens}` : ""].filter(Boolean).join(" and ")} of the mandatory requirements.`,
  saving: "Saving…",
  withdraw: "Withdraw",
  withdrawTitle: "Withdraw the offer?",
  withdrawText: "The offer becomes inactive. It can be activated again as a draft.",
  cancel: "Cancel",
  unusable: (problem) => `This requirement cannot be used: ${problem}`,
  noTable: (value, known) => `'${value}' is no table of an offer. Enter one of ${known}.`,
  noColumn: (value, table, near) => `'${value}' is no column of ${table}.${near === "" ? "" : ` Did you mean ${near}?`}`,
  number: (value) => `'${value}' is neither a number nor a date. Enter one such as 30 or 2026-12-31.`,
};

const swedish: FormWords = {
  url: (value) => `'${value}' är ingen webbadress. Ange en, till exempel https://contoso.com/help.`,
  urlScheme: (value) => `'${value}' börjar inte med https://. Ange en adress som gör det.`,
  urlCredentials: "Adressen innehåller användarnamn eller lösenord. Ta bort delen före @.",
  email: (value) => `'${value}' är ingen e-postadress. Ange en, till exempel namn@contoso.com.`,
  guid: (value) => `'${value}' är inget GUID. Ange ett, till exempel 11112222-bbbb-3333-cccc-4444dddd5555.`,
  percent: (value) => `${value} ligger inte mellan 0 och 100. Ange en procentsats, till exempel 99,9.`,
  measured: (format, width, height, bytes) => `Den lagrade bilden är en ${format} på ${width} x ${height} bildpunkter, ${bytes} byte.`,
  measuredFile: (format, bytes) => `Den lagrade filen är en ${format} på ${bytes} byte.`,
  notInspected: "De lagrade byten är inte undersökta ännu.",
  damaged: "De lagrade byten är skadade. Ladda upp filen igen.",
  key: (value) => `'${value}' är ingen nyckel. Ange TEAM- och versaler, siffror och bindestreck (högst 40), eller nyckeln till ett inbyggt krav för att ändra det.`,
  reference: (value) => `'${value}' är ingen nyckel till ett krav. Ange en ur checklistan, till exempel D365-CU-L-03, eller ingen när anmärkningen inte hör till något krav.`,
  evaluating: "Utvärderar erbjudandet…",
  inspecting: "Undersöker filen…",
  probing: "Kontrollerar adresserna…",
  probed: (probed, failed, unknown) => `${probed} ${probed === 1 ? "adress" : "adresser"} kontrollerade: ${failed} misslyckades, ${unknown} kunde inte kontrolleras.`,
  preview: (closes, opens) => `Att spara skulle ${[closes > 0 ? `stänga ${closes}` : "", opens > 0 ? `öppna ${opens}` : ""].filter(Boolean).join(" och ")} av de obligatoriska kraven.`,
  saving: "Sparar…",
  withdraw: "Dra tillbaka",
  withdrawTitle: "Dra tillbaka erbjudandet?",
  withdrawText: "Erbjudandet blir inaktivt. Det kan aktiveras igen som utkast.",
  cancel: "Avbryt",
  unusable: (problem) => `Kravet kan inte användas: ${problem}`,
  noTable: (value, known) => `'${value}' är ingen tabell för ett erbjudande. Ange en av ${known}.`,
  noColumn: (value, table, near) => `'${value}' är ingen kolumn i ${table}.${near === "" ? "" : ` Menade du ${near}?`}`,
  number: (value) => `'${value}' är varken ett tal eller ett datum. Ange ett, till exempel 30 eller 2026-12-31.`,
};

/** Words in the person's language; English where there is no other. */
export function wordsFor(language: number): FormWords {
  return language === 1053 ? swedish : english;
}

/** What is wrong with a value and what to enter instead; undefined when it is empty or fits. */
export function problemOf(format: Format, value: unknown, words: FormWords): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (format === "percent") return typeof value === "number" && value >= 0 && value <= 100 ? undefined : words.percent(String(value));
  const text = String(value).trim();
  switch (format) {
    case "url": return urlProblem(text, words);
    case "email": return /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? undefined : words.email(text);
    case "guids": return text.split(/[\s,;]+/).map((one) => problemOf("guid", one, words)).find((problem) => problem !== undefined);
    case "key": return isKey(text) ? undefined : words.key(text);
    case "reference": return isKey(text) ? undefined : words.reference(text);
    case "guid": return /^(\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text) ? undefined : words.guid(text);
  }
}

function isKey(text: string): boolean {
  return text.length <= 40 && /^(TEAM-[A-Z0-9-]+|[A-Z][A-Z0-9]*(-[A-Z0-9]+)+)$/.test(text);
}

function urlProblem(text: string, words: FormWords): string | undefined {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^]*)$/i.exec(text);
  if (parts === null) return words.url(text);
  const [, scheme = "", authority = ""] = parts;
  if (scheme.toLowerCase() !== "https") return words.urlScheme(text);
  if (authority.includes("@")) return words.urlCredentials;
  if (authority === "" || /[\s\\]/.test(text) || !/^[^.:][^:]*\.[^.:]{2,}\.?(:\d{1,5})?$/.test(authority)) return words.url(text);
  return undefined;
}
