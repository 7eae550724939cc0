/**
 * A chart as its author writes it; the model reads it anew, without the table that the engine compiles of it.
 */
export interface ModelState {
  readonly initial?: string;
  readonly states?: Readonly<Record<string, ModelState>>;
  readonly on?: Readonly<Record<string, unknown>>;
}

interface Way {
  readonly target?: string;
  readonly guard?: { test(facts: unknown, data: unknown, marks: Marks): boolean };
  readonly marks?: string;
}

/** The states that a case left, by the name under which the chart remembers them. */
type Marks = Readonly<Record<string, string>>;

/** Where a case is in its chart. */
export interface ModelPlace {
  readonly state: string;
  readonly marks: Marks;
}

/**
 * Where a case is after an event; `undefined` when it cannot follow. `before` is left out for the event that opens
 * a case.
 */
export function follow(
  chart: ModelState,
  before: (ModelPlace & { readonly facts: unknown }) | undefined,
  { type, data }: { readonly type: string; readonly data: unknown },
): ModelPlace | undefined {
  if (before === undefined) return { state: descend(chart, []), marks: {} };
  const { state, facts, marks } = before;
  const path = state.split('.');
  // The innermost state that has an enabled transition decides.
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const ways = waysOf(at(chart, path.slice(0, depth)).on?.[type]);
    const way = ways.find(({ guard }) => guard === undefined || guard.test(facts, data, marks));
    if (way === undefined) continue;
    return {
      state: way.target === undefined ? state : descend(chart, way.target.split('.')),
      marks: way.marks === undefined ? marks : { ...marks, [way.marks]: state },
    };
  }
  return undefined;
}

function descend(chart: ModelState, path: readonly string[]): string {
  const { initial, states } = at(chart, path);
  return states === undefined || initial === undefined
    ? path.join('.')
    : descend(chart, [...path, ...initial.split('.')]);
}

const at = (chart: ModelState, path: readonly string[]): ModelState =>
  path.reduce((state, name) => state.states?.[name] ?? {}, chart);

function waysOf(written: unknown): readonly Way[] {
  if (written === undefined) return [];
  if (typeof written === 'string') return [{ target: written }];
  return Array.isArray(written) ? (written as readonly Way[]) : [written as Way];
}
