import type { ListedReadEntry } from '@safeconduct/engine';
import type { Instant } from '@safeconduct/workflow';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { UsageError } from '../../console/usage-error.js';
import { readingLog } from '../../start/open.js';
import { accessWords, type AccessWords } from '../../texts/access-words.js';
import { personIn } from '../person-option.js';
import { commandLineReader } from '../reader.js';
import { wholeNumber } from '../whole-number.js';
import { findCase, instantIn, notFound } from './case.js';

export interface ReadsOptions {
  readonly case?: string;
  readonly actor?: string;
  readonly purpose?: string;
  readonly class?: string;
  readonly operation?: string;
  readonly breakGlass?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: string;
  readonly workflow?: string;
}

/** Who read what, the newest first. */
export async function runReads(line: CommandLine, options: ReadsOptions): Promise<number> {
  const limit = wholeNumber('--limit', options.limit ?? '', 1);
  const { from, to } = periodIn(options);
  const filter = {
    actor: options.actor === undefined ? undefined : personIn('--actor', options.actor),
    ...{ purpose: options.purpose, dataClass: options.class, operation: options.operation },
    breakGlass: options.breakGlass === true ? true : undefined,
  } as const;
  return readingLog(line, async ({ engine }) => {
    const reference = options.case;
    const caseId = reference === undefined ? undefined : await findCase(engine, reference, options.workflow);
    if (reference !== undefined && caseId === undefined) return notFound(line, reference);
    const entries = await engine.queries.readEntries(commandLineReader, {
      ...{ filter: { ...filter, caseId }, from, to },
      ...{ newestFirst: true, limit },
    });
    if (line.json === true) printJson(entries);
    else print(table(columnsIn(accessWords[line.language]), entries.map(rowOf)));
    return exit.ok;
  });
}

/** @throws UsageError */
function periodIn(options: ReadsOptions): { readonly from?: Instant; readonly to?: Instant } {
  const from = options.from === undefined ? undefined : instantIn('--from', options.from);
  const to = options.to === undefined ? undefined : instantIn('--to', options.to);
  if (from !== undefined && to !== undefined && to < from)
    throw new UsageError('--to must not lie before --from');
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

const columnsIn = (say: AccessWords): readonly Column[] => [
  { title: say.number, align: 'right' },
  { title: say.read, identifies: true },
  { title: say.by, identifies: true },
  { title: say.operation },
  { title: say.way },
  { title: say.purpose },
  { title: say.classes },
  { title: say.rows, align: 'right' },
  { title: say.cases },
  { title: say.emergency },
];

function rowOf(entry: ListedReadEntry): readonly string[] {
  const { number, at, actor, operation, way, address, purposes, classes, rows, cases, breakGlass } = entry;
  const [first = '', ...others] = cases;
  return [
    String(number),
    at.slice(0, 19).replace('T', ' '),
    actor,
    operation,
    address === null ? way : `${way} ${address}`,
    purposes.join(', '),
    classes.join(', '),
    String(rows),
    others.length === 0 ? first : `${first} +${others.length}`,
    breakGlass ?? '',
  ];
}
