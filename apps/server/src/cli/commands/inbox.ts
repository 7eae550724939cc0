import { actorWithId, type InboxItem } from '@safeconduct/engine';
import type { Texts } from '@safeconduct/workflow';
import { reading } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { outputWords, type OutputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { wholeNumber } from '../whole-number.js';
import { workflowIn } from './population.js';
import { proposalTable } from './proposals.js';

/** What is due, the most urgent first, and the proposals that wait for their second person. */
export async function runInbox(
  line: CommandLine,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const limit = wholeNumber('--limit', options['limit'] ?? '', 1);
  return reading(line, async (installation) => {
    const workflow = workflowIn(installation, options['workflow']);
    const filter = { workflow: workflow.name, role: options['role'], assignee: options['assignee'] };
    const { engine, identity } = installation;
    const items = await engine.queries.inbox(commandLineReader, { filter, limit });
    const { concerns: person } = options;
    const concerned =
      person === undefined ? { status: 'open' as const } : { concerns: await actorWithId(identity, person) };
    const search = { workflow: workflow.name, ...concerned };
    const proposals = await engine.queries.proposals(commandLineReader, { search, limit });
    const texts = workflow.texts[line.language];
    const say = outputWords[line.language];
    if (line.json === true) {
      printJson({ items: items.map(({ place, ...item }) => ({ ...item, facility: place })), proposals });
      return exit.ok;
    }
    const due = items.map((item) => row(item, texts, say));
    print(table(columnsIn(say), due));
    if (proposals.length > 0) print('', proposalTable(proposals, installation, line));
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
