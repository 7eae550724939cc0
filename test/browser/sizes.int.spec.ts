import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { screenPage } from '../../apps/server/src/http/screens/screens.js';

const built = join('dist', 'web');

interface Piece {
  readonly file: string;
  readonly css?: readonly string[];
  /** The pieces that are loaded with it. */
  readonly imports?: readonly string[];
  /** Those that it may load later. */
  readonly dynamicImports?: readonly string[];
}

const pieces = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Piece>
>;
const start = 'index.html';
const english = 'src/language/texts/en.ts';
const arabic = 'src/language/texts/ar.ts';
const worklist = 'src/features/work/worklist.tsx';

const pieceAt = (name: string): Piece => {
  const piece = pieces[name];
  if (piece === undefined) throw new Error(`there is no piece for ${name}`);
  return piece;
};

/** The files that are loaded for some pieces. */
function filesOf(names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const { file, css = [], imports = [] } = pieceAt(name);
    for (const one of [file, ...css]) files.add(one);
    imports.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

/** How much is sent for files, compressed by gzip, in kB of 1000 bytes. */
const sizeOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(join(built, `${file}.gz`)).size, 0) / 1000;

const first = filesOf([start]);
const screens = (pieceAt(start).dynamicImports ?? []).filter((name) => name.startsWith('src/features/'));

// `npm test` and `npm run build` build the screens; these are the sizes of what they built.
describe('what a browser has to load', () => {
  it.each([english, arabic])('is little before the first row of the worklist, with %s', (texts) => {
    expect(sizeOf(filesOf([start, worklist, texts]))).toBeLessThan(230);
  });

  it.each(screens)('is little more for %s', (screen) => {
    expect(sizeOf([...filesOf([screen])].filter((file) => !first.has(file)))).toBeLessThan(60);
  });

  it('is for each screen in few pieces', () => {
    expect(screens.length).toBeGreaterThan(8);
    for (const screen of screens)
      expect([screen, filesOf([start, screen]).size < 25]).toEqual([screen, true]);
  });

  it('is asked for at once: the page at an address names the pieces of its screen', () => {
    const routes = [
      ...readFileSync('apps/web/src/router.tsx', 'utf8').matchAll(
        /path: '([^']+)',[^]*?import\('\.\/(features\/[^']+)\.js'\)/g,
      ),
    ].map(([, path = '', source = '']) => [path.replace('$', ':'), `src/${source}.tsx`] as const);
    expect(routes.length).toBe(screens.length);
    for (const [path, source] of routes) {
      const page = screenPage(path);
      for (const file of filesOf([source]))
        expect([path, file, page?.includes(`href="/${file}"`) === true || first.has(file)]).toEqual([
          ...[path, file, true],
        ]);
    }
    expect(screenPage('/nothing-here')).not.toContain('modulepreload');
  });
});
