import { plus, type Instant } from '@safeconduct/workflow';
import { ReadNotPermittedError } from '../errors.js';
import {
  entryKinds,
  type AuditEvent,
  type AuditFilter,
  type AuditRange,
  type AuditRefusal,
  type EntryKind,
} from '../ports/audit-queries.js';
import type { Position } from '../ports/position.js';
import type { ListedReadEntry } from '../reads/listed-entries.js';
import { personAsked } from './person-asked.js';
import type { Queries } from './queries.js';
import type { Reader } from './reader.js';

/** What entries of all kinds can be narrowed by. */
export type EntryFilter = Pick<AuditFilter, 'workflow' | 'caseId' | 'actor' | 'from' | 'to'> & {
  /** Left out: all of them. */
  readonly kinds?: readonly EntryKind[] | undefined;
};

/** The last entry of each kind that a page or one before it has. Of a kind that is left out there was none. */
export interface EntryCursor {
  readonly recorded?: Position | undefined;
  readonly refused?: Position | undefined;
  readonly looked?: number | undefined;
  /** With the newest first, when the last entry of the page was known. */
  readonly at?: Instant | undefined;
}

export interface AuditEntriesRequest {
  readonly filter: EntryFilter;
  readonly range: AuditRange<EntryCursor>;
}

/** That something was recorded, refused or looked at. */
export type AuditEntry = {
  /** By this it is listed: when it was known, or looked at. */
  readonly at: Instant;
  /** What the one case that it is about is called before the reader; null where they do not see it. */
  readonly reference: string | null;
} & KindOfEntry;

type KindOfEntry =
  | { readonly kind: 'recorded'; readonly line: AuditEvent }
  | { readonly kind: 'refused'; readonly line: AuditRefusal }
  | { readonly kind: 'looked'; readonly line: ListedReadEntry };

/** A kind that was asked for and is not listed: the reader may not see it, or it belongs to no workflow. */
export interface MissingKind {
  readonly kind: EntryKind;
  readonly because: 'notPermitted' | 'noWorkflow';
}

export interface AuditEntries {
  readonly entries: readonly AuditEntry[];
  /** `undefined` after the last page. */
  readonly next: EntryCursor | undefined;
  readonly missing: readonly MissingKind[];
}

type Lists = Pick<Queries, 'auditEvents' | 'refusals' | 'readEntries' | 'listCases'>;

/**
 * A page of all that is on record, by the moment at which it was known: of what was recorded and refused at the same moment
 * by position, then what was looked at, by number. Each kind is a list that only grows at its end and has its own place in
 * the cursor, so a page reads at most as many lines of each as it shows, and none is left out or shown twice,
 * however late the views have it.
 * @throws ReadNotPermittedError  the reader may see none of the kinds that are asked for
 */
export async function auditEntries(
  lists: Lists,
  reader: Reader,
  { filter, range }: AuditEntriesRequest,
): Promise<AuditEntries> {
  const { kinds = entryKinds, ...narrowed } = filter;
  const found: readonly Found[] = await Promise.all(
    entryKinds
      .filter((kind) => kinds.includes(kind))
      .map((kind) => linesOf[kind](lists, reader, { filter: narrowed, range })),
  );
  const missing = found.flatMap((one) =>
    'because' in one ? [{ kind: one.kind, because: one.because }] : [],
  );
  const refused = found.flatMap((one) => ('refused' in one ? [one.refused] : []));
  if (refused[0] !== undefined && refused.length === found.length) throw refused[0];
  const merged = found.flatMap((one) => ('lines' in one ? one.lines : [])).sort(byMoment);
  if (range.newestFirst) merged.reverse();
  const page = merged.slice(0, range.limit);
  const named = await namesOf(lists, reader, page);
  return {
    entries: page.map((one) => ({ ...one, reference: named.get(onlyCaseOf(one) ?? '') ?? null })),
    next: merged.length > range.limit ? cursorAfter(range, page) : undefined,
    missing,
  };
}

type Placed = KindOfEntry & { readonly at: Instant };
type Found =
  { readonly lines: readonly Placed[] } | (MissingKind & { readonly refused?: ReadNotPermittedError });
type FindLines = (lists: Lists, reader: Reader, asked: AuditEntriesRequest) => Promise<Found>;

