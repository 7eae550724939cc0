export { countingIds } from './counting-ids.js';
export { fixedClock, type FixedClock } from './fixed-clock.js';
export { fixedKeyRing } from './fixed-key-ring.js';
