import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExpectedLedger } from './fates.js';
import { generateCaseload } from './generate-caseload.js';

const example: ExpectedLedger = {
  total: 2493,
  returnedOnFirstDay: 1905,
  states: { entered: 0, camped: 367, pendingAssurance: 61, relocating: 24, returned: 1729, resolved: 312 },
  handovers: 2041,
  inBaghdad: 90,
  returning: 62,
  withdrawn: 12,
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caseload-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a generated caseload', () => {
  it('of 2,493 persons shows the figures of the example', async () => {
    const { ledger, commands, files } = await generateCaseload({ persons: 2493, seed: 1, out: folder });
    expect({ ledger, commands, files }).toEqual({ ledger: example, commands: 37_494, files: 34 });
    expect(readBack(folder)).toEqual({ ledger, commands });
  });

  it.each([0, 1, 100, 1000, 25_000])(
    'of %d persons shows the same proportions, in figures that add up',
    async (persons) => {
      const { ledger, commands } = await generateCaseload({ persons, seed: 1, out: folder });
      expect(readBack(folder)).toEqual({ ledger, commands });
      expect(sum(Object.values(ledger.states))).toBe(persons);
      for (const [figure, exact] of figures(example)) {
        // The states come first and are apportioned exactly; the others are sums of apportioned parts.
        const most = figure in example.states ? 1 : 4;
        expect(Math.abs((figures(ledger).get(figure) ?? 0) - (exact * persons) / example.total)).toBeLessThan(
          most,
        );
      }
    },
  );

  it('is the same to the byte for the same seed and size, and another one for another seed', async () => {
    const [first, again, other] = [join(folder, 'a'), join(folder, 'b'), join(folder, 'c')];
    await generateCaseload({ persons: 300, seed: 5, out: first });
    await generateCaseload({ persons: 300, seed: 5, out: again });
    await generateCaseload({ persons: 300, seed: 6, out: other });
    expect(filesOf(again)).toEqual(filesOf(first));
    expect(filesOf(other)['01-RegisterEntry.csv']).not.toBe(filesOf(first)['01-RegisterEntry.csv']);
  });

  it('is in the order of time, within each file and, file after file, within each case', async () => {
    await generateCaseload({ persons: 1000, seed: 3, out: folder });
    const lastOf = new Map<string, string>();
    const outOfOrder: string[] = [];
    let [file, last] = ['', ''];
    for (const row of rowsOf(folder)) {
      const [person, at] = [row.cell('registrationNo'), row.cell('occurredAt')];
      if (row.file === file && at < last) outOfOrder.push(`${file} ${at} after ${last}`);
      if (at <= (lastOf.get(person) ?? '')) outOfOrder.push(`${row.file} ${person} ${at}`);
      [file, last] = [row.file, at];
      lastOf.set(person, at);
    }
    expect(outOfOrder).toEqual([]);
  });

  it('places the last of a great many in the camp before the first counselling', async () => {
    await generateCaseload({ persons: 6000, seed: 3, out: folder });
    const placed = [...rowsOf(folder)].filter(({ file }) => file === '06-PlaceInFacility');
    const last = placed.at(-1)?.cell('occurredAt').slice(0, 10);
    expect(last).toBe('2024-12-11');
  });

  it('gives each seat of a manifest once, and has nobody confirm his own step', async () => {
    await generateCaseload({ persons: 3000, seed: 3, out: folder });
    const rows = [...rowsOf(folder)];
    const manifests = rows.filter(({ file }) => file === '17-AddToManifest');
    const seats = new Set(manifests.map(({ cell }) => `${cell('manifestNo')} ${cell('seatNo')}`));
    expect(seats.size).toBe(manifests.length);
    expect(rows.filter(({ cell }) => cell('by') === cell('confirmedBy'))).toEqual([]);
  });

  it('tells its progress up to the last command', async () => {
    const told: (readonly [number, number])[] = [];
    const { commands } = await generateCaseload({
      persons: 50,
      seed: 1,
      out: folder,
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(told.at(-1)).toEqual([commands, commands]);
  });
});

interface Row {
  readonly file: string;
  /** The cell of a column; empty where the file has no such column. */
  readonly cell: (column: string) => string;
}

/** The rows of a folder, file after file. The columns that are asked hold no quotes and stand before any that do. */
function* rowsOf(path: string): Generator<Row> {
  for (const name of readdirSync(path).sort()) {
    const [titles = '', ...lines] = readFileSync(join(path, name), 'utf8').trimEnd().split('\n');
    const columns = titles.split(',');
    for (const line of lines) {
      const cells = line.split(',');
      yield { file: name.replace('.csv', ''), cell: (column) => cells[columns.indexOf(column)] ?? '' };
    }
  }
}

function filesOf(path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/** Where each step leaves a case; steps that are not named leave it where it is. */
const leadsTo: Readonly<Record<string, string>> = {
  RegisterEntry: 'entered',
  PlaceInFacility: 'camped',
  RequestReturn: 'camped.returning',
  WithdrawConsent: 'camped',
  ConfirmHandover: 'returned',
  CloseMonitoring: 'resolved',
  OpenAssuranceRoute: 'pendingAssurance',
  OpenRelocation: 'relocating',
};

/** Counts again from the files alone what the ledger says. */
function readBack(path: string): { readonly ledger: ExpectedLedger; readonly commands: number } {
  const states = new Map<string, string>();
  const baghdad = new Set<string>();
  const handovers: string[] = [];
  let withdrawn = 0;
  let commands = 0;
  for (const { file, cell } of rowsOf(path)) {
    const registrationNo = cell('registrationNo');
    commands += 1;
    const command = file.slice(3);
    states.set(registrationNo, leadsTo[command] ?? states.get(registrationNo) ?? '');
    if (command === 'ConfirmHandover') handovers.push(cell('occurredAt'));
    if (command === 'WithdrawConsent') withdrawn += 1;
    if (cell('facility') === 'BAGHDAD') baghdad.add(registrationNo);
  }
  const count = (state: string) => [...states.values()].filter((found) => found.startsWith(state)).length;
  const ledger = {
    total: states.size,
    returnedOnFirstDay: handovers.filter((at) => at < '2024-12-20').length,
    states: {
      entered: count('entered'),
      camped: count('camped'),
      pendingAssurance: count('pendingAssurance'),
      relocating: count('relocating'),
      returned: count('returned'),
      resolved: count('resolved'),
    },
    handovers: handovers.length,
    inBaghdad: baghdad.size,
    returning: count('camped.returning'),
    withdrawn,
  };
  return { ledger, commands };
}

const figures = ({ states, ...others }: ExpectedLedger): ReadonlyMap<string, number> =>
  new Map(Object.entries({ ...states, ...others }));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
