import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countLines, fileBytes, recordBytesMax, textLines } from './text-lines.js';

const longLineBytes = 2 ** 29;

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
  path = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true }));

async function read(): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const { number, bytes } of textLines(fileBytes(path))) {
    expect(number).toBe(found.length + 1);
    found.push(bytes?.toString('utf8'));
  }
  return found;
}

describe('the lines of a file', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a\n']],
    ['a\r\n\nb', ['a\r\n', '\n', 'b']],
    ['\ufeffa\nb\n', ['a\n', 'b\n']],
    ['\ufeff', []],
  ])('of %j are %j', async (text, lines) => {
    await writeFile(path, text);
    expect(await read()).toEqual(lines);
    expect(await countLines(fileBytes(path))).toBe(lines.length);
  });

  it('are whole across the chunks in which a file is read, and their number is counted right', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 3000 })
      .map((text) => `${text.replaceAll(/[\n\ufeff]/g, '')}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 400, size: 'max' }), async (lines) => {
        await writeFile(path, lines.join(''));
        expect(await read()).toEqual(lines);
        expect(await countLines(fileBytes(path))).toBe(lines.length);
      }),
      { numRuns: 20 },
    );
  });

  it('are the same however small the pieces are in which they come, also without the byte order mark', async () => {
    async function* byteByByte() {
      for (const byte of Buffer.from('\ufeffa\r\nمرحبا')) yield await Promise.resolve(Buffer.from([byte]));
    }
    const found: string[] = [];
    for await (const { bytes } of textLines(byteByByte())) found.push(bytes?.toString('utf8') ?? '');
    expect(found).toEqual(['a\r\n', 'مرحبا']);
  });

  it('are skipped without being kept when they are longer than a record may be', async () => {
    const file = await open(path, 'w');
    await file.write('before\n');
    // A hole in the file reads as NULs, and takes no room on the disk.
    await file.truncate(longLineBytes);
    await file.write('\nafter\n', longLineBytes);
    await file.close();
    const held = watchBuffers();
    const lines = await read();
    const heldMost = held.end();
    expect(lines).toEqual(['before\n', undefined, 'after\n']);
    // Released buffers are collected late; the whole line would take twice as much.
    expect(heldMost).toBeLessThan(longLineBytes / 2);
  });

  it('may be as long as a record and no longer', async () => {
    await writeFile(path, `${'x'.repeat(recordBytesMax - 1)}\n${'x'.repeat(recordBytesMax)}\n`);
    expect((await read()).map((line) => line?.length)).toEqual([recordBytesMax, undefined]);
  });
});

/** Watches the memory of all buffers. `end` returns the largest growth. */
function watchBuffers(): { readonly end: () => number } {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  };
  const watch = setInterval(look, 1);
  return {
    end() {
      clearInterval(watch);
      look();
      return most;
    },
  };
}
