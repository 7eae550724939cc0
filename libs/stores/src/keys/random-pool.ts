import { randomFillSync } from 'node:crypto';

const poolBytes = 8192;
const pool = Buffer.alloc(poolBytes);
let used = poolBytes;

/**
 * So many random bytes, at most 8192, in memory of their own. They are drawn for many at once, because asking the
 * generator costs as much as sealing. What was given out is overwritten in the pool.
 */
export function pooledRandomBytes(count: number): Buffer {
  if (used + count > poolBytes) {
    randomFillSync(pool);
    used = 0;
  }
  const given = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return given;
}
