import type { Difference, Replay, ReplayStep } from '@safeconduct/engine';
import { readingLog } from '../../start/open.js';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { outputWords, type OutputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { checkRevision, findCase, notFound, revisionIn } from './case.js';

/** The states a case's events fold to, through the machine itself, checked against what was recorded. */
export async function runReplay(
  line: CommandLine,
  reference: string,
  options: Readonly<Record<string, string | boolean>>,
): Promise<number> {
  const to = typeof options['to'] === 'string' ? { revision: revisionIn('--to', options['to']) } : undefined;
  return readingLog(line, async (installation) => {
    const { engine } = installation;
    const caseId = await findCase(engine, reference, options['workflow'] as string | undefined);
    const replay =
      caseId === undefined
        ? undefined
        : await engine.queries.replay(commandLineReader, { caseId, moment: to });
    if (replay === undefined) return notFound(line, reference);
    const last = replay.steps.at(-1);
    if (to !== undefined && last !== undefined) checkRevision('--to', to, last);
    const changes = options['changes'] === true;
    if (line.json === true) printJson(replayJson(reference, replay, changes));
    else printReplay(replay, changes, outputWords[line.language]);
    return replay.diverged === null ? exit.ok : exit.failed;
  });
}

function replayJson(reference: string, { steps, diverged }: Replay, withChanges: boolean) {
  return {
    case: reference,
    steps: steps.map(({ changes, ...step }) => (withChanges ? { ...step, changes } : step)),
    diverged: diverged !== null,
    divergedAt: diverged,
  };
}

const columnsIn = (say: OutputWords): readonly Column[] => [
  { title: say.revision, align: 'right' },
  { title: say.event },
  { title: say.state, keep: 'end' },
  { title: say.recorded },
];

function printReplay({ steps, diverged }: Replay, withChanges: boolean, say: OutputWords): void {
  const rows = (step: ReplayStep) => [
    [String(step.revision), step.type, step.state, step.matches ? say.same : say.differs],
  ];
  print(table(columnsIn(say), steps.flatMap(rows)));
  if (withChanges)
    for (const step of steps) print('', `${step.revision} ${step.type}`, ...step.changes.map(changeLine));
  const verdict = diverged === null ? say.asRecorded : say.differsAt(String(diverged));
  tell(`${say.steps(steps.length)}: ${verdict}`);
}

const changeLine = ({ path, from, to }: Difference): string => `  ${path}: ${shown(from)} -> ${shown(to)}`;

const shown = (value: unknown): string => (value === undefined ? '-' : JSON.stringify(value));
