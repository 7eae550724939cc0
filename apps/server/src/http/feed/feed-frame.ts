import type {
  FeedBusy,
  FeedEvent,
  FeedJob,
  FeedErased,
  FeedProposal,
  FeedPulse,
  FeedReset,
} from '@safeconduct/contracts';
import type { CaseEvent, Position, ProposalEvent, ProposalOfCase } from '@safeconduct/engine';
import type { StoredJob } from '../../jobs/job.js';
import { eventParts } from '../answers/case-answers.js';

interface Frame {
  /** The position to resume from. */
  readonly id?: Position;
  readonly event: string;
  readonly data: object;
}

/** A server-sent event (HTML, section 9.2.6). */
const frameOf = ({ id, event, data }: Frame): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * An event of a case without its end, which is what readers call the case: so the rest is made once for all of them.
 * `namedFrame` adds the end.
 */
export function caseFrameStart(event: CaseEvent): string {
  const { envelope } = event;
  const { actor, summary } = envelope;
  const data: Omit<FeedEvent, 'reference'> = {
    ...eventParts(event),
    caseId: event.caseId,
    workflow: envelope.workflow,
    actor: actor.id,
    role: actor.role,
    facility: summary.place ?? null,
    outcome: summary.outcome ?? null,
    assignee: summary.assignee ?? null,
  };
  return `id: ${data.position}\nevent: recorded\ndata: ${JSON.stringify(data).slice(0, -1)}`;
}

export const namedFrame = (start: string, reference: string | null): string =>
  `${start},"reference":${JSON.stringify(reference)}}\n\n`;

/** An event of a proposal; nothing for one of a type that this release does not know. */
export function proposalFrame({ recorded, caseId, envelope, status }: ProposalEvent): string {
  if (status === undefined) return '';
  const data: FeedProposal = { proposalId: envelope.proposal, caseId, state: status };
  return frameOf({ id: recorded.position, event: 'proposal', data });
}

/** The person of a case is erased. */
export function erasedFrame(position: Position, caseId: string): string {
  const data: FeedErased = { caseId };
  return frameOf({ id: position, event: 'erased', data });
}

/** How a proposal stands. */
export function proposalNowFrame({ proposalId, caseId, status }: ProposalOfCase): string {
  const data: FeedProposal = { proposalId, caseId, state: status };
  return frameOf({ event: 'proposal', data });
}

export function jobFrame({ id: jobId, state, done, total }: StoredJob): string {
  const data: FeedJob = { jobId, state, done, total };
  return frameOf({ event: 'job', data });
}

/** The connection is alive, and everything up to the position was sent. */
export function pulseFrame(position: Position, now: string): string {
  const data: FeedPulse = { position: String(position), now };
  return frameOf({ id: position, event: 'pulse', data });
}

/** The log ends at this position, before the one that was asked for; the stream goes on after it. */
export function resetFrame(position: Position): string {
  const data: FeedReset = { position: String(position) };
  return frameOf({ id: position, event: 'reset', data });
}

/** The server ends the stream; the reader connects again and resumes at the same position. */
export const goodbyeFrame = frameOf({ event: 'goodbye', data: {} });

/** Whoever reads has to sign in again, or connect again with the rights they have now. */
export const signedOutFrame = frameOf({ event: 'signedOut', data: {} });

/** The first frame, without an id: it names the log, so that a reader notices a position of another log. */
export const logFrame = (log: string): string => frameOf({ event: 'log', data: { log } });

const busySeconds = 10;
const busy: FeedBusy = { retryAfter: busySeconds };

/** All of a stream that there is no room for. */
export const busyFrames = `retry: ${busySeconds * 1000}\n${frameOf({ event: 'busy', data: busy })}`;

/** How soon a reader connects again after the connection was lost, in milliseconds. */
export const retryFrame = 'retry: 2000\n\n';
