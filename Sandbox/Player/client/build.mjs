// Bundles the client into the folder given as argument.
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), 'src');
const target = process.argv[2];
if (!target) throw new Error('Say where to: node build.mjs <folder>');

await mkdir(target, { recursive: true });
await build({
  entryPoints: { player: join(source, 'main.ts'), 'player-styles': join(source, 'styles/player.css') },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});
for (const file of ['index.html', 'client-global-context.js']) await copyFile(join(source, file), join(target, file));
