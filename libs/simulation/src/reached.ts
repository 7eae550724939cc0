import type { RecordedEvent } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';

/** Names of a workflow: the states that cases were in, the commands that were accepted, the deadlines that ran. */
export interface Reached {
  readonly states: readonly string[];
  readonly commands: readonly string[];
  readonly deadlines: readonly string[];
}

/** What a run came to, by what is recorded. */
export function reachedIn(log: readonly RecordedEvent[]): Reached {
  const events = log.filter(({ stream }) => stream.startsWith('case-'));
  const named = (name: string) => events.flatMap(({ metadata }) => metadata[name] ?? []);
  return {
    states: unique(named('state')),
    commands: unique(named('command')),
    deadlines: unique(named('due').flatMap((due) => Object.keys(JSON.parse(due) as object))),
  };
}

/** What several runs came to. */
export const reachedTogether = (runs: readonly Reached[]): Reached => ({
  states: unique(runs.flatMap(({ states }) => states)),
  commands: unique(runs.flatMap(({ commands }) => commands)),
  deadlines: unique(runs.flatMap(({ deadlines }) => deadlines)),
});

/** What of a workflow no run came to, in the order of its definition. */
export function neverReached(workflow: Workflow, { states, commands, deadlines }: Reached): Reached {
  const others = (all: Iterable<string>, found: readonly string[]) =>
    [...all].filter((name) => !found.includes(name));
  return {
    states: others(workflow.chart.leaves, states),
    commands: others(workflow.commands.keys(), commands),
    deadlines: others(Object.keys(workflow.deadlines), deadlines),
  };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
