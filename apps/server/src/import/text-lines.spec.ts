import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countLines, recordBytesMax, textLines } from './text-lines.js';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
  path = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true }));

async function read(): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const { number, bytes } of textLines(path)) {
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
    expect(await countLines(path)).toBe(lines.length);
  });

  it('are whole across the chunks in which a file is read, and their number is counted right', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 3000 })
      .map((text) => `${text.replaceAll(/[\n\ufeff]/g, '')}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 400, size: 'max' }), async (lines) => {
        await writeFile(path, lines.join(''));
        expect(await read()).toEqual(lines);
        expect(await countLines(path)).toBe(lines.length);
      }),
      { numRuns: 20 },
    );
  });

  it('are passed over where they are longer than a record may be, however long, without being held', async () => {
    const file = await open(path, 'w');
    await file.write('before\n');
    for (let mebibytes = 0; mebibytes < 100; mebibytes += 1) await file.write(Buffer.alloc(2 ** 20, 'x'));
    await file.write('\nafter\n');
    await file.close();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const lines: (string | undefined)[] = [];
    for await (const { bytes } of textLines(path)) {
      lines.push(bytes?.toString());
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(lines).toEqual(['before\n', undefined, 'after\n']);
    expect(most).toBeLessThan(30 * 2 ** 20);
  });

  it('may be as long as a record and no longer', async () => {
    await writeFile(path, `${'x'.repeat(recordBytesMax - 1)}\n${'x'.repeat(recordBytesMax)}\n`);
    expect((await read()).map((line) => line?.length)).toEqual([recordBytesMax, undefined]);
  });
});
