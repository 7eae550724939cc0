import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { en } from '../../apps/web/src/language/texts/en.js';
import { laterEn } from '../../apps/web/src/language/texts/later.en.js';

const sources = 'apps/web/src';
const beginningOf = (key: string): string => key.slice(0, key.indexOf('.') + 1);

describe('the texts of the screens that are loaded later', () => {
  const beginnings = [...new Set(Object.keys(laterEn).map(beginningOf))];

  it('begin otherwise than those that are loaded first', () => {
    expect(Object.keys(en).filter((key) => beginnings.includes(beginningOf(key)))).toEqual([]);
  });

  it('are said by the screens that wait for them, and nowhere else', () => {
    const read = (file: string): string => readFileSync(join(sources, file), 'utf8');
    const waits = /withLaterTexts\(\(\) => import\('\.\/([\w/-]+)\.js'\)\)/g;
    const files = globSync('**/*.{ts,tsx}', { cwd: sources });
    // A screen of the router waits with all files of its folder, and a part that is loaded later by itself.
    const waiting = files.flatMap((file) =>
      [...read(file).matchAll(waits)].map(([, part = '']) =>
        file === 'router.tsx' ? `${dirname(part)}/` : `${join(dirname(file), part)}.`,
      ),
    );
    expect(waiting.length).toBeGreaterThan(8);
    const others = files.filter(
      (file) => !file.startsWith('language/') && !waiting.some((place) => file.startsWith(place)),
    );
    const said = new RegExp(`['"\`](${beginnings.join('|').replaceAll('.', '\\.')})`);
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((file) => said.test(read(file)))).toEqual([]);
  });
});
