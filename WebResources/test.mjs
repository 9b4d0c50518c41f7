// Runs src/**/*.test.ts under `node --test`: each test file is bundled first, because Node.js 20 reads no TypeScript.
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { textsPlugin } from "./build.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = await mkdtemp(path.join(here, "dist-test-"));
try {
  const files = (await readdir(path.join(here, "src"), { recursive: true })).filter((file) => file.endsWith(".test.ts"));
  await build({
    entryPoints: files.map((file) => path.join(here, "src", file)), outdir: out, outExtension: { ".js": ".mjs" },
    bundle: true, platform: "node", format: "esm", target: "node20", plugins: [textsPlugin], logLevel: "warning",
  });
  const tests = (await readdir(out, { recursive: true })).filter((file) => file.endsWith(".mjs")).map((file) => path.join(out, file));
  const run = spawn(process.execPath, ["--test", "--test-reporter=tap", ...tests], { stdio: "inherit" });
  process.exitCode = await new Promise((resolve) => run.on("exit", (code) => resolve(code ?? 1)));
} finally {
  await rm(out, { recursive: true, force: true });
}
