import type { ChartState } from '../chart.js';
import { ancestry, pathOf, transitionsOf } from '../chart-states.js';
import { leafBelow } from '../compile-chart.js';
import type { EventSources } from '../event.js';

type State = ChartState<unknown, EventSources>;
export type States = ReadonlyMap<string, State>;

/** One transition as it is drawn. Paths are dotted; the chart as a whole is the empty one. */
export interface Move {
  readonly from: string;
  /** `undefined` when the event changes nothing. */
  readonly to: string | undefined;
  readonly event: string;
  readonly guard: string | undefined;
  /** States inside `from` that do not have it. */
  readonly except: readonly string[];
  /** States inside `to` that it leads to, when it is drawn to the group around them. */
  readonly into: readonly string[];
}

/** Every transition of a chart as it is written. */
export function movesOf(states: States): readonly Move[] {
  return [...states].flatMap(([from, { on }]) =>
    Object.entries(on ?? {}).flatMap(([event, entry]) =>
      transitionsOf(entry).map(({ target, guard }) => ({
        from,
        to: arrival(from, pathOf(target), states),
        event,
        guard: guard?.name,
        except: [],
        into: [],
      })),
    ),
  );
}

/** The states directly inside one. */
export function childrenOf(path: string, states: States): readonly string[] {
  return [...states.keys()].filter((other) => other !== '' && parentOf(other) === path);
}

/** The path of the state around one; empty at the top. */
export const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0));

export const isInside = (path: string, group: string): boolean =>
  group === '' ? path !== '' : path.startsWith(`${group}.`);

/**
 * Where an arrow ends. One that leads to a state around its own start is drawn to the leaf that is entered.
 */
function arrival(from: string, target: string | undefined, states: States): string | undefined {
  if (target === undefined) return undefined;
  const to = ancestry(from).includes(target) ? leafBelow(target, states) : target;
  return to === from ? undefined : to;
}
