import type { Deadline } from '@safeconduct/workflow';
import { assuranceDeadlines } from './assurance/deadlines.js';
import { childDeadlines } from './children/deadlines.js';
import { custodyDeadlines } from './custody/deadlines.js';
import { entryDeadlines } from './entry/deadlines.js';
import type { Facts } from './facts.js';
import { appealDeadlines } from './appeals/deadlines.js';
import { correctionDeadlines } from './corrections/deadlines.js';
import { fateDeadlines } from './fates/deadlines.js';
import { holdDeadlines } from './holds/deadlines.js';
import { monitoringDeadlines } from './monitoring/deadlines.js';
import { relocationDeadlines } from './relocation/deadlines.js';
import { renunciationDeadlines } from './renunciation/deadlines.js';
import { returnDeadlines } from './return/deadlines.js';
import type { Role } from './roles.js';

/**
 * What must happen by when. A passed deadline with `then` is recorded; the others are shown to the role that
 * has to act.
 */
export const deadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  ...entryDeadlines,
  ...childDeadlines,
  ...custodyDeadlines,
  ...renunciationDeadlines,
  ...returnDeadlines,
  ...assuranceDeadlines,
  ...relocationDeadlines,
  ...monitoringDeadlines,
  ...fateDeadlines,
  ...holdDeadlines,
  ...correctionDeadlines,
  ...appealDeadlines,
};
