import { LogsDifferError, RevisionConflictError } from '../errors.js';
import type { EventStore, StreamWrite } from '../ports/event-store.js';
import { logStart, type Position } from '../ports/position.js';
import { appendsOf } from './appends-of.js';
import { compareLogs, type PouredLogs } from './compare-logs.js';
import { eventText, LogDigest } from './log-digest.js';

export interface PourOptions {
  /** Names of the texts beside the log that belong to it and go along, where the source has them. */
  readonly texts?: readonly string[];
  /** How many events have been poured, or read back to prove it. */
  readonly onProgress?: (step: 'pour' | 'prove', done: number) => void;
}

/** What was poured, and the proof. */
export interface Poured {
  /** How many events the target has; as many as the source has up to `completeUpTo`. */
  readonly events: number;
  /** How many of them this run appended, and how many the target had before. */
  readonly copied: number;
  readonly alreadyThere: number;
  /** The `LogDigest` of the events of the source, and of all events of the target as they were read back. */
  readonly digests: { readonly source: string; readonly target: string };
  /** The position in the source up to which the target has every event. */
  readonly completeUpTo: Position;
}

const batchSize = 500;
const limits = { events: batchSize, characters: 250_000 };
const endsToMeet = 2;

/**
 * Pours a log into another store, event by event as it was recorded: the same order, ids, revisions, types,
 * times, metadata and bytes. Positions are given by the target. What the target has already is compared first,
 * so a pour that was interrupted goes on where it ended. The source may be written meanwhile; the pour ends
 * when it has met the end of the source twice in a row, and a later one goes on from there. Nothing else may
 * write to the target.
 *
 * It moves recorded events and decodes none, as a backup does: what is sealed stays sealed.
 *
 * One append is in flight at a time, because the second of two could be recorded when the first one failed.
 * @throws LogsDifferError  the target holds something else, or something else writes to it
 */
export async function pourLog(
  logs: PouredLogs,
  { texts = [], onProgress = () => {} }: PourOptions = {},
): Promise<Poured> {
  await checkTexts(logs, texts);
  const digest = new LogDigest();
  const progress = () => {
    onProgress('pour', digest.events);
  };
  const reached = await compareLogs(logs, digest, progress);
  const alreadyThere = digest.events;
  const completeUpTo = await copyAfter(logs, { reached, digest, progress });
  await copyTexts(logs, texts);
  const readBack = await digestOf(logs.to, (done) => {
    onProgress('prove', done);
  });
  if (readBack.value !== digest.value) throw await notProved(logs, digest, readBack);
  return {
    events: digest.events,
    copied: digest.events - alreadyThere,
    alreadyThere,
    digests: { source: digest.value, target: readBack.value },
    completeUpTo,
  };
}

interface CopyProgress {
  readonly reached: Position;
  readonly digest: LogDigest;
  readonly progress: () => void;
}

/** @returns the position of the last event of the source that is in the target */
async function copyAfter({ from, to }: PouredLogs, { reached, digest, progress }: CopyProgress) {
  const { severalStreams } = to.capabilities;
  let [position, ends] = [reached, 0];
  while (ends < endsToMeet) {
    const events = await from.readAll({ after: position, limit: batchSize });
    for (const writes of appendsOf(events, { ...limits, severalStreams })) await append(to, writes);
    for (const event of events) digest.add(eventText(event));
    position = events.at(-1)?.position ?? position;
    ends = events.length === 0 ? ends + 1 : 0;
    progress();
  }
  return position;
}

async function append(to: EventStore, writes: readonly StreamWrite[]): Promise<void> {
  try {
    await to.append(writes);
  } catch (error) {
    if (!(error instanceof RevisionConflictError)) throw error;
    throw new LogsDifferError(
      `the target does not take the next events: ${error.message}; either something else writes to it, or ` +
        'the source does not have this stream from its beginning',
      error,
    );
  }
}

async function checkTexts({ from, to }: PouredLogs, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const [text, inTarget] = [await from.meta(name), await to.meta(name)];
    if (inTarget !== undefined && inTarget !== text)
      throw new LogsDifferError(`the target keeps another text under the name ${name} than the source`);
  }
}

async function copyTexts({ from, to }: PouredLogs, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const text = await from.meta(name);
    if (text !== undefined) await to.setMetaOnce(name, text);
  }
}

/** The digest of a whole log, read from its beginning. */
async function digestOf(events: EventStore, onBatch: (done: number) => void): Promise<LogDigest> {
  const digest = new LogDigest();
  for (let position = logStart; ;) {
    const batch = await events.readAll({ after: position, limit: batchSize });
    const last = batch.at(-1);
    if (last === undefined) return digest;
    for (const event of batch) digest.add(eventText(event));
    position = last.position;
    onBatch(digest.events);
  }
}

/** Looks for the event that makes the digests differ, and names it. */
async function notProved(logs: PouredLogs, source: LogDigest, target: LogDigest): Promise<LogsDifferError> {
  const found =
    `the target is not what was poured: the digest of the source is ${source.value} over ` +
    `${source.events} events, that of the target ${target.value} over ${target.events}`;
  try {
    await compareLogs(logs, new LogDigest());
    return new LogsDifferError(found);
  } catch (error) {
    if (error instanceof LogsDifferError) return new LogsDifferError(`${found}; ${error.what}`, error);
    throw error;
  }
}
