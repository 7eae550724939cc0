import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The addresses of the screens. Each is answered with the same page, which shows what belongs to its address. */
export const screenPages = [
  '/',
  '/work',
  '/workload',
  '/exceptions',
  '/new',
  '/confirmations',
  '/insights',
  '/insights/figures',
  '/audit',
  '/jobs',
  '/system',
  '/cases/:caseId',
  '/cases/:caseId/replay',
] as const;

/** Where the pieces of the screens are. Their names change with their content. */
export const screenFiles = '/assets/';

/** The folder of the built screens; undefined where they were not built. It lies in the folder `dist` of the checkout. */
export function screensFolder(from = import.meta.dirname): string | undefined {
  const folder = join(from, 'dist/web');
  if (existsSync(join(folder, 'index.html'))) return folder;
  const above = dirname(from);
  return above === from ? undefined : screensFolder(above);
}

let page: string | undefined;
let addresses: ReadonlyMap<string, string> | undefined;

/** The page that loads the screens; undefined where they were not built. */
export function screenPage(): string | undefined {
  const folder = page === undefined ? screensFolder() : undefined;
  page ??= folder && readFileSync(join(folder, 'index.html'), 'utf8');
  return page;
}

/**
 * Where a file of `apps/web` is served under the name that the build gave it, for pages that the server makes by itself;
 * undefined where the screens were not built.
 */
export function builtFile(source: 'src/style/pages.css' | 'src/style/icon.svg'): string | undefined {
  const folder = addresses === undefined ? screensFolder() : undefined;
  if (folder !== undefined) addresses = addressesIn(folder);
  return addresses?.get(source);
}

function addressesIn(folder: string): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Readonly<
    Record<string, { readonly file: string }>
  >;
  return new Map(Object.entries(manifest).map(([source, { file }]) => [source, `/${file}`]));
}
