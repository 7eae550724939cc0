import type { Operations } from '@safeconduct/contracts';
import {
  caseSorts,
  endOfDays,
  isByInstant,
  type CaseListRequest,
  type CasesRequest,
  type CaseOrder,
  type CaseSearch,
  type CaseSort,
  type Instant,
  type Moment,
  type Reader,
} from '@safeconduct/engine';
import { epochMsOf, instantOf, type Workflow } from '@safeconduct/workflow';
import { z } from 'zod';
import { cursorInstant, cursorText, readCursor, writeCursor } from '../cursor.js';
import { momentOf, optionalInstant, requiredInstant } from '../moments.js';
import { invalidField } from '../problem.js';

export type ListQuery = Operations['searchCases']['query']['_output'];
export type FacetsQuery = Operations['getCaseFacets']['query']['_output'];

/** What a list of cases is narrowed by. */
export type FilterQuery = Omit<FacetsQuery, 'atLeast' | 'asOf' | 'clock'>;

/** The words that a list is narrowed by. */
export type SearchedText = Pick<CaseSearch, 'text' | 'referenceText'>;

/** What a request depends on beside its parameters. */
export interface Asking {
  readonly reader: Reader;
  readonly now: Instant;
  /** The one that is named, else the first one. */
  readonly workflow: Workflow;
}

/** How many days are soon, today being the first. */
const soonDays = 7;

const dayMs = 86_400_000;

/** The end of what is soon. */
export const soonUntil = ({ now, workflow }: Pick<Asking, 'now' | 'workflow'>): Instant =>
  endOfDays(now, workflow.source.zone ?? 'UTC', soonDays);

/** The cases that a filter means. */
export function searchOf(query: FilterQuery, words: SearchedText, asking: Asking): CaseSearch {
  const { workflow, reference, ids, state, facility, outcome, tag, waitingOn, deadline } = query;
  return {
    ...{ workflow, reference, outcome, waitingOn, deadline },
    open: query.open === undefined ? undefined : query.open === 'true',
    caseIds: ids,
    states: state,
    place: facility,
    tags: tag,
    assignee: assigneeOf(query, asking),
    ...words,
    ...duePeriodOf(query, asking),
    ...stateSince(query, asking),
    updatedFrom: optionalInstant('query.updatedFrom', query.updatedFrom),
  };
}

function assigneeOf({ assignee }: FilterQuery, { reader }: Asking): string | null | undefined {
  if (assignee === 'none') return null;
  return assignee === 'me' ? reader.actor.id : assignee;
}

function duePeriodOf(
  { due, dueFrom }: FilterQuery,
  asking: Asking,
): Pick<CaseSearch, 'dueFrom' | 'dueBefore'> {
  const from = optionalInstant('query.dueFrom', dueFrom);
  if (due === 'overdue') return { dueFrom: from, dueBefore: asking.now };
  if (due !== 'soon') return { dueFrom: from, dueBefore: optionalInstant('query.due', due) };
  if (from !== undefined) throw invalidField('query.dueFrom', 'not_both', 'must not stand beside due=soon');
  return { dueFrom: asking.now, dueBefore: soonUntil(asking) };
}

function stateSince(
  { age, sinceBefore }: FilterQuery,
  { now }: Asking,
): Pick<CaseSearch, 'sinceFrom' | 'sinceBefore'> {
  const before = optionalInstant('query.sinceBefore', sinceBefore);
  if (age === undefined) return { sinceBefore: before };
  if (before !== undefined) throw invalidField('query.age', 'not_both', 'must not stand beside sinceBefore');
  // So many days have passed since then, to the millisecond.
  const after = (days: number): Instant => instantOf(epochMsOf(now) - days * dayMs + 1);
  return {
    sinceFrom: age.below === undefined ? undefined : after(age.below),
    sinceBefore: after(age.least),
  };
}

const sortOf = ({ sort, due, dueFrom }: ListQuery): string =>
  sort ?? (due === undefined && dueFrom === undefined ? 'reference' : 'due');

function orderOf(sort: string): CaseOrder {
  const descending = sort.startsWith('-');
  return { by: (descending ? sort.slice(1) : sort) as CaseSort, descending };
}

