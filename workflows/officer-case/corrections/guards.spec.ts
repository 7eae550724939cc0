import { describeGuards, type Different } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const { now } = at('camped.settled');
const request = {
  correctionNo: 'C-1',
  field: 'unit',
  claimed: 'u',
  proof: 'P',
  by: 'sup-2',
  at: now,
} as const;
const requested = (correctionNo = 'c-1', count = 1): Different => ({
  but: () => ({ corrections: Array.from({ length: count }, () => request) }),
  input: { correctionNo },
});

describeGuards(guards, [
  [guards.correctionRequested, 'camped.settled', 'holds', requested()],
  [guards.correctionRequested, 'camped.settled', 'NO_CORRECTION_REQUESTED'],
  [guards.correctionKnown, 'camped.settled', 'holds', requested()],
  [guards.correctionKnown, 'camped.settled', 'CORRECTION_NOT_FOUND', requested('C-2')],
  [guards.correctionNumberFree, 'camped.settled', 'holds', requested('C-2')],
  [guards.correctionNumberFree, 'camped.settled', 'CORRECTION_NUMBER_TAKEN', requested()],
  [guards.roomForCorrection, 'camped.settled', 'holds', requested('C-2', 19)],
  [guards.roomForCorrection, 'camped.settled', 'CORRECTIONS_TOO_MANY', requested('C-2', 20)],
  [guards.notOwnRequest, 'camped.settled', 'holds', { ...requested(), by: 'sup-1' }],
  [guards.notOwnRequest, 'camped.settled', 'DECIDES_ON_OWN_REQUEST', { ...requested(), by: 'sup-2' }],
]);
