import type { Command, Workflow } from '@safeconduct/workflow';

/** How far a command leads towards a state, by the chart alone. */
export interface Routes {
  /** How often a command is taken in a state, compared with others; 0 when the state does not accept it. */
  weight(command: Command, state: string, goal: string | undefined): number;
}

const leads = 40;
const stays = 6;
const leadsAway = 1;

/** The ways through a chart. Guards inside it are left out: a way that may be open counts as one. */
export function routesOf({ chart, commands }: Workflow): Routes {
  const targets = (command: Command, state: string): readonly string[] =>
    command.yields.flatMap((type) => chart.candidates(state, type).map(({ to }) => to));
  const all = [...commands.values()];
  const next = new Map(
    chart.leaves.map((leaf) => [leaf, new Set(all.flatMap((command) => targets(command, leaf)))]),
  );
  const distances = new Map<string, ReadonlyMap<string, number>>();
  const distancesTo = (goal: string) => {
    const known = distances.get(goal) ?? distancesFrom(goal, next);
    distances.set(goal, known);
    return known;
  };
  return {
    weight(command, state, goal) {
      const to = targets(command, state);
      if (to.length === 0) return 0;
      if (goal === undefined) return stays;
      if (to.every((one) => one === state)) return stays;
      const distance = distancesTo(goal);
      const isNearer = to.some((one) => (distance.get(one) ?? Infinity) < (distance.get(state) ?? Infinity));
      return isNearer ? leads : leadsAway;
    },
  };
}

/** How many steps each state is from the goal; states from which no way leads there are left out. */
function distancesFrom(
  goal: string,
  next: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, number> {
  const distance = new Map([[goal, 0]]);
  for (let steps = 1, grew = true; grew; steps += 1) {
    grew = false;
    for (const [state, targets] of next) {
      if (distance.has(state) || ![...targets].some((one) => distance.get(one) === steps - 1)) continue;
      distance.set(state, steps);
      grew = true;
    }
  }
  return distance;
}
