import { defineTable } from '../ports/view-store.js';
import type { RefusalProjection } from './projection.js';

/** One row a command that was refused. */
export const refusals = defineTable({
  name: 'refusal',
  columns: {
    position: 'integer',
    case_id: 'text',
    workflow: 'text',
    command: 'text',
    code: 'text',
    /** The rules that failed, as JSON: `[{guard, code}]`. */
    guards: 'text',
    actor: 'text',
    role: 'text',
    confirmed_by: 'text?',
    on_behalf_of: 'text?',
    state: 'text?',
    /** The revision the case had; null when it was not open. */
    revision: 'integer?',
    recorded_at: 'text',
  },
  key: ['position'],
  indexes: [
    ['recorded_at'],
    ['case_id', 'position'],
    ['actor', 'position'],
    ['command', 'position'],
    ['code', 'position'],
  ],
});

/** What was refused, to whom and why, over all cases. */
export const refusalsProjection: RefusalProjection = {
  view: { name: 'refusals', version: 1, tables: [refusals] },
  source: 'refusals',

  reads: () => [],

  apply({ recorded, caseId, envelope, data: refused }, rows) {
    const { actor, confirmation, onBehalfOf } = envelope;
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
      on_behalf_of: onBehalfOf ?? null,
      state: refused.state,
      revision: refused.revision === '-1' ? null : Number(refused.revision),
      recorded_at: recorded.recordedAt,
    });
  },
};
