import { accessOf, allSeen, allWithheld } from '@safeconduct/workflow';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import type { Role } from './roles.js';

/** Who may read what. Cases of requests have no place and no assignee, so the office sees all of them. */
export const access = accessOf<Facts, keyof Events, Role>()({
  units: [],
  classes: [],
  events: {},
  facts: {},
  tags: {},
  roles: {
    clerk: { purposes: ['intake'], cases: [{ of: 'all' }], sees: allSeen, figures: 'all' },
    head: { purposes: ['intake'], cases: [{ of: 'all' }], sees: allSeen, figures: 'all' },
    system: { purposes: [], cases: [], sees: allWithheld, figures: 'none' },
  },
});
