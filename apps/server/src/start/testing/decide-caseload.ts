import {
  compareText,
  decideCommand,
  parseInput,
  parseInstant,
  type CommandRequest,
  type Folded,
  type Instant,
} from '@safeconduct/workflow';
import { officerCase } from '../../../../../workflows/officer-case/index.js';
import { actorOf, personsOf } from '../../../../../workflows/officer-case/testing/actors.js';
import { commandFiles } from '../../import/command-files.js';
import { openFile } from '../../import/read/open-file.js';
import type { CommandRow, ImportRow } from '../../import/rows/import-row.js';
import { readRows } from '../../import/rows/read-rows.js';

/** The cases of a caseload after all its rows, by registration number, and every row that was refused. */
export interface DecidedCaseload {
  readonly cases: ReadonlyMap<string, Folded>;
  readonly refused: readonly unknown[];
  readonly sent: number;
}

/** Sends every row of the files of a folder to the workflow's own decisions, file after file, without an engine. */
export async function decideFiles(folder: string): Promise<DecidedCaseload> {
  const cases = new Map<string, Folded>();
  const refused: unknown[] = [];
  let sent = 0;
  for await (const row of rowsIn(folder)) {
    sent += 1;
    const key = row.problem === undefined ? row.naturalKey : '';
    const decided = decideRow(row, cases.get(key));
    if (decided.after === undefined) refused.push({ row, decided });
    else cases.set(key, decided.after);
  }
  return { cases, refused, sent };
}

/**
 * The same in the order of time, with the commands of the deadlines that passed before each row, and until a moment: as
 * the caseload is after the time in which it happened.
 */
export async function liveThrough(folder: string, until: Instant): Promise<DecidedCaseload> {
  const cases = new Map<string, Folded>();
  const refused: unknown[] = [];
  const rows: CommandRow[] = [];
  for await (const row of rowsIn(folder)) {
    if (row.problem === undefined) rows.push(row);
    else refused.push(row);
  }
  for (const row of rows.toSorted((one, other) => compareText(timeOf(one), timeOf(other)))) {
    const before = cases.get(row.naturalKey);
    const decided = decideRow(row, before && afterDeadlines(before, timeOf(row)));
    if (decided.after === undefined) refused.push({ row, decided });
    else cases.set(row.naturalKey, decided.after);
  }
  for (const [key, folded] of cases) cases.set(key, afterDeadlines(folded, until));
  return { cases, refused, sent: rows.length };
}

/** How many cases have each answer; an empty text stands for no answer. */
export function countBy(
  cases: Iterable<Folded>,
  key: (folded: Folded) => string | undefined,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const folded of cases) {
    const name = key(folded) ?? '';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function* rowsIn(folder: string): AsyncGenerator<ImportRow> {
  for (const file of await commandFiles([folder])) {
    const { problem, rows } = readRows(await openFile(file), officerCase);
    if (problem !== undefined) throw new Error(`${file.path}: ${JSON.stringify(problem)}`);
    yield* rows;
  }
}

const timeOf = ({ occurredAt = '' }: CommandRow): Instant => parseInstant(occurredAt) ?? '';

function decideRow(
  row: ImportRow,
  before: Folded | undefined,
): { after?: Folded | undefined; why?: unknown } {
  if (row.problem !== undefined) return { why: row.problem };
  const request = requestOf(row);
  if ('issues' in request) return { why: request.issues };
  const decision = decideCommand(officerCase, before, request);
  return decision.accepted ? { after: decision.events.at(-1)?.after } : { why: decision.refusal };
}

function requestOf(row: CommandRow): CommandRequest | { issues: unknown } {
  const command = officerCase.commands.get(row.command);
  if (command === undefined) return { issues: 'no such command' };
  const parsed = parseInput(command, row.data);
  if ('issues' in parsed) return parsed;
  const { actor, confirmation } = personsOf(row);
  const now = timeOf(row);
  return {
    command,
    input: parsed.input,
    actor,
    confirmation: confirmation && { ...confirmation, at: now, contentHash: 'content' },
    contentHash: 'content',
    onBehalfOf: row.onBehalfOf,
    now,
  };
}

/** The case after the system has sent the commands of all deadlines that pass until a moment, each when it passes. */
function afterDeadlines(folded: Folded, until: Instant): Folded {
  const [first] = Object.entries(officerCase.dueDates(folded))
    .filter(([name, dueAt]) => dueAt <= until && officerCase.deadlines[name]?.then !== undefined)
    .toSorted(([, one], [, other]) => compareText(one, other));
  if (first === undefined) return folded;
  const [deadline, dueAt] = first;
  const command = officerCase.commands.get(officerCase.deadlines[deadline]?.then ?? '');
  if (command === undefined) throw new Error(`the deadline ${deadline} sends no command`);
  const actor = actorOf('sys-1');
  const decision = decideCommand(officerCase, folded, {
    ...{ command, input: { deadline, dueAt }, actor, now: dueAt },
  });
  const after = decision.accepted ? decision.events.at(-1)?.after : undefined;
  if (after === undefined) throw new Error(`${command.name} was refused: ${JSON.stringify(decision)}`);
  return afterDeadlines(after, until);
}
