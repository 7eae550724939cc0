import {
  actorWithId,
  handleFor,
  type Engine,
  type Identity,
  type LogQueries,
  type Reader,
} from '@safeconduct/engine';
import type { StoredJob } from '../job.js';
import type { BulkCase, BulkContent } from './bulk-content.js';
import { errorOfOneCase, type BulkResult } from './bulk-results.js';

/** What a command is sent through. */
export interface BulkPorts {
  readonly engine: Pick<Engine, 'handle' | 'told'> & {
    readonly queries: Pick<LogQueries, 'casesSeen' | 'workflowOf'>;
  };
  readonly identity: Pick<Identity, 'actorOf'>;
}

export interface BulkOptions {
  /** When it aborts, no further case is sent. */
  readonly signal: AbortSignal;
  /** Asked before some cases are sent, which wait for what it answers. */
  readonly beforeSome: () => Promise<void> | undefined;
  readonly onResult: (result: BulkResult) => void;
}

/** So many cases share a commit, and one look at what the sender sees. */
const together = 50;

/**
 * Sends the command of a job to cases, as its sender. Who that is and what they may do and see is asked anew for each few
 * cases, just before these are sent. A case that is refused stops no other. The id of each command follows from job and
 * case, so a case that an earlier run reached records nothing again.
 * @throws  the error of the engine when a command cannot be sent
 */
export async function sendToCases(
  ports: BulkPorts,
  { job, content, cases }: { job: StoredJob; content: BulkContent; cases: readonly BulkCase[] },
  { signal, beforeSome, onResult }: BulkOptions,
): Promise<void> {
  for (let first = 0; first < cases.length; first += together) {
    await beforeSome();
    if (signal.aborted) return;
    const some = cases.slice(first, first + together);
    const actor = await actorWithId(ports.identity, job.actor ?? '');
    const reader: Reader = { actor, operation: 'startBulk', purpose: content.readsFor };
    const seen = await ports.engine.queries.casesSeen(reader, { caseIds: some.map(({ caseId }) => caseId) });
    const sent = await Promise.allSettled(
      some.map(async (one) => {
        const isSeen = seen.has(one.caseId);
        onResult(isSeen ? await sendTo(ports, { job, content, one, reader }) : notThere(one));
      }),
    );
    const failed = sent.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
}

interface Sending {
  readonly job: StoredJob;
  readonly content: BulkContent;
  readonly one: BulkCase;
  readonly reader: Reader;
}

async function sendTo({ engine }: BulkPorts, { job, content, one, reader }: Sending): Promise<BulkResult> {
  const { caseId, expectedRevision } = one;
  const workflow = await engine.queries.workflowOf(reader, { caseId });
  if (workflow?.name !== job.workflow) return notThere(one);
  try {
    const outcome = await handleFor(
      engine,
      reader,
    )({
      target: { caseId },
      command: job.command,
      input: content.data,
      occurredAt: content.occurredAt,
      purpose: content.purpose,
      actor: reader.actor,
      commandId: `${job.sentAs ?? job.id}:${caseId}`,
      correlationId: job.id,
      expectedRevision: expectedRevision === undefined ? undefined : BigInt(expectedRevision),
    });
    return outcome.accepted ? { caseId } : { caseId, refused: outcome.refusal };
  } catch (error) {
    const refused = errorOfOneCase(error);
    if (refused === undefined) throw error;
    return { caseId, refused };
  }
}

const notThere = ({ caseId }: BulkCase): BulkResult => ({ caseId, refused: { code: 'CASE_NOT_FOUND' } });
