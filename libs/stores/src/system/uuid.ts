import type { Ids } from '@safeconduct/engine';
import { randomFillSync } from 'node:crypto';

const counterMax = 0xfff;
const poolBytes = 4096;
const randomBytes = 8;

/**
 * UUIDs version 7 (RFC 9562 §5.7). Within one millisecond the 12 bits behind the time count up from a random start
 * (§6.2 method 1), so that the ids of one source always ascend; also when the clock is set back.
 */
export function uuidsFrom(nowMs: () => number): Ids {
  const random = randomSource();
  let ms = 0;
  let counter = 0;
  return {
    next() {
      const now = nowMs();
      if (now > ms) [ms, counter] = [now, random().readUInt16BE() & (counterMax >> 1)];
      else if (counter === counterMax) [ms, counter] = [ms + 1, 0];
      else counter += 1;
      return format(ms, counter, random().toString('hex'));
    },
  };
}

/** The ids of this process. */
export const uuidIds: Ids = uuidsFrom(Date.now);

/** Eight random bytes a call, cut from a pool, because asking the system each time costs more than all the rest. */
function randomSource(): () => Buffer {
  const pool = Buffer.allocUnsafeSlow(poolBytes);
  let used = poolBytes;
  return () => {
    if (used === poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    used += randomBytes;
    return pool.subarray(used - randomBytes, used);
  };
}

function format(ms: number, counter: number, random: string): string {
  const time = hex(ms, 12);
  const variant = hex(0x8 | (Number.parseInt(random.charAt(0), 16) & 0x3), 1);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
