import type { Actor, Refusal, RefusalCode } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import type { CommandRefused } from '../events/case-event.js';
import type { EventCodec, RefusalDraft } from '../events/codec.js';
import { derivedId } from '../events/ids.js';
import { refusalsStream } from '../events/streams.js';
import type { EventStore, ExpectedRevision, NewEvent, Revision } from '../ports/event-store.js';

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
export async function recordRefusal(
  { events, codec }: { readonly events: EventStore; readonly codec: EventCodec },
  refused: RefusedCommand,
): Promise<void> {
  const stream = refusalsStream(refused.caseId);
  const [event] = (await codec.encode([refusalDraft(refused)])) as readonly [NewEvent];
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

function refusalDraft(refused: RefusedCommand): RefusalDraft {
  const { refusal, actor, confirmedBy, onBehalfOf, commandId, caseId } = refused;
  const data: CommandRefused = {
    code: refusal.code,
    state: refusal.state ?? null,
    revision: String(refused.revision),
    refusals: refusal.refusals ?? [],
  };
  const { workflow, fingerprint, command } = refused;
  return {
    kind: 'refusal',
    // Of what was refused and why, so that the same refusal again is known for a repetition.
    eventId: derivedId('refusal', caseId, commandId, JSON.stringify(data)),
    data,
    envelope: { workflow, fingerprint, command, commandId, actor, confirmedBy, onBehalfOf },
  };
}
