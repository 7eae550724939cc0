import type { On } from '../chart-parts.js';

/** Accepted in every state, also when the case is resolved. */
export const always: On = { NoteRecorded: {} };
