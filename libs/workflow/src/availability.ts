import { inRole, type Actor, type ActorInRole } from './actor.js';
import { isOpenIn, nobody, notPermitted, refusedByGuards, refusedForState } from './decision.js';
import type { Command, Workflow } from './define-workflow.js';
import type { Folded } from './fold.js';
import type { Inputs } from './guard.js';
import type { Refusal } from './refusal.js';
import type { Instant } from './time.js';

/** A command of a case at one moment, before its form is filled in: whether it is open, and what that depends on. */
export interface Availability {
  readonly command: string;
  readonly open: boolean;
  /** Why it is not open; left out when it is. */
  readonly refusal?: Refusal;
  /** The actor holds a role that may send it. Without an actor it is true. */
  readonly permitted: boolean;
  /** The chart accepts one of its events in this state, with these facts. */
  readonly possibleHere: boolean;
  /** Every guard of the command, in its order. */
  readonly guards: readonly AskedGuard[];
}

/** A guard as it was asked before the form. */
export interface AskedGuard {
  readonly guard: string;
  readonly version: number;
  /** `null`: it reads the form, so it is asked when the command is sent. */
  readonly holds: boolean | null;
  /** The code with which it fails; `null` where it does not. */
  readonly code: string | null;
  readonly inputs: Inputs;
}

/** When somebody asks, and who: without an actor the roles are not checked. */
interface Asking {
  readonly now: Instant;
  readonly actor?: Actor | undefined;
}

/**
 * Every command of a workflow but the opening one: open, or why not, with each guard. A reading of what `decideCommand` would
 * decide. What is not possible now says so to everybody; `NOT_PERMITTED` is what is possible, and for another role. Guards are
 * asked in every state, so that they also say what is missing for a later one.
 */
export const availability = (workflow: Workflow, folded: Folded, asking: Asking): readonly Availability[] =>
  [...workflow.commands.values()]
    .filter((command) => command.opens === undefined)
    .map((command) => availabilityOf(workflow, folded, { ...asking, command }));

function availabilityOf(
  workflow: Workflow,
  folded: Folded,
  { command, now, actor }: Asking & { readonly command: Command },
): Availability {
  const acting = actor === undefined ? nobody : inRole(actor, command.roles);
  const guards = askedGuards(command, folded, { now, actor: acting ?? nobody });
  const unheard = refusedForState(workflow, folded, { command, now });
  const refusal =
    unheard ??
    refusedBeforeForm(workflow, folded, { command, now, guards }) ??
    (acting === undefined ? notPermitted(command) : undefined);
  return {
    command: command.name,
    open: refusal === undefined,
    ...(refusal && { refusal }),
    permitted: acting !== undefined,
    possibleHere: unheard === undefined,
    guards,
  };
}

function askedGuards(
  { guards }: Command,
  { facts, state }: Folded,
  asking: { readonly now: Instant; readonly actor: ActorInRole },
): readonly AskedGuard[] {
  return guards.map((guard) => {
    const { id, version, readsInput } = guard;
    if (readsInput === true) return { guard: id, version, holds: null, code: null, inputs: {} };
    const verdict = guard.ask(facts, { ...asking, state, input: undefined });
    return {
      guard: id,
      version,
      holds: verdict.ok,
      code: verdict.ok ? null : verdict.code,
      inputs: verdict.inputs,
    };
  });
}

/** The refusal by the guards that need no form; none of a command that `establishes` a fact. */
function refusedBeforeForm(
  workflow: Workflow,
  folded: Folded,
  { command, now, guards }: { command: Command; now: Instant; guards: readonly AskedGuard[] },
): Refusal | undefined {
  if (command.establishes === true) return undefined;
  const failed = guards.flatMap(({ guard, code, inputs }) =>
    code === null ? [] : [{ guard, code, inputs }],
  );
  return failed.length === 0 ? undefined : refusedByGuards(workflow, folded, { command, now, failed });
}

/** Whether only the system sends a command, when a deadline has passed. */
export const isBySystem = ({ deadlines }: Pick<Workflow, 'deadlines'>, command: string): boolean =>
  Object.values(deadlines).some(({ then }) => then === command);

/**
 * The states in which the chart can hear a command, derived once. Where it is heard in all of the states inside another
 * one, that one stands for them.
 */
export function statesThatHear(workflow: Workflow, command: Command): readonly string[] {
  const known = heardIn.get(command);
  if (known !== undefined) return known;
  const { leaves } = workflow.chart;
  const heard = new Set([...leaves].filter((leaf) => isOpenIn(workflow, command, leaf)));
  const outermost = new Set<string>();
  for (const leaf of heard) {
    const parts = leaf.split('.');
    const paths = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    const whole = paths.find((path) => [...leaves].every((one) => !isWithin(path, one) || heard.has(one)));
    outermost.add(whole ?? leaf);
  }
  heardIn.set(command, [...outermost]);
  return [...outermost];
}

const isWithin = (path: string, leaf: string): boolean => leaf === path || leaf.startsWith(`${path}.`);

const heardIn = new WeakMap<Command, readonly string[]>();
