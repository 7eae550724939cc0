import { exceptionsMax, type Exception, type ExceptionList } from '@safeconduct/contracts';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { table } from '../../console/table.js';
import { findExceptions, type ExceptionSources } from '../../http/exceptions/find-exceptions.js';
import { JobRecords } from '../../jobs/job-records.js';
import { jobsToMend } from '../../jobs/jobs-to-mend.js';
import type { Installation } from '../../start/installation.js';
import { stuckCasesIn } from '../../start/open-cases/open-cases-check.js';
import { reading } from '../../start/open.js';
import { exceptionWords } from '../../texts/exception-words.js';
import { outputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { wholeNumber } from '../whole-number.js';

/** What does not go on by itself, by kind, each with its cause. */
export async function runExceptions(
  line: CommandLine,
  { workflow, limit: given = '' }: Readonly<Record<string, string>>,
): Promise<number> {
  const limit = Math.min(wholeNumber('--limit', given, 1), exceptionsMax);
  return reading(line, async (installation) => {
    const asked = { reader: commandLineReader, workflow, now: installation.clock.now() };
    const sources = await sourcesOf(installation);
    const found = await findExceptions(sources, asked, { limit, language: line.language });
    if (line.json === true) printJson(found);
    else printFound(line, found);
    return exit.ok;
  });
}

/** The views are up to date: a command that reads them sees to that. */
async function sourcesOf(installation: Installation): Promise<ExceptionSources> {
  const { engine, people, clock, configuration, jobs } = installation;
  const told = (_about: unknown, what: string) => {
    tell(what);
  };
  const records = new JobRecords(jobs, { error: told, warn: told });
  return {
    ...{ engine, directory: people.directory, settleMs: configuration.settleMs, viewsStaleSince: null },
    stuck: { cases: await stuckCasesIn(installation), foundAt: clock.now() },
    jobsToMend: (since) => jobsToMend(records.all(), { since, isSeen: () => true }),
  };
}

function printFound({ language }: CommandLine, { groups }: Omit<ExceptionList, 'position'>): void {
  const say = outputWords[language];
  const columns = [
    { title: say.since, identifies: true },
    { title: say.reference, identifies: true },
    { title: say.what },
  ] as const;
  if (groups.length === 0) print(exceptionWords[language].none);
  for (const [index, { title, help, total, items }] of groups.entries()) {
    const count = `${total.value}${total.relation === 'gte' ? '+' : ''}`;
    print(...(index === 0 ? [] : ['']), `${title}: ${count}`, help);
    print(table(columns, items.map(rowOf)));
  }
}

const rowOf = ({ since, case: found, jobId, cause }: Exception): readonly string[] => [
  since.slice(0, 16).replace('T', ' '),
  found?.reference ?? jobId ?? '',
  cause,
];
