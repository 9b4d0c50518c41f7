/** Reads JSON of the custom APIs. What is no JSON, or another than expected, counts as empty. */

/** An object of an answer. */
export type Fields = Readonly<Record<string, unknown>>;

export function parse(json: unknown): unknown {
  try {
    return typeof json === "string" ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

export function rowsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === "object" && one !== null) : [];
}

export const text = (value: unknown): string => (typeof value === "string" ? value : "");
