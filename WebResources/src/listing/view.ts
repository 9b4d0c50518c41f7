/** Draws card and page of the listing. Text goes in through text nodes, the description through its tree; nothing here asks the organization. */
import { button, element } from "../shared/dom.js";
import { markedText, readHtml, toElements } from "./html.js";
import { isWebAddress, pictureOf, screenshotsOf, type Limit, type Listing, type Picture } from "./listing.js";
import type { Strings } from "./strings.js";

/** How a person looks at it. */
export interface Look {
  readonly phone: boolean;
  readonly dark: boolean;
}

/** What the person can do; the caller does it. */
export interface Actions {
  readonly look: (look: Look) => void;
  readonly exportKit: () => void;
}

function toggle(id: string, label: string, pressed: boolean, press: () => void): HTMLElement {
  return button(label, { class: "toggle", id, "aria-pressed": String(pressed) }, press);
}

function toolbar(look: Look, strings: Strings, actions: Actions): HTMLElement {
  return element("div", { class: "toolbar" },
    element("div", { role: "group", "aria-label": strings.width },
      toggle("desktop", strings.desktop, !look.phone, () => actions.look({ ...look, phone: false })),
      toggle("phone", strings.phone, look.phone, () => actions.look({ ...look, phone: true }))),
    element("div", { role: "group", "aria-label": strings.theme },
      toggle("light", strings.light, !look.dark, () => actions.look({ ...look, dark: false })),
      toggle("dark", strings.dark, look.dark, () => actions.look({ ...look, dark: true }))),
    button(strings.export, { class: "primary", id: "export" }, actions.exportKit),
    element("p", { id: "said", role: "status" }));
}

function image(picture: Picture, address: (picture: Picture) => string, className: string, alt: string): HTMLElement {
  return element("img", { class: className, src: address(picture), alt, loading: "lazy", decoding: "async" });
}

function logo(listing: Listing, address: (picture: Picture) => string, strings: Strings, className: string): HTMLElement {
  const found = pictureOf(listing, "largeLogo", "detailLogo", "searchLogo", "logo115", "logo90", "logo40");
  return found === undefined ? element("div", { class: `${className} missing` }, strings.noPicture) : image(found, address, className, "");
}

function card(listing: Listing, address: (picture: Picture) => string, strings: Strings): HTMLElement {
  return element("article", { class: "card" },
    logo(listing, address, strings, "card-logo"),
    element("h3", {}, listing.name === "" ? strings.noName : markedText(listing.name, listing.limits.name.max)),
    element("p", { class: "quiet" }, listing.publisher === "" ? undefined : strings.by(listing.publisher)),
    element("p", { class: "card-summary" }, markedText(listing.summary, listing.limits.summary.max)),
    element("span", { class: "call" }, strings.button[listing.button]));
}

function fact(label: string, values: readonly string[], note?: string): readonly Node[] {
  return values.length === 0 ? []
    : [element("dt", {}, label), element("dd", {}, values.join(", "), note === undefined ? undefined : element("span", { class: "quiet" }, ` ${note}`))];
}

function link(label: string, url: string): HTMLElement {
  return isWebAddress(url) ? element("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, label) : element("span", {}, `${label}: ${url}`);
}

function page(listing: Listing, address: (picture: Picture) => string, strings: Strings): HTMLElement {
  const tree = readHtml(listing.description, listing.limits.tags);
  const shots = screenshotsOf(listing);
  const description = element("div", { class: "description" });
  if (listing.description === "") description.append(element("p", { class: "quiet" }, strings.noDescription));
  else description.append(...toElements(tree.nodes, listing.limits.description.max, 3));
  return element("article", { class: "page" },
    element("header", { class: "page-head" },
      logo(listing, address, strings, "page-logo"),
      element("div", {},
        element("h3", { class: "page-name" }, listing.name === "" ? strings.noName : markedText(listing.name, listing.limits.name.max)),
        element("p", { class: "quiet" }, listing.publisher === "" ? undefined : strings.by(listing.publisher)),
        element("p", {}, markedText(listing.summary, listing.limits.summary.max)),
        element("span", { class: "call" }, strings.button[listing.button]))),
    element("div", { class: "page-body" },
      element("section", { class: "main-column" },
        element("h4", {}, strings.overview),
        description,
        shots.length === 0 ? undefined : element("h4", {}, strings.screenshots),
        shots.length === 0 ? undefined : element("div", { class: "shots", tabindex: "0", role: "group", "aria-label": strings.screenshots }, ...shots.map((shot) =>
          element("figure", {}, image(shot, address, "shot", shot.caption || shot.name), element("figcaption", {}, shot.caption)))),
        listing.videos.length === 0 ? undefined : element("h4", {}, strings.videos),
        listing.videos.length === 0 ? undefined : element("ul", {}, ...listing.videos.map((video) => element("li", {}, link(video.label, video.url))))),
      element("aside", { class: "side-column", "aria-label": strings.details },
        element("h4", {}, strings.details),
        element("dl", {},
          ...fact(strings.version, listing.version === "" ? [] : [listing.version]),
          ...fact(strings.categories, listing.categories),
          ...fact(strings.industries, listing.industries),
          ...fact(strings.products, listing.products),
          ...fact(strings.worksWith, listing.worksWith),
          ...fact(strings.keywords, listing.keywords, strings.keywordsHidden)),
        element("h4", {}, strings.links),
        element("ul", {}, ...listing.links.map((one) => element("li", {}, link(one.label === "privacy" ? strings.privacy : one.label, one.url))),
          isWebAddress(listing.terms) ? element("li", {}, link(strings.terms, listing.terms)) : listing.terms === "" ? undefined : element("li", {}, strings.terms)),
        listing.documents.some((one) => one.folder === "documents") ? element("h4", {}, strings.learnMore) : undefined,
        element("ul", {}, ...listing.documents.filter((one) => one.folder === "documents").map((one) => element("li", {}, one.name))))));
}

function lengthLine(field: string, length: number, limit: Limit, strings: Strings): HTMLElement {
  return element("li", { class: length > limit.max ? "too-long" : "" }, strings.length(field, length, limit.max, limit.key),
    length > limit.max ? element("strong", {}, ` ${strings.over(length - limit.max)}`) : undefined);
}

function lengths(listing: Listing, strings: Strings): HTMLElement {
  const { limits } = listing;
  const dropped = readHtml(listing.description, limits.tags).dropped;
  return element("section", { class: "lengths" },
    element("h2", {}, strings.limits),
    element("ul", {},
      lengthLine(strings.field.name, listing.name.length, limits.name, strings),
      lengthLine(strings.field.summary, listing.summary.length, limits.summary, strings),
      lengthLine(strings.field.description, listing.description.length, limits.description, strings),
      dropped.length === 0 ? undefined : element("li", { class: "too-long" }, strings.dropped(dropped.join(", ")))));
}

/** Draws everything anew into `root`. `address` tells where the bytes of a picture are. */
export function render(root: HTMLElement, listing: Listing, look: Look, address: (picture: Picture) => string, strings: Strings, actions: Actions): void {
  const frame = element("div", { class: `frame${look.phone ? " phone" : ""}${look.dark ? " dark" : ""}` },
    element("section", {}, element("h2", {}, strings.card), card(listing, address, strings)),
    element("section", {}, element("h2", {}, strings.page), page(listing, address, strings)));
  root.replaceChildren(
    element("h1", {}, strings.title),
    element("p", { class: "quiet" }, strings.note),
    toolbar(look, strings, actions),
    lengths(listing, strings),
    frame);
}
