import type { FeedEvent } from '@safeconduct/contracts';
import type { RecordedEvent } from '@safeconduct/engine';
import { stateParts } from '../answers/case-answers.js';

/** An event as a server-sent event (HTML, section 9.2.6): its position is the id to resume from. */
export function feedFrame(recorded: RecordedEvent, caseId: string): string {
  const { metadata } = recorded;
  const event: FeedEvent = {
    position: String(recorded.position),
    revision: String(recorded.revision),
    type: recorded.type,
    command: metadata['command'] ?? '',
    ...stateParts(metadata['state'] ?? ''),
    occurredAt: recorded.occurredAt,
    recordedAt: recorded.recordedAt,
    onBehalfOf: metadata['onBehalfOf'] ?? null,
    caseId,
    workflow: metadata['workflow'] ?? '',
    actor: metadata['actor'] ?? '',
    role: metadata['actorRole'] ?? '',
  };
  return `id: ${event.position}\nevent: recorded\ndata: ${JSON.stringify(event)}\n\n`;
}

/** How far a reader has come when nothing he asked for happened. */
export const bookmarkFrame = (position: bigint): string =>
  `id: ${position}\nevent: bookmark\ndata: {"position":"${position}"}\n\n`;

/** Keeps the connection alive. */
export const heartbeatFrame = ': still here\n\n';

/** The server ends the stream; the reader comes back where he was. */
export const goodbyeFrame = 'event: goodbye\ndata: {}\n\n';

/** Comes first, without an id: which log it is, for readers who come back with a position of another one. */
export const logFrame = (log: string): string => `event: log\ndata: {"log":"${log}"}\n\n`;

/** How soon a reader who lost the connection comes back, in milliseconds. */
export const retryFrame = 'retry: 2000\n\n';
