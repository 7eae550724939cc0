import type { CaseEvent } from '../events/case-event.js';
import type { ProposalEvent } from '../events/proposal-event.js';
import { defineTable, type RowOf } from '../ports/view-store.js';
import type { ProposalProjection, Rows } from './projection.js';

/** One row a step that was proposed. */
export const proposals = defineTable({
  name: 'proposal',
  columns: {
    proposal_id: 'text',
    case_id: 'case',
    workflow: 'name',
    command: 'name',
    /** Who proposed it, in the role in which they did. */
    proposer: 'name',
    role: 'name',
    on_behalf_of: 'text?',
    content_hash: 'text',
    proposed_at: 'instant',
    expires_at: 'instant',
    /** Of the event that proposed it. */
    position: 'integer',
    /** `open`, or how it ended. One whose time is over is open until that is recorded. */
    status: 'name',
    /** Who confirmed, rejected, withdrew or ended it, and when that was recorded; null while it is open. */
    ended_by: 'name?',
    ended_at: 'instant?',
    /**
     * From when on the system has something to do: to end it, or to set the mark of a step that stands in its case. Null
     * when nothing is left to do.
     */
    act_at: 'instant?',
  },
  key: ['proposal_id'],
  indexes: [
    ['status', 'expires_at', 'proposal_id'],
    ['proposer', 'expires_at', 'proposal_id'],
    ['case_id', 'expires_at', 'proposal_id'],
    ['act_at'],
    ['expires_at', 'proposal_id'],
  ],
});

type ProposalRow = RowOf<typeof proposals>;

/** What waits for a second person, and what came of it. The step in the case counts, whether it is marked or not. */
export const proposalsProjection: ProposalProjection = {
  view: { name: 'proposals', version: 1, tables: [proposals] },
  source: 'proposals',

  reads: ({ envelope: { proposal } }) => [{ table: proposals, key: [proposal as string] }],

  apply(event, rows) {
    const known = rows.get(proposals, [event.envelope.proposal as string]);
    if (event.kind === 'case') take(rows, known, event);
    else if (known === undefined) propose(rows, event);
    else end(rows, known, event);
  },
};

function propose(rows: Rows, event: ProposalEvent): void {
  const { envelope, recorded, caseId } = event;
  const proposed = event.dataOf('StepProposed');
  if (proposed === undefined) return;
  rows.put(proposals, {
    proposal_id: envelope.proposal,
    case_id: caseId,
    workflow: envelope.workflow,
    command: envelope.command,
    proposer: envelope.actor.id,
    role: envelope.actor.role,
    on_behalf_of: envelope.onBehalfOf ?? null,
    content_hash: proposed.contentHash,
    proposed_at: recorded.recordedAt,
    expires_at: proposed.expiresAt,
    position: Number(recorded.position),
    ...{ status: 'open', ended_by: null, ended_at: null, act_at: proposed.expiresAt },
  });
}

/** The step was taken. Its first event says so; the others of the same step change nothing. */
function take(rows: Rows, known: ProposalRow | undefined, { envelope, recorded }: CaseEvent): void {
  if (known === undefined || known.status === 'confirmed') return;
  // One that ended otherwise at the same moment, in a store that cannot prevent it, gets no mark any more.
  const act_at = known.status === 'open' ? known.proposed_at : null;
  const by = envelope.confirmation?.by.id ?? null;
  rows.put(proposals, {
    ...known,
    ...{ status: 'confirmed', ended_by: by, ended_at: recorded.recordedAt, act_at },
  });
}

function end(rows: Rows, known: ProposalRow, { status, envelope, recorded }: ProposalEvent): void {
  if (known.status === 'confirmed') rows.put(proposals, { ...known, act_at: null });
  if (known.status !== 'open' || status === undefined) return;
  const [by, at] = [envelope.actor.id, recorded.recordedAt];
  rows.put(proposals, { ...known, status, ended_by: by, ended_at: at, act_at: null });
}
