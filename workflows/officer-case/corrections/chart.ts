import type { ChartGuard } from '@safeconduct/workflow';
import { when, type On } from '../chart-parts.js';
import type { EventData } from '../events.js';
import type { Facts } from '../facts.js';
import { home } from '../monitoring/guards.js';

/** Accepted wherever the case is. */
export const correctionsAnywhere: On = { CorrectionRequested: {}, DataCorrected: {}, CorrectionRejected: {} };

/** After the correction the person may be a child, and a child takes part in no departure. */
export const mayBeChild = when<'DataCorrected'>('the person may be a child', ({ adult }) => !adult);

const alive = (
  name: string,
  test: (facts: Facts) => boolean,
): ChartGuard<Facts, EventData<'DataCorrected'>> => ({
  name,
  test: (facts, { field }) => field === 'death' && facts.outcome === 'DECEASED' && test(facts),
});

/** After the end of a case: a death that was a mistake of identity opens it again. */
export const correctionsAfterEnd: On = {
  DataCorrected: [
    {
      target: 'returned.alert',
      guard: alive('the person lives, and crossed back', ({ monitoring }) => monitoring !== undefined),
    },
    {
      target: 'entered.intake',
      guard: alive('the person lives, and was in no facility', (facts) => home(facts) === 'entered.intake'),
    },
    { target: 'camped.settled', guard: alive('the person lives', () => true) },
    {},
  ],
};
