import { accessOf } from '../../index.js';
import type { Events, Facts, Role } from './definition.js';

const everything = {
  identity: 'seen',
  narrative: 'seen',
  medical: 'seen',
  witness: 'seen',
  rules: 'seen',
} as const;
const nothing = {
  identity: 'withheld',
  narrative: 'withheld',
  medical: 'withheld',
  witness: 'withheld',
  rules: 'withheld',
} as const;

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
      sees: { ...everything, money: 'withheld' },
      figures: 'none',
    },
    head: {
      purposes: ['audit', 'intake'],
      cases: [{ of: 'all' }],
      sees: { ...everything, narrative: bagsAreMissing, money: 'seen' },
      figures: 'all',
    },
    system: { purposes: [], cases: [], sees: { ...nothing, money: 'withheld' }, figures: 'none' },
  },
});