/** One line more than the page shows whether there is a next page. */
const rangeOf = <After>({ limit, newestFirst }: AuditRange<EntryCursor>, after: After) => ({
  ...{ limit: limit + 1, newestFirst, after },
});

const linesOf: Readonly<Record<EntryKind, FindLines>> = {
  async recorded(lists, reader, { filter, range }) {
    const asked = { filter: beforeCursor(filter, range.after), range: rangeOf(range, range.after?.recorded) };
    const lines = await lists.auditEvents(reader, asked);
    return { lines: lines.map((line) => ({ kind: 'recorded', line, at: line.knownAt })) };
  },

  async refused(lists, reader, { filter, range }) {
    const asked = { filter: beforeCursor(filter, range.after), range: rangeOf(range, range.after?.refused) };
    const lines = await lists.refusals(reader, asked);
    return { lines: lines.map((line) => ({ kind: 'refused', line, at: line.knownAt })) };
  },

  async looked(lists, reader, { filter: { workflow, actor, caseId, from, to }, range }) {
    // An entry names cases, of any workflow.
    if (workflow !== undefined) return { kind: 'looked', because: 'noWorkflow' };
    const { after } = range;
    // Of the same moment, every look is newer than what is in the log.
    const isBegun = after?.at === undefined || after.looked !== undefined;
    const last = isBegun ? to : earlier(to, plus(after.at, -1));
    const asked = { filter: { actor: personAsked(actor), caseId }, from, to: last };
    try {
      const lines = await lists.readEntries(reader, { ...asked, ...rangeOf(range, range.after?.looked) });
      return { lines: lines.map((line) => ({ kind: 'looked', line, at: line.at })) };
    } catch (error) {
      if (!(error instanceof ReadNotPermittedError)) throw error;
      return { kind: 'looked', because: 'notPermitted', refused: error };
    }
  },
};

const isLook = ({ kind }: Placed): boolean => kind === 'looked';
const placeOf = (one: Placed): number | bigint =>
  one.kind === 'looked' ? one.line.number : one.line.position;

/** What is recorded and refused is in one log, in which positions follow that clock. */
function byMoment(one: Placed, other: Placed): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (isLook(one) !== isLook(other)) return isLook(one) ? 1 : -1;
  return placeOf(one) < placeOf(other) ? -1 : 1;
}

/**
 * With the newest first, what is recorded and refused has one place: what the views have later is newer. With the oldest
 * first each kind has its own, because the views of one may be behind those of the other.
 */
function cursorAfter({ after, newestFirst }: AuditRange<EntryCursor>, page: readonly Placed[]): EntryCursor {
  let cursor: EntryCursor = { ...after };
  for (const one of page) {
    if (one.kind === 'looked') cursor = { ...cursor, looked: one.line.number };
    else if (!newestFirst) cursor = { ...cursor, [one.kind]: one.line.position };
    else cursor = { ...cursor, recorded: one.line.position, refused: one.line.position };
  }
  return newestFirst ? { ...cursor, at: page.at(-1)?.at } : cursor;
}

/** What comes meanwhile of a kind that no page has had yet is not older than what was shown. */
const beforeCursor = (
  filter: AuditEntriesRequest['filter'],
  after: EntryCursor | undefined,
): AuditEntriesRequest['filter'] =>
  after?.at === undefined ? filter : { ...filter, to: earlier(filter.to, after.at) };

const earlier = (one: Instant | undefined, other: Instant): Instant =>
  one !== undefined && one < other ? one : other;

/** The case that an entry is about, where it is one. */
export function onlyCaseOf(entry: KindOfEntry): string | undefined {
  if (entry.kind !== 'looked') return entry.line.caseId;
  return entry.line.cases.length === 1 ? entry.line.cases[0] : undefined;
}

/** What the cases that the reader sees are called before them. */
async function namesOf(
  lists: Lists,
  reader: Reader,
  page: readonly Placed[],
): Promise<ReadonlyMap<string, string>> {
  const caseIds = [...new Set(page.flatMap((one) => onlyCaseOf(one) ?? []))];
  if (caseIds.length === 0) return new Map();
  const { cases } = await lists.listCases(reader, { search: { caseIds }, limit: caseIds.length });
  return new Map(cases.map(({ caseId, reference }) => [caseId, reference]));
}
