import {
  clockContract,
  countingIds,
  fixedClock,
  fixedKeyRing,
  idsContract,
  keyRingContract,
} from './index.js';

clockContract('fixed', () => fixedClock());
idsContract('counting', countingIds);
keyRingContract('fixed', { open: fixedKeyRing });
