import { describe, expect, it } from '@jest/globals';
import type { Caseload } from '@safeconduct/workflow';
import type { ExpectedLedger } from './case-paths.js';
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

describe('a generated caseload', () => {
  it('of 2,493 persons shows the figures of the example', () => {
    const { ledger, commands, files } = generateCaseload({ persons: 2493, seed: 1 });
    expect({ ledger, commands }).toEqual({ ledger: example, commands: 39_547 });
    expect(counted(files)).toEqual({ ledger, commands, files: 35 });
  });

  it.each([0, 1, 100, 1000, 25_000])(
    'of %d persons shows the same proportions, in figures that add up',
    (persons) => {
      const { ledger, commands, files } = generateCaseload({ persons, seed: 1 });
      expect(counted(files)).toEqual({ ledger, commands, files: 35 });
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

  it('is the same for the same seed and size, and another one for another seed', () => {
    const first = tablesOf(generateCaseload({ persons: 300, seed: 5 }));
    expect(tablesOf(generateCaseload({ persons: 300, seed: 5 }))).toEqual(first);
    const other = tablesOf(generateCaseload({ persons: 300, seed: 6 }));
    expect(other['01-RegisterEntry']).not.toEqual(first['01-RegisterEntry']);
  });

  it('has no hash twice, each of 64 hexadecimal digits', () => {
    const rows = rowsOf(generateCaseload({ persons: 2493, seed: 1 }).files);
    const hashes = [...rows].flatMap(({ cell }) =>
      ['formHash', 'signatureHash', 'instrumentHash', 'packageHash'].map(cell).filter((text) => text !== ''),
    );
    expect(hashes.length).toBeGreaterThan(4000);
    expect(hashes.filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([]);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is in the order of time, within each file and, file after file, within each case', () => {
    const { files } = generateCaseload({ persons: 1000, seed: 3 });
    const lastOf = new Map<string, string>();
    const outOfOrder: string[] = [];
    let [file, last] = ['', ''];
    for (const row of rowsOf(files)) {
      const [person, at] = [row.cell('registrationNo'), row.cell('occurredAt')];
      if (row.file === file && at < last) outOfOrder.push(`${file} ${at} after ${last}`);
      if (at <= (lastOf.get(person) ?? '')) outOfOrder.push(`${row.file} ${person} ${at}`);
      [file, last] = [row.file, at];
      lastOf.set(person, at);
    }
    expect(outOfOrder).toEqual([]);
  });

  it('places the last of a great many in the camp before the first counselling', () => {
    const { files } = generateCaseload({ persons: 6000, seed: 3 });
    const placed = [...rowsOf(files)].filter(({ file }) => file === '06-PlaceInFacility');
    const last = placed.at(-1)?.cell('occurredAt').slice(0, 10);
    expect(last).toBe('2024-12-11');
  });

  it('gives each seat of a manifest once, and has nobody confirm their own step', () => {
    const { files } = generateCaseload({ persons: 3000, seed: 3 });
    const rows = [...rowsOf(files)];
    const manifests = rows.filter(({ file }) => file === '17-AddToManifest');
    const seats = new Set(manifests.map(({ cell }) => `${cell('manifestNo')} ${cell('seatNo')}`));
    expect(seats.size).toBe(manifests.length);
    expect(rows.filter(({ cell }) => cell('by') === cell('confirmedBy'))).toEqual([]);
  });
});

interface Row {
  readonly file: string;
  /** The cell of a column; empty where the file has no such column. */
  readonly cell: (column: string) => string;
}

type Files = Caseload['files'];

/** The rows of all files, file after file. */
function* rowsOf(files: Files): Generator<Row> {
  for (const { name, columns, rows } of files) {
    for (const cells of rows) {
      yield { file: name, cell: (column) => cells[columns.indexOf(column)] ?? '' };
    }
  }
}

function tablesOf({ files }: Caseload): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...files].map(({ name, columns, rows }) => [name, [columns, ...rows]]));
}

/** The state after each step; steps that are not listed do not change the state. */
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

/** Counts the figures of the ledger again, from the files alone. */
function counted(files: Files) {
  const names = new Set<string>();
  const named = function* () {
    for (const file of files) {
      names.add(file.name);
      yield file;
    }
  };
  const states = new Map<string, string>();
  const baghdad = new Set<string>();
  const handovers: string[] = [];
  let withdrawn = 0;
  let commands = 0;
  for (const { file, cell } of rowsOf(named())) {
    const registrationNo = cell('registrationNo');
    commands += 1;
    const command = file.slice(3);
    states.set(registrationNo, leadsTo[command] ?? states.get(registrationNo) ?? '');
    if (command === 'ConfirmHandover') handovers.push(cell('occurredAt'));
    if (command === 'WithdrawConsent') withdrawn += 1;
    if (cell('facility') === 'BAGHDAD') baghdad.add(registrationNo);
  }
  const count = (state: string) => [...states.values()].filter((found) => found.startsWith(state)).length;
  const ledger: ExpectedLedger = {
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
  return { ledger, commands, files: names.size };
}

const figures = ({ states, ...others }: ExpectedLedger): ReadonlyMap<string, number> =>
  new Map(Object.entries({ ...states, ...others }));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
