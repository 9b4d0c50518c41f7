/** The uptime record beside its columns: what monitoring showed, and the import of records from a file the person chooses. */
import "../shared/leaving.js";
import { call } from "../shared/call.js";
import { textOf } from "../shared/dom.js";
import { parseFacts, recordText, stringsFor, type Imported, type Strings } from "./record.js";

declare global {
  interface Window {
    /** Called by the form's script in OnLoad and TabStateChange; calling it again does no harm. */
    setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
    /** Called by the form's script after a save. */
    refreshChecklist?: () => void;
  }
}

let context: { readonly xrm: Xrm.XrmStatic; readonly form: Xrm.FormContext } | undefined;

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const button = byId<HTMLButtonElement>("import");
const counting = byId<HTMLButtonElement>("count");
const file = byId<HTMLInputElement>("file");

window.setClientApiContext = (xrm, form) => {
  context = { xrm, form };
  const words = strings();
  document.documentElement.lang = words === stringsFor(1053) ? "sv" : "en";
  document.title = words.title;
  byId("hint").textContent = words.hint;
  button.textContent = words.import;
  counting.textContent = words.count;
  byId("uptime").setAttribute("aria-label", words.title);
  byId("uptime").hidden = false;
  void load();
};
window.refreshChecklist = () => void load();
button.addEventListener("click", () => whenSaved(() => file.click()));
counting.addEventListener("click", () => whenSaved(() => void bring(undefined)));
file.addEventListener("change", () => {
  const chosen = file.files?.[0];
  if (chosen !== undefined) void bring(chosen);
});

function whenSaved(action: () => void): void {
  if (offerId() === "" || context!.form.data.getIsDirty()) say(strings().saveFirst);
  else action();
}

function strings(): Strings {
  return stringsFor(context?.xrm.Utility.getGlobalContext().userSettings.languageId ?? 1033);
}

function offerId(): string {
  return context?.form.data.entity.getId().replace(/[{}]/g, "").toLowerCase() ?? "";
}

function say(text: string): void {
  byId("said").textContent = text;
}

async function load(): Promise<void> {
  const id = offerId();
  if (context === undefined || id === "") {
    byId("record").textContent = strings().none;
    return;
  }
  try {
    const offer = await context.xrm.WebApi.retrieveRecord("rdy_offer", id, "?$select=rdy_uptimefacts") as Readonly<Record<string, unknown>>;
    byId("record").textContent = recordText(parseFacts(offer["rdy_uptimefacts"]), strings());
  } catch (error) {
    byId("record").textContent = textOf(error);
  }
}

/** Records of a file, or the probes where there is none. */
async function bring(records: File | undefined): Promise<void> {
  if (context === undefined) return;
  button.disabled = counting.disabled = true;
  say(strings().importing);
  try {
    const answer = await call(context.xrm, "rdy_ImportUptime", { table: "rdy_offer", id: offerId() }, { Records: await records?.text() }) as unknown as Imported;
    await context.form.data.refresh(false);
    await load();
    say(strings().imported(answer.Percentage.toFixed(3), String(answer.WindowDays), String(answer.SpentMinutes), String(answer.AllowedMinutes)));
  } catch (error) {
    say(strings().failed(textOf(error)));
  } finally {
    button.disabled = counting.disabled = false;
    file.value = "";
  }
}
