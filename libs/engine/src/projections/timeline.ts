import { defineTable } from '../ports/view-store.js';
import type { CaseProjection } from './projection.js';

/** One row an event: what happened, when, and who was behind it. No event data. */
export const timeline = defineTable({
  name: 'timeline',
  columns: {
    position: 'integer',
    /** How many events the log has up to this one. */
    ordinal: 'integer',
    case_id: 'case',
    workflow: 'name',
    revision: 'integer',
    type: 'name',
    command: 'name',
    occurred_at: 'instant',
    /** When it happened as it was said, where the event had to stand at a later time. */
    said_at: 'instant?',
    recorded_at: 'instant',
    /** The latest recorded time up to this event: it never goes back, whatever clocks the store has. */
    known_at: 'instant',
    actor: 'name',
    role: 'name',
    confirmed_by: 'name?',
    imported_by: 'name?',
    on_behalf_of: 'text?',
    state: 'name',
  },
  key: ['position'],
  // Positions only grow, so each of these is written at its end, one place a value.
  indexes: [
    ['case_id', 'revision'],
    ['occurred_at'],
    ['known_at'],
    ['actor', 'position'],
    ['type', 'position'],
    ['command', 'position'],
  ],
});

/** What happened, in the order in which it was recorded. */
export const timelineProjection: CaseProjection = {
  view: { name: 'timeline', version: 4, tables: [timeline] },

  reads: () => [],

  apply({ recorded, caseId, envelope }, rows, { ordinal, knownAt }) {
    const { actor, confirmation, onBehalfOf, importedBy } = envelope;
    rows.append(timeline, {
      position: Number(recorded.position),
      ordinal,
      case_id: caseId,
      workflow: envelope.workflow,
      revision: Number(recorded.revision),
      type: recorded.type,
      command: envelope.command,
      occurred_at: recorded.occurredAt,
      said_at: envelope.saidAt ?? null,
      recorded_at: recorded.recordedAt,
      known_at: knownAt,
      actor: actor.id,
      role: actor.role,
      confirmed_by: confirmation?.by.id ?? null,
      imported_by: importedBy ?? null,
      on_behalf_of: onBehalfOf ?? null,
      state: envelope.state,
    });
  },
};
