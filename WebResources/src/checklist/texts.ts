/** Sentences of the rules by key, in both languages. The catalogue's own resources, embedded by the build. */
import catalogue from "virtual:texts";

const embedded: Readonly<Record<number, Readonly<Record<string, string>>>> = catalogue;

/**
 * Renders a sentence: `{0}`, `{1}` ... are replaced by the arguments, `{{` and `}}` are braces.
 * Returns undefined for a key that no language here knows.
 */
export function render(key: string, args: readonly string[], language: number): string | undefined {
  const text = embedded[language]?.[key] ?? embedded[1033]?.[key];
  return text?.replace(/\{\{|\}\}|\{(\d+)\}/g, (match, index: string | undefined) =>
    index === undefined ? match.charAt(0) : args[Number(index)] ?? "");
}
