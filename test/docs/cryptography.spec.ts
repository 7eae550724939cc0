import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const page = 'docs/reference/cryptography.md';
const text = readFileSync(page, 'utf8');
const named = [...text.matchAll(/\]\((\.\.[^)]+\.ts)\)/g)].map(([, link = '']) =>
  posix.join(posix.dirname(page), link),
);

/** What encrypts, authenticates, derives keys, hashes passwords or checks who somebody is. */
const primitives =
  /\b(create(?:C|Dec)ipheriv|createHmac|hkdfSync|createSecretKey|createSign|scryptSync|pbkdf2Sync)\b/;
const libraries = /from '(@node-rs\/argon2|otplib|@simplewebauthn\/server)'/;

/** What the server is made of, without the simulation, which opens seals by code of its own. */
const sources = globSync('{apps,libs,workflows}/**/*.ts', {
  exclude: (name) => /^(simulation|testing|client|dist)$|\.spec\.ts$/.test(name),
}).map((file) => ({ file: file.replaceAll('\\', '/'), code: readFileSync(file, 'utf8') }));

describe('cryptography', () => {
  it('is used in the files that the page names, and in no other', () => {
    const using = sources.filter(({ code }) => primitives.test(code) || libraries.test(code));
    expect(using.map(({ file }) => file).sort()).toEqual([...new Set(named)].sort());
  });

  it('is by the algorithms that the page names', () => {
    const algorithms = new Set<string>();
    const call = /\b(?:createHash|hash|hkdfSync|createHmac)\(\s*'([^']+)'/g;
    for (const { code } of sources.filter((one) => one.code.includes("from 'node:crypto'"))) {
      for (const [, name = ''] of code.matchAll(call)) algorithms.add(name);
      for (const [, name = ''] of code.matchAll(/= '((?:aes|chacha|des|rc4|camellia)[^']*)'/gi))
        algorithms.add(name);
    }
    expect([...algorithms].sort()).toEqual(['aes-256-gcm', 'sha256']);
  });
});
