import type { RecordedEvent } from '@safeconduct/engine';
import type { MakeTables } from './views.js';

const prefix = 'proposals-';

/** How each event ends a proposal. */
const ends: Readonly<Record<string, string>> = {
  ProposalConfirmed: 'confirmed',
  ProposalRejected: 'rejected',
  ProposalWithdrawn: 'withdrawn',
  ProposalExpired: 'expired',
};

/** One line for each proposal; a step in its case that names it says that it was confirmed. */
export const proposalTables: MakeTables = ({ log }) => ({
  proposal: log
    .filter(({ stream, type }) => stream.startsWith(prefix) && type === 'StepProposed')
    .map((event) => rowOf(event, log)),
});

function rowOf(event: RecordedEvent, log: readonly RecordedEvent[]) {
  const { stream, metadata, data, position, recordedAt } = event;
  const { contentHash, expiresAt } = JSON.parse(data) as {
    readonly contentHash: string;
    readonly expiresAt: string;
  };
  const about = log.filter((one) => one !== event && one.metadata['proposal'] === metadata['proposal']);
  const step = about.find((one) => one.stream.startsWith('case-'));
  const end = about.find((one) => ends[one.type] !== undefined && one.stream === stream);
  const last = step ?? end;
  return {
    proposal_id: metadata['proposal'] ?? null,
    case_id: stream.slice(prefix.length),
    workflow: metadata['workflow'] ?? null,
    command: metadata['command'] ?? null,
    proposer: metadata['actor'] ?? null,
    role: metadata['actorRole'] ?? null,
    on_behalf_of: metadata['onBehalfOf'] ?? null,
    content_hash: contentHash,
    proposed_at: recordedAt,
    expires_at: expiresAt,
    position: Number(position),
    status: step === undefined ? (ends[end?.type ?? ''] ?? 'open') : 'confirmed',
    ended_by: (step === undefined ? end?.metadata['actor'] : step.metadata['confirmedBy']) ?? null,
    ended_at: last?.recordedAt ?? null,
    act_at: end !== undefined ? null : step === undefined ? expiresAt : recordedAt,
  };
}