/** The sort that the page is of, the key in it, the case, and its reference where cases of one key follow each other by that. */
function caseCursor(sort: string) {
  const key = isByInstant(orderOf(sort).by) ? cursorInstant : cursorText;
  return z.union([
    z.tuple([z.literal(sort), key, cursorText]),
    z.tuple([z.literal(sort), key, cursorText, cursorText]),
  ]);
}

/** The `next` of a page. */
export const nextOf = (query: ListQuery, next: CaseListRequest['after'] | null): string | null =>
  next === null || next === undefined
    ? null
    : writeCursor([
        ...[sortOf(query), next.key, next.caseId],
        ...(next.then === undefined ? [] : [next.then]),
      ]);

/** The request to `engine.queries`. */
export function listRequestOf(query: ListQuery, words: SearchedText, asking: Asking): CaseListRequest {
  checkMoment(query);
  const sort = sortOf(query);
  const cursor = readCursor(caseCursor(sort), query.cursor);
  return {
    ...casesOf(query, words, asking, momentOfList(query, asking)),
    limit: query.limit,
    after: cursor && { key: cursor[1], caseId: cursor[2], then: cursor[3] },
    order: orderOf(sort),
  };
}

/** Which cases are asked for, at a moment. */
function casesOf(
  query: FilterQuery,
  words: SearchedText,
  asking: Asking,
  moment: Moment | undefined,
): CasesRequest {
  return {
    search: searchOf(query, words, { ...asking, now: moment?.at ?? asking.now }),
    moment,
    earlier: earlierOf(query, moment, asking.workflow),
    moved: movedOf(query, moment, asking.workflow),
  };
}

/** What facets are asked of, also with one filter less; the moment and the text that is searched for stay. */
export function facetRequests(
  query: FacetsQuery,
  text: string | undefined,
  asking: Asking,
): (filter: FilterQuery) => CasesRequest {
  checkMoment(query);
  const moment = momentOfList(query, asking);
  return (filter) =>
    casesOf(filter, text === undefined ? { referenceText: filter.q } : { text }, asking, moment);
}

const asksOfPast = ({ earlier, moved }: FilterQuery): boolean => earlier !== undefined || moved !== undefined;

/** A list that is narrowed by the past of its cases is one of a moment, also now. */
function momentOfList(query: FacetsQuery, { now }: Asking): Moment | undefined {
  const moment = momentOf(query);
  return moment ?? (asksOfPast(query) ? { at: now, clock: query.clock } : undefined);
}

function earlierOf(
  { earlier }: FilterQuery,
  moment: Moment | undefined,
  { name: workflow }: Workflow,
): CaseListRequest['earlier'] {
  if (earlier === undefined) return undefined;
  return { workflow, at: before('query.earlier', earlier.at, moment), state: earlier.state };
}

function movedOf(
  { moved }: FilterQuery,
  moment: Moment | undefined,
  { name: workflow }: Workflow,
): CaseListRequest['moved'] {
  if (moved === undefined) return undefined;
  return { ...moved, workflow, after: before('query.moved', moved.after, moment) };
}

/** A time in a parameter that is not later than the moment of the list. */
function before(path: string, text: string, moment: Moment | undefined): Instant {
  const at = requiredInstant(path, text);
  if (moment !== undefined && at > moment.at)
    throw invalidField(path, 'too_big', 'must not be later than asOf');
  return at;
}

/** The views keep no past of these. An answer without them would be wrong, so it is refused. */
const onlyNow = [
  ...(['assignee', 'waitingOn', 'deadline', 'due', 'dueFrom', 'updatedFrom'] as const),
] as const;

function checkMoment({ sort, ...query }: FacetsQuery & Partial<Pick<ListQuery, 'sort'>>): void {
  if (query.asOf === undefined && !asksOfPast(query)) return;
  if (query.asOf !== undefined) requiredInstant('query.asOf', query.asOf);
  for (const name of onlyNow) {
    if (query[name] !== undefined)
      throw invalidField(`query.${name}`, 'not_in_the_past', 'must not stand beside asOf');
  }
  if (sort !== undefined && orderOf(sort).by !== caseSorts[0]) {
    throw invalidField('query.sort', 'not_in_the_past', 'must be by reference beside asOf');
  }
}
