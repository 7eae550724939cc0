import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { en } from '../../apps/web/src/language/texts/en.js';
import { laterEn } from '../../apps/web/src/language/texts/later.en.js';

const sources = 'apps/web/src';
const later = Object.keys(laterEn);

const waits = /withLaterTexts\(\(\) => import\('[^']+'\)\)/g;
const imported = /(?:from|import) ?\(?'(\.[^']+)\.js'/g;

/** The files that are loaded without the later texts: from the first one on, whatever is not waited for with them. */
function filesBefore(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const text = readFileSync(file, 'utf8').replaceAll(waits, '');
  found.set(file, text);
  for (const [, path = ''] of text.matchAll(imported)) {
    const other = ['.ts', '.tsx'].map((ending) => join(dirname(file), path + ending)).find(existsSync);
    if (other !== undefined && !other.includes('/language/texts/')) filesBefore(other, found);
  }
  return found;
}

describe('the texts of the screens that are loaded later', () => {
  it('are not among those that are loaded first', () => {
    expect(later.filter((key) => Object.hasOwn(en, key))).toEqual([]);
  });

  it('are said by no file that is loaded without them', () => {
    const files = filesBefore(join(sources, 'main.tsx'));
    expect(files.size).toBeGreaterThan(100);
    const saysLater = (text: string): boolean =>
      // A key that is written out, or the beginning of one that is put together.
      later.some((key) => text.includes(`'${key}'`)) ||
      [...text.matchAll(/`([a-z]\w*\.[\w.]*)\$\{/g)].some(([, beginning = '']) =>
        later.some((key) => key.startsWith(beginning)),
      );
    expect([...files].filter(([, text]) => saysLater(text)).map(([file]) => file)).toEqual([]);
  });
});
