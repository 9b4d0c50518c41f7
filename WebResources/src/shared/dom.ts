/** Builds elements. Text goes in as text, never as markup. */

/** What an element may hold; `undefined` is left out. */
export type Child = Node | string | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** What a requirement is taken from: titles of English pages, so marked for whoever has the page read aloud in another language. */
export function citation(source: string): HTMLElement {
  return element("span", { lang: "en" }, source);
}

const svgNamespace = "http://www.w3.org/2000/svg";

export function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(label: string, attributes: Readonly<Record<string, string>>, action: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", action);
  return made;
}

/** A designed state without content: nothing yet, nothing found, something failed. */
export function message(title: string, text: string, alert: boolean, retry?: { label: string; action: () => void }): HTMLElement {
  const box = element("div", { class: "message", role: alert ? "alert" : "status" }, element("h2", {}, title), element("p", {}, text));
  if (retry !== undefined) box.append(button(retry.label, { class: "primary" }, retry.action));
  return box;
}

/** Placeholders of the height of rows while the content comes. */
export function skeleton(label: string): HTMLElement {
  return element("div", { class: "skeleton", role: "status", "aria-label": label },
    ...Array.from({ length: 6 }, () => element("div", { class: "bone" })));
}

/** What a refused request or a thrown thing says. */
export function textOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}

/** Dark is switched on by the control's data parameter alone: no documented API tells the host's theme. */
export function applyTheme(): void {
  if (dataParameters().get("theme") === "dark") document.documentElement.dataset["theme"] = "dark";
}

/** What the control's or the page's `data` parameter holds. */
export function dataParameters(): URLSearchParams {
  return new URLSearchParams(new URLSearchParams(window.location.search).get("data") ?? "");
}
