import { accessOf, allSeen, allWithheld } from '../../index.js';
import type { Events, Facts, Role } from './definition.js';

/** A head sees what was written only of claims of which bags are missing. */
const bagsAreMissing = { when: 'bagsAreMissing', holds: ({ missing }: Facts) => missing > 0 };

export const access = accessOf<Facts, keyof Events, Role>()({
  units: [],
  classes: ['money'],
  events: { ClaimPaid: 'money' },
  facts: { missing: 'money' },
  tags: { bags: 'money' },
  roles: {
    clerk: {
      purposes: ['intake'],
      cases: [
        { of: 'registered', withinHours: 24 },
        { of: 'all', states: ['open'] },
      ],
      sees: { ...allSeen, money: 'withheld' },
      figures: 'none',
    },
    head: {
      purposes: ['audit', 'intake'],
      cases: [{ of: 'all' }],
      sees: { ...allSeen, narrative: bagsAreMissing, money: 'seen' },
      figures: 'all',
    },
    system: { purposes: [], cases: [], sees: { ...allWithheld, money: 'withheld' }, figures: 'none' },
  },
});
