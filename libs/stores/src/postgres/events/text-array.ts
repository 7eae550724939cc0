const textOid = 25;
const header = 20;
const lengthBytes = 4;

/**
 * Texts as an array in the binary form of PostgreSQL (`array_send` and `text_send` of its source). In the form
 * of text each quote and backslash of JSON would be escaped here and read character by character there.
 */
export function textArray(texts: readonly string[]): Buffer {
  let size = header;
  for (const text of texts) size += lengthBytes + Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(size);
  // One dimension, no nulls, the type, how many, and the index of the first one.
  for (const [index, value] of [1, 0, textOid, texts.length, 1].entries())
    bytes.writeInt32BE(value, index * lengthBytes);
  let at = header;
  for (const text of texts) {
    const length = bytes.write(text, at + lengthBytes);
    bytes.writeInt32BE(length, at);
    at += lengthBytes + length;
  }
  return bytes;
}
