import { isUtf8 } from 'node:buffer';

const lookedAt = 4096;
const remedy = 'save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and import it again';

/**
 * Why a file as a whole cannot be read as text: it is UTF-16, a workbook or binary. `undefined` when it may
 * be UTF-8. A single broken character further on is a problem of its row only.
 */
export async function foreignEncoding(bytes: AsyncIterable<Buffer>): Promise<string | undefined> {
  const start = await startOf(bytes);
  const found = formatOf(start);
  return found === undefined ? undefined : `the file is ${found}, not UTF-8 text; ${remedy}`;
}

/** The text of a record, or why it cannot be read. */
export function decodeText(bytes: Buffer): { readonly text: string } | { readonly problem: string } {
  if (!isUtf8(bytes)) return { problem: `a character is not valid UTF-8; ${remedy}` };
  if (bytes.includes(0)) return { problem: 'a NUL character stands in the row; remove it' };
  return { text: bytes.toString('utf8') };
}

function formatOf(start: Buffer): string | undefined {
  if (startsWith(start, 0xff, 0xfe)) return 'UTF-16 (little-endian)';
  if (startsWith(start, 0xfe, 0xff)) return 'UTF-16 (big-endian)';
  if (startsWith(start, 0x50, 0x4b, 0x03, 0x04)) return 'a zip archive or a spreadsheet workbook';
  if (!firstLine(start).includes(0)) return undefined;
  // In UTF-16 a Latin letter is its ASCII byte and a NUL. On which side the NULs stand shows the byte order.
  const odd = countNuls(start, 1);
  const even = countNuls(start, 0);
  if (odd > start.length / 8 && odd > 2 * even) return 'UTF-16 (little-endian, without byte order mark)';
  if (even > start.length / 8 && even > 2 * odd) return 'UTF-16 (big-endian, without byte order mark)';
  return 'binary';
}

/**
 * A NUL in the first line means that the whole file is not UTF-8. A later one is a problem of its row only.
 */
function firstLine(start: Buffer): Buffer {
  const end = start.indexOf(0x0a);
  return end === -1 ? start : start.subarray(0, end);
}

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function countNuls(bytes: Buffer, remainder: 0 | 1): number {
  return bytes.filter((byte, index) => byte === 0 && index % 2 === remainder).length;
}

async function startOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  for await (const piece of bytes) {
    start = Buffer.concat([start, piece]);
    if (start.length >= lookedAt) break;
  }
  return start.subarray(0, lookedAt);
}
