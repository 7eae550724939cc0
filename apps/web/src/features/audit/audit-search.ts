import { givenDay } from '../../language/days.js';

export const auditKinds = ['all', 'events', 'refusals', 'rules', 'reads'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What the part of all that is on record has. */
export const entryKinds = ['recorded', 'refused', 'looked'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What each part of the log can be narrowed by, in the order in which it is offered. */
export const facetsOf = {
  all: ['kinds', 'actor'],
  events: ['type', 'actor', 'role'],
  refusals: ['code', 'command', 'actor', 'role'],
  rules: ['guard', 'type', 'actor', 'role'],
  reads: ['actor', 'operation', 'purpose', 'class'],
} as const satisfies Readonly<Record<AuditKind, readonly string[]>>;
export type FacetName = (typeof facetsOf)[AuditKind][number];

/** What the address of the log says: what of it is shown, what it is narrowed by, of which case, and of which days. */
export interface AuditSearch extends Readonly<Partial<Record<FacetName, string>>> {
  readonly kind?: AuditKind;
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
  /** The plot shows the chosen days alone. */
  readonly near?: true;
}

const name = /^[A-Za-z][\w-]{0,63}$/;
const patterns: Readonly<Record<FacetName, RegExp>> = {
  kinds: /^[a-z,]{6,40}$/,
  operation: /^[A-Za-z][\w -]{0,63}$/,
  actor: /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/,
  ...{ purpose: name, class: name, type: name, role: name, code: name, command: name, guard: name },
};
const caseId = /^[0-9a-f-]{36}$/;

const fitting = (given: unknown, pattern: RegExp): string | undefined =>
  typeof given === 'string' && pattern.test(given) ? given : undefined;

export function auditSearch(given: Readonly<Record<string, unknown>>): AuditSearch {
  const kind = auditKinds.find((one) => one === given['kind']);
  const names: readonly FacetName[] = facetsOf[kind ?? 'events'];
  const [from, to] = [givenDay(given['from']), givenDay(given['to'])];
  const isPeriod = from === undefined || to === undefined || from <= to;
  const said = {
    kind,
    ...Object.fromEntries(
      names.map((one) => {
        const value = fitting(given[one], patterns[one]);
        return [one, one === 'kinds' ? someKinds(value) : value];
      }),
    ),
    case: fitting(given['case'], caseId),
    ...(isPeriod && { from, to }),
    near: given['near'] === true && (from ?? to) !== undefined && isPeriod ? true : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The kinds that an address names. */
export const kindsIn = (text: string | undefined): readonly EntryKind[] => {
  const named = text?.split(',') ?? [];
  return entryKinds.filter((kind) => named.includes(kind));
};

/** All of them, or none, narrow nothing. */
function someKinds(text: string | undefined): string | undefined {
  const kinds = kindsIn(text);
  return kinds.length === 0 || kinds.length === entryKinds.length ? undefined : kinds.join(',');
}

/** The same log narrowed in another way; what is undefined narrows no more. */
export const withChange = (
  search: AuditSearch,
  change: { readonly [Name in keyof AuditSearch]: AuditSearch[Name] | undefined },
): AuditSearch => auditSearch({ ...search, ...change });

/** Another part of the log, narrowed by what both have. */
export const ofKind = (search: AuditSearch, kind: AuditKind): AuditSearch => auditSearch({ ...search, kind });

/** What of the facets is chosen. */
export const chosenIn = (search: AuditSearch): readonly (readonly [FacetName, string])[] =>
  facetsOf[search.kind ?? 'events'].flatMap((one: FacetName) => {
    const value = search[one];
    return value === undefined ? [] : [[one, value] as const];
  });
