/** Sentences of the rules by key, in both languages. The catalogue's own resources, embedded by the build. */
import catalogue from "virtual:texts";

const embedded: Readonly<Record<number, Readonly<Record<string, string>>>> = catalogue;

function find(key: string, language: number): string | undefined {
  return embedded[language]?.[key] ?? embedded[1033]?.[key];
}

/**
 * An argument such as `$column.rdy_offer.rdy_name $choice.AppType.Free` names texts; one that names none stands as it is.
 * It may also be a whole message, its own arguments behind unit separators.
 */
function renderArgument(argument: string, language: number): string {
  if (!argument.startsWith("$")) return argument;
  const [key = "", ...args] = argument.slice(1).split("\u001f");
  if (args.length > 0) return render(key, args, language) ?? argument;
  const texts = argument.split(" ").map((name) => (name.startsWith("$") ? find(name.slice(1), language) : undefined));
  return texts.includes(undefined) ? argument : texts.join(", ");
}

/**
 * Renders a sentence as the plug-ins do: `{0}` to `{9}` are replaced by the arguments.
 * Returns undefined for a key that no language here knows.
 */
export function render(key: string, args: readonly string[], language: number): string | undefined {
  return find(key, language)?.replace(/\{(\d)\}/g, (_, index: string) => renderArgument(args[Number(index)] ?? "", language));
}
