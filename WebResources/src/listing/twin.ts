/**
 * The listing twin inside the offer's form: what the store would show of the form's values, saved or not, and the export of
 * the listing kit. The form script hands over Xrm and the form context through `setClientApiContext`.
 */
import "../shared/leaving.js";
import { loadTexts } from "../shared/texts.js";
import { message, textOf } from "../shared/dom.js";
import { download, exportKit } from "./kit.js";
import { assetColumns, offerColumns, toListing, type Picture, type Row } from "./listing.js";
import { stringsFor, type Strings } from "./strings.js";
import { render, type Look } from "./view.js";

interface Context {
  readonly xrm: Xrm.XrmStatic;
  readonly form: Xrm.FormContext;
}

declare global {
  interface Window {
    /** Called by the form's script in OnLoad and TabStateChange; calling it again does no harm. */
    setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
    /** Called by the form's script after a save or when a subgrid has loaded. */
    refreshChecklist?: () => void;
    /** Called by the command *Export listing kit*. */
    exportListingKit?: () => void;
  }
}

const root = document.getElementById("twin") as HTMLElement;
const formatted = "@OData.Community.Display.V1.FormattedValue";

let context: Context | undefined;
let look: Look = { phone: false, dark: false };
let stored: { readonly offer: Row; readonly assets: readonly Row[]; readonly links: readonly Row[] } | undefined;
let exporting = false;
let exportAsked = false;

window.setClientApiContext = (xrm, form) => {
  const first = context === undefined;
  context = { xrm, form };
  if (first) {
    document.documentElement.lang = strings() === stringsFor(1053) ? "sv" : "en";
    document.title = strings().title;
    root.setAttribute("aria-label", strings().title);
    for (const column of offerColumns) form.getAttribute(column)?.addOnChange(draw);
    void load();
  } else draw();
};
window.refreshChecklist = () => void load();
window.exportListingKit = () => {
  exportAsked = true;
  if (stored !== undefined) void runExport();
};

function strings(): Strings {
  return stringsFor(context?.xrm.Utility.getGlobalContext().userSettings.languageId ?? 1033);
}

function offerId(): string {
  return context!.form.data.entity.getId().replace(/[{}]/g, "").toLowerCase();
}

async function load(): Promise<void> {
  if (context === undefined) return;
  const id = offerId();
  if (id === "") {
    root.replaceChildren(message(strings().title, strings().newOffer, false));
    root.setAttribute("aria-busy", "false");
    return;
  }
  root.setAttribute("aria-busy", "true");
  try {
    const api = context.xrm.WebApi;
    const ofOffer = `&$filter=_rdy_offerid_value eq ${id} and statecode eq 0&$orderby=createdon`;
    const [offer, assets, links] = await Promise.all([
      api.retrieveRecord("rdy_offer", id, `?$select=${offerColumns.join(",")}`),
      api.retrieveMultipleRecords("rdy_marketingasset", `?$select=${assetColumns.join(",")}${ofOffer}`),
      api.retrieveMultipleRecords("rdy_supportlink", `?$select=rdy_name,rdy_purpose,rdy_url${ofOffer}`),
      loadTexts(context.xrm.Utility.getGlobalContext().userSettings.languageId),
    ]);
    stored = { offer: offer as Row, assets: assets.entities as Row[], links: links.entities as Row[] };
    draw();
    if (exportAsked) await runExport();
  } catch (error) {
    root.replaceChildren(message(strings().loadFailed, textOf(error), true));
  } finally {
    root.setAttribute("aria-busy", "false");
  }
}

/** The stored row with the form's values in place of its own. */
function unsaved(offer: Row, form: Xrm.FormContext): Row {
  const row: Record<string, unknown> = { ...offer };
  for (const column of offerColumns) {
    const attribute = form.getAttribute(column) as Xrm.Attributes.Attribute | null;
    if (attribute === null || !attribute.getIsDirty()) continue;
    row[column] = attribute.getValue();
    const labels = "getText" in attribute ? (attribute as unknown as { getText(): string | readonly string[] | null }).getText() : null;
    if (labels !== null) row[column + formatted] = typeof labels === "string" ? labels : labels.join("; ");
  }
  return row;
}

function address(picture: Picture): string {
  const base = context!.xrm.Utility.getGlobalContext().getClientUrl();
  return `${base}/api/data/v9.2/rdy_marketingassets(${picture.id})/rdy_image/$value?size=full`;
}

function draw(): void {
  if (context === undefined || stored === undefined) return;
  const active = document.activeElement?.id;
  const said = document.getElementById("said")?.textContent ?? "";
  render(root, toListing(unsaved(stored.offer, context.form), stored.assets, stored.links), look, address, strings(), {
    look: (next) => {
      look = next;
      draw();
    },
    exportKit: () => void runExport(),
  });
  say(said);
  if (active) document.getElementById(active)?.focus({ preventScroll: true });
}

function say(text: string): void {
  const place = document.getElementById("said");
  if (place !== null) place.textContent = text;
}

async function runExport(): Promise<void> {
  exportAsked = false;
  if (context === undefined || exporting) return;
  if (context.form.data.getIsDirty()) {
    say(strings().unsaved);
    return;
  }
  exporting = true;
  say(strings().exporting);
  try {
    const kit = await exportKit(context.xrm, offerId(), context.xrm.Utility.getGlobalContext().userSettings.languageId);
    download(document, kit.fileName, kit.bytes);
    say(strings().exported(kit.fileName, kit.count));
  } catch (error) {
    say(strings().exportFailed(textOf(error)));
  } finally {
    exporting = false;
  }
}
