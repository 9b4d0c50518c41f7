// Builds dist/ from src/: the checklist, the other pages, the form scripts, the icons. The texts come from the rules' resource files.
import { build } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (...parts) => path.join(here, "src", ...parts);
const target = (...parts) => path.join(here, "dist", "rdy_", ...parts);
const rules = path.join(here, "..", "Plugins", "DataverseReadiness.Rules");

const unescapeXml = (text) => text
  .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
  .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
  .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");

/** Every `name.resx` (1033) and `name.sv.resx` (1053) under the rules, as one dictionary per language. */
export async function readTexts() {
  const texts = { 1033: {}, 1053: {} };
  const files = (await readdir(rules, { recursive: true })).filter((file) => file.endsWith(".resx")).sort();
  for (const file of files) {
    const language = file.endsWith(".sv.resx") ? 1053 : 1033;
    const xml = await readFile(path.join(rules, file), "utf8");
    for (const [, key, value] of xml.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^]*?)<\/value>/g))
      texts[language][unescapeXml(key)] = unescapeXml(value);
  }
  return texts;
}

/** `virtual:texts` as a module, so that tests import the texts of both languages like anything else. */
export const textsPlugin = {
  name: "texts",
  setup(builder) {
    builder.onResolve({ filter: /^virtual:texts$/ }, (args) => ({ path: args.path, namespace: "texts" }));
    builder.onLoad({ filter: /.*/, namespace: "texts" }, async () => ({ contents: JSON.stringify(await readTexts()), loader: "json" }));
  },
};

const common = { bundle: true, minify: true, target: "es2018", charset: "utf8", legalComments: "none", logLevel: "warning" };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await rm(path.join(here, "dist"), { recursive: true, force: true });
  await mkdir(target("readiness"), { recursive: true });
  for (const [folder, script, name] of [["checklist", "main", "checklist"], ["listing", "twin", "twin"], ["uptime", "uptime", "uptime"], ["pages", "pages", "pages"]]) {
    await build({ ...common, entryPoints: [source(folder, `${script}.ts`)], outfile: target("readiness", `${name}.js`), format: "iife" });
    await build({ ...common, entryPoints: [source(folder, `${name}.css`)], outfile: target("readiness", `${name}.css`) });
  }
  for (const [folder, name] of [["checklist", "checklist"], ["listing", "twin"], ["uptime", "uptime"], ["pages", "forecast"], ["pages", "history"], ["pages", "rulesets"], ["pages", "ledger"]])
    await cp(source(folder, `${name}.html`), target("readiness", `${name}.html`));
  // A file a language, so that a page loads no sentence that its reader does not read.
  for (const [language, texts] of Object.entries(await readTexts()))
    await writeFile(target("readiness", `texts.${language}.js`), `window.readinessTexts=${JSON.stringify(texts)};\n`);
  for (const [file, name] of [
    ["offer", "Offer"], ["trial", "Trial"], ["supportlink", "SupportLink"], ["marketingasset", "MarketingAsset"],
    ["plan", "Plan"], ["requirement", "Requirement"], ["certification", "Certification"],
  ])
    await build({ ...common, entryPoints: [source("forms", `${file}.ts`)], outfile: target("scripts", `${file}.js`), format: "iife", globalName: `Readiness.${name}` });
  await cp(source("icons"), target("icons"), { recursive: true });
  await writeFile(path.join(here, "dist", ".built"), "");
}
