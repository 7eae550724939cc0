import { didYouMean, nearestOf, refusalCodes, type Workflow } from '@safeconduct/workflow';
import { EngineError } from '../errors.js';
import type { Register } from '../events/case-event.js';
import type { AskedTags } from '../ports/view-queries.js';
import { pathsTo } from '../projections/case-cell.js';

/** What a query can be narrowed by and a definition names. */
export const nameKinds = [
  ...(['workflow', 'state', 'earlierState', 'movedState', 'place', 'outcome'] as const),
  ...(['role', 'deadline', 'type', 'code', 'guard'] as const),
] as const;
export type NameKind = (typeof nameKinds)[number];
type Kind = NameKind | 'column' | 'tag' | 'tagCode' | 'purpose' | 'dataClass' | 'operation';

const kindsOfState: ReadonlySet<Kind> = new Set(['state', 'earlierState', 'movedState']);

const shownMax = 20;
const plainName = /^[A-Za-z][A-Za-z0-9._-]{0,59}$/;

/** A query is narrowed by a name that no definition has. Without this error the answer would be that there is nothing. */
export class UnknownNameError extends EngineError {
  readonly code = 'UNKNOWN_NAME';
  constructor(
    readonly kind: Kind,
    given: string,
    /** The name that was probably meant. */
    readonly nearest: string | undefined,
    /** The names that there are. */
    readonly known: readonly string[],
  ) {
    const called = plainName.test(given) ? given : 'that';
    const more = known.length > shownMax ? ', …' : '';
    super(
      `no ${words[kind]} is called ${called}${didYouMean(nearest)}; there are ${known.slice(0, shownMax).join(', ')}${more}`,
    );
  }
}

const words: Readonly<Record<Kind, string>> = {
  workflow: 'workflow',
  state: 'state',
  place: 'facility',
  earlierState: 'state',
  movedState: 'innermost state',
  outcome: 'outcome',
  role: 'role',
  deadline: 'deadline',
  type: 'event',
  code: 'refusal code',
  guard: 'rule',
  column: 'column',
  tag: 'tag',
  tagCode: 'code of that tag',
  purpose: 'purpose',
  dataClass: 'data class',
  operation: 'operation',
};

const statesOf = ({ chart }: Workflow): readonly string[] => chart.leaves.flatMap(pathsTo);

/** The names of each kind in one workflow; `undefined` where its author does not declare them. */
const namesIn: Readonly<
  Record<Exclude<NameKind, 'workflow'>, (workflow: Workflow) => readonly string[] | undefined>
> = {
  state: statesOf,
  earlierState: statesOf,
  movedState: ({ chart }) => chart.leaves,
  place: ({ source }) => source.places,
  outcome: ({ source }) => source.outcomes,
  role: ({ roles }) => roles,
  deadline: ({ deadlines }) => Object.keys(deadlines),
  type: ({ events }) => [...events.keys()],
  code: () => refusalCodes,
  guard: ({ commands }) => [...commands.values()].flatMap(({ guards }) => guards.map(({ id }) => id)),
};

/** One name, or several. */
type Asked = string | readonly string[] | undefined;

/**
 * Checks the names in a filter against the definitions: those of `filter.workflow`, else those of all workflows.
 * @throws UnknownNameError  none of them has such a name
 */
export function checkNames(
  register: Register,
  filter: Readonly<Partial<Record<NameKind, Asked>>> & { readonly tags?: AskedTags | undefined },
): void {
  const { workflow, tags = {}, ...others } = filter;
  if (typeof workflow === 'string') mustBeKnown('workflow', workflow, { known: [...register.keys()] });
  const among = [...register.values()].filter(({ name }) => workflow === undefined || name === workflow);
  for (const kind of nameKinds) {
    if (kind === 'workflow') continue;
    const known = among.map(namesIn[kind]);
    if (known.includes(undefined)) continue;
    const all = [...new Set(known.flatMap((names) => names ?? []))];
    for (const given of [others[kind] ?? []].flat()) {
      const nameNow = kindsOfState.has(kind) ? stateNow(among, given) : undefined;
      mustBeKnown(kind, given, { known: all, nameNow });
    }
  }
  checkTags(among, tags);
}

function checkTags(workflows: readonly Workflow[], asked: AskedTags): void {
  const lists = workflows.map(({ source }) => source.tags ?? {});
  for (const [tag, codes] of Object.entries(asked)) {
    mustBeKnown('tag', tag, { known: [...new Set(lists.flatMap((tags) => Object.keys(tags)))] });
    const known = [...new Set(lists.flatMap((tags) => tags[tag] ?? []))];
    for (const code of codes) mustBeKnown('tagCode', code, { known });
  }
}

/**
 * @param nameNow  what was called so in an earlier version
 * @throws UnknownNameError  it is none of the known names
 */
export function mustBeKnown(
  kind: Kind,
  given: string,
  { known, nameNow }: { readonly known: readonly string[]; readonly nameNow?: string | undefined },
): void {
  if (!known.includes(given))
    throw new UnknownNameError(kind, given, nameNow ?? nearestOf(given, known), known);
}

/** The name that a state has today which had this one before. */
const stateNow = (workflows: readonly Workflow[], former: string): string | undefined =>
  workflows.map(({ chart }) => chart.nameNow(former)).find((name) => name !== former);
