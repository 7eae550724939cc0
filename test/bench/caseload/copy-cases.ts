import { caseIdOf, derivedId, type EventStore, type KeyRing, type RecordedEvent } from '@safeconduct/engine';
import { workflowName } from '../load/installation.js';

const atOnce = 256;
const readLimit = 500;

interface Copies {
  readonly events: EventStore;
  readonly keys: KeyRing;
  /** The reference of a case by its index in the caseload. */
  readonly referenceOf: (index: number) => string;
}

/**
 * Fills a caseload that has its first cases up to a number of cases: each further case has the history of one
 * of the first, in turn, under a reference, an id and event ids of its own. It uses the store's own append,
 * so that everything in the log was checked and committed as usual; only deciding is skipped, which takes
 * most of the time.
 */
export async function copyCases(
  { events, keys, referenceOf }: Copies,
  first: number,
  cases: number,
): Promise<void> {
  const streamOf = (index: number) => `case-${caseIdOf(keys, workflowName, referenceOf(index))}`;
  const copy = async (index: number) => {
    const [original, stream] = [index % first, streamOf(index)];
    const history = await events.readStream(streamOf(original), { from: 0n, limit: readLimit });
    const renamed = history.map((event) =>
      renamedEvent(event, stream, [referenceOf(original), referenceOf(index)]),
    );
    await events.append([{ stream, expected: 'noStream', events: renamed }]);
  };
  let next = first;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < cases) await copy(next++);
    }),
  );
}

function renamedEvent(
  { type, schemaVersion, occurredAt, metadata, data, revision }: RecordedEvent,
  stream: string,
  [from, to]: readonly [string, string],
) {
  const eventId = derivedId('copy', stream, String(revision));
  return { eventId, type, schemaVersion, occurredAt, metadata, data: data.replaceAll(from, to) };
}
