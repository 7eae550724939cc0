import type { Ids } from '@safeconduct/engine';
import { randomInt, randomUUID } from 'node:crypto';

const counterMax = 0xfff;
const timeDigits = 12;
const randomFrom = 'xxxxxxxx-xxxx-xxxx-'.length;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const counterText = Array.from({ length: counterMax + 1 }, (_, value) => hex(value, 3));

/**
 * UUIDs version 7 (RFC 9562 §5.7). Within one millisecond the 12 bits behind the time count up from a random
 * start (§6.2 method 1), so that the ids of one source always ascend; also when the clock is set back. The
 * random bits behind them, with the variant, are those of a random UUID, which Node makes many at a time.
 */
export function uuidsFrom(nowMs: () => number): Ids {
  let ms = 0;
  let counter = 0;
  let time = timeText(ms);
  return {
    next() {
      const now = nowMs();
      if (now > ms) [ms, counter, time] = [now, randomInt((counterMax + 1) >> 1), timeText(now)];
      else if (counter === counterMax) [ms, counter, time] = [ms + 1, 0, timeText(ms + 1)];
      else counter += 1;
      return `${time}${counterText[counter]}-${randomUUID().slice(randomFrom)}`;
    },
  };
}

/** The ids of this process. */
export const uuidIds: Ids = uuidsFrom(Date.now);

/** The milliseconds with the version behind them. */
function timeText(ms: number): string {
  const digits = hex(ms, timeDigits);
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
}
