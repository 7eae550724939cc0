import type { FeedEvent } from '@safeconduct/contracts';
import type { CaseEvent, Position } from '@safeconduct/engine';
import { stateParts } from '../answers/case-answers.js';

/** An event as a server-sent event (HTML, section 9.2.6): its position is the id to resume from. */
export function feedFrame({ recorded, caseId, envelope }: CaseEvent): string {
  const { actor } = envelope;
  const event: FeedEvent = {
    position: String(recorded.position),
    revision: String(recorded.revision),
    type: recorded.type,
    command: envelope.command,
    ...stateParts(envelope.state),
    occurredAt: recorded.occurredAt,
    recordedAt: recorded.recordedAt,
    onBehalfOf: envelope.onBehalfOf ?? null,
    caseId,
    workflow: envelope.workflow,
    actor: actor.id,
    role: actor.role,
  };
  return `id: ${event.position}\nevent: recorded\ndata: ${JSON.stringify(event)}\n\n`;
}

/** How far a reader has come when nothing that was asked for happened. */
export const bookmarkFrame = (position: Position): string =>
  `id: ${position}\nevent: bookmark\ndata: {"position":"${position}"}\n\n`;

/** Keeps the connection alive. */
export const heartbeatFrame = ': still here\n\n';

/** The server ends the stream; the reader comes back to the same place. */
export const goodbyeFrame = 'event: goodbye\ndata: {}\n\n';

/** Comes first, without an id: which log it is, for readers who come back with a position of another one. */
export const logFrame = (log: string): string => `event: log\ndata: {"log":"${log}"}\n\n`;

/** How soon a reader who lost the connection comes back, in milliseconds. */
export const retryFrame = 'retry: 2000\n\n';
