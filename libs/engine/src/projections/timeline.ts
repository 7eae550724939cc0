import { defineTable } from '../ports/view-store.js';
import type { CaseProjection } from './projection.js';

/** One row an event: what happened, when, and who was behind it. No event data. */
export const timeline = defineTable({
  name: 'timeline',
  columns: {
    position: 'integer',
    case_id: 'text',
    workflow: 'text',
    revision: 'integer',
    type: 'text',
    command: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    actor: 'text',
    role: 'text',
    confirmed_by: 'text?',
    on_behalf_of: 'text?',
    state: 'text',
  },
  key: ['position'],
  // Positions only grow, so each of these is written at its end, one place a value.
  indexes: [
    ['case_id', 'revision'],
    ['occurred_at'],
    ['recorded_at'],
    ['actor', 'position'],
    ['type', 'position'],
    ['command', 'position'],
  ],
});

/** What happened, in the order in which it was recorded. */
export const timelineProjection: CaseProjection = {
  view: { name: 'timeline', version: 1, tables: [timeline] },

  reads: () => [],

  apply({ recorded, caseId, envelope }, rows) {
    const { actor, confirmation, onBehalfOf } = envelope;
    rows.append(timeline, {
      position: Number(recorded.position),
      case_id: caseId,
      workflow: envelope.workflow,
      revision: Number(recorded.revision),
      type: recorded.type,
      command: envelope.command,
      occurred_at: recorded.occurredAt,
      recorded_at: recorded.recordedAt,
      actor: actor.id,
      role: actor.role,
      confirmed_by: confirmation?.by.id ?? null,
      on_behalf_of: onBehalfOf ?? null,
      state: envelope.state,
    });
  },
};
