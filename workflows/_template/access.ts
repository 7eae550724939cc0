import { accessOf } from '@safeconduct/workflow';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import type { Role } from './roles.js';

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

/** Who may read what. Cases of requests have no place and no assignee, so the office sees all of them. */
export const access = accessOf<Facts, keyof Events, Role>()({
  units: [],
  classes: [],
  events: {},
  facts: {},
  tags: {},
  roles: {
    clerk: { purposes: ['intake'], cases: [{ of: 'all' }], sees: everything, figures: 'all' },
    head: { purposes: ['intake'], cases: [{ of: 'all' }], sees: everything, figures: 'all' },
    system: { purposes: [], cases: [], sees: nothing, figures: 'none' },
  },
});
