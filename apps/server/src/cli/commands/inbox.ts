import type { InboxItem } from '@safeconduct/engine';
import { reading } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table } from '../../console/table.js';
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
    if (line.json === true) printJson(items.map(({ place, ...item }) => ({ ...item, facility: place })));
    else
      print(
        table(
          columns,
          items.map((item) => row(item, texts.deadlines, texts.roles)),
        ),
      );
    return exit.ok;
  });
}

const columns = [
  { title: 'due (UTC)', identifies: true },
  { title: '' },
  { title: 'reference', identifies: true },
  { title: 'what' },
  { title: 'who' },
] as const;

type Names = Readonly<Record<string, string>>;

function row(
  { dueAt, overdue, reference, deadline, role }: InboxItem,
  deadlines: Names,
  roles: Names,
): string[] {
  const when = dueAt.slice(0, 16).replace('T', ' ');
  return [when, overdue ? 'over' : '', reference, deadlines[deadline] ?? deadline, roles[role] ?? role];
}
