import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import type { Facts } from './shape.js';

export const acrossFacts: FactsByEvent<Facts, Events> = {
  HoldPlaced: (facts, { kind }, { actor, occurredAt }) => ({
    ...facts,
    holds: [...facts.holds, { kind, placedBy: actor.id, at: occurredAt }],
  }),
  // Two persons may hold a case on the same kind of ground; each release lifts one hold, the oldest.
  HoldReleased: (facts, { kind }) => {
    const released = facts.holds.findIndex((hold) => hold.kind === kind);
    return { ...facts, holds: facts.holds.filter((_hold, index) => index !== released) };
  },
  CaseAssigned: (facts, { officer }) => ({ ...facts, officer }),
  CaseReassigned: (facts, { officer }) => ({ ...facts, officer }),
};
