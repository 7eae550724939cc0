import { soonUntil } from '../../http/cases/case-list-request.js';
import { staffOf } from '../../http/answers/workload-answer.js';
import { reading } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table } from '../../console/table.js';
import { outputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { tagsIn } from '../tags-in.js';
import { workflowIn } from './population.js';

/** How much open work each officer has, and how much lies with nobody. */
export async function runWorkload(
  line: CommandLine,
  { workflow: named, state, facility, tag }: Readonly<Record<string, string>>,
): Promise<number> {
  const tags = tagsIn(tag);
  return reading(line, async (installation) => {
    const { engine, people, clock } = installation;
    const workflow = workflowIn(installation, named);
    const now = clock.now();
    const among = named === undefined ? [...engine.register.values()] : [workflow];
    const { answerOf, ...staff } = staffOf(people.directory, among);
    const loads = await engine.queries.workload(commandLineReader, {
      search: { workflow: named, states: state?.split(','), place: facility, tags },
      ...{ now, soonUntil: soonUntil({ now, workflow }), ...staff },
    });
    const officers = loads.map((load) => answerOf(load, now));
    if (line.json === true) printJson(officers);
    else printOfficers(line, officers);
    return exit.ok;
  });
}

type Officer = ReturnType<ReturnType<typeof staffOf>['answerOf']>;

function printOfficers({ language }: CommandLine, officers: readonly Officer[]): void {
  const say = outputWords[language];
  const columns = [
    { title: say.officer, identifies: true },
    { title: say.name },
    { title: say.unit },
    ...[say.open, say.overdue, say.dueSoon, say.waitingOnThem].map((title) => ({
      title,
      align: 'right' as const,
    })),
    { title: '' },
  ] as const;
  const rows = officers.map(({ officer, name, unit, hasLeft, absentUntil, ...counts }) => [
    officer ?? say.nobody,
    name?.[language === 'ar' ? 'arabic' : 'latin'] ?? '',
    unit ?? '',
    ...[counts.open, counts.overdue, counts.dueSoon, counts.waitingOnThem ?? ''].map(String),
    hasLeft ? say.hasLeft : absentUntil === null ? '' : say.absentUntil(absentUntil),
  ]);
  print(table(columns, rows));
}
