/**
 * The order of texts, everywhere: by code points. It is the order of their UTF-8 bytes, so SQLite's binary
 * order and PostgreSQL's `COLLATE "C"` agree with it. JavaScript's own order is that of UTF-16 units, which
 * puts letters beyond U+FFFF before some that they come after.
 * @returns below 0, 0, or above 0, as `sort` wants it
 */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return left.length - right.length;
}

const firstSurrogate = 0xd800;
const lastSurrogate = 0xdfff;
const afterAllUnits = 0x10000;

/** Half of a surrogate pair stands for a code point beyond U+FFFF, so it comes after every other unit. */
const rankOf = (unit: number): number =>
  unit >= firstSurrogate && unit <= lastSurrogate ? unit + afterAllUnits : unit;
