import type { ChartGuard } from '@safeconduct/workflow';
import type { On } from '../chart-parts.js';
import { reopenTargets, type Appealable } from '../code-lists.js';
import type { EventData } from '../events.js';
import type { Facts } from '../facts.js';
import { reopensAfterAppeal } from '../monitoring/guards.js';

type Decided = EventData<'AppealDecided'>;

const upheld =
  (against: Appealable, test: (facts: Facts) => boolean): ChartGuard<Facts, Decided>['test'] =>
  (facts, decided) =>
    decided.result === 'upheld' && decided.against === against && test(facts);

/** Accepted wherever the case is. */
export const appealsAnywhere: On = { AppealFiled: {}, AppealDecided: {} };

/** In the state after a denied clearance: an appeal that is upheld leads back to where it was denied. */
export const backToClearance = (verified: string): On => ({
  AppealDecided: [
    {
      target: verified,
      guard: {
        name: 'denial of the clearance set aside',
        test: upheld('clearance', ({ deniedReturn }) => deniedReturn !== undefined),
      },
    },
    {},
  ],
});

/** After the end of a case: an appeal against its closing that is upheld opens it again. */
export const appealsAfterEnd: On = {
  AppealDecided: [
    ...reopenTargets.map((target) => ({
      target,
      guard: {
        name: `closing set aside, ${target}`,
        test: upheld('closing', (facts) => reopensAfterAppeal(facts) === target),
      },
    })),
    {},
  ],
};
