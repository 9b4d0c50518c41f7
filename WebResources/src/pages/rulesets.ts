/** What a switch of the rule set would change, and the switch. */
import { bareId, call } from "../shared/call.js";
import { button, element, textOf } from "../shared/dom.js";
import { Ruleset } from "../names.js";
import { differencesOf, type Difference } from "./answers.js";
import { turn } from "./forecast.js";
import { formPage, type FormHost } from "./page.js";
import type { Strings } from "./strings.js";

function row(one: Difference, strings: Strings, mark: boolean): HTMLElement {
  const keys = one.otherKey === "" || one.otherKey === one.key ? one.key : `${one.key} → ${one.otherKey}`;
  return element("li", { class: "row" },
    turn(one.from, one.to, strings.status),
    element("div", { class: "body" },
      element("h3", {}, one.title),
      element("p", { class: "quiet meta" }, element("span", {}, keys), mark ? element("span", {}, one.mandatory ? strings.mandatory : strings.advice) : undefined)));
}

function group(title: string, text: string, rows: readonly Difference[], strings: Strings, mark = false): HTMLElement {
  const details = element("details", { class: "group" },
    element("summary", {}, element("h2", {}, title), element("span", { class: "count" }, text)),
    rows.length === 0 ? element("p", { class: "quiet none-here" }, strings.nothing) : element("ul", {}, ...rows.map((one) => row(one, strings, mark))));
  details.open = rows.length > 0;
  return details;
}

async function switchTo(host: FormHost, ruleSet: number, text: string): Promise<void> {
  const { xrm, form, strings } = host;
  const answer = await xrm.Navigation.openConfirmDialog({
    title: strings.switchTitle, text, confirmButtonLabel: strings.switchTo(strings.ruleSetNames[ruleSet] ?? ""), cancelButtonLabel: strings.cancel,
  });
  if (!answer.confirmed) return;
  const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_ruleset");
  if (attribute === null) {
    await xrm.WebApi.updateRecord("rdy_offer", bareId(form.data.entity.getId()), { rdy_ruleset: ruleSet });
    await form.data.refresh(false);
    window.refreshChecklist?.();
    return;
  }
  const before = attribute.getValue();
  attribute.setValue(ruleSet);
  attribute.fireOnChange();
  try {
    await form.data.save();
  } catch (error) {
    // The platform has shown why; the form goes back to what is stored.
    attribute.setValue(before);
    attribute.fireOnChange();
    throw error;
  }
}

async function fill(host: FormHost, isLatest: () => boolean): Promise<void> {
  const { root, strings, language, xrm, form } = host;
  const id = bareId(form.data.entity.getId());
  const now = (await xrm.WebApi.retrieveRecord("rdy_offer", id, "?$select=rdy_ruleset"))["rdy_ruleset"] as number | null ?? Ruleset.Option847360000;
  const others = Object.keys(strings.ruleSetNames).map(Number).filter((one) => one !== now);
  const other = others[0] ?? now;
  const answer = await call(xrm, "rdy_CompareRuleSets", { table: "rdy_offer", id }, { RuleSet: other });
  if (!isLatest()) return;

  const { kept, leaves, comes } = differencesOf(answer["Differences"], language);
  const open = Number(answer["OpenItems"] ?? 0);
  const turned = kept.filter((one) => one.from !== one.to);
  const name = strings.ruleSetNames[other] ?? String(other);
  const problem = element("p", { class: "problem", role: "alert" });
  const press = button(strings.switchTo(name), { class: "primary" }, () => {
    problem.textContent = "";
    if (form.data.getIsDirty()) {
      problem.textContent = strings.switchUnsaved;
      return;
    }
    switchTo(host, other, strings.switchText(name, leaves.length, comes.length, open)).catch((error: unknown) => {
      problem.textContent = textOf(error);
    });
  });
  root.replaceChildren(
    element("header", {}, element("h1", {}, strings.rulesets), element("p", { class: "quiet" }, strings.rulesetsText(strings.ruleSetNames[now] ?? String(now)))),
    element("div", { class: "toolbar" }, press, element("p", { class: "total", role: "status" }, strings.wouldBeOpen(open))), problem,
    group(strings.comes(comes.length), strings.comesText, comes, strings, true),
    group(strings.leaves(leaves.length), strings.leavesText, leaves, strings),
    group(strings.kept(kept.length, turned.length), `${strings.keptText} ${strings.onlyTurned}`, turned, strings));
}

export function rulesetsPage(): void {
  formPage((strings) => strings.rulesets, fill);
}
