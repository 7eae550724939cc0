import type { On } from '../chart-parts.js';

/** Accepted in every case that is not resolved. */
export const unresolved: On = { HoldPlaced: {}, HoldReviewed: {}, HoldReleased: {} };
