import { defineTable } from '../ports/view-store.js';
import type { RefusalProjection } from './projection.js';

/** One row a command that was refused. */
export const refusals = defineTable({
  name: 'refusal',
  columns: {
    position: 'integer',
    case_id: 'case',
    workflow: 'name',
    command: 'name',
    code: 'name',
    /** The rules that failed, as JSON: `[{guard, code}]`. */
    guards: 'name',
    actor: 'name',
    role: 'name',
    confirmed_by: 'name?',
    imported_by: 'name?',
    on_behalf_of: 'text?',
    state: 'name?',
    /** The revision the case had; null when it was not open. */
    revision: 'integer?',
    recorded_at: 'instant',
    /** The latest recorded time up to this refusal, as in the timeline. */
    known_at: 'instant',
  },
  key: ['position'],
  indexes: [
    ['known_at'],
    ['case_id', 'position'],
    ['actor', 'position'],
    ['command', 'position'],
    ['code', 'position'],
  ],
});

/** What was refused, to whom and why, over all cases. */
export const refusalsProjection: RefusalProjection = {
  view: { name: 'refusals', version: 3, tables: [refusals] },
  source: 'refusals',

  reads: () => [],

  apply({ recorded, caseId, envelope, data: refused }, rows, { knownAt }) {
    const { actor, confirmation, onBehalfOf, importedBy } = envelope;
    rows.append(refusals, {
      position: Number(recorded.position),
      case_id: caseId,
      workflow: envelope.workflow,
      command: envelope.command,
      code: refused.code,
      guards: JSON.stringify(refused.refusals.map(({ guard, code }) => ({ guard, code }))),
      actor: actor.id,
      role: actor.role,
      confirmed_by: confirmation?.by.id ?? null,
      imported_by: importedBy ?? null,
      on_behalf_of: onBehalfOf ?? null,
      state: refused.state,
      revision: refused.revision === '-1' ? null : Number(refused.revision),
      recorded_at: recorded.recordedAt,
      known_at: knownAt,
    });
  },
};
