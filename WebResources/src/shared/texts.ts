/** Sentences of the rules by key, in the language of the person. One file a language beside the pages, made by the build. */

/** Message key to text. */
export type Texts = Readonly<Record<string, string>>;

declare global {
  interface Window {
    /** Set by `texts.<language>.js`. */
    readinessTexts?: Texts;
  }
}

const english = 1033;
const swedish = 1053;
const known = new Map<number, Texts>();
const loading = new Map<number, Promise<void>>();

function spoken(language: number): number {
  return language === swedish ? swedish : english;
}

/** Makes the texts of a language known. */
export function provideTexts(language: number, texts: Texts): void {
  known.set(language, texts);
}

/** Loads the texts of a language once, from the file beside the page; resolves without them when it is not there, for stored texts stand in. */
export function loadTexts(language: number): Promise<void> {
  const wanted = spoken(language);
  const begun = loading.get(wanted) ?? new Promise<void>((resolve) => {
    const script = document.createElement("script");
    script.src = `texts.${wanted}.js`;
    script.addEventListener("load", () => {
      provideTexts(wanted, window.readinessTexts ?? {});
      resolve();
    });
    script.addEventListener("error", () => resolve());
    document.head.append(script);
  });
  loading.set(wanted, begun);
  return begun;
}

/** The text as it is written, with its placeholders. */
export function find(key: string, language: number): string | undefined {
  return known.get(spoken(language))?.[key] ?? known.get(english)?.[key];
}

function fill(text: string, args: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? "");
}

/**
 * An argument such as `$column.rdy_offer.rdy_name $choice.AppType.Free` names texts; one with unit separators is a whole
 * message, its key behind the $; one that names no text stands as it is.
 */
function renderArgument(argument: string, language: number): string {
  if (!argument.startsWith("$")) return argument;
  const [key = "", ...args] = argument.slice(1).split("\u001f");
  if (args.length > 0) {
    const text = find(key, language);
    return text === undefined ? argument : fill(text, args.map((one) => renderArgument(one, language)));
  }
  const texts = argument.split(" ").map((name) => (name.startsWith("$") ? find(name.slice(1), language) : undefined));
  return texts.includes(undefined) ? argument : texts.join(", ");
}

/** Renders a sentence as the plug-ins do: `{0}` to `{9}` are replaced by the arguments. Undefined for a key that is not known. */
export function render(key: string, args: readonly string[], language: number): string | undefined {
  const text = find(key, language);
  return text === undefined ? undefined : fill(text, args.map((one) => renderArgument(one, language)));
}

/** Title of a requirement. */
export function titleOf(key: string, stored: string | null | undefined, language: number): string {
  return render(`title.${key}`, [], language) ?? (stored || key);
}

/** A source in the language of the person: names of pages stand as they are, what is said of them does not. */
export function sourceOf(source: string, language: number): string {
  return spoken(language) === swedish ? source.replace(/\bsecond-hand: /g, "i andra hand: ").replace(/\bunsourced\b/g, "utan källa") : source;
}

/** Arguments are stored as a JSON array of strings; anything else counts as none. */
export function parseArguments(json: unknown): readonly string[] {
  if (Array.isArray(json)) return json.map((one) => String(one));
  if (typeof json !== "string" || json === "") return [];
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.map((one) => String(one)) : [];
  } catch {
    return [];
  }
}
