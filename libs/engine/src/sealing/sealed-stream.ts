import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { EngineError } from '../errors.js';

const algorithm = 'aes-256-gcm';
const saltBytes = 16;
const tagBytes = 16;
const pieceBytes = 2 ** 16;
const sealedPieceBytes = pieceBytes + tagBytes;

/** Sealed bytes that are not what was sealed: another key or use, changed, in another order, or an end that is missing. */
export class SealedStreamError extends EngineError {
  readonly code = 'SEAL_BROKEN';
  constructor() {
    super(
      'the sealed bytes do not open: they were changed, a part of them is missing, or the key is another one',
    );
  }
}

/**
 * Seals bytes of any length, which need not be in memory as a whole: pieces of 64 KiB, each with AES-256-GCM (NIST SP
 * 800-38D), after the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015). In front stands a fresh random
 * salt of 128 bits, from which and from the key the key of these bytes is made (HKDF, RFC 5869). So a nonce can count
 * the pieces; it also says which one is the last, so that an end that is missing is noticed.
 */
export class StreamSealer {
  readonly #key: KeyObject;
  /** It goes first. */
  #salt: Buffer | undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #count = 0;

  /** @param use  what the bytes are; they open for the same use only */
  constructor(key: KeyObject, use: string) {
    const salt = randomBytes(saltBytes);
    this.#salt = salt;
    this.#key = keyOfStream(key, use, salt);
  }

  /** Takes bytes. Gives what can be kept of them by now. */
  push(bytes: Uint8Array): Buffer {
    const sealed = this.#begin();
    let from = 0;
    // The last piece is known to be the last one at the end only, so a full one waits for a byte behind it.
    while (this.#waitingBytes + bytes.length - from > pieceBytes) {
      const part = bytes.subarray(from, from + pieceBytes - this.#waitingBytes);
      from += part.length;
      this.#wait(part);
      sealed.push(this.#piece(false));
    }
    this.#wait(bytes.subarray(from));
    return Buffer.concat(sealed);
  }

  /** Gives the rest. */
  end(): Buffer {
    return Buffer.concat([...this.#begin(), this.#piece(true)]);
  }

  #begin(): Buffer[] {
    const begun = this.#salt === undefined ? [] : [this.#salt];
    this.#salt = undefined;
    return begun;
  }

  #wait(part: Uint8Array): void {
    if (part.length === 0) return;
    // A copy, because the caller may use its bytes again.
    this.#waiting.push(Buffer.from(part));
    this.#waitingBytes += part.length;
  }

  #piece(isLast: boolean): Buffer {
    const cipher = createCipheriv(algorithm, this.#key, nonceOf(this.#count, isLast));
    const parts = this.#waiting.map((part) => cipher.update(part));
    cipher.final();
    this.#count += 1;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return Buffer.concat([...parts, cipher.getAuthTag()]);
  }
}

/** Seals bytes as they come, see `StreamSealer`. */
export async function* sealStream(
  key: KeyObject,
  use: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const sealer = new StreamSealer(key, use);
  for await (const piece of pieces) {
    const sealed = sealer.push(piece);
    if (sealed.length > 0) yield sealed;
  }
  yield sealer.end();
}

/**
 * Opens what was sealed as a stream, piece by piece. What was given before an error is right, but not all.
 * @throws SealedStreamError
 */
export async function* openStream(
  key: KeyObject,
  use: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let own: KeyObject | undefined;
  let count = 0;
  for await (const bytes of sealed) {
    waiting = Buffer.concat([waiting, bytes]);
    if (own === undefined && waiting.length >= saltBytes) {
      own = keyOfStream(key, use, waiting.subarray(0, saltBytes));
      waiting = waiting.subarray(saltBytes);
    }
    for (; own !== undefined && waiting.length > sealedPieceBytes; count += 1) {
      yield opened(own, nonceOf(count, false), waiting.subarray(0, sealedPieceBytes));
      waiting = waiting.subarray(sealedPieceBytes);
    }
  }
  if (own === undefined) throw new SealedStreamError();
  yield opened(own, nonceOf(count, true), waiting);
}

/** How long so many bytes are when they are sealed. */
export const sealedLength = (bytes: number): number =>
  saltBytes + bytes + tagBytes * Math.max(1, Math.ceil(bytes / pieceBytes));

const keyOfStream = (key: KeyObject, use: string, salt: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(use, 'utf8'), 32)));

/** 96 bits: whether it is the last piece, and the number of the piece. */
function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeUIntBE(count, 6, 6);
  return nonce;
}

function opened(key: KeyObject, nonce: Buffer, piece: Buffer): Buffer {
  try {
    const tagAt = piece.length - tagBytes;
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(piece.subarray(tagAt));
    const bytes = decipher.update(piece.subarray(0, tagAt));
    decipher.final();
    return bytes;
  } catch {
    throw new SealedStreamError();
  }
}
