/**
 * Lets Node run the TypeScript sources as they stand: `node --import ./tools/typescript.mjs file.ts`.
 * Worker threads and child processes of such a process inherit it, so a worker that a source file starts
 * (`new Worker(new URL('./writer.js', import.meta.url))`) runs under Jest exactly as it is written.
 * The compiler and its options are Jest's; Node's own type stripping knows neither decorators nor aliases.
 * What was compiled is kept: a test that starts a server starts two such threads, and half of their start would go into
 * compiling what the last test had compiled.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { aliases, swc } from './typescript-options.mjs';

const require = createRequire(import.meta.url);
const { version } = require('@swc/core/package.json');
const compiler = JSON.stringify([version, swc]);
const kept = new URL('../node_modules/.cache/typescript/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const url = aliases.get(specifier) ?? sourceOf(specifier, context.parentURL);
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});

/**
 * The TypeScript file that an import of a `.js` file means. Asked before Node is: it would look for the `.js` file, and an
 * error for each import costs more than the rest of loading it.
 */
function sourceOf(specifier, parentURL) {
  if (!/^(\.{1,2}\/|file:).*\.js$/.test(specifier) || parentURL?.includes('/node_modules/')) return undefined;
  const url = new URL(specifier.replace(/\.js$/, '.ts'), parentURL);
  return existsSync(url) ? url.href : undefined;
}

/** The file name is part of what is kept, because the source map names it. */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256').update(`${compiler}\n${filename}\n${source}`).digest('hex');
  const file = new URL(`${key}.js`, kept);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!['ENOENT', 'EACCES'].includes(error.code)) throw error;
  }
  // Loaded only where something is compiled: most threads compile nothing.
  const { code } = require('@swc/core').transformSync(source, { ...swc, filename });
  keep(file, code);
  return code;
}

/** Another thread may read the file at any moment, so it appears whole. Where nothing can be written, nothing is kept. */
function keep(file, code) {
  const unfinished = new URL(`${file.href}.${randomUUID()}`);
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'ENOSPC'].includes(error.code)) throw error;
  }
}
