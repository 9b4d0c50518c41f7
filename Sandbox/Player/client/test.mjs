// Runs src/**/*.test.ts under `node --test`, bundled first: Node.js 20 reads no TypeScript.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), 'src');
const out = await mkdtemp(join(tmpdir(), 'player-test-'));
try {
  const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  await build({
    entryPoints: files.map((file) => join(source, file)), outdir: out, outbase: source, outExtension: { '.js': '.mjs' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning',
  });
  const tests = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.mjs')).map((file) => join(out, file));
  const run = spawn(process.execPath, ['--test', '--test-reporter=tap', ...tests], { stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => run.on('exit', (code) => resolve(code ?? 1)));
} finally {
  await rm(out, { recursive: true, force: true });
}
