import type { On } from '../chart-parts.js';

/** Accepted wherever the person lives in a facility. */
export const renunciation: On = {
  RenunciationDeclared: {},
  RenunciationVerified: {},
  RenunciationNotVerified: {},
};
