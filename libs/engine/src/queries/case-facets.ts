import { compareText, identityForm, readTags, type Workflow } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { AskedTags, CaseGroup, VisibleCases } from '../ports/view-queries.js';
import { hasTags, isInFilter, isRunning, pathsTo } from '../projections/case-cell.js';
import { leavesAsked, runningAsked } from './case-filter.js';
import { checkNames } from './check-names.js';
import type { CaseSearch, CasesRequest } from './queries.js';
import { tallied, type Countable, type FacetValue } from './tallied.js';

/**
 * How many cases a search would find with each value in place of the one it asks for. The most frequent values come first;
 * states by their paths, each with its sub-states.
 */
export interface CaseFacets {
  readonly states: readonly FacetValue[];
  readonly places: readonly FacetValue[];
  readonly outcomes: readonly FacetValue[];
  /** Whether the procedure goes on. */
  readonly open: readonly FacetValue<boolean>[];
  /** Null: nobody. */
  readonly assignees: readonly FacetValue<string | null>[];
  /** Names of deadlines that run. A case in which several run is counted with each. */
  readonly deadlines: readonly FacetValue[];
  /** The roles that have to act by them. */
  readonly roles: readonly FacetValue[];
  /** Codes, by tag. */
  readonly tags: Readonly<Record<string, readonly FacetValue[]>>;
}

export interface CaseFacetsRequest extends CasesRequest {
  /** The cases that a reader sees who is told what a search says of them; left out: all. */
  readonly visibleFor?: ((search: CaseSearch) => VisibleCases | undefined) | undefined;
}

/** The groups of the cases that a search finds. */
export type GroupsOf = (search: CaseSearch) => Promise<readonly CaseGroup[]>;

/**
 * Counts groups of cases, and looks at no case: what a facet narrows by is the same in all cases of a group.
 * @throws UnknownNameError
 */
export async function caseFacets(
  register: Register,
  groupsOf: GroupsOf,
  { search, moment, visibleFor }: CaseFacetsRequest,
): Promise<CaseFacets> {
  checkNames(register, {
    ...search,
    state: search.states,
    role: search.waitingOn,
    deadline: search.deadline,
  });
  const conditions = conditionsOf(register, search);
  const asked = groupsShowing(groupsOf, { search, visibleFor });
  const facet = async <Value extends Countable>(
    name: string,
    valuesIn: (group: CaseGroup) => readonly Value[],
    shown: readonly string[] = Object.keys(search.tags ?? {}),
  ): Promise<readonly FacetValue<Value>[]> => {
    const others = conditions.filter((condition) => condition.name !== name);
    const groups = (await asked(shown)).filter((group) => others.every(({ fits }) => fits(group)));
    return tallied(groups, valuesIn, ({ cases }) => cases);
  };
  const tags: Record<string, readonly FacetValue[]> = {};
  for (const tag of tagsOf(register, search)) {
    const shown = [...new Set([...Object.keys(search.tags ?? {}), tag])];
    tags[tag] = await facet(tagName(tag), ({ cell }) => [readTags(cell.tags)[tag] ?? []].flat(), shown);
  }
  const isOpen = openIn(register);
  const states = await facet('state', ({ cell }) => pathsTo(cell.leaf));
  return {
    states: states.toSorted((one, other) => compareText(one.value, other.value)),
    places: await facet('place', ({ cell }) => given(cell.place)),
    outcomes: await facet('outcome', ({ cell }) => given(cell.outcome)),
    open: await facet('open', ({ cell }) => isOpen(cell)),
    // Nobody knows whose a case was.
    assignees: moment === undefined ? await facet('assignee', ({ assignee }) => [assignee]) : [],
    deadlines: await facet('deadline', ({ cell }) => cell.running),
    roles: await facet('waitingOn', ({ cell }) => rolesOf(register.get(cell.workflow), cell.running)),
    tags,
  };
}

interface Condition {
  readonly name: string;
  readonly fits: (group: CaseGroup) => boolean;
}

const tagName = (tag: string): string => `tag:${tag}`;

/** What a search asks of cells and officers, each by itself. */
function conditionsOf(register: Register, search: CaseSearch): readonly Condition[] {
  const { states, place, outcome, open, tags = {}, assignee, waitingOn, deadline } = search;
  const leaves = leavesAsked(register, open);
  const officer = typeof assignee === 'string' ? identityForm(assignee) : assignee;
  const [waiting, running] = [{ waitingOn }, { deadline }].map((one) => runningAsked(register, one));
  return [
    { name: 'state', fits: ({ cell }) => isInFilter(cell, { states }) },
    { name: 'place', fits: ({ cell }) => isInFilter(cell, { place }) },
    { name: 'open', fits: ({ cell }) => isInFilter(cell, { leaves }) },
    { name: 'outcome', fits: ({ cell }) => isInFilter(cell, { outcome }) },
    { name: 'assignee', fits: (group) => officer === undefined || group.assignee === officer },
    { name: 'waitingOn', fits: ({ cell }) => isRunning(cell, waiting) },
    { name: 'deadline', fits: ({ cell }) => isRunning(cell, running) },
    ...Object.entries(tags).map(([tag, codes]) => ({
      name: tagName(tag),
      fits: ({ cell }: CaseGroup) => hasTags(cell.tags, { [tag]: codes }),
    })),
  ];
}

/**
 * The groups that a search finds without what facets narrow by, of the cases in which the reader sees some tags. Those of
 * several tags are often the same and read once.
 */
function groupsShowing(
  groupsOf: GroupsOf,
  { search, visibleFor }: Pick<CaseFacetsRequest, 'search' | 'visibleFor'>,
): (tags: readonly string[]) => Promise<readonly CaseGroup[]> {
  const base: CaseSearch = { ...search, ...notNarrowed };
  const known = new Map<string, Promise<readonly CaseGroup[]>>();
  return (shown) => {
    const tags: AskedTags = Object.fromEntries(shown.map((tag) => [tag, []]));
    const visible = visibleFor?.({ ...base, tags });
    const key = JSON.stringify(visible ?? null);
    const found = known.get(key) ?? groupsOf({ ...base, visible });
    known.set(key, found);
    return found;
  };
}

const notNarrowed = {
  ...{ states: undefined, place: undefined, outcome: undefined, open: undefined, tags: undefined },
  ...{ assignee: undefined, waitingOn: undefined, deadline: undefined },
} as const;

/** Whether a case is open, as lists are narrowed to it. */
function openIn(register: Register): (cell: CaseGroup['cell']) => readonly boolean[] {
  const asked = [true, false].map((open) => ({ open, leaves: leavesAsked(register, open) }));
  return (cell) => asked.filter(({ leaves }) => isInFilter(cell, { leaves })).map(({ open }) => open);
}

const given = (text: string): readonly string[] => (text === '' ? [] : [text]);

const rolesOf = (workflow: Workflow | undefined, running: readonly string[]): readonly string[] =>
  running.flatMap((name) => workflow?.deadlines[name]?.role ?? []);

/** The tags that the workflows of a search declare. */
const tagsOf = (register: Register, { workflow }: CaseSearch): readonly string[] => [
  ...new Set(
    [...register.values()]
      .filter(({ name }) => workflow === undefined || name === workflow)
      .flatMap(({ source }) => Object.keys(source.tags ?? {})),
  ),
];
