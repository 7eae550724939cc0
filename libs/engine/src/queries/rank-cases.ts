import { compareText } from '@safeconduct/workflow';
import type { CaseFilter, ListedCase, ViewQueries, VisibleCases } from '../ports/view-queries.js';
import { caseFits, compareRanks, type CaseFit } from '../search/case-fit.js';
import { referenceReadings } from '../search/search-words.js';
import { caseFilter, type CaseFilterPorts } from './case-filter.js';
import type { Reader } from './reader.js';

/** What is looked for among all cases, in whatever workflow. */
export interface RankRequest {
  readonly text: string;
  readonly limit: number;
  /** Only among these; said by the policy alone. */
  readonly visible?: VisibleCases | undefined;
}

/** A case, and how it was found. */
export interface RankedCase {
  readonly row: ListedCase;
  readonly fit: CaseFit;
}

export interface RankedCases {
  /** The best first. */
  readonly cases: readonly RankedCase[];
  /** There are more cases than these, and perhaps a better one among those that were not compared. */
  readonly more: boolean;
}

/** Up to so many open cases, and as many in all, are compared: those in which something was recorded last. */
export const rankedMax = 300;

/**
 * The cases that fit a text best: by a whole reference, by the number of one, by its beginning; then by names, the whole
 * name before all words before beginnings, where the first word is a given name before others, and in the spelling that
 * was typed before others. Those that fit alike are ordered by what is open, then by what changed last.
 */
export async function rankedCases(
  ask: ViewQueries,
  ports: CaseFilterPorts,
  { reader, text, limit, visible }: RankRequest & { readonly reader: Reader },
): Promise<RankedCases> {
  const found = new Candidates(ask, visible);
  const named = await caseFilter(ports, reader, { reference: text.trim() });
  if (named !== undefined) await found.add(named);
  for (const words of referenceReadings(text)) await found.add({ words });
  const searched = await caseFilter(ports, reader, { text, open: true });
  if (searched !== undefined) {
    await found.add(searched);
    const others = await caseFilter(ports, reader, { text, open: false });
    if (others !== undefined) await found.add(others);
  }
  const fits = caseFits(text);
  const id = text.trim().toLowerCase();
  const fitOf = (row: ListedCase): CaseFit => (row.caseId === id ? fitOfId : fits(row));
  const isOpen = ({ workflow, state, subState }: ListedCase): boolean =>
    ports.register.get(workflow)?.chart.ends.has(subState ?? state) === false;
  const ranked = found.rows
    .map((row) => ({ row, fit: fitOf(row), isOpen: isOpen(row) }))
    .sort((one, other) => compareRanks(one.fit.rank, other.fit.rank) || compareRest(one, other));
  return {
    cases: ranked.slice(0, limit).map(({ row, fit }) => ({ row, fit })),
    more: found.more || ranked.length > limit,
  };
}

/** A case that was asked for by its id, as programs name it. */
const fitOfId: CaseFit = {
  rank: [0, 0, 0],
  by: ['reference'],
  marks: { reference: [], latin: [], arabic: [] },
};

interface Rest {
  readonly row: ListedCase;
  readonly isOpen: boolean;
}

const compareRest = (one: Rest, other: Rest): number =>
  Number(other.isOpen) - Number(one.isOpen) ||
  compareText(other.row.updatedAt ?? '', one.row.updatedAt ?? '') ||
  compareText(one.row.reference, other.row.reference) ||
  compareText(one.row.caseId, other.row.caseId);

/** What is compared: the newest cases of several searches, each case once, so many together. */
export class Candidates {
  readonly #rows = new Map<string, ListedCase>();
  #more = false;

  constructor(
    private readonly ask: ViewQueries,
    private readonly visible: VisibleCases | undefined,
    private readonly most = rankedMax,
  ) {}

  get rows(): readonly ListedCase[] {
    return [...this.#rows.values()];
  }

  /** A search had more cases than were taken. */
  get more(): boolean {
    return this.#more;
  }

  async add(filter: CaseFilter): Promise<void> {
    const limit = this.most - this.#rows.size;
    if (limit <= 0) {
      this.#more = true;
      return;
    }
    const { cases, next } = await this.ask.listCases({
      filter: { ...filter, visible: this.visible },
      order: { by: 'updated', descending: true },
      ...{ limit, uncounted: true },
    });
    for (const row of cases) this.#rows.set(row.caseId, row);
    if (next !== null) this.#more = true;
  }
}
