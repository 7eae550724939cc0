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
  readonly guard?: { test(facts: unknown, data: unknown): boolean };
}

/**
 * The state after an event; `undefined` when it cannot follow. `before` is left out for the event that opens
 * a case.
 */
export function follow(
  chart: ModelState,
  before: { readonly state: string; readonly facts: unknown } | undefined,
  { type, data }: { readonly type: string; readonly data: unknown },
): string | undefined {
  if (before === undefined) return descend(chart, []);
  const path = before.state.split('.');
  // The innermost state that has an enabled transition decides.
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const ways = waysOf(at(chart, path.slice(0, depth)).on?.[type]);
    const way = ways.find(({ guard }) => guard === undefined || guard.test(before.facts, data));
    if (way !== undefined)
      return way.target === undefined ? before.state : descend(chart, way.target.split('.'));
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
