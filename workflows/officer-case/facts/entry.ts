import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import { dated, signed } from './dated.js';
import type { Facts } from './shape.js';

export const entryFacts: FactsByEvent<Facts, Events> = {
  EntryRegistered: (facts, data, { occurredAt }) => ({ ...facts, ...data, registeredAt: occurredAt }),
  WeaponsSurrendered: (facts, data, event) => ({ ...facts, surrender: dated(data, event) }),
  RightsNoticeDelivered: (facts, data, event) => ({ ...facts, rights: dated(data, event) }),
  IdentityRecorded: (facts, data, event) => ({ ...facts, identity: dated(data, event) }),
  ScreeningCompleted: (facts, { category, interpreterId }, event) => ({
    ...facts,
    screening: signed({ category, interpreterId }, event),
  }),
  ScreeningOverdue: (facts) => ({ ...facts, screeningOverdue: true }),
};
