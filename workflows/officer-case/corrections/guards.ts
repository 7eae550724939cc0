import { fails, holds, type Guard } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { numberedGuards } from '../numbered.js';
import { isCorrection } from './facts.js';

interface Numbered {
  readonly correctionNo: string;
}

/** A correction waits for a decision; the one with a number does; a number is free; there is room for one more. */
export const {
  some: correctionRequested,
  known: correctionKnown,
  free: correctionNumberFree,
  room: roomForCorrection,
} = numberedGuards({
  field: 'correctionNo',
  of: ({ corrections }) => corrections,
  max: limits.correctionsMax,
  ids: {
    some: 'G-CORRECTION',
    known: 'G-CORRECTION-KNOWN',
    free: 'G-CORRECTION-NO',
    room: 'G-CORRECTIONS-MAX',
  },
  codes: {
    some: 'NO_CORRECTION_REQUESTED',
    known: 'CORRECTION_NOT_FOUND',
    free: 'CORRECTION_NUMBER_TAKEN',
    room: 'CORRECTIONS_TOO_MANY',
  },
  opensBy: ['RequestCorrection'],
  endsBy: ['ApproveCorrection', 'RejectCorrection'],
});

/** Who asks for a correction does not decide on it. */
export const notOwnRequest: Guard<Facts, Numbered, 'DECIDES_ON_OWN_REQUEST'> = {
  id: 'G-CORRECTION-4E',
  version: 1,
  codes: ['DECIDES_ON_OWN_REQUEST'],
  remedies: [],
  readsInput: true,
  ask: ({ corrections }, { input: { correctionNo }, actor }) =>
    corrections.find(isCorrection(correctionNo))?.by === actor.id ? fails('DECIDES_ON_OWN_REQUEST') : holds,
};
