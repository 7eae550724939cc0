import type { Installation } from '../../start/installation.js';
import { reading } from '../../start/open.js';
import { verifyAll, type VerifiedAll } from '../../start/verification/verify-all.js';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { commandLineReader } from '../reader.js';
import { findCase, notFound } from './case.js';

/** Checks the whole log and every view against a replay; or one case, through the machine itself. */
export async function runVerify(
  line: CommandLine,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  return reading(line, async (installation) => {
    const reference = options['case'];
    const report =
      reference === undefined
        ? await verifyWithBar(installation)
        : await verifyCase(installation, reference, options['workflow']);
    if (report === undefined) return notFound(line, reference ?? '');
    const ok = report.problems.length === 0;
    if (line.json === true) printJson({ ...report, ok });
    else printReport(report);
    return ok ? exit.ok : exit.failed;
  });
}

async function verifyWithBar(installation: Installation): Promise<VerifiedAll> {
  const bar = progressBar(process.stderr, {
    label: 'verify',
    total: await installation.engine.queries.eventCount(commandLineReader),
  });
  try {
    return await verifyAll(installation, commandLineReader, ({ step, done }) => {
      if (step === 'log') bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

async function verifyCase(
  { engine }: Installation,
  reference: string,
  workflow: string | undefined,
): Promise<VerifiedAll | undefined> {
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

function printReport({ events, cases, problems, otherDefinitions = 0, reads }: VerifiedAll): void {
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
