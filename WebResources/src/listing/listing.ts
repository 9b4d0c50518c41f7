/** What the store shows of an offer, as data: columns of the offer and its assets become texts, pictures and links. No browser, no Xrm. */
import limitsOf from "./limits.json";

/** One row, as the Web API returns it. */
export type Row = Readonly<Record<string, unknown>>;

/** How long texts may be and which tags a description may have, under one rule set. `key` names the requirement that says so. */
export interface Limits {
  readonly name: Limit;
  readonly summary: Limit;
  readonly description: Limit;
  readonly tags: readonly string[];
}

/** At most `max` UTF-16 units; the description counts with its mark-up. */
export interface Limit {
  readonly max: number;
  readonly key: string;
}

/** A picture of the listing, with the slot it is for. */
export interface Picture {
  readonly id: string;
  readonly kind: number;
  readonly caption: string;
  readonly name: string;
  readonly stored: boolean;
  readonly width: number;
  readonly height: number;
  readonly slot: string;
}

/** A document of the listing, or one that goes to the reviewers only. */
export interface ListingDocument {
  readonly id: string;
  readonly kind: number;
  readonly name: string;
  readonly fileName: string;
  readonly folder: "documents" | "for-reviewers";
}

/** A link that the listing shows. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Everything the card and the page show. */
export interface Listing {
  readonly name: string;
  readonly publisher: string;
  readonly summary: string;
  readonly description: string;
  readonly button: "get" | "trial" | "contact" | "none";
  readonly categories: readonly string[];
  readonly industries: readonly string[];
  readonly worksWith: readonly string[];
  readonly keywords: readonly string[];
  readonly version: string;
  readonly products: readonly string[];
  readonly terms: string;
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
  readonly videos: readonly (Link & { readonly id: string })[];
  readonly documents: readonly ListingDocument[];
  readonly limits: Limits;
}

const firstOption = 847360000;
const assetKind = {
  logo40: 0, logo90: 1, logo115: 2, logo255: 3, searchLogo: 4, detailLogo: 5, applicationLogo: 6, screenshot: 7, video: 8, document: 9, scenario: 10,
  testDriveManual: 11, testDriveVideo: 12, largeLogo: 13, hero: 14, preCheckReport: 15,
} as const;
const formatted = "@OData.Community.Display.V1.FormattedValue";

/** Columns of the offer that the listing, the kit and the letter read. */
export const offerColumns = [
  "rdy_name", "rdy_ruleset", "rdy_apptype", "rdy_summary", "rdy_description", "rdy_keywords", "rdy_industries", "rdy_categories", "rdy_languages",
  "rdy_appversion", "rdy_workswith", "rdy_publisherid", "rdy_marketplaceid", "rdy_legalname", "rdy_terms", "rdy_termsurl", "rdy_privacyurl",
  "rdy_applicableproducts", "rdy_primarycategory", "rdy_primarysubcategories", "rdy_secondarycategory", "rdy_secondarysubcategories",
  "rdy_marketindustries", "rdy_verticals", "rdy_marketproducts", "rdy_markets", "rdy_countries", "rdy_licensemanagement",
  "rdy_supportname", "rdy_supportemail", "rdy_supportphone", "rdy_engineeringname", "rdy_engineeringemail", "rdy_engineeringphone",
  "rdy_certificationnotes", "rdy_testaccount", "rdy_externalconnections", "rdy_connectors", "rdy_packageurl", "rdy_packagefilename",
  "rdy_score", "rdy_openitems", "rdy_readiness", "rdy_rulesetversion", "rdy_evaluatedon", "rdy_license", "rdy_hidekey", "statuscode",
] as const;

/** Columns of assets and links. */
export const assetColumns = [
  "rdy_marketingassetid", "rdy_name", "rdy_kind", "rdy_caption", "rdy_url", "rdy_width", "rdy_height", "rdy_format", "rdy_file", "rdy_file_name", "rdy_imageid",
] as const;

/** Texts of the offer that the store cuts off or refuses. */
export function limitsFor(ruleSet: number): Limits {
  const all = limitsOf as Readonly<Record<string, Limits>>;
  return all[String(ruleSet)] ?? all[String(firstOption)]!;
}

/** Text of a column; empty when there is none. */
export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** Labels of a choice column in the reader's language. */
export function labels(row: Row, column: string): readonly string[] {
  const value = row[column + formatted];
  return typeof value !== "string" || value === "" ? [] : value.split(";").map((one) => one.trim());
}

/** Lines of a text, trimmed, without empty ones. */
export function lines(value: string): readonly string[] {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}

