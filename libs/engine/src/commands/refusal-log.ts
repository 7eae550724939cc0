import { inRole, type Actor, type ActorInRole, type Refusal, type RefusalCode } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import type { CommandRefused } from '../events/case-event.js';
import type { RefusalDraft } from '../events/codec.js';
import { derivedId } from '../events/ids.js';
import { refusalsStream } from '../events/streams.js';
import type { EventStore, ExpectedRevision, NewEvent, Revision } from '../ports/event-store.js';
import { loadCase } from './load-case.js';
import type { CommandPorts, ReadyCommand } from './pipeline.js';

/** A command that was understood and refused. */
interface RefusedCommand {
  readonly ready: ReadyCommand;
  readonly refusal: Refusal;
  /** The last revision of the case, -1 when it is not open. */
  readonly revision: Revision;
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
export const belongsToTheCase = ({ code }: Refusal): boolean => !unrecorded.has(code);

/** How far back a refusal is looked for that may have been recorded before. */
const recentMax = 200;

/**
 * Records a refusal in the case's own stream of refusals, so that an attempt leaves a trace and the case its revision.
 * The same command refused again for the same reasons at the same revision is one entry, as long as not more than
 * `recentMax` others came between; so the cost does not grow with what was refused before.
 */
export async function recordRefusal(
  ports: CommandPorts,
  ready: ReadyCommand,
  refusal: Refusal,
): Promise<void> {
  // In turn, so that many refusals at once do not read the stream again and again for each other.
  await ports.queue.run(refusalsStream(ready.caseId), false, async () => {
    const revision = (await loadCase(ports, ready.caseId))?.revision ?? -1n;
    await record(ports, { ready, refusal, revision });
  });
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
      // It says where the stream ends. The loop ends because each conflict after the first means somebody got through.
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

function refusalDraft(
  { fingerprints, clock }: CommandPorts,
  { ready, refusal, revision }: RefusedCommand,
): RefusalDraft {
  const { workflow, command, sent, caseId, commandId, occurredAt, confirmed } = ready;
  const data: CommandRefused = {
    code: refusal.code,
    state: refusal.state ?? null,
    revision: String(revision),
    refusals: refusal.refusals ?? [],
  };
  return {
    kind: 'refusal',
    // Of what was refused and why, so that the same refusal again is known for a repetition.
    eventId: derivedId('refusal', caseId, commandId, JSON.stringify(data)),
    data,
    envelope: {
      workflow: workflow.name,
      fingerprint: fingerprints.get(workflow.name) ?? '',
      command: command.name,
      commandId,
      actor: askedRole(sent.actor, command.roles),
      confirmation: confirmed && {
        by: askedRole(confirmed.by, command.confirmedBy ?? []),
        at: confirmed.at ?? occurredAt ?? clock.now(),
        contentHash: confirmed.contentHash,
      },
      onBehalfOf: sent.onBehalfOf,
    },
  };
}

/** An actor in a role that was asked for, else in the first they hold, else in none. */
const askedRole = (actor: Actor, asked: readonly string[]): ActorInRole =>
  inRole(actor, asked) ?? inRole(actor, actor.roles) ?? { id: actor.id, role: '' };
