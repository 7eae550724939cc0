import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The addresses of the screens, and the file of `apps/web/src/features` in which each begins. Each is answered with the same
 * page, which shows what belongs to its address.
 */
const screens = {
  '/': 'work/worklist',
  '/work': 'work/worklist',
  '/workload': 'work/workload-page',
  '/exceptions': 'exceptions/exceptions-page',
  '/emergency': 'emergency/emergency-page',
  '/new': 'intake/intake-page',
  '/drafts': 'drafts/drafts-page',
  '/confirmations': 'confirm/confirmations-page',
  '/insights': 'insights/insights-page',
  '/insights/figures': 'insights/figures-page',
  '/audit': 'audit/audit-page',
  '/jobs': 'jobs/jobs-page',
  '/procedure': 'procedure/procedure-page',
  '/people': 'people/people-page',
  '/people/:person': 'people/person-page',
  '/verification': 'verification/verification-page',
  '/system': 'system/system-page',
  '/cases/:caseId': 'case/case-page',
  '/cases/:caseId/replay': 'replay/replay-page',
  '/cases/:caseId/access-report': 'case/access-report-page',
} as const;

/** The addresses of the screens. */
export const screenPages = Object.keys(screens) as readonly (keyof typeof screens)[];

/** Where the pieces of the screens are. Their names change with their content. */
export const screenFiles = '/assets/';

/** The folder of the built screens; undefined where they were not built. It lies in the folder `dist` of the checkout. */
export function screensFolder(from = import.meta.dirname): string | undefined {
  const folder = join(from, 'dist/web');
  if (existsSync(join(folder, 'index.html'))) return folder;
  const above = dirname(from);
  return above === from ? undefined : screensFolder(above);
}

interface Built {
  /** The page that names no pieces but the first. */
  readonly page: string;
  /** The page of each address. */
  readonly pages: ReadonlyMap<string, string>;
  readonly pieces: Pieces;
}

type Pieces = Readonly<Record<string, Piece>>;

interface Piece {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

let built: Built | undefined;

function findBuilt(): Built | undefined {
  const folder = built === undefined ? screensFolder() : undefined;
  if (folder !== undefined) {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const pieces = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Pieces;
    const pages = Object.entries(screens).map(
      ([path, screen]) => [path, page.replace('</head>', () => `${ahead(pieces, screen)}</head>`)] as const,
    );
    built = { page, pieces, pages: new Map(pages) };
  }
  return built;
}

/**
 * The page that loads the screens; undefined where they were not built. It names the pieces of the screen at an address, so
 * that a browser asks for them at once, and not only when the first piece has run.
 */
export function screenPage(address = ''): string | undefined {
  const found = findBuilt();
  return found?.pages.get(address) ?? found?.page;
}

const first = 'index.html';

function ahead(pieces: Pieces, screen: string): string {
  const names = piecesOf(pieces, `src/features/${screen}.tsx`, new Set([first]));
  const found = [...names].flatMap((name) => (name === first ? [] : (pieces[name] ?? [])));
  const scripts = found.map(({ file }) => `<link rel="modulepreload" crossorigin href="/${file}">`);
  const styles = new Set(found.flatMap(({ css = [] }) => css));
  return [
    ...scripts,
    ...[...styles].map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
  ].join('');
}

function piecesOf(pieces: Pieces, name: string, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const one of pieces[name]?.imports ?? []) piecesOf(pieces, one, seen);
  return seen;
}

/**
 * Where a file of `apps/web` is served under the name that the build gave it, for pages that the server makes by itself;
 * undefined where the screens were not built.
 */
export function builtFile(source: 'src/style/pages.css' | 'src/style/icon.svg'): string | undefined {
  const piece = findBuilt()?.pieces[source];
  return piece && `/${piece.file}`;
}
