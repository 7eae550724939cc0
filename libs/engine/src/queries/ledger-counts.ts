import { epochMsOf, instantOf, type Instant, type Workflow } from '@safeconduct/workflow';
import type { Moment } from '../moment.js';
import type { LedgerCounters } from '../ports/ledger-queries.js';
import type { AskedTags, ViewQueries } from '../ports/view-queries.js';
import { hasTags, isInFilter, readCaseCell, type CaseCell } from '../projections/case-cell.js';
import { exact, type CountedCell, type Measure, type Measures } from './population.js';

/**
 * One number of the ledger: persons, or with `event` how often an event was recorded. What is left out does not narrow.
 * An event is narrowed by tags alone, because the ledger counts events without state and place.
 */
export interface Counted {
  /** In one of these states, as dotted paths, or with one of `outcomes`. Neither is said: in any. */
  readonly states?: readonly string[] | undefined;
  readonly outcomes?: readonly string[] | undefined;
  readonly place?: string | undefined;
  readonly tags?: AskedTags | undefined;
  readonly event?: string | undefined;
  /** Of an event: at this moment and later. Left out: ever. */
  readonly since?: Instant | undefined;
}

export interface CountRequest {
  readonly moment: Moment;
  readonly counted: Counted;
  /** Persons who are left out of the number. Where it is given, the number is also told by groups. */
  readonly without?: readonly Counted[] | undefined;
}

/** Persons of one state, place and outcome. Place and outcome are empty where there is none. */
export interface CountGroup {
  /** The state at the top. */
  readonly state: string;
  readonly place: string;
  readonly outcome: string;
  readonly count: number;
  /**
   * A list of cases narrowed by state, place and outcome has these persons and nobody else. Never said of a rounded number:
   * it would tell where those are who are left out.
   */
  readonly isWhole: boolean;
}

export interface LedgerCount {
  /** Null where the reader does not get this number: it is also about places of others. */
  readonly value: number | null;
  /** The number that the value is a multiple of; null where it is exact. */
  readonly roundedTo: number | null;
  /** Whether the ledger had anything at that moment. */
  readonly isBegun: boolean;
  /** The largest first; empty where nobody was to be left out. */
  readonly groups: readonly CountGroup[];
}

/** What of the ledger a reader gets. */
export interface CountScope {
  /** Only numbers about this place. */
  readonly place?: string | undefined;
  readonly measuresOf?: ((tags: readonly string[]) => Measures) | undefined;
}

type Ledger = Pick<ViewQueries, 'ledger'>;

/** Numbers of one ledger, each at a moment of its own. The ledger of a moment is read once. */
export async function ledgerCounts(
  views: Ledger,
  workflow: Workflow,
  { requests, place, measuresOf = () => exact }: CountScope & { readonly requests: readonly CountRequest[] },
): Promise<readonly LedgerCount[]> {
  const read = ledgerOnce(views, workflow.name);
  const counts: LedgerCount[] = [];
  for (const request of requests) {
    const ledger = await read(request.moment);
    const measure = measuresOf(tagsIn(request)).of;
    const asked = { workflow, request, measure };
    const isHidden = place !== undefined && request.counted.place !== place;
    const found = isHidden ? hidden : { ...nothing, ...(await counted(read, ledger, asked)) };
    counts.push({ ...found, roundedTo: measure.roundedTo, isBegun: ledger.cells.size > 0 });
  }
  return counts;
}

interface AskedCount {
  readonly workflow: Workflow;
  readonly request: CountRequest;
  readonly measure: Measure;
}

const nothing = { groups: [] } as const;
const hidden = { ...nothing, value: null } as const;

const tagsIn = ({ counted: one, without = [] }: CountRequest): readonly string[] =>
  [one, ...without].flatMap(({ tags = {} }) => Object.keys(tags));

async function counted(
  read: (moment: Moment) => Promise<LedgerCounters>,
  ledger: LedgerCounters,
  { workflow, request, measure }: AskedCount,
): Promise<{ readonly value: number; readonly groups?: readonly CountGroup[] }> {
  const { moment, counted: one, without } = request;
  if (one.event !== undefined) {
    const before = one.since === undefined ? undefined : await read(justBefore(one.since, moment));
    return { value: measure.figureOf(eventCells(one, ledger, before)) };
  }
  const { notPersons = [] } = workflow.source;
  const cells = personCells(ledger, one, notPersons);
  if (without === undefined) return { value: measure.figureOf(cells) };
  const left = cells.filter((cell) => !without.some((other) => isCounted(cell, other, notPersons)));
  return { value: measure.figureOf(left), groups: groupsOf(left, ledger, measure) };
}

/** The moment before one, which is not later than the number itself. */
const justBefore = (since: Instant, { at, clock }: Moment): Moment => ({
  at: since > at ? at : instantOf(epochMsOf(since) - 1),
  clock,
});

type PersonCell = CaseCell & CountedCell;

const personCells = (
  { cells }: LedgerCounters,
  asked: Counted,
  notPersons: readonly string[],
): readonly PersonCell[] =>
  [...cells]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => ({ ...readCaseCell(key), key, count }))
    .filter((cell) => isCounted(cell, asked, notPersons));

/** A case that turned out to be no person is counted only where its outcome is asked for. */
function isCounted(
  cell: CaseCell,
  { states, outcomes, place, tags }: Counted,
  notPersons: readonly string[],
): boolean {
  if (!isInFilter(cell, { place, tags })) return false;
  if (outcomes?.includes(cell.outcome) === true) return true;
  if (notPersons.includes(cell.outcome)) return false;
  return states === undefined ? outcomes === undefined : isInFilter(cell, { states });
}

function eventCells(
  { event = '', tags }: Counted,
  { events }: LedgerCounters,
  before: LedgerCounters | undefined,
): readonly CountedCell[] {
  const keys = [...events.keys()].filter((key) => {
    const [type = '', recorded = ''] = key.split('|', 2);
    return type === event && hasTags(recorded, tags);
  });
  return keys
    .map((key) => ({ key, count: (events.get(key) ?? 0) - (before?.events.get(key) ?? 0) }))
    .filter(({ count }) => count !== 0);
}

/** The persons who are left, by what lists of cases are narrowed by. */
function groupsOf(
  left: readonly PersonCell[],
  { cells }: LedgerCounters,
  { figureOf, roundedTo }: Measure,
): readonly CountGroup[] {
  const all = [...cells].filter(([, count]) => count !== 0).map(([key]) => readCaseCell(key));
  const keyOf = ({ leaf, place, outcome }: CaseCell) => [leaf.split('.')[0] ?? '', place, outcome].join('|');
  return [...Map.groupBy(left, keyOf)]
    .map(([key, some]) => {
      const [state = '', place = '', outcome = ''] = key.split('|');
      const filter = { states: [state], place: place || undefined, outcome: outcome || undefined };
      const listed = all.filter((cell) => isInFilter(cell, filter));
      const isWhole = roundedTo === null && listed.length === some.length;
      return { state, place, outcome, count: figureOf(some), isWhole };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

/** Reads the ledger of each moment once. */
function ledgerOnce(views: Ledger, workflow: string): (moment: Moment) => Promise<LedgerCounters> {
  const known = new Map<string, Promise<LedgerCounters>>();
  return (moment) => {
    const key = `${moment.clock} ${moment.at}`;
    const found = known.get(key) ?? views.ledger({ workflow, moment });
    known.set(key, found);
    return found;
  };
}
