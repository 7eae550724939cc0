import type { Ids } from '../ports/ids.js';

/** UUIDs of version 7 that count up from one, so that a test can name them. */
export function countingIds(): Ids {
  let count = 0;
  return {
    next() {
      count += 1;
      return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
    },
  };
}
