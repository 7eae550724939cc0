import { createReadStream } from 'node:fs';

/** A physical line of a text file. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** With its line end. `undefined` when the line is longer than `recordBytesMax`. */
  readonly bytes: Buffer | undefined;
}

/** Longer records are refused. Nobody types them, and without a limit one record could fill the memory. */
export const recordBytesMax = 2 ** 20;

const lineFeed = 0x0a;
const chunkBytes = 2 ** 18;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The bytes of a file. It is read no faster than they are taken, and closed when the reader stops, also before the end. */
export async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;
}

/**
 * The lines of a text, without a byte order mark. At most one chunk and one record are in memory, however long a line
 * is. No more is read than is needed for the lines that are taken.
 */
export async function* textLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  const line = new LineInProgress();
  for await (const chunk of withoutMark(bytes)) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      line.add(chunk.subarray(start, end + 1));
      start = end + 1;
      yield line.take();
    }
    line.add(chunk.subarray(start));
  }
  if (!line.isEmpty) yield line.take();
}

/** A line without its LF or CRLF. */
export function withoutLineEnd(bytes: Buffer): Buffer {
  const end = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length;
  return bytes.subarray(0, bytes[end - 1] === 0x0d ? end - 1 : end);
}

/** How many lines a text has. */
export async function countLines(bytes: AsyncIterable<Buffer>): Promise<number> {
  const counter = new LineCounter();
  for await (const chunk of withoutMark(bytes)) counter.add(chunk);
  return counter.lines;
}

/** Counts the lines of a text that comes in pieces. */
export class LineCounter {
  #ended = 0;
  #endsInside = false;

  add(piece: Uint8Array): void {
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, end + 1))
      this.#ended += 1;
    if (piece.length > 0) this.#endsInside = piece.at(-1) !== lineFeed;
  }

  get lines(): number {
    return this.#endsInside ? this.#ended + 1 : this.#ended;
  }
}

/** Cuts bytes itself, because `readline` keeps a line of any length in memory and hides broken UTF-8. */
class LineInProgress {
  #number = 0;
  #pieces: Buffer[] = [];
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > recordBytesMax) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  take(): TextLine {
    const [first, ...others] = this.#pieces;
    const whole = others.length === 0 ? first : Buffer.concat(this.#pieces);
    const bytes = this.#size > recordBytesMax ? undefined : whole;
    this.#pieces = [];
    this.#size = 0;
    this.#number += 1;
    return { number: this.#number, bytes };
  }
}

/** The mark may come in pieces, as anything else. */
async function* withoutMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < byteOrderMark.length) continue;
    yield start.subarray(0, 3).equals(byteOrderMark) ? start.subarray(3) : start;
    start = undefined;
  }
  if (start !== undefined) yield start;
}
