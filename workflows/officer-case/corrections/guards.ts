import { fails, holds, holdsWith, type Guard } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { isCorrection } from './facts.js';

interface Numbered {
  readonly correctionNo: string;
}

/** A correction waits for a decision. Asked before the form is filled in. */
export const correctionRequested: Guard<Facts, unknown, 'NO_CORRECTION_REQUESTED'> = {
  id: 'G-CORRECTION',
  version: 1,
  codes: ['NO_CORRECTION_REQUESTED'],
  ask: ({ corrections }) =>
    corrections.length === 0 ? fails('NO_CORRECTION_REQUESTED') : holdsWith({ count: corrections.length }),
};

/** The correction with this number waits for a decision. */
export const correctionKnown: Guard<Facts, Numbered, 'CORRECTION_NOT_FOUND'> = {
  id: 'G-CORRECTION-KNOWN',
  version: 1,
  codes: ['CORRECTION_NOT_FOUND'],
  readsInput: true,
  ask: ({ corrections }, { input: { correctionNo } }) =>
    corrections.some(isCorrection(correctionNo))
      ? holdsWith({ correctionNo })
      : fails('CORRECTION_NOT_FOUND', { correctionNo }),
};

/** A number names one correction. */
export const correctionNumberFree: Guard<Facts, Numbered, 'CORRECTION_NUMBER_TAKEN'> = {
  id: 'G-CORRECTION-NO',
  version: 1,
  codes: ['CORRECTION_NUMBER_TAKEN'],
  readsInput: true,
  ask: ({ corrections }, { input: { correctionNo } }) =>
    corrections.some(isCorrection(correctionNo))
      ? fails('CORRECTION_NUMBER_TAKEN', { correctionNo })
      : holdsWith({ correctionNo }),
};

/** Only so many corrections wait at once: every reader of the case gets them all. */
export const roomForCorrection: Guard<Facts, unknown, 'CORRECTIONS_TOO_MANY'> = {
  id: 'G-CORRECTIONS-MAX',
  version: 1,
  codes: ['CORRECTIONS_TOO_MANY'],
  ask: ({ corrections }) =>
    corrections.length < limits.correctionsMax
      ? holds
      : fails('CORRECTIONS_TOO_MANY', { count: corrections.length, max: limits.correctionsMax }),
};

/** Who asks for a correction does not decide on it. */
export const notOwnRequest: Guard<Facts, Numbered, 'DECIDES_ON_OWN_REQUEST'> = {
  id: 'G-CORRECTION-4E',
  version: 1,
  codes: ['DECIDES_ON_OWN_REQUEST'],
  readsInput: true,
  ask: ({ corrections }, { input: { correctionNo }, actor }) =>
    corrections.find(isCorrection(correctionNo))?.by === actor.id ? fails('DECIDES_ON_OWN_REQUEST') : holds,
};
