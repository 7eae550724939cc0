import { describe, expect, it } from '@jest/globals';
import { decodeText, foreignEncoding } from './encoding.js';

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 3)
    yield await Promise.resolve(bytes.subarray(from, from + 3));
}

const text = 'requestNo,by,name\nR-1,clerk-1,إبراهيم\n';
const bigEndian = (bytes: Buffer) => Buffer.from(bytes).swap16();
const remedy = 'not UTF-8 text; save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and import it again';

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    [
      'UTF-8 with a broken character and a NUL in a later row',
      Buffer.from(`${text}R-2,\u0000,\n\xff`, 'latin1'),
    ],
    ['empty', Buffer.alloc(0)],
  ])('is fit when it is %s', async (_name, bytes) => {
    expect(await foreignEncoding(inPieces(bytes))).toBeUndefined();
  });

  it.each([
    ['UTF-16 (little-endian)', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 (big-endian)', bigEndian(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['UTF-16 (little-endian, without byte order mark)', Buffer.from(text, 'utf16le')],
    ['UTF-16 (big-endian, without byte order mark)', bigEndian(Buffer.from(text, 'utf16le'))],
    [
      'a zip archive or a spreadsheet workbook',
      Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1'),
    ],
    ['binary', Buffer.from('\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000', 'latin1')],
  ])('is named with the remedy when it is %s', async (name, bytes) => {
    expect(await foreignEncoding(inPieces(bytes))).toBe(`the file is ${name}, ${remedy}`);
  });
});

describe('the text of a record', () => {
  it('is what its UTF-8 says', () => {
    expect(decodeText(Buffer.from('إبراهيم'))).toEqual({ text: 'إبراهيم' });
  });

  it.each([
    [
      'a cut letter',
      Buffer.from('إبراهيم').subarray(0, -1),
      /^a character is not valid UTF-8; save it as UTF-8/,
    ],
    [
      'a letter of Windows-1256',
      Buffer.from([0xc5, 0x61]),
      /^a character is not valid UTF-8; save it as UTF-8/,
    ],
    ['a NUL', Buffer.from('a\u0000b'), /^a NUL character stands in the row; remove it$/],
  ])('is refused for %s, with what to do', (_name, bytes, reason) => {
    expect(decodeText(bytes)).toEqual({ problem: expect.stringMatching(reason) });
  });
});
