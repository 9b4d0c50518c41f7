/** What saving would change, as `rdy_PreviewOffer` tells it. */
import { parse, rowsOf, text } from "../shared/json.js";
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
  return rowsOf(parse(json)).map((one) => ({
    key: text(one["key"]),
    title: titleOf(text(one["key"]), text(one["title"]), language),
    from: statusOf(one["from"]),
    to: statusOf(one["to"]),
    opens: one["opens"] === true,
    closes: one["closes"] === true,
    reason: render(text(one["reasonKey"]), parseArguments(one["reasonArgs"]), language) ?? "",
  }));
}
