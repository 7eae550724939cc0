/**
 * Lets Node run the TypeScript sources as they stand: `node --import ./tools/typescript.mjs file.ts`.
 * Worker threads and child processes of such a process inherit it, so a worker that a source file starts
 * (`new Worker(new URL('./writer.js', import.meta.url))`) runs under Jest exactly as it is written.
 * The compiler and its options are Jest's; Node's own type stripping knows neither decorators nor aliases.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { aliases, swc } from './typescript-options.mjs';

registerHooks({
  resolve(specifier, context, next) {
    const aliased = aliases.get(specifier);
    if (aliased) return next(aliased, context);
    try {
      return next(specifier, context);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/\.js$/.test(specifier)) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swc, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
