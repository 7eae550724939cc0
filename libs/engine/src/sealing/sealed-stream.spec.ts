import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { openStream, sealedLength, SealedStreamError, sealStream } from './sealed-stream.js';

const key = createSecretKey(Buffer.alloc(32, 1));
const use = 'a file of job 7';
const piece = 65_536;

async function* cut(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (const cut of cuts) {
    yield await Promise.resolve(bytes.subarray(from, from + cut));
    from += cut;
  }
  yield bytes.subarray(from);
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const one of pieces) all.push(one);
  return Buffer.concat(all);
}

const sealed = (bytes: Buffer, cuts: readonly number[] = []) => whole(sealStream(key, use, cut(bytes, cuts)));
const opened = (bytes: Buffer, cuts: readonly number[] = []) => whole(openStream(key, use, cut(bytes, cuts)));

describe('a sealed stream', () => {
  it('opens to what it was, of every length around that of a piece, and however it comes', async () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 80_000 }), { maxLength: 6 });
    const lengths = [0, 1, piece - 1, piece, piece + 1, 2 * piece, 2 * piece + 1, 3 * piece];
    const length = fc.oneof(fc.constantFrom(...lengths), fc.integer({ min: 0, max: 200_000 }));
    const check = async (bytes: number, first: number[], second: number[]) => {
      const given = randomBytes(bytes);
      const box = await sealed(given, first);
      expect(box).toHaveLength(sealedLength(bytes));
      expect((await opened(box, second)).equals(given)).toBe(true);
    };
    await fc.assert(fc.asyncProperty(length, cuts, cuts, check), { numRuns: 60 });
  });

  it('is of the form that is documented: a salt, pieces with a counted nonce, a last one that says so', async () => {
    const [salt, given] = [Buffer.alloc(16, 9), randomBytes(piece + 5)];
    const own = Buffer.from(hkdfSync('sha256', key, salt, use, 32));
    const byHand = (part: Buffer, nonce: string) => {
      const cipher = createCipheriv('aes-256-gcm', own, Buffer.from(nonce, 'hex'));
      return Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()]);
    };
    const first = byHand(given.subarray(0, piece), '000000000000000000000000');
    const last = byHand(given.subarray(piece), '010000000000000000000001');
    expect((await opened(Buffer.concat([salt, first, last]))).equals(given)).toBe(true);
  });

  it('is another one each time', async () => {
    expect((await sealed(Buffer.from('a'))).equals(await sealed(Buffer.from('a')))).toBe(false);
  });

  it('does not open with another key or for another use', async () => {
    const box = await sealed(randomBytes(70_000));
    const other = createSecretKey(Buffer.alloc(32, 2));
    await expect(whole(openStream(other, use, cut(box, [])))).rejects.toBeInstanceOf(SealedStreamError);
    await expect(whole(openStream(key, 'a file of job 8', cut(box, [])))).rejects.toThrow('do not open');
  });

  it('does not open when a bit was changed, a piece is missing, doubled or in another place, or the end was cut', async () => {
    const box = await sealed(randomBytes(2 * piece + 100));
    const [salt, sealedPiece] = [16, piece + 16];
    const at = (number: number) => salt + number * sealedPiece;
    const [head, one, two, three] = [
      box.subarray(0, at(0)),
      box.subarray(at(0), at(1)),
      box.subarray(at(1), at(2)),
      box.subarray(at(2)),
    ];
    const broken = [
      ...[Buffer.alloc(0), box.subarray(0, 15), box.subarray(0, 16), box.subarray(0, -1)],
      Buffer.concat([head, one, two]),
      Buffer.concat([head, one]),
      Buffer.concat([head, two, one, three]),
      Buffer.concat([head, one, one, three]),
      Buffer.concat([head, one, three]),
      Buffer.concat([box, three]),
      Buffer.concat([box, Buffer.alloc(1)]),
    ];
    for (const bit of [0, 127, 128, 8 * at(1) - 1, 8 * at(1), 8 * box.length - 1]) {
      const changed = Buffer.from(box);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      broken.push(changed);
    }
    for (const one of broken) await expect(opened(one)).rejects.toBeInstanceOf(SealedStreamError);
  });
});
