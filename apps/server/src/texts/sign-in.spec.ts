import { describe, expect, it } from '@jest/globals';
import { scopes } from '@safeconduct/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ar from './sign-in.ar.json' with { type: 'json' };
import en from './sign-in.en.json' with { type: 'json' };

/** Every text with the path of its keys. */
const textsOf = (texts: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as const] : textsOf(value as object, `${path}${key}.`),
  );

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const english = new Map(textsOf(en));
const arabic = new Map(textsOf(ar));

describe('the texts of the pages for signing in', () => {
  it('are the same in both languages, with the same places for values', () => {
    expect([...arabic.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english)
      expect([key, placeholders(arabic.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('have Arabic letters in Arabic, and no word in Latin letters but names', () => {
    const names = /Safeconduct|JavaScript|English|co-01|\{\w+\}/g;
    const own = textsOf(ar).filter(([key]) => !key.startsWith('frame.') && key !== 'script.comma');
    expect(own.filter(([, text]) => !/\p{Script=Arabic}/u.test(text))).toEqual([]);
    expect(own.filter(([, text]) => /[A-Za-z]/.test(text.replaceAll(names, '')))).toEqual([]);
  });

  it('call no person he, and a case no case of a court', () => {
    expect([...english.values()].filter((text) => /\b(?:he|his|him|himself)\b/i.test(text))).toEqual([]);
    expect([...arabic.values()].filter((text) => /قضية|قضايا/.test(text))).toEqual([]);
  });

  it('name every scope, and everything that is noted about an account', () => {
    expect(Object.keys(en.scopes)).toEqual([...scopes]);
    const folder = join(import.meta.dirname, '..', 'http', 'sign-in');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const noted = sources.flatMap((text) =>
      [...text.matchAll(/what: '([A-Z_]+)'|noted\(request, (?:\w+ \? )?'([A-Z_]+)'/g)].map(
        ([, one, other]) => one ?? other ?? '',
      ),
    );
    expect(new Set(noted)).toEqual(new Set(Object.keys(en.acts)));
  });
});
