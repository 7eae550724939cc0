import { inRole, type Actor, type ActorInRole, type Refusal, type RefusalCode } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import type { CommandRefused } from '../events/case-event.js';
import type { RefusalDraft } from '../events/codec.js';
import { derivedId } from '../events/ids.js';
import { refusalsStream } from '../events/streams.js';
import type { EventStore, ExpectedRevision, NewEvent, Revision } from '../ports/event-store.js';
import type { CommandPorts, ReadyCommand } from './pipeline.js';
import type { Refused } from './sent-command.js';
import { fingerprintOf } from '../fingerprint.js';

/** A command that was understood and refused. */
interface RefusedCommand {
  readonly ready: ReadyCommand;
  readonly refusal: Refusal;
  /** The last revision of the case, -1 when it is not open. */
  readonly revision: Revision;
}

// Refusals that do not concern a case: the command was invalid or named no case, or the sender has to send it
// again.
const unrecorded: ReadonlySet<RefusalCode> = new Set([
  'COMMAND_INVALID',
  'UNKNOWN_COMMAND',
  'CASE_NOT_FOUND',
  'REVISION_CONFLICT',
  'COMMAND_ID_REUSED',
  'PROPOSAL_NOT_FOUND',
]);

/** Whether a refusal concerns the case, so that it is recorded with it. */
export const belongsToTheCase = ({ code }: Refusal): boolean => !unrecorded.has(code);

/** How many recorded refusals are searched for an equal one. */
const recentMax = 200;

/**
 * Records a refusal in a stream of its own beside the case, so that the attempt is on record and the revision
 * of the case does not change. The same command refused again for the same reasons at the same revision is
 * one entry, as long as at most `recentMax` others came between. So the cost does not grow with the number of
 * refusals.
 */
export async function recordRefusal(
  ports: CommandPorts,
  ready: ReadyCommand,
  { refusal, revision = -1n }: Refused,
): Promise<void> {
  // One at a time, so that many simultaneous refusals do not conflict and read the stream again and again.
  await ports.queue.run(refusalsStream(ready.caseId), false, () =>
    record(ports, { ready, refusal, revision }),
  );
}

async function record(ports: CommandPorts, refused: RefusedCommand): Promise<void> {
  const { events, codec } = ports;
  const stream = refusalsStream(refused.ready.caseId);
  const [event] = (await codec.encode([refusalDraft(ports, refused)])) as readonly [NewEvent];
  let expected: ExpectedRevision = 'noStream';
  for (;;) {
    try {
      await events.append([{ stream, expected, events: [event] }]);
      return;
    } catch (error) {
      // The conflict names the end of the stream. The loop ends because each further conflict means that
      // another writer succeeded.
      if (!(error instanceof RevisionConflictError)) throw error;
      if (await isAmongLast(events, event, error)) return;
      expected = error.actual;
    }
  }
}

async function isAmongLast(
  events: EventStore,
  { eventId }: NewEvent,
  { stream, actual: last }: RevisionConflictError,
): Promise<boolean> {
  const from = last < BigInt(recentMax) ? 0n : last - BigInt(recentMax) + 1n;
  const recent = await events.readStream(stream, { from, limit: recentMax });
  return recent.some((event) => event.eventId === eventId);
}

function refusalDraft({ clock }: CommandPorts, { ready, refusal, revision }: RefusedCommand): RefusalDraft {
  const { workflow, command, sent, caseId, commandId, occurredAt, onBehalfOf, confirmed } = ready;
  const reasons: CommandRefused = {
    code: refusal.code,
    state: refusal.state ?? null,
    revision: String(revision),
    refusals: refusal.refusals ?? [],
  };
  // Words that are always heard are kept, also where the state of the case has no place for them.
  const heard = command.alwaysHeard === true && inRole(sent.actor, command.roles) !== undefined;
  const now = clock.now();
  return {
    kind: 'refusal',
    caseId,
    // Derived from everything that was sent and the reasons: the same refusal again is a repetition, and an attempt of
    // somebody else under the same command id is another one.
    eventId: derivedId('refusal', caseId, commandId, ready.hash, JSON.stringify(reasons)),
    data: heard ? { ...reasons, heard: ready.input } : reasons,
    // Where nothing was decided, a time that is said is kept; a clock that is ahead of ours is not followed.
    occurredAt:
      refusal.code === 'HEARD_UNDECIDED' && occurredAt !== undefined && occurredAt < now
        ? occurredAt
        : undefined,
    envelope: {
      workflow: workflow.name,
      fingerprint: fingerprintOf(workflow),
      command: command.name,
      commandId,
      actor: askedRole(sent.actor, command.roles),
      confirmation: confirmed && {
        by: askedRole(confirmed.by, command.confirmedBy ?? []),
        at: confirmed.at ?? occurredAt ?? now,
        contentHash: confirmed.contentHash,
      },
      onBehalfOf,
      importedBy: sent.importedBy,
      proposal: ready.proposal?.id,
    },
  };
}

/** The actor in a role that the command requires, else in the first role they hold, else without a role. */
const askedRole = (actor: Actor, asked: readonly string[]): ActorInRole =>
  inRole(actor, asked) ?? inRole(actor, actor.roles) ?? { id: actor.id, role: '' };
