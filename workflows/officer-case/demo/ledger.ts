import type { Outcome } from '../code-lists.js';
import { casePaths, pathCounts, type CasePath, type EndState } from './case-paths.js';
import { eve, firstReturn } from './paths/parts.js';

type TopState = Exclude<EndState, 'camped.returning'>;
const states = ['entered', 'camped', 'pendingAssurance', 'relocating', 'returned', 'resolved'] as const;

/** The expected ledger after the import of a caseload. */
export interface ExpectedLedger {
  readonly total: number;
  readonly states: Readonly<Record<TopState, number>>;
  /** Resolved cases by their outcome. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Handed over on 18 December, on 19 December, since 19 December, and ever. */
  readonly handoversOnEve: number;
  readonly handoversOnFirstDay: number;
  readonly handoversSinceFirstDay: number;
  readonly handovers: number;
  /** Entered again after the handover. */
  readonly reEntries: number;
  /** Taken across without a handover. */
  readonly irregularCrossings: number;
  readonly inBaghdad: number;
  /** Live in Rutba, also with a permission to stay. */
  readonly inRutba: number;
  /** In camp, with a return under way. */
  readonly returning: number;
  /** Withdrew consent before the crossing, and are back in `camped.settled`. */
  readonly withdrawn: number;
  /** Not resolved, and assigned to no officer. */
  readonly unassigned: number;
}

/** The figures that a caseload of this many persons must show. */
export function expectedLedger(persons: number): ExpectedLedger {
  const count = counterOf(persons);
  const has =
    (...files: CasePath['files']) =>
    (path: CasePath) =>
      files.some((file) => path.files.includes(file));
  const handedOver = has('31-ConfirmHandover');
  const on = (day: number) => count((path) => handedOver(path) && path.returnDay === day);
  const left = has('70-ConfirmDeparture', '85-RecordSpontaneousDeparture');
  return {
    total: persons,
    states: countsBy(states, (state) => count((path) => path.state.split('.')[0] === state)),
    outcomes: countsBy(outcomes, (outcome) => count((path) => outcomeOf(path) === outcome)),
    handoversOnEve: on(eve),
    handoversOnFirstDay: on(firstReturn),
    handoversSinceFirstDay: count(handedOver) - on(eve),
    handovers: count(handedOver),
    reEntries: count(has('91-RecordReEntry', '96-RecordReEntry')),
    irregularCrossings: count(has('85-RecordIrregularCrossing')),
    inBaghdad: count(({ movedTo }) => movedTo === 'BAGHDAD'),
    inRutba: count((path) => path.movedTo === 'RUTBA' && !left(path)),
    returning: count(({ state }) => state === 'camped.returning'),
    withdrawn: count(has('31-WithdrawConsent')),
    unassigned: count((path) => path.state !== 'resolved' && !has('08-AssignOfficer')(path)),
  };
}

function counterOf(persons: number): (has: (path: CasePath) => boolean) => number {
  const counts = pathCounts(persons);
  return (has) => casePaths.reduce((all, path, index) => (has(path) ? all + (counts[index] ?? 0) : all), 0);
}

const outcomeOf = ({ state, outcome = 'RETURNED_VOLUNTARILY' }: CasePath): Outcome | undefined =>
  state === 'resolved' ? outcome : undefined;

const outcomes = [...new Set(casePaths.flatMap((path) => outcomeOf(path) ?? []))];

function countsBy<Key extends string>(
  keys: readonly Key[],
  count: (key: Key) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>;
}
