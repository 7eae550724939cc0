import { fails, holdsWith, type Guard } from '@safeconduct/workflow';
import type { Facts } from './facts.js';

/** A request is declined only when a note says what was checked. */
export const noteTaken: Guard<Facts, unknown, 'NOTE_MISSING'> = {
  id: 'G-LOOKED',
  version: 1,
  codes: ['NOTE_MISSING'],
  remedies: ['AddNote'],
  ask: ({ notes }) => (notes > 0 ? holdsWith({ notes }) : fails('NOTE_MISSING')),
};
