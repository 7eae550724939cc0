/**
 * The order of the spec files: the longest first, so that the cores end together. How long a file took is known where it
 * ran before; a fresh checkout knows the long ones from `long-suites.json`, in seconds.
 */
import Sequencer from '@jest/test-sequencer';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './launch/child.mjs';

const secondsOf = JSON.parse(readFileSync(new URL('long-suites.json', import.meta.url), 'utf8'));

/** Most other files take less. */
const otherSeconds = 2;

class LongestFirst extends Sequencer {
  time(test) {
    return super.time(test) ?? (secondsOf[relative(root, test.path)] ?? otherSeconds) * 1000;
  }
}

export { LongestFirst as default };
