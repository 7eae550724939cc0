import { givenDay } from '../../language/days.js';

export const views = [
  ...(['mine', 'unit', 'unassigned', 'waiting', 'dueSoon', 'overdue'] as const),
  ...(['closed', 'all'] as const),
] as const;
export type View = (typeof views)[number];

/** Of a past day the server knows where everybody was; it keeps no past of assignments and deadlines. */
export const viewsOfPast = ['all', 'unit'] as const satisfies readonly View[];

export const sorts = [
  ...(['reference', 'subject', 'subjectArabic', 'state'] as const),
  ...(['since', 'due', 'assignee', 'updated'] as const),
] as const;
export type Sort = (typeof sorts)[number];

/** The filters of a list by the name of their parameter. */
export const filters = [
  ...(['state', 'open', 'facility', 'assignee', 'waitingOn', 'tag'] as const),
  ...(['deadline', 'outcome', 'age'] as const),
  // Where cases were on a day before that of the list, as `2024-12-18:camped`; it comes from a figure that leads here.
  'earlier',
  // The way that cases went after a day and until that of the list, as `2024-12-18:camped.settled:camped.counselling`.
  'moved',
] as const;
export type Filter = (typeof filters)[number];
export const filtersOfPast: readonly Filter[] = [
  ...(['state', 'open', 'facility', 'tag', 'outcome', 'age'] as const),
  ...(['earlier', 'moved'] as const),
];

/** The filters that are chosen from a menu. */
export type ChosenFilter = Exclude<Filter, 'earlier' | 'moved'>;
export const isChosen = (filter: Filter): filter is ChosenFilter =>
  filter !== 'earlier' && filter !== 'moved';

/** For how many days cases have been in their state. */
export const ages = ['0-1', '1-7', '7-30', '30-90', '90-180', '180-365', '365-'] as const;

/** The day and the state of `earlier`. */
export function earlierOf(value: string): { readonly day: string; readonly state: string } {
  const [day = '', state = ''] = value.split(':');
  return { day, state };
}

/** The day and the states of `moved`. */
export function movedOf(value: string): {
  readonly day: string;
  readonly from: string;
  readonly to: string;
} {
  const [day = '', from = '', to = ''] = value.split(':');
  return { day, from, to };
}

/** Whether the procedure of a case goes on, as an address says it: `true` would be read as no text. */
export const openWords = { yes: 'true', no: 'false' } as const;

const isPossible = (name: Filter, value: string): boolean => name !== 'open' || value in openWords;

/** What the address of a list says: the same address shows the same list. */
export interface WorkSearch extends Readonly<Partial<Record<Filter, string>>> {
  readonly view?: View;
  /** The list as it was at the end of this day; left out: now. */
  readonly at?: string;
  /** A column, with `-` before it downwards. */
  readonly sort?: Sort | `-${Sort}`;
}

type Given = Readonly<Record<string, unknown>>;

const word = /^[\w.,:-]{1,200}$/;

/** Reads the address. What it cannot be is left out, so that a mistyped address still shows a list. */
export function workSearch(given: Given): WorkSearch {
  const at = givenDay(given['at']);
  return at === undefined
    ? { ...listOf(given, views), ...filtersIn(given, filters.filter(isChosen)) }
    : { view: 'all', ...listOf(given, viewsOfPast), at, ...filtersIn(given, filtersOfPast) };
}

function listOf(given: Given, possible: readonly View[]): Pick<WorkSearch, 'view' | 'sort'> {
  const view = possible.find((one) => one === given['view']);
  const sort = sorts.flatMap((one) => [one, `-${one}`] as const).find((one) => one === given['sort']);
  return { ...(view !== undefined && { view }), ...(sort !== undefined && { sort }) };
}

const filtersIn = (given: Given, possible: readonly Filter[]) =>
  Object.fromEntries(
    possible.flatMap((name) => {
      const value = given[name];
      return typeof value === 'string' && word.test(value) && isPossible(name, value)
        ? [[name, value] as const]
        : [];
    }),
  );

/** Filters that are set. */
export const setFilters = (search: WorkSearch): readonly (readonly [Filter, string])[] =>
  filters.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [[name, value] as const];
  });
