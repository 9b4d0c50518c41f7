/** Every clause of a rule set with who looks at it; a page of the site map. */
import { dataParameters, citation, element, message } from "../shared/dom.js";
import { byGuard, clausesOf, type Clause } from "../shared/ledger.js";
import { sitePage } from "./page.js";
import type { Strings } from "./strings.js";

/** Calls the custom API through the Web API: on a page of its own there is no Xrm. */
async function clausesFrom(address: string, ruleSet: number, language: number): Promise<readonly Clause[]> {
  const response = await fetch(`${address}/api/data/v9.2/rdy_ClauseLedger`, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json; charset=utf-8", "OData-MaxVersion": "4.0", "OData-Version": "4.0" },
    body: JSON.stringify({ RuleSet: ruleSet }),
  });
  const answer = await response.json() as { readonly Clauses?: string; readonly error?: { readonly message?: string } };
  if (!response.ok) throw new Error(answer.error?.message ?? response.statusText);
  return clausesOf(answer.Clauses, language);
}

function table(clauses: readonly Clause[], label: string, strings: Strings): HTMLElement {
  const hasNotes = clauses.some((one) => one.note !== "");
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    // The roles keep it a table where a narrow page stacks its cells.
    element("table", { class: "stacked", role: "table" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
        ...[strings.key, strings.title, strings.source, ...hasNotes ? [strings.note] : []].map((one) => element("th", { scope: "col", role: "columnheader" }, one)))),
      element("tbody", { role: "rowgroup" }, ...clauses.map((one) => element("tr", { role: "row" },
        element("td", { class: "key", role: "cell" }, one.key), element("td", { role: "cell" }, one.title), element("td", { class: "quiet", role: "cell" }, citation(one.source)),
        hasNotes ? element("td", { role: "cell" }, one.note) : undefined)))));
}

export function ledgerPage(): void {
  let clauses: readonly Clause[] = [];
  sitePage((strings) => strings.ledger, async ({ root, strings, language, context }) => {
    const list = element("div", { class: "list" });
    const chosen = element("select", { id: "ruleset" },
      ...Object.entries(strings.ruleSetNames).map(([value, name]) => element("option", { value }, name)));
    const asked = dataParameters().get("ruleset") ?? "";
    const values = Object.keys(strings.ruleSetNames);
    chosen.value = values.includes(asked) ? asked : values[values.length - 1] ?? "";
    const search = element("input", { type: "search", id: "search", placeholder: strings.search, "aria-label": strings.search, autocomplete: "off" });
    const show = (): void => {
      const groups = byGuard(clauses, search.value);
      if (groups.length === 0) {
        list.replaceChildren(message(strings.nothingFound, "", false));
        return;
      }
      list.replaceChildren(...groups.map(([guard, found]) => {
        const details = element("details", { class: `group guard-${guard.toLowerCase()}` },
          element("summary", {}, element("h2", {}, strings.guards[guard]), element("span", { class: guard === "Nobody" ? "count open" : "count" }, strings.clauses(found.length)),
            element("span", { class: "count" }, strings.guardTexts[guard])),
          table(found, strings.guards[guard], strings));
        details.open = true;
        return details;
      }));
    };
    const load = async (): Promise<void> => {
      const wanted = chosen.value;
      const answer = await clausesFrom(context.getClientUrl(), Number(wanted), language);
      if (wanted !== chosen.value) return;
      clauses = answer;
      show();
    };
    search.addEventListener("input", show);
    chosen.addEventListener("change", () => {
      load().catch((error: unknown) => list.replaceChildren(message(strings.loadFailed, String(error instanceof Error ? error.message : error), true)));
    });
    await load();
    root.replaceChildren(
      element("header", {}, element("h1", {}, strings.ledger), element("p", { class: "quiet" }, strings.ledgerText)),
      element("div", { class: "toolbar" }, element("label", { for: "ruleset" }, strings.ruleSet), chosen, search),
      list);
  });
}
