import { describe, expect, it } from '@jest/globals';
import { compareText, type Caseload } from '@safeconduct/workflow';
import { casePaths } from './case-paths.js';
import { fileNames } from './files.js';
import { generateCaseload } from './generate-caseload.js';
import type { ExpectedLedger } from './ledger.js';

const example: ExpectedLedger = {
  total: 2493,
  states: { entered: 2, camped: 318, pendingAssurance: 61, relocating: 25, returned: 1765, resolved: 322 },
  outcomes: {
    RETURNED_VOLUNTARILY: 312,
    REMAINS_IN_HOST: 6,
    SPONTANEOUS_DEPARTURE: 2,
    TRANSFERRED_CHILD_PROTECTION: 1,
    DECEASED: 1,
  },
  handoversOnEve: 36,
  handoversOnFirstDay: 1905,
  handoversSinceFirstDay: 2041,
  handovers: 2077,
  reEntries: 2,
  irregularCrossings: 2,
  inBaghdad: 90,
  inRutba: 221,
  returning: 61,
  withdrawn: 12,
  unassigned: 60,
};

describe('a generated caseload', () => {
  it('has its files in the order of their names, in which an import takes them', () => {
    expect(fileNames.toSorted(compareText)).toEqual(fileNames);
  });

  it('has so few paths that one byte says which one a person has', () => {
    expect(casePaths.length).toBeLessThanOrEqual(256);
  });

  it('of 2,493 persons shows the figures of the example', () => {
    const { ledger, commands, files } = generateCaseload({ persons: 2493, seed: 1 });
    expect({ ledger, commands }).toEqual({ ledger: example, commands: 47_773 });
    expect(counted(files)).toEqual({ ledger, commands, files: fileNames.length });
  });

  it.each([0, 1, 100, 1000, 25_000])(
    'of %d persons shows the same proportions, in figures that add up',
    (persons) => {
      const { ledger, commands, files } = generateCaseload({ persons, seed: 1 });
      expect(counted(files)).toEqual({ ledger, commands, files: fileNames.length });
      expect(sum(Object.values(ledger.states))).toBe(persons);
      expect(sum(Object.values(ledger.outcomes))).toBe(ledger.states.resolved);
      for (const [figure, exact] of figures(example)) {
        // Each is a sum of parts that are apportioned.
        const found = figures(ledger).get(figure) ?? 0;
        expect(Math.abs(found - (exact * persons) / example.total)).toBeLessThan(4);
      }
    },
  );

  it.each([1, 2493, 25_000])('of %d persons has crossings on 7 and 8 December only', (persons) => {
    const days = new Set<string>();
    for (const { file, cell } of rowsOf(generateCaseload({ persons, seed: 1 }).files)) {
      if (file !== '01-RegisterEntry') break;
      days.add(cell('crossedAt').slice(0, 10));
    }
    expect([...days].filter((day) => day !== '2024-12-07' && day !== '2024-12-08')).toEqual([]);
  });

  it('is the same for the same seed and size, and another one for another seed', () => {
    const first = tablesOf(generateCaseload({ persons: 300, seed: 5 }));
    expect(tablesOf(generateCaseload({ persons: 300, seed: 5 }))).toEqual(first);
    const other = tablesOf(generateCaseload({ persons: 300, seed: 6 }));
    expect(other['01-RegisterEntry']).not.toEqual(first['01-RegisterEntry']);
  });

  it('has no hash twice, each of 64 hexadecimal digits', () => {
    const rows = rowsOf(generateCaseload({ persons: 2493, seed: 1 }).files);
    const hashes = [...rows].flatMap(({ cell }) =>
      ['formHash', 'signatureHash', 'instrumentHash', 'packageHash', 'declarationHash']
        .map(cell)
        .filter((text) => text !== ''),
    );
    expect(hashes.length).toBeGreaterThan(4000);
    expect(hashes.filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([]);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is in the order of time, within each file and, file after file, within each case', () => {
    // So many that each path has several persons.
    const { files } = generateCaseload({ persons: 15_000, seed: 3 });
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
    const placed = [...rowsOf(files)].filter(({ file }) => file === '07-PlaceInFacility');
    const last = placed.at(-1)?.cell('occurredAt').slice(0, 10);
    expect(last).toBe('2024-12-10');
  });

  it('gives each seat of a manifest once, and has nobody confirm their own step', () => {
    const { files } = generateCaseload({ persons: 3000, seed: 3 });
    const rows = [...rowsOf(files)];
    const manifests = rows.filter(({ file }) => file === '29-AddToManifest');
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
const leadsTo: Readonly<Record<string, string | ((row: Row, from: string) => string)>> = {
  RegisterEntry: 'entered',
  PlaceInFacility: 'camped',
  RequestReturn: 'camped.returning',
  // Words that were heard after the crossing do not undo it.
  WithdrawConsent: (_row, from) => (from === 'returned' ? from : 'camped'),
  AssessRisk: ({ cell }, from) => (cell('outcome') === 'REAL_RISK' ? 'camped' : from),
  DoubtVoluntariness: 'camped',
  DenyClearance: 'camped',
  DecideAppeal: ({ cell }, from) => (cell('result') === 'upheld' ? 'camped.returning' : from),
  ConfirmHandover: 'returned',
  CloseMonitoring: 'resolved RETURNED_VOLUNTARILY',
  OpenAssuranceRoute: 'pendingAssurance',
  OpenRelocation: 'relocating',
  GrantStay: 'resolved REMAINS_IN_HOST',
  TransferToChildProtection: 'resolved TRANSFERRED_CHILD_PROTECTION',
  RecordDeath: 'resolved DECEASED',
  RecordSpontaneousDeparture: 'resolved SPONTANEOUS_DEPARTURE',
  RecordIrregularCrossing: 'returned',
  RecordReEntry: 'entered',
};

/** A person as the files tell it. */
interface Followed {
  state: string;
  place: string;
  isAbroad: boolean;
  isAssigned: boolean;
}

const nobody: Followed = { state: '', place: '', isAbroad: false, isAssigned: false };

function follow(row: Row, before: Followed | undefined): Followed {
  const { state, place, isAbroad, isAssigned } = before ?? nobody;
  const command = row.file.slice(3);
  const next = leadsTo[command] ?? state;
  return {
    state: typeof next === 'string' ? next : next(row, state),
    place: row.cell('facility') || place,
    isAbroad: command === 'ConfirmDeparture' || (isAbroad && command !== 'RecordRefusalAtDestination'),
    isAssigned: isAssigned || command === 'AssignOfficer',
  };
}

/** Counts the figures of the ledger again, from the files alone. */
function counted(files: Files) {
  const names = new Set<string>();
  const named = function* () {
    for (const file of files) {
      names.add(file.name);
      yield file;
    }
  };
  const persons = new Map<string, Followed>();
  const happened = new Map<string, string[]>();
  let commands = 0;
  for (const row of rowsOf(named())) {
    const registrationNo = row.cell('registrationNo');
    commands += 1;
    const before = happened.get(row.file);
    if (before === undefined) happened.set(row.file, [row.cell('occurredAt')]);
    else before.push(row.cell('occurredAt'));
    persons.set(registrationNo, follow(row, persons.get(registrationNo)));
  }
  return { ledger: ledgerOf([...persons.values()], happened), commands, files: names.size };
}

function ledgerOf(
  persons: readonly Followed[],
  happened: ReadonlyMap<string, readonly string[]>,
): ExpectedLedger {
  const count = (has: (person: Followed) => boolean) => persons.filter(has).length;
  const inState = (state: string) => count((person) => person.state.startsWith(state));
  const times = (...files: readonly string[]) => files.flatMap((file) => happened.get(file) ?? []);
  const handovers = times('31-ConfirmHandover');
  const since = (day: string) => handovers.filter((at) => at >= day).length;
  const isThere = ({ state, isAbroad }: Followed) =>
    !isAbroad && !/^(returned|resolved (?!REMAINS))/.test(state);
  const at = (facility: string) => count((person) => person.place === facility && isThere(person));
  return {
    total: persons.length,
    states: {
      entered: inState('entered'),
      camped: inState('camped'),
      pendingAssurance: inState('pendingAssurance'),
      relocating: inState('relocating'),
      returned: inState('returned'),
      resolved: inState('resolved'),
    },
    outcomes: {
      RETURNED_VOLUNTARILY: inState('resolved RETURNED_VOLUNTARILY'),
      REMAINS_IN_HOST: inState('resolved REMAINS_IN_HOST'),
      SPONTANEOUS_DEPARTURE: inState('resolved SPONTANEOUS_DEPARTURE'),
      TRANSFERRED_CHILD_PROTECTION: inState('resolved TRANSFERRED_CHILD_PROTECTION'),
      DECEASED: inState('resolved DECEASED'),
    },
    handoversOnEve: since('2024-12-18') - since('2024-12-19'),
    handoversOnFirstDay: since('2024-12-19') - since('2024-12-20'),
    handoversSinceFirstDay: since('2024-12-19'),
    handovers: handovers.length,
    reEntries: times('91-RecordReEntry', '96-RecordReEntry').length,
    irregularCrossings: times('85-RecordIrregularCrossing').length,
    inBaghdad: at('BAGHDAD'),
    inRutba: at('RUTBA'),
    returning: inState('camped.returning'),
    withdrawn: times('31-WithdrawConsent').length,
    unassigned: count(({ state, isAssigned }) => !state.startsWith('resolved') && !isAssigned),
  };
}

const figures = ({ states, outcomes, ...others }: ExpectedLedger): ReadonlyMap<string, number> =>
  new Map(Object.entries({ ...states, ...outcomes, ...others }));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
