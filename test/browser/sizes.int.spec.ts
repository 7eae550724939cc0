import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

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
});
