export { countingIds } from './counting-ids.js';
export { eventStoreContract } from './event-store/contract.js';
export { type EventStoreAdapter } from './event-store/adapter.js';
export { fixedClock, type FixedClock } from './fixed-clock.js';
export { fixedKeyRing } from './fixed-key-ring.js';