/** A name for a file that every file system takes. */
export function fileName(value: string, fallback: string): string {
  const clean = value.normalize("NFC").replace(/[\u0000-\u001f<>:"/\\|?*\u007f]/g, " ").replace(/\s+/g, " ").replace(/^[ .]+|[ .]+$/g, "").slice(0, 80);
  return clean === "" || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(clean) ? fallback : clean;
}

function option(row: Row, column: string): number {
  const value = row[column];
  return typeof value === "number" ? value - firstOption : -1;
}

const slots: Readonly<Record<number, string>> = {
  [assetKind.logo40]: "logo-40x40", [assetKind.logo90]: "logo-90x90", [assetKind.logo115]: "logo-115x115", [assetKind.logo255]: "logo-255x115",
  [assetKind.searchLogo]: "small-logo-48x48", [assetKind.detailLogo]: "logo-216x216", [assetKind.applicationLogo]: "wide-logo-255x115",
  [assetKind.screenshot]: "screenshot", [assetKind.video]: "video-thumbnail", [assetKind.testDriveVideo]: "test-drive-video-thumbnail",
  [assetKind.largeLogo]: "large-logo", [assetKind.hero]: "hero-815x290",
};
const several: ReadonlySet<number> = new Set([assetKind.screenshot, assetKind.video, assetKind.testDriveVideo]);

function picturesOf(assets: readonly Row[]): readonly Picture[] {
  const used = new Map<string, number>();
  return assets.filter((asset) => slots[option(asset, "rdy_kind")] !== undefined).map((asset) => {
    const kind = option(asset, "rdy_kind");
    const slot = slots[kind]!;
    const count = (used.get(slot) ?? 0) + 1;
    used.set(slot, count);
    return {
      id: text(asset, "rdy_marketingassetid"), kind, caption: text(asset, "rdy_caption"), name: text(asset, "rdy_name"),
      stored: text(asset, "rdy_imageid") !== "", width: Number(asset["rdy_width"] ?? 0), height: Number(asset["rdy_height"] ?? 0),
      slot: several.has(kind) || count > 1 ? `${slot}-${count}` : slot,
    };
  });
}

function documentsOf(assets: readonly Row[]): readonly ListingDocument[] {
  const kinds: readonly number[] = [assetKind.document, assetKind.scenario, assetKind.testDriveManual, assetKind.preCheckReport];
  return assets.filter((asset) => kinds.includes(option(asset, "rdy_kind")) && text(asset, "rdy_file") !== "").map((asset) => {
    const kind = option(asset, "rdy_kind");
    const name = text(asset, "rdy_name");
    return {
      id: text(asset, "rdy_marketingassetid"), kind, name, fileName: fileName(text(asset, "rdy_file_name") || name, "document"),
      folder: kind === assetKind.document || kind === assetKind.testDriveManual ? "documents" : "for-reviewers",
    };
  });
}

/** Whether a person may safely follow it from a listing. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url);
}

/** The listing of one offer. */
export function toListing(offer: Row, assets: readonly Row[], links: readonly Row[]): Listing {
  const ruleSet = typeof offer["rdy_ruleset"] === "number" ? offer["rdy_ruleset"] : firstOption;
  const current = ruleSet !== firstOption;
  const kind = option(offer, "rdy_apptype");
  return {
    name: text(offer, "rdy_name"),
    publisher: text(offer, "rdy_legalname") || text(offer, "rdy_publisherid"),
    summary: text(offer, "rdy_summary"),
    description: text(offer, "rdy_description"),
    button: kind === 0 || kind === 3 || option(offer, "rdy_licensemanagement") === 0 ? "get" : kind === 1 ? "trial" : kind === 2 ? "contact" : "none",
    categories: current
      ? [...labels(offer, "rdy_primarycategory"), ...labels(offer, "rdy_primarysubcategories"), ...labels(offer, "rdy_secondarycategory"), ...labels(offer, "rdy_secondarysubcategories")]
      : labels(offer, "rdy_categories"),
    industries: current ? [...labels(offer, "rdy_marketindustries"), ...labels(offer, "rdy_verticals")] : labels(offer, "rdy_industries"),
    worksWith: lines(text(offer, "rdy_workswith")),
    keywords: lines(text(offer, "rdy_keywords")),
    version: text(offer, "rdy_appversion"),
    products: labels(offer, current ? "rdy_marketproducts" : "rdy_applicableproducts"),
    terms: text(offer, "rdy_termsurl") || text(offer, "rdy_terms"),
    links: [
      ...links.filter((link) => text(link, "rdy_url") !== "").map((link) => ({ label: labels(link, "rdy_purpose")[0] ?? text(link, "rdy_name"), url: text(link, "rdy_url") })),
      ...(text(offer, "rdy_privacyurl") === "" ? [] : [{ label: "privacy", url: text(offer, "rdy_privacyurl") }]),
    ],
    pictures: picturesOf(assets),
    videos: assets.filter((asset) => option(asset, "rdy_kind") === assetKind.video)
      .map((asset) => ({ id: text(asset, "rdy_marketingassetid"), label: text(asset, "rdy_caption") || text(asset, "rdy_name"), url: text(asset, "rdy_url") })),
    documents: documentsOf(assets),
    limits: limitsFor(ruleSet),
  };
}

/** The picture of the first kind that is there. */
export function pictureOf(listing: Listing, ...kinds: readonly (keyof typeof assetKind)[]): Picture | undefined {
  for (const kind of kinds) {
    const found = listing.pictures.find((picture) => picture.kind === assetKind[kind] && picture.stored);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Screenshots in their order. */
export function screenshotsOf(listing: Listing): readonly Picture[] {
  return listing.pictures.filter((picture) => picture.kind === assetKind.screenshot && picture.stored);
}
