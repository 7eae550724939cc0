import {
  notedHeads,
  StoreCorruptError,
  verifyReads,
  type EngineWithViews,
  type Problem,
  type Reader,
} from '@safeconduct/engine';
import type { VerificationProgress } from '../../jobs/verifications.js';
import type { Installation } from '../installation.js';

/** What a check of the whole log found. */
export interface VerifiedAll {
  readonly events: number;
  readonly cases: number;
  readonly problems: readonly Problem[];
  /** The log could not be read to its end. */
  readonly isDamaged?: true;
  readonly otherDefinitions?: number;
  /** How many entries the log of reads has. */
  readonly reads?: number;
}

/** What is checked. */
export interface VerifiedParts extends Pick<Installation, 'location' | 'events' | 'reads'> {
  readonly engine: Pick<EngineWithViews, 'queries'>;
}

/**
 * Checks the whole log, the log of reads, the index of the log, and every view against a replay. Reads, and changes nothing
 * but the mark of a file of views that is damaged.
 * @throws ViewBehindError  the views do not reach where the log ended when they were looked at
 */
export async function verifyAll(
  parts: VerifiedParts,
  reader: Reader,
  onProgress: (progress: VerificationProgress) => void,
): Promise<VerifiedAll> {
  const { location, engine } = parts;
  const { queries } = engine;
  const count = (await queries.eventCount(reader)) ?? 0;
  // Each event is read twice: it is checked, and it fills the scratch views.
  const tell = (step: VerificationProgress['step'], done: number) => {
    onProgress({ step, done, total: 2 * count });
  };
  const scratch = location.scratchViews();
  try {
    tell('log', 0);
    const read: VerifiedAll = await queries
      .verifyLog(reader, (done) => {
        tell('log', Math.min(done, count));
      })
      .catch(damagedLog);
    // What is made from a damaged log cannot be compared with it.
    if (read.isDamaged === true) return read;
    tell('reads', count);
    const reads = await verifiedReads(parts);
    const problems = [...reads.problems, ...(await location.problemsOfIndex())].map(ofFiles);
    const log = { ...read, reads: reads.entries, problems: [...read.problems, ...problems] };
    tell('views', count);
    const damage = await location.damageInViews();
    // The rows of a damaged file cannot be compared, because reading them may fail.
    if (damage.length > 0) return { ...log, problems: [...log.problems, ...damage.map(damaged)] };
    const compared = await queries.verifyViews(reader, {
      scratch,
      onProgress: (done) => {
        tell('views', count + Math.min(done, count));
      },
    });
    tell('views', 2 * count);
    return { ...log, problems: [...log.problems, ...compared] };
  } finally {
    await scratch.close();
  }
}

/** The log of reads, by its own chain and by what the log of events has noted of it. */
async function verifiedReads({ reads, events }: Pick<Installation, 'reads' | 'events'>) {
  try {
    return await verifyReads(reads, notedHeads(events));
  } catch (error) {
    if (!(error instanceof StoreCorruptError)) throw error;
    return { entries: 0, problems: [error.message] };
  }
}

const ofFiles = (what: string): Problem => ({ position: null, what });

/** A log of which an event cannot be read was not read to its end. */
function damagedLog(error: unknown): VerifiedAll {
  if (!(error instanceof StoreCorruptError)) throw error;
  return { events: 0, cases: 0, problems: [ofFiles(error.message)], isDamaged: true };
}

const damaged = (what: string): Problem => ({
  position: null,
  what: `${what}; the next command makes it again from the log, a running server at once`,
});
