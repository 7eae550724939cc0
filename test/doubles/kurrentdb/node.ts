import type { Faults } from './faults.js';
import type { DoubleLog } from './log.js';

/** What the calls of a node share. */
export interface Node {
  readonly log: DoubleLog;
  readonly faults: Faults;
  readonly port: number;
  /** Takes every call and answers none. */
  readonly isFrozen: boolean;
  /** How many records a filtered read searches before it is content with what it has. */
  readonly searchWindow: number | undefined;
}
