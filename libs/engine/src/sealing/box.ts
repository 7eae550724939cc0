import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a text with AES-256-GCM (NIST SP 800-38D): a fresh random nonce of 96 bits, the ciphertext, the tag of 128
 * bits, in base64. The context is not in it, and it opens in the same context only.
 */
export function seal(key: KeyObject, context: string, text: string): string {
  const nonce = freshNonce();
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const sealed = cipher.update(text, 'utf8');
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64');
}

/** Opens what `seal` made. @throws Error  it was sealed with another key or in another context, or was changed */
export function open(key: KeyObject, context: string, box: string): string {
  const bytes = Buffer.from(box, 'base64');
  if (bytes.length < nonceBytes + tagBytes)
    throw new Error('a sealed text is shorter than its nonce and its tag');
  const tagAt = bytes.length - tagBytes;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), withTag);
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(tagAt));
  // As bytes, because a decoder of texts in pieces costs a fifth of the opening. Nothing of it is used before `final`.
  const opened = decipher.update(bytes.subarray(nonceBytes, tagAt));
  decipher.final();
  return opened.toString('utf8');
}

const withTag = { authTagLength: tagBytes };

// Random bytes are drawn for many nonces at once, because drawing costs as much as sealing.
const drawn = Buffer.alloc(nonceBytes * 256);
let used = drawn.length;

/** It is the caller's until the next one is asked for. */
function freshNonce(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += nonceBytes;
  return drawn.subarray(used - nonceBytes, used);
}
