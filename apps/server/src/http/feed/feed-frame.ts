import type { FeedEvent } from '@safeconduct/contracts';
import type { CaseEvent, Position } from '@safeconduct/engine';
import { eventParts } from '../answers/case-answers.js';

/** An event as a server-sent event (HTML, section 9.2.6): its position is the id to resume from. */
export function feedFrame(caseEvent: CaseEvent): string {
  const { caseId, envelope } = caseEvent;
  const { actor } = envelope;
  const event: FeedEvent = {
    ...eventParts(caseEvent),
    caseId,
    workflow: envelope.workflow,
    actor: actor.id,
    role: actor.role,
  };
  return `id: ${event.position}\nevent: recorded\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The position a reader has reached when no event matched the request. */
export const bookmarkFrame = (position: Position): string =>
  `id: ${position}\nevent: bookmark\ndata: {"position":"${position}"}\n\n`;

/** Keeps the connection alive. */
export const heartbeatFrame = ': still here\n\n';

/** The server ends the stream; the reader connects again and resumes at the same position. */
export const goodbyeFrame = 'event: goodbye\ndata: {}\n\n';

/** The first frame, without an id: it names the log, so that a reader notices a position of another log. */
export const logFrame = (log: string): string => `event: log\ndata: {"log":"${log}"}\n\n`;

/** How soon a reader connects again after the connection was lost, in milliseconds. */
export const retryFrame = 'retry: 2000\n\n';
