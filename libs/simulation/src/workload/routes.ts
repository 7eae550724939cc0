import type { Command, CompiledChart, Workflow } from '@safeconduct/workflow';

/** The distances between states, and which commands shorten them, by the chart alone. */
export interface Routes {
  /** The distance of a state from the initial state. */
  depth(state: string): number;
  isNearer(state: string, than: string, goal: string): boolean;
  /** Whether a command may lead from a state to one that is nearer to the goal. */
  leads(command: Command, state: string, goal: string): boolean;
  /** Whether a state accepts an event of a command. */
  accepts(state: string, command: Command): boolean;
  /** How often a command is taken in a state, compared with others; 0 when the state does not accept it. */
  weight(command: Command, state: string, goal: string | undefined): number;
}

const weights = { leads: 40, stays: 6, leadsAway: 1 };

/** The routes through a chart, computed from the chart alone. */
export function routesOf({ chart, commands }: Workflow): Routes {
  const targets = (command: Command, state: string): readonly string[] =>
    command.yields.flatMap((type) => chart.candidates(state, type).map(({ to }) => to));
  const all = [...commands.values()];
  const ways = all.flatMap((command) => chart.leaves.flatMap((from) => routesFrom(chart, command, from)));
  const distances = new Map<string, ReadonlyMap<string, number>>();
  const distancesTo = (goal: string) => {
    const known = distances.get(goal) ?? distancesFrom(goal, ways);
    distances.set(goal, known);
    return known;
  };
  const isNearer = (state: string, than: string, goal: string): boolean => {
    const distance = distancesTo(goal);
    return (distance.get(state) ?? Infinity) < (distance.get(than) ?? Infinity);
  };
  const leads = (command: Command, state: string, goal: string): boolean =>
    targets(command, state).some((one) => isNearer(one, state, goal));
  return {
    depth: (state) => distancesTo(state).get(chart.initial) ?? 0,
    isNearer,
    leads,
    accepts: (state, command) => targets(command, state).length > 0,
    weight(command, state, goal) {
      const to = targets(command, state);
      if (to.length === 0) return 0;
      if (goal === undefined || to.every((one) => one === state)) return weights.stays;
      return leads(command, state, goal) ? weights.leads : weights.leadsAway;
    },
  };
}

interface Route {
  readonly from: string;
  readonly to: string;
  readonly length: number;
}

/** What a way on from the end of a case counts: a case seldom goes on there, so it is no short cut. */
const beyondEnd = 20;
/** What a way counts of an event that mostly leaves the case where it is, such as the decision of an appeal. */
const exception = 100;

/**
 * Where the facts decide between several transitions of an event, each counts as long, because it is seldom
 * taken.
 */
const routesFrom = (chart: CompiledChart, { yields }: Command, from: string): readonly Route[] =>
  yields.flatMap((type) => {
    const among = chart.candidates(from, type);
    const mostlyStays = among.length > 1 && among.some(({ to }) => to === from);
    const extra = (chart.ends.has(from) ? beyondEnd : 0) + (mostlyStays ? exception : 0);
    return among.map(({ to }) => ({ from, to, length: among.length ** 2 + extra }));
  });

/** The distance of each state from the goal; states that cannot reach it are left out. */
function distancesFrom(goal: string, ways: readonly Route[]): ReadonlyMap<string, number> {
  const distance = new Map([[goal, 0]]);
  for (let grew = true; grew;) {
    grew = false;
    for (const { from, to, length } of ways) {
      const over = (distance.get(to) ?? Infinity) + length;
      if (over >= (distance.get(from) ?? Infinity)) continue;
      distance.set(from, over);
      grew = true;
    }
  }
  return distance;
}
