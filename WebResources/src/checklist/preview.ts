/** What saving would change, as `rdy_PreviewOffer` tells it. */
import { statusOf, type Status } from "../shared/statuses.js";
import { parseArguments, render, titleOf } from "../shared/texts.js";

/** One requirement that saving would turn. */
export interface Change {
  readonly key: string;
  readonly title: string;
  readonly from: Status | undefined;
  readonly to: Status | undefined;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly reason: string;
}

/** The answer, or that there is none to be had. */
export type Preview =
  | { readonly changes: readonly Change[]; readonly openItems: number; readonly score: number }
  | { readonly failed: string };

/** The changes in the person's language; text that is no such list counts as none. */
export function changesOf(json: string, language: number): readonly Change[] {
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.map((one: Record<string, unknown>) => ({
    key: String(one["key"] ?? ""),
    title: titleOf(String(one["key"] ?? ""), one["title"] as string | undefined, language),
    from: statusOf(one["from"]),
    to: statusOf(one["to"]),
    opens: one["opens"] === true,
    closes: one["closes"] === true,
    reason: typeof one["reasonKey"] === "string" ? render(one["reasonKey"], parseArguments(one["reasonArgs"]), language) ?? "" : "",
  }));
}
