import type { WorkflowFile } from '../../api/queries.js';

export type Step = WorkflowFile['commands'][number];

type States = Pick<WorkflowFile, 'states'>;

const isWithin = (path: string, state: string): boolean => path === state || path.startsWith(`${state}.`);

/**
 * The states in which a step is possible, in the order of the procedure: one state in place of all that lie in it where
 * the step is possible in each of them.
 */
export function statesOfStep({ states }: States, command: string): readonly string[] {
  const leaves = states.filter(({ isLeaf }) => isLeaf);
  const accepts = (state: string): boolean =>
    leaves.every(({ path, commands }) => !isWithin(path, state) || commands.includes(command));
  const whole = states.map(({ path }) => path).filter(accepts);
  return whole.filter((path) => !whole.some((other) => other !== path && isWithin(path, other)));
}

interface Narrowed {
  readonly state?: string | undefined;
  readonly role?: string | undefined;
}

/** The steps that are possible somewhere in a state, and that a role may send or confirm. */
export function stepsOf(
  { states, commands }: Pick<WorkflowFile, 'states' | 'commands'>,
  { state, role }: Narrowed,
): readonly Step[] {
  const inside = states.filter(({ path }) => state === undefined || isWithin(path, state));
  const possible = new Set(inside.flatMap((one) => one.commands));
  return commands.filter(
    ({ command, roles, confirmedBy }) =>
      (state === undefined || possible.has(command)) &&
      (role === undefined || roles.includes(role) || confirmedBy?.includes(role) === true),
  );
}
