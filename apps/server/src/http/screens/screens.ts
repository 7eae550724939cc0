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

/** The page that loads the screens; undefined where they were not built. */
export function screenPage(): string | undefined {
  const folder = page === undefined ? screensFolder() : undefined;
  page ??= folder && readFileSync(join(folder, 'index.html'), 'utf8');
  return page;
}
