/** What turns by itself: a list by day, and the same as a calendar file. */
import { bareId, call } from "../shared/call.js";
import { dayOf, daysBetween, dayText } from "../shared/dates.js";
import { button, element } from "../shared/dom.js";
import { statusMark, type Status, type StatusWords } from "../shared/statuses.js";
import { byDay, eventsOf, type Event } from "./answers.js";
import { toCalendar } from "./ics.js";
import { formPage, type FormHost } from "./page.js";
import type { Strings } from "./strings.js";

const horizons = [30, 90, 180, 365] as const;

let horizon = 180;

/** From one status to another, as signs and words. */
export function turn(from: Status | undefined, to: Status | undefined, words: StatusWords): HTMLElement {
  return element("span", { class: "turn" },
    from === undefined ? undefined : statusMark(from, words),
    from === undefined || to === undefined ? undefined : element("span", { class: "arrow", "aria-hidden": "true" }, "→"),
    to === undefined ? undefined : statusMark(to, words));
}

function row(event: Event, strings: Strings): HTMLElement {
  return element("li", { class: event.opens ? "row blocks" : "row" },
    turn(event.from, event.to, strings.status),
    element("div", { class: "body" },
      element("h3", {}, event.title),
      event.reason === "" ? undefined : element("p", {}, event.reason),
      element("p", { class: "quiet meta" },
        element("span", {}, event.key),
        element("span", {}, strings.causes[event.cause] ?? event.cause),
        event.opens ? element("span", { class: "badge bad" }, strings.opens) : event.closes ? element("span", { class: "badge" }, strings.closes) : undefined)));
}

function download(offerId: string, offer: string, events: readonly Event[], strings: Strings): void {
  const word = (status: Status | undefined): string => (status === undefined ? "–" : strings.status[status]);
  const file = toCalendar(strings.calendarName(offer), events.map((event) => ({
    uid: `${offerId}-${event.key}-${event.day}-${event.cause}@dataverse-readiness`,
    day: event.day,
    summary: strings.calendarSummary(offer, event.title, word(event.from), word(event.to)),
    description: [strings.causes[event.cause] ?? event.cause, event.reason, event.key].filter(Boolean).join("\n"),
  })), new Date());
  const address = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
  const link = element("a", { href: address, download: "readiness-forecast.ics" });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}

async function fill(host: FormHost, isLatest: () => boolean): Promise<void> {
  const { root, strings, language, xrm, form } = host;
  const id = bareId(form.data.entity.getId());
  const offer = form.data.entity.getPrimaryAttributeValue();
  const answer = await call(xrm, "rdy_ForecastOffer", { table: "rdy_offer", id }, { Days: horizon });
  if (!isLatest()) return;

  // Days are counted on the organization's clock, not on this device's.
  const today = dayOf(answer["From"] as string) ?? "";
  const until = dayOf(answer["Until"] as string) ?? "";
  const events = eventsOf(answer["Events"], language);
  const chosen = element("select", { id: "horizon" }, ...horizons.map((days) => element("option", { value: String(days) }, strings.days(days))));
  chosen.value = String(horizon);
  chosen.addEventListener("change", () => {
    horizon = Number(chosen.value);
    window.refreshChecklist?.();
  });
  const save = button(strings.calendar, {}, () => download(id, offer, events, strings));
  save.disabled = events.length === 0;
  const readiness = String(answer["Readiness"] ?? "");
  const hadFocus = document.activeElement?.id === "horizon";
  root.replaceChildren(
    element("header", {}, element("h1", {}, strings.forecast), element("p", { class: "quiet" }, strings.forecastText)),
    element("div", { class: "toolbar" }, element("label", { for: "horizon" }, strings.horizon), chosen, save),
    element("p", { role: "status", class: "total" },
      `${events.length === 0 ? `${strings.forecastNone(dayText(until, language))} ` : ""}${strings.forecastEnd(dayText(until, language), strings.readiness[readiness] ?? readiness, Number(answer["OpenItems"] ?? 0))}`),
    ...byDay(events).map(([day, list]) => element("section", { class: "group", "aria-label": dayText(day, language) },
      element("div", { class: "heading" },
        element("h2", {}, dayText(day, language)), element("span", { class: "count" }, strings.inDays(Math.max(0, daysBetween(today, day))))),
      element("ul", {}, ...list.map((event) => row(event, strings))))));
  if (hadFocus) chosen.focus();
}

export function forecastPage(): void {
  formPage((strings) => strings.forecast, fill);
}
