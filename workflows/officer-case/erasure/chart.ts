import type { On } from '../chart-parts.js';

/** Accepted when the case is resolved. A hold that still stands stops the erasure, so it can be released. */
export const erasureAfterEnd: On = {
  ErasureRestricted: {},
  ErasureRestrictionLifted: {},
  ErasureDecided: {},
  HoldReleased: {},
};
