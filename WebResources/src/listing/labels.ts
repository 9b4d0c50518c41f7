/** Display names of the offer's columns, from the texts of the rules. */
import { render } from "../shared/texts.js";

/** The column's display name in a language; its logical name when the texts have none. */
export function labelOf(column: string, language: number): string {
  return render(`column.rdy_offer.${column}`, [], language) ?? column;
}
