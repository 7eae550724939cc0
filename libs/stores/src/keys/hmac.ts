import { hash } from 'node:crypto';

export type Digits = 'hex' | 'base64url';

const blockBytes = 64;
const hashBytes = 32;
const usualBytes = 4096;
const utf8BytesMax = 3;

/**
 * HMAC-SHA-256 (RFC 2104) of texts under one key of at most 64 bytes. Built from its two hashes, because
 * `createHmac` allocates an object for each text and for the answer, which takes longer than the hashes.
 */
export function hmacSha256(key: Buffer): (text: string, digits: Digits) => string {
  const usual = padded(key, 0x36, usualBytes);
  const outer = padded(key, 0x5c, hashBytes);
  return (text, digits) => {
    const roomNeeded = text.length * utf8BytesMax;
    const inner = roomNeeded <= usualBytes ? usual : padded(key, 0x36, roomNeeded);
    const end = blockBytes + inner.write(text, blockBytes, 'utf8');
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), blockBytes, 'binary');
    return hash('sha256', outer, digits);
  };
}

/** The key, filled up to a block and masked, with room behind it. */
function padded(key: Buffer, mask: number, room: number): Buffer {
  const block = Buffer.alloc(blockBytes + room);
  key.copy(block);
  for (let at = 0; at < blockBytes; at += 1) block[at] = (block[at] ?? 0) ^ mask;
  return block;
}
