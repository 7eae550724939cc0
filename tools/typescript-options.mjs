/**
 * What Jest and `tools/typescript.mjs` share, so that a test and a worker thread it starts are compiled
 * alike.
 */
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const { paths } = JSON.parse(readFileSync(new URL('tsconfig.base.json', root), 'utf8')).compilerOptions;

/** Alias to file URL; the aliases themselves are written once, in tsconfig.base.json. */
export const aliases = new Map(
  Object.entries(paths).map(([alias, [file]]) => [alias, new URL(file, root).href]),
);

export const swc = {
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  sourceMaps: 'inline',
  swcrc: false,
};
