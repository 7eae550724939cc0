import { compareText } from '@safeconduct/workflow';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { inventPersons, type Persons } from './invent-persons.js';
import { iso, type Moment } from './calendar.js';
import { commandCount, expectedLedger, fates, type ExpectedLedger, type FileName } from './fates.js';
import type { Person } from './person.js';
import { steps } from './steps.js';
import type { Cell, Step } from './steps/step.js';

export interface CaseloadRequest {
  readonly persons: number;
  readonly seed: number;
  /** The folder to write to. It is made if need be; files of the same names are replaced. */
  readonly out: string;
  /** Called now and then with the number of commands written and to be written. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Caseload {
  readonly persons: number;
  readonly commands: number;
  readonly files: number;
  /** What must be seen after the import. */
  readonly ledger: ExpectedLedger;
}

/**
 * Writes an invented caseload as bulk files, one for each step of the procedure, each in the order of time. The same
 * seed and size give the same bytes. The figures are those of 2,493 persons, in proportion. Keeps 13 bytes for each
 * person in memory, and no row.
 */
export async function generateCaseload({
  persons,
  seed,
  out,
  onProgress,
}: CaseloadRequest): Promise<Caseload> {
  await mkdir(out, { recursive: true });
  const invented = inventPersons(persons, seed);
  const lastStepAt = new Uint32Array(persons);
  const commands = commandCount(persons);
  const names = Object.keys(steps).sort(compareText) as FileName[];
  let done = 0;
  for (const name of names) {
    const queue = queueFor(name, invented, lastStepAt);
    await writeRows(join(out, `${name}.csv`), steps[name], rowsOf(queue, invented), (rows) => {
      done += rows;
      onProgress?.(done, commands);
    });
  }
  return { persons, commands, files: names.length, ledger: expectedLedger(persons) };
}

interface Row {
  readonly person: Person;
  readonly at: Moment;
}

/**
 * Who takes a step, in the order of time, each as one number: moment times persons plus person. Such a number stays far
 * below 2^53, and a million of them are sorted in a tenth of a second.
 */
function queueFor(name: FileName, { count, fateOf, person }: Persons, lastStepAt: Uint32Array): Float64Array {
  const takesPart = new Set(fates.filter(({ passes }) => passes.includes(name)));
  const queue = new Float64Array(count);
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    if (!takesPart.has(fateOf(index))) continue;
    const at = steps[name].at(person(index), lastStepAt[index] ?? 0);
    lastStepAt[index] = at;
    queue[length] = at * count + index;
    length += 1;
  }
  return queue.subarray(0, length).sort();
}

function* rowsOf(queue: Float64Array, { count, person }: Persons): Generator<Row> {
  for (const place of queue) yield { person: person(place % count), at: Math.floor(place / count) };
}

const bufferedCharacters = 2 ** 19;

async function writeRows(
  path: string,
  step: Step,
  rows: Iterable<Row>,
  onWritten: (rows: number) => void,
): Promise<void> {
  const columns = columnsOf(step);
  const file = await open(path, 'w');
  try {
    let text = `${columns.map(([title]) => title).join(',')}\n`;
    let buffered = 0;
    for (const { person, at } of rows) {
      text += `${columns.map(([, cell]) => csvCell(textOf(cell, person, at))).join(',')}\n`;
      buffered += 1;
      if (text.length < bufferedCharacters) continue;
      await file.appendFile(text);
      onWritten(buffered);
      [text, buffered] = ['', 0];
    }
    await file.appendFile(text);
    onWritten(buffered);
  } finally {
    await file.close();
  }
}

function columnsOf({ by, confirmedBy, onBehalfOf, data }: Step): readonly (readonly [string, Cell])[] {
  return [
    ['registrationNo', ({ number }) => `QAIM-2024-${number}`],
    ['by', by],
    ...(confirmedBy === undefined ? [] : [['confirmedBy', confirmedBy] as const]),
    ...(onBehalfOf === undefined ? [] : [['onBehalfOf', onBehalfOf] as const]),
    ['occurredAt', (_person, at) => iso(at)],
    ...Object.entries(data),
  ];
}

const textOf = (cell: Cell, person: Person, at: Moment): string =>
  typeof cell === 'string' ? cell : cell(person, at);

const csvCell = (text: string): string => (text.includes(',') ? `"${text}"` : text);
