/** What the pages share: where they stand, who reads, and how they say that they are loading, empty or have failed. */
import "../shared/leaving.js";
import { applyTheme, message, skeleton, textOf } from "../shared/dom.js";
import { loadTexts } from "../shared/texts.js";
import { stringsFor, type Strings } from "./strings.js";

/** A page as a function of who reads it; it fills the place, and may be called again. */
export interface Host {
  readonly root: HTMLElement;
  readonly language: number;
  readonly strings: Strings;
}

/** A page inside the offer's form. */
export interface FormHost extends Host {
  readonly xrm: Xrm.XrmStatic;
  readonly form: Xrm.FormContext;
}

declare global {
  interface Window {
    /** Called by the form's script in OnLoad and TabStateChange; calling it again does no harm. */
    setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
    /** Called by the form's script after a save or when a subgrid has loaded. */
    refreshChecklist?: () => void;
  }
}

const root = document.getElementById("page") as HTMLElement;

function name(title: string, language: number): void {
  document.documentElement.lang = language === 1053 ? "sv" : "en";
  document.title = title;
  root.setAttribute("aria-label", title);
}

/** Runs the loading of a page; what fails is said, with a way to try again. The latest of several runs wins. */
function runner(load: (isLatest: () => boolean) => Promise<void>, strings: () => Strings): () => void {
  let run = 0;
  const start = (): void => {
    const mine = ++run;
    root.setAttribute("aria-busy", "true");
    load(() => mine === run)
      .catch((error: unknown) => {
        if (mine === run) root.replaceChildren(message(strings().loadFailed, textOf(error), true, { label: strings().retry, action: start }));
      })
      .finally(() => {
        if (mine === run) root.setAttribute("aria-busy", "false");
      });
  };
  return start;
}

/** A page that the offer's form hands over to. It is filled anew when the offer has been saved. */
export function formPage(title: (strings: Strings) => string, fill: (host: FormHost, isLatest: () => boolean) => Promise<void>): void {
  applyTheme();
  let host: FormHost | undefined;
  const refresh = runner(async (isLatest) => {
    if (host === undefined) return;
    if (host.form.data.entity.getId() === "") {
      root.replaceChildren(message(host.strings.newTitle, host.strings.newText, false));
      return;
    }
    await loadTexts(host.language);
    await fill(host, isLatest);
  }, () => host?.strings ?? stringsFor(1033));
  window.setClientApiContext = (xrm, form) => {
    const first = host === undefined;
    const language = xrm.Utility.getGlobalContext().userSettings.languageId;
    host = { xrm, form, root, language, strings: stringsFor(language) };
    if (!first) return;
    name(title(host.strings), language);
    root.replaceChildren(skeleton(host.strings.loading));
    refresh();
  };
  window.refreshChecklist = refresh;
}

/** A page of its own. It gets the global context the documented way, and asks the Web API itself, for Xrm is not there. */
export function sitePage(
  title: (strings: Strings) => string, fill: (host: Host & { readonly context: Xrm.GlobalContext }, isLatest: () => boolean) => Promise<void>): void {
  applyTheme();
  const context = (window as unknown as { GetGlobalContext(): Xrm.GlobalContext }).GetGlobalContext();
  const language = context.userSettings.languageId;
  const host = { context, root, language, strings: stringsFor(language) };
  name(title(host.strings), language);
  root.replaceChildren(skeleton(host.strings.loading));
  runner(async (isLatest) => {
    await loadTexts(language);
    await fill(host, isLatest);
  }, () => host.strings)();
}
