import type { ChartGuard } from '@safeconduct/workflow';
import type { On } from '../chart-parts.js';
import { reopenTargets, type Appealable } from '../code-lists.js';
import type { EventData } from '../events.js';
import type { Facts } from '../facts.js';
import { reopensAfterAppeal } from '../monitoring/guards.js';
import type { Refused } from './facts.js';

type Decided = EventData<'AppealDecided'>;

const upheld =
  (against: Appealable, test: (facts: Facts) => boolean): ChartGuard<Facts, Decided>['test'] =>
  (facts, decided) =>
    decided.result === 'upheld' && decided.against === against && test(facts);

/** Accepted wherever the case is. */
export const appealsAnywhere: On = { AppealFiled: {}, AppealDecided: {} };

/** Where the decisions are taken that an appeal can set aside. */
type Places = Partial<Readonly<Record<Refused['of'], string>>>;

/** In a state in which decisions leave the person: an appeal that is upheld leads back to where the decision was taken. */
export const backTo = (places: Places): On => ({
  AppealDecided: [
    ...(Object.entries(places) as [Refused['of'], string][]).map(([decision, target]) => ({
      target,
      guard: {
        name: `${decision} set aside`,
        test: upheld(decision, ({ refused }) => refused?.of === decision),
      },
    })),
    {},
  ],
});

/** Decisions on a relocation leave the person where it began. */
export const relocationRefused = {
  relocation: 'relocating.referred',
  exit: 'relocating.exitPending',
} as const;

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
