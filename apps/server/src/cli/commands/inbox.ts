import type { InboxItem } from '@safeconduct/engine';
import type { Texts } from '@safeconduct/workflow';
import { reading } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { outputWords, type OutputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { wholeNumber } from '../whole-number.js';
import { workflowIn } from './population.js';

/** What is due, the most urgent first. */
export async function runInbox(
  line: CommandLine,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const limit = wholeNumber('--limit', options['limit'] ?? '', 1);
  return reading(line, async (installation) => {
    const workflow = workflowIn(installation, options['workflow']);
    const filter = { workflow: workflow.name, role: options['role'], assignee: options['assignee'] };
    const items = await installation.engine.queries.inbox(commandLineReader, { filter, limit });
    const texts = workflow.texts[line.language];
    const say = outputWords[line.language];
    if (line.json === true) printJson(items.map(({ place, ...item }) => ({ ...item, facility: place })));
    else
      print(
        table(
          columnsIn(say),
          items.map((item) => row(item, texts, say)),
        ),
      );
    return exit.ok;
  });
}

const columnsIn = (say: OutputWords): readonly Column[] => [
  { title: say.due, identifies: true },
  { title: '' },
  { title: say.reference, identifies: true },
  { title: say.what },
  { title: say.who },
];

function row(
  { dueAt, overdue, reference, deadline, role }: InboxItem,
  { deadlines, roles }: Texts,
  say: OutputWords,
): string[] {
  const when = dueAt.slice(0, 16).replace('T', ' ');
  return [when, overdue ? say.over : '', reference, deadlines[deadline] ?? deadline, roles[role] ?? role];
}
