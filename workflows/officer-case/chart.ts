import { chartOf } from '@safeconduct/workflow';
import { always } from './assignment/chart.js';
import { pendingAssurance } from './assurance/chart.js';
import { camped } from './custody/chart.js';
import { entered } from './entry/chart.js';
import { appealsAnywhere } from './appeals/chart.js';
import { correctionsAnywhere } from './corrections/chart.js';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import { anywhere } from './fates/chart.js';
import { returned, resolved } from './monitoring/chart.js';
import { always as notes } from './notes/chart.js';
import { relocating } from './relocation/chart.js';

/** The states and transitions. The chart reads events and facts: no command, no clock, no actor. */
export const chart = chartOf<Facts, Events>()({
  initial: 'entered',
  on: { ...always, ...notes, ...anywhere, ...appealsAnywhere, ...correctionsAnywhere },
  states: { entered, camped, pendingAssurance, relocating, returned, resolved },
});
