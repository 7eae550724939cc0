import { describe, expect, it } from '@jest/globals';
import decode from 'qr/decode.js';
import { qrCode } from './qr-code.js';

const scale = 4;

/** The picture that a browser draws of the path, as a camera sees it. */
function seen({ size, path }: ReturnType<typeof qrCode>) {
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = 0, y = 0, length = 0] of [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map((part) =>
    part.map(Number),
  ))
    for (let row = y * scale; row < (y + 1) * scale; row += 1)
      for (let column = x * scale; column < (x + length) * scale; column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  return { width, height: width, data };
}

describe('a QR code', () => {
  it.each(['otpauth://totp/Safeconduct:co-01?secret=ABCDEFGHIJKLMNOP&issuer=Safeconduct', 'x'.repeat(600)])(
    'is read as what it was made of: %s',
    (text) => {
      expect(decode(seen(qrCode(text)))).toBe(text);
    },
  );

  it('has a bright border of four modules', () => {
    const { size, path } = qrCode('x');
    const parts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((part) => part.slice(1).map(Number));
    expect(Math.min(...parts.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4);
    expect(Math.max(...parts.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
  });
});
