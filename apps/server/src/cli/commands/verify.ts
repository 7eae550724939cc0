import { notedHeads, StoreCorruptError, verifyReads, type Problem } from '@safeconduct/engine';
import type { Installation } from '../../start/installation.js';
import { reading } from '../../start/open.js';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { commandLineReader } from '../reader.js';
import { findCase, notFound } from './case.js';

interface Report {
  readonly events: number;
  readonly cases: number;
  readonly problems: readonly Problem[];
  /** The log could not be read to its end. */
  readonly isDamaged?: true;
  readonly otherDefinitions?: number;
  /** How many entries the log of reads has. */
  readonly reads?: number;
}

/** Checks the whole log and every view against a replay; or one case, through the machine itself. */
export async function runVerify(
  line: CommandLine,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  return reading(line, async (installation) => {
    const reference = options['case'];
    const report =
      reference === undefined
        ? await verifyAll(installation)
        : await verifyCase(installation, reference, options['workflow']);
    if (report === undefined) return notFound(line, reference ?? '');
    const ok = report.problems.length === 0;
    if (line.json === true) printJson({ ...report, ok });
    else printReport(report);
    return ok ? exit.ok : exit.failed;
  });
}

async function verifyAll(installation: Installation): Promise<Report> {
  const {
    location,
    engine: { queries },
  } = installation;
  const bar = progressBar(process.stderr, {
    label: 'verify',
    total: await queries.eventCount(commandLineReader),
  });
  const scratch = location.scratchViews();
  try {
    const read: Report = await queries
      .verifyLog(commandLineReader, (done) => {
        bar.update(done);
      })
      .catch(damagedLog);
    // What is made from a damaged log cannot be compared with it.
    if (read.isDamaged === true) return read;
    const reads = await verifiedReads(installation);
    const problems = [...reads.problems, ...(await location.problemsOfIndex())].map(ofFiles);
    const log = { ...read, reads: reads.entries, problems: [...read.problems, ...problems] };
    const damage = await location.damageInViews();
    // The rows of a damaged file cannot be compared, because reading them may fail.
    if (damage.length > 0) return { ...log, problems: [...log.problems, ...damage.map(damaged)] };
    const compared = await queries.verifyViews(commandLineReader, { scratch });
    return { ...log, problems: [...log.problems, ...compared] };
  } finally {
    bar.stop();
    await scratch.close();
  }
}

/** The log of reads, by its own chain and by what the log of events has noted of it. */
async function verifiedReads({ reads, events }: Installation) {
  try {
    return await verifyReads(reads, notedHeads(events));
  } catch (error) {
    if (!(error instanceof StoreCorruptError)) throw error;
    return { entries: 0, problems: [error.message] };
  }
}

const ofFiles = (what: string): Problem => ({ position: null, what });

/** A log of which an event cannot be read was not read to its end. */
function damagedLog(error: unknown): Report {
  if (!(error instanceof StoreCorruptError)) throw error;
  return { events: 0, cases: 0, problems: [ofFiles(error.message)], isDamaged: true };
}

const damaged = (what: string): Problem => ({
  position: null,
  what: `${what}; the next command makes it again from the log, a running server at once`,
});

async function verifyCase(
  { engine }: Installation,
  reference: string,
  workflow: string | undefined,
): Promise<Report | undefined> {
  const caseId = await findCase(engine, reference, workflow);
  const replay =
    caseId === undefined ? undefined : await engine.queries.replay(commandLineReader, { caseId });
  if (caseId === undefined || replay === undefined) return undefined;
  const history = await engine.queries.history(commandLineReader, { caseId });
  const problems = replay.steps
    .filter(({ matches }) => !matches)
    .map(({ revision, type }) => ({
      position: history[Number(revision)]?.recorded.position ?? null,
      what: `${type} at revision ${revision} does not follow, or was recorded with another state`,
    }));
  return { events: history.length, cases: 1, problems };
}

function printReport({ events, cases, problems, otherDefinitions = 0, reads }: Report): void {
  for (const { position, what } of problems)
    print(position === null ? what : `position ${position}: ${what}`);
  if (otherDefinitions > 0)
    tell(
      `${counted(otherDefinitions, 'event')} decided under another definition: roles and guards not asked again`,
    );
  if (reads !== undefined) tell(`${counted(reads, 'read')} entered in the log of reads`);
  tell(
    `${counted(events, 'event')}, ${counted(cases, 'case')}: ` +
      (problems.length === 0 ? 'no problem found' : counted(problems.length, 'problem')),
  );
}
