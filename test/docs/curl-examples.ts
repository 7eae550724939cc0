import { expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const block = /^```(?<kind>\w+(?: \w+)?)\n(?<body>.*?)^```$/gms;

/** The blocks of a page. */
export const blocksOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(block)].map(({ groups, index }) => ({
    line: readFileSync(page, 'utf8').slice(0, index).split('\n').length,
    kind: groups?.['kind'] ?? '',
    body: groups?.['body'] ?? '',
  }));

/** The real curl where there is one, else a stand-in with the options that the pages use. */
export function pathWithCurl(folder: string): string {
  const path = process.env['PATH'] ?? '';
  if (spawnSync('curl', ['--version']).error === undefined) return path;
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  cpSync('test/docs/curl.mjs', join(bin, 'curl.mjs'));
  writeFileSync(join(bin, 'curl'), `#!/bin/sh\nexec "${process.execPath}" "${join(bin, 'curl.mjs')}" "$@"\n`);
  chmodSync(join(bin, 'curl'), 0o755);
  return `${bin}${delimiter}${path}`;
}

/** What a page shows of an answer: it may leave members out, and `…` stands for any value. */
export function matching(value: unknown): unknown {
  if (value === '…') return expect.anything();
  if (Array.isArray(value)) return expect.arrayContaining(value.map(matching));
  if (typeof value !== 'object' || value === null) return value;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, matching(inner)])),
  );
}

/** The last JSON document of what was printed; several commands print one each, without a line between them. */
export function lastDocument(printed: string): unknown {
  const start = printed.lastIndexOf('}{');
  return JSON.parse(start < 0 ? printed : printed.slice(start + 1));
}
