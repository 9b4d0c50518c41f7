/** The listing kit: one zip with everything a person pastes and uploads in the portal, the report, and the letter to the reviewers. */
import { strToU8, zip, type Zippable } from "fflate";
import { bareId, call } from "../shared/call.js";
import { labelOf } from "./labels.js";
import { letterHtml, letterMarkdown } from "./letter.js";
import { assetColumns, fileName, offerColumns, pictureOf, text, toListing, type Listing, type Row } from "./listing.js";
import { readReport, reportHtml, reportJson, type Report } from "./report.js";
import { stringsFor } from "./strings.js";

/** A kit, ready to be handed to the browser. */
export interface Kit {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Number of files in it. */
  readonly count: number;
}

const blockLength = 4 * 1024 * 1024;

/** The bytes of an image or file column, in the blocks the platform documents for both. */
export async function readColumn(xrm: Xrm.XrmStatic, table: string, id: string, column: string): Promise<Uint8Array> {
  const started = await call(xrm, "InitializeFileBlocksDownload", undefined, { Target: { entityType: table, id: bareId(id) }, FileAttributeName: column });
  const size = Number(started["FileSizeInBytes"]);
  const FileContinuationToken = String(started["FileContinuationToken"]);
  const bytes = new Uint8Array(size);
  for (let offset = 0; offset < size; offset += blockLength) {
    const block = await call(xrm, "DownloadBlock", undefined, { Offset: offset, BlockLength: Math.min(blockLength, size - offset), FileContinuationToken });
    const data = atob(String(block["Data"]));
    for (let i = 0; i < data.length; i++) bytes[offset + i] = data.charCodeAt(i);
  }
  return bytes;
}

const endings: Readonly<Record<string, string>> = { JPEG: "jpg", PNG: "png", GIF: "gif", BMP: "bmp", TIFF: "tif" };

/** Texts by the place they are pasted into, numbered in the portal's order. */
export function textFiles(offer: Row, listing: Listing, language: number): ReadonlyMap<string, string> {
  const parts: readonly (readonly [string, string, string])[] = [
    ["name", "rdy_name", listing.name], ["summary", "rdy_summary", listing.summary], ["description", "rdy_description", listing.description],
    ["keywords", "rdy_keywords", listing.keywords.join("\r\n")], ["products", "rdy_workswith", listing.worksWith.join("\r\n")],
    ["terms", "rdy_terms", text(offer, "rdy_termsurl") || text(offer, "rdy_terms")], ["licence", "rdy_license", text(offer, "rdy_license")],
    ["privacy-policy", "rdy_privacyurl", text(offer, "rdy_privacyurl")],
    ["categories", "rdy_primarycategory", listing.categories.join("\r\n")], ["industries", "rdy_marketindustries", listing.industries.join("\r\n")],
    ["markets", "rdy_markets", text(offer, "rdy_markets") || text(offer, "rdy_countries")],
    ["support-contact", "rdy_supportname", contact(offer, "rdy_support")], ["engineering-contact", "rdy_engineeringname", contact(offer, "rdy_engineering")],
    ["app-version", "rdy_appversion", listing.version], ["offer-id", "rdy_marketplaceid", text(offer, "rdy_marketplaceid")],
    ["package-url", "rdy_packageurl", text(offer, "rdy_packageurl")], ["notes-for-certification", "rdy_certificationnotes", text(offer, "rdy_certificationnotes")],
  ];
  const files = new Map<string, string>();
  const index: string[] = [];
  parts.filter((part) => part[2].trim() !== "").forEach(([name, column, value], i) => {
    const file = `texts/${String(i + 1).padStart(2, "0")}-${name}.${name === "description" ? "html" : "txt"}`;
    files.set(file, value);
    index.push(`${file}\t${labelOf(column, language)}`);
  });
  files.set("texts/index.txt", index.join("\r\n"));
  return files;
}

function contact(offer: Row, prefix: string): string {
  return ["name", "email", "phone"].map((part) => text(offer, prefix + part)).filter((value) => value !== "").join("\r\n");
}

/** Names for files of the kit that do not clash, whatever case a file system keeps. */
export function unique(taken: Set<string>, wanted: string): string {
  const dot = wanted.lastIndexOf(".");
  const [stem, ending] = dot > wanted.lastIndexOf("/") + 1 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ""];
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${stem} (${count})${ending}`;
    if (!taken.has(name.toLowerCase())) {
      taken.add(name.toLowerCase());
      return name;
    }
  }
}

function packed(files: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => zip(files, { level: 6 }, (error, bytes) => error ? reject(error) : resolve(bytes)));
}

/** Reads everything anew and packs it. Only what is saved is in a kit. */
export async function exportKit(xrm: Xrm.XrmStatic, offerId: string, language: number, now = new Date()): Promise<Kit> {
  const api = xrm.WebApi;
  const ofOffer = `&$filter=_rdy_offerid_value eq ${offerId} and statecode eq 0`;
  const [offer, assets, links] = await Promise.all([
    api.retrieveRecord("rdy_offer", offerId, `?$select=${offerColumns.join(",")}`) as PromiseLike<Row>,
    api.retrieveMultipleRecords("rdy_marketingasset", `?$select=${assetColumns.join(",")}${ofOffer}&$orderby=createdon`),
    api.retrieveMultipleRecords("rdy_supportlink", `?$select=rdy_name,rdy_purpose,rdy_url${ofOffer}&$orderby=createdon`),
  ]);
  const listing = toListing(offer, assets.entities as Row[], links.entities as Row[]);
  const report = await readReport(xrm, offer, offerId, listing, language, now);
  const taken = new Set<string>();
  const files: Zippable = {};
  const add = (name: string, content: Uint8Array | string): void => {
    files[unique(taken, name)] = typeof content === "string" ? strToU8(content) : [content, { level: 0 }];
  };

  for (const [name, value] of textFiles(offer, listing, language)) add(name, value);
  const captions: string[] = [];
  for (const picture of listing.pictures.filter((one) => one.stored)) {
    const asset = (assets.entities as Row[]).find((row) => row["rdy_marketingassetid"] === picture.id)!;
    const name = `images/${picture.slot}.${endings[text(asset, "rdy_format")] ?? "png"}`;
    add(name, await readColumn(xrm, "rdy_marketingasset", picture.id, "rdy_image"));
    captions.push(`${name}\t${picture.caption}`);
  }
  if (captions.length > 0) add("images/captions.txt", captions.join("\r\n"));
  if (listing.videos.length > 0) add("texts/videos.txt", listing.videos.map((video) => `${video.label}\t${video.url}`).join("\r\n"));
  for (const document of listing.documents)
    add(`${document.folder}/${document.fileName}`, await readColumn(xrm, "rdy_marketingasset", document.id, "rdy_file"));
  const icon = pictureOf(listing, "largeLogo", "detailLogo", "searchLogo");
  add("report.html", reportHtml(report, icon === undefined ? undefined : await readColumn(xrm, "rdy_marketingasset", icon.id, "rdy_image")));
  add("readiness.json", reportJson(report));
  add("letter.html", letterHtml(report));
  add("letter.md", letterMarkdown(report));
  add("readme.txt", stringsFor(language).readme);
  return { fileName: kitName(report, now), bytes: await packed(files), count: Object.keys(files).length };
}

function kitName(report: Report, now: Date): string {
  return `${fileName(report.offer.name, "offer")} listing kit ${now.toISOString().slice(0, 10)}.zip`;
}

/** Hands bytes to the browser as a file. */
export function download(page: Document, name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/zip" }));
  const link = page.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

