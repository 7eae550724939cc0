/**
 * Builds the screens: checks the types, bundles them into dist/web, and puts a compressed copy beside each file, so that the
 * server compresses nothing while it answers. Nothing is written where the types are wrong.
 */
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './launch/child.mjs';
import { typesPass } from './type-check.mjs';

const target = join(root, 'dist/web');

if (await typesPass('apps/web')) await write();
else process.exitCode = 1;

async function write() {
  const { output } = await build({ configFile: join(root, 'apps/web/vite.config.mjs'), logLevel: 'warn' });
  const names = output.map(({ fileName }) => fileName);
  for (const name of names.filter((one) => /\.(js|css|svg)$/.test(one))) compress(join(target, name));
  removeOld(new Set(names));
}

function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

/** Removes the pieces of earlier builds, but leaves those of the last week: a page that is open may load them later. */
function removeOld(written) {
  const weekAgoMs = Date.now() - 7 * 24 * 3_600_000;
  for (const name of globSync('assets/*', { cwd: target })) {
    const file = join(target, name);
    if (!written.has(name.replace(/\.(br|gz)$/, '')) && statSync(file).mtimeMs < weekAgoMs) rmSync(file);
  }
}
