import type { Actor, Inputs, Refusal, RefusalCode } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import { derivedId } from '../history/envelope.js';
import { refusalsStream } from '../history/streams.js';
import type { EventStore, ExpectedRevision, Revision } from '../ports/event-store.js';

/** A command that was understood and refused. */
export interface RefusedCommand {
  readonly workflow: string;
  readonly fingerprint: string;
  readonly caseId: string;
  readonly command: string;
  readonly commandId: string;
  readonly actor: Actor;
  readonly confirmedBy: Actor | undefined;
  readonly onBehalfOf: string | undefined;
  /** The last revision of the case, -1 when it is not open. */
  readonly revision: bigint;
  readonly refusal: Refusal;
}

export const refusedEventType = 'CommandRefused';

/** The data of a `CommandRefused` event. Codes and what the guards looked at; never what was typed. */
export interface CommandRefused {
  readonly code: RefusalCode;
  readonly state: string | null;
  readonly revision: string;
  readonly refusals: readonly { readonly guard: string; readonly code: string; readonly inputs: Inputs }[];
}

// Not understood, not addressed, or a matter of the connection: nobody asked this case for anything.
const unrecorded: ReadonlySet<RefusalCode> = new Set([
  'COMMAND_INVALID',
  'UNKNOWN_COMMAND',
  'CASE_NOT_FOUND',
  'REVISION_CONFLICT',
  'COMMAND_ID_REUSED',
]);

/** Whether a refusal says something about the case, so that it belongs to its record. */
export const isRecorded = ({ code }: Refusal): boolean => !unrecorded.has(code);

/** How far back a refusal is looked for that may have been recorded before. */
const recentMax = 200;

/**
 * Records a refusal in the case's own stream of refusals, so that an attempt leaves a trace and the case its revision.
 * The same command refused again for the same reasons at the same revision is one entry, as long as not more than
 * `recentMax` others came between; so the cost does not grow with what was refused before.
 */
export async function recordRefusal(events: EventStore, refused: RefusedCommand): Promise<void> {
  const stream = refusalsStream(refused.caseId);
  const event = refusalEvent(refused);
  let expected: ExpectedRevision = 'noStream';
  for (;;) {
    try {
      await events.append([{ stream, expected, events: [event] }]);
      return;
    } catch (error) {
      // It says where the stream ends. The loop ends because each conflict after the first means somebody got through.
      if (!(error instanceof RevisionConflictError)) throw error;
      if (await isAmongLast(events, stream, error.actual, event.eventId)) return;
      expected = error.actual;
    }
  }
}

async function isAmongLast(
  events: EventStore,
  stream: string,
  last: Revision,
  eventId: string,
): Promise<boolean> {
  const from = last < BigInt(recentMax) ? 0n : last - BigInt(recentMax) + 1n;
  const recent = await events.readStream(stream, { from, limit: recentMax });
  return recent.some((event) => event.eventId === eventId);
}

function refusalEvent(refused: RefusedCommand) {
  const { refusal, actor, confirmedBy, onBehalfOf, commandId, caseId } = refused;
  const data: CommandRefused = {
    code: refusal.code,
    state: refusal.state ?? null,
    revision: String(refused.revision),
    refusals: refusal.refusals ?? [],
  };
  const text = JSON.stringify(data);
  return {
    eventId: derivedId('refusal', caseId, commandId, text),
    type: refusedEventType,
    schemaVersion: 1,
    data: text,
    metadata: {
      workflow: refused.workflow,
      fingerprint: refused.fingerprint,
      command: refused.command,
      commandId,
      actor: actor.id,
      actorRole: actor.role,
      ...(confirmedBy && { confirmedBy: confirmedBy.id, confirmedByRole: confirmedBy.role }),
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    },
  };
}
