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
    const screens = [...read('router.tsx').matchAll(waits)].map(([, file = '']) => dirname(file));
    const ofShell = [...read('shell/shell.tsx').matchAll(waits)].map(([, file = '']) => `shell/${file}.`);
    const waiting = [...new Set(screens.map((folder) => `${folder}/`)), ...ofShell];
    expect(waiting.length).toBeGreaterThan(4);
    const others = globSync('**/*.{ts,tsx}', { cwd: sources }).filter(
      (file) => !file.startsWith('language/') && !waiting.some((place) => file.startsWith(place)),
    );
    const said = new RegExp(`['"\`](${beginnings.join('|').replaceAll('.', '\\.')})`);
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((file) => said.test(read(file)))).toEqual([]);
  });
});
