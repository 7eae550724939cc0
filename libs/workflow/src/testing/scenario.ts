import {
  decideCommand,
  hours,
  inputFaults,
  unlabelledFacts,
  parseInstant,
  parseInput,
  plus,
  inRole,
  nextRows,
  type Actor,
  type ActorInRole,
  type CommandSources,
  type Decision,
  type DefinedWorkflow,
  type EventOf,
  type EventSources,
  type FactEvent,
  type Folded,
  type Inputs,
  type Instant,
  type KeptRow,
  type RefusalCode,
  type Workflow,
} from '../index.js';
import { canonicalJson } from '../canonical-json.js';
import { faultsOf } from '../recorded-shape.js';
import { namedActor } from './named-actor.js';
import type { z } from 'zod';

/** A value and everything in it, readonly: what `as const` makes of a literal fits, lists included. */
type Fixed<Value> = Value extends object ? { readonly [K in keyof Value]: Fixed<Value[K]> } : Value;

type InputOf<C> = C extends { readonly input: infer S extends z.ZodType } ? Fixed<z.input<S>> : never;

/**
 * A recorded event of a scenario: its type and data, and when it happened if that is not one hour after the
 * last.
 */
export type Given<E extends EventSources> = Fixed<EventOf<E>> & {
  readonly at?: Instant;
  readonly by?: string;
  readonly confirmedBy?: string | undefined;
};

/** Who sends the command of a scenario, and when. The persons are named by their ids. */
export interface Sent {
  readonly by: string;
  readonly at?: string;
  readonly confirmedBy?: string;
  readonly onBehalfOf?: string;
}

/**
 * The outcome of a scenario, with the assertions an author needs. Each throws an error that has the actual
 * outcome.
 */
export interface Outcome<E extends EventSources> {
  readonly decision:
    Decision | { readonly accepted: false; readonly refusal: { readonly code: 'COMMAND_INVALID' } };
  /** The command is accepted and yields exactly these events. */
  thenEvents(...expected: readonly Fixed<EventOf<E>>[]): Outcome<E>;
  /** The command is accepted and leaves the case in this state, a dotted path. */
  thenState(expected: string): Outcome<E>;
  /** The command is refused with this code; for guards, with exactly these verdict codes. */
  thenRefused(code: RefusalCode, ...verdicts: readonly string[]): Outcome<E>;
}

const firstHour: Instant = '2025-01-01T00:00:00.000Z';

/**
 * Given events, when a command, then events or a refusal: the tests of a workflow author. The events are
 * folded by the machine itself, so a history that cannot happen is an error of the scenario. `actorOf` finds
 * the actor of an id; left out, the prefix of the id is the role: `clerk-1` is a clerk.
 */
export function scenarios<E extends EventSources, C extends CommandSources>(
  workflow: DefinedWorkflow<E, C>,
  actorOf: (id: string) => Actor = namedActor,
) {
  const about: About<E, C> = { workflow, actorOf };
  return {
    given: (...history: readonly Given<E>[]) => ({
      when: <Name extends keyof C & string>(name: Name, input: InputOf<C[Name]>, sent: Sent): Outcome<E> =>
        outcome<E>(decideIn(about, fold(about, history), { name, input, sent })),
      /** The state the history leads to. */
      state: (): Folded | undefined => fold(about, history).folded,
      /** The rows that a view of the workflow has of the case; null where a value is absent. */
      rows: (view: string): readonly KeptRow[] => rowsOf(workflow, view, fold(about, history).events),
    }),
  };
}

interface About<E extends EventSources, C> {
  readonly workflow: DefinedWorkflow<E, C>;
  readonly actorOf: (id: string) => Actor;
}

interface Past {
  readonly folded: Folded | undefined;
  readonly events: readonly FactEvent[];
  readonly now: Instant;
}

function fold<E extends EventSources, C>(
  { workflow, actorOf }: About<E, C>,
  history: readonly Given<E>[],
): Past {
  let folded: Folded | undefined;
  let now = firstHour;
  const events: FactEvent[] = [];
  const named = (id: string) => firstRole(actorOf(id));
  for (const given of history) {
    now = given.at === undefined ? plus(now, hours(1)) : utc(given.at);
    const event: FactEvent = {
      type: given.type,
      data: given.data,
      occurredAt: now,
      actor: named(given.by ?? 'sys-given'),
      confirmation: given.confirmedBy === undefined ? undefined : confirmed(named(given.confirmedBy), now),
    };
    const faults = faultsOf(workflow.events.get(given.type)?.schema, given.data);
    if (faults !== undefined) throw new Error(`given ${given.type}: its data have another shape (${faults})`);
    const next = workflow.fold.step(folded, event);
    if (next === undefined)
      throw new Error(`given ${given.type}: ${folded?.state ?? 'a new case'} does not accept it`);
    folded = next;
    events.push(event);
  }
  return { folded, now, events };
}

function rowsOf(workflow: Workflow, name: string, events: readonly FactEvent[]): readonly KeptRow[] {
  const view = workflow.views.get(name);
  if (view === undefined) throw new Error(`${workflow.name} has no view ${name}`);
  return events.reduce<readonly KeptRow[]>((rows, event) => nextRows(workflow, view, { rows, event }), []);
}

function decideIn<E extends EventSources, C>(
  { workflow, actorOf }: About<E, C>,
  { folded, now }: Past,
  { name, input, sent }: { readonly name: string; readonly input: unknown; readonly sent: Sent },
): Outcome<E>['decision'] {
  const command = workflow.commands.get(name);
  if (command === undefined) throw new Error(`${workflow.name} has no command ${name}`);
  const parsed = parseInput(command, input);
  if ('issues' in parsed)
    return { accepted: false, refusal: { code: 'COMMAND_INVALID', issues: parsed.issues } as never };
  const at = sent.at === undefined ? plus(now, hours(1)) : utc(sent.at);
  const decision = decideCommand(workflow, folded, {
    command,
    input: parsed.input,
    actor: actorOf(sent.by),
    confirmation: sent.confirmedBy === undefined ? undefined : confirmed(actorOf(sent.confirmedBy), at),
    contentHash,
    onBehalfOf: sent.onBehalfOf ?? (command.onBehalf ? 'subject' : undefined),
    now: at,
  });
  const asked = decision.accepted ? decision.transcript : (decision.refusal.refusals ?? []);
  for (const { guard, inputs } of asked) assertShown(workflow, guard, inputs);
  if (decision.accepted) for (const { after } of decision.events) assertLabelled(workflow, after);
  return decision;
}

/** What a guard looked at is shown to people, so a value that would be shown raw is an error of the workflow. */
function assertShown(workflow: Workflow, guard: string, inputs: Inputs): void {
  const [fault] = inputFaults(workflow, inputs);
  if (fault !== undefined) throw new Error(`${guard} looked at what nobody can read: ${fault}`);
}

/** A case shows its facts, so one that is not in their shape is an error of the workflow. */
function assertLabelled({ source }: Workflow, { facts }: Folded): void {
  const [path] = unlabelledFacts(source, facts);
  if (path !== undefined) throw new Error(`the fact ${path} is not in the shape 'facts'; add it there`);
}

function outcome<E extends EventSources>(decision: Outcome<E>['decision']): Outcome<E> {
  const self: Outcome<E> = {
    decision,
    thenEvents(...expected) {
      const found = accepted(decision).map(({ type, data }) => ({ type, data }));
      if (!sameJson(found, expected)) throw different('events', expected, found);
      return self;
    },
    thenState(expected) {
      const found = accepted(decision).at(-1)?.after.state;
      if (found !== expected) throw different('state', expected, found);
      return self;
    },
    thenRefused(code, ...verdicts) {
      if (decision.accepted)
        throw different(
          'refusal',
          code,
          decision.events.map(({ type }) => type),
        );
      const refusal = decision.refusal as { code: string; refusals?: readonly { code: string }[] };
      const codes = (refusal.refusals ?? []).map((failed) => failed.code);
      if (refusal.code !== code || (verdicts.length > 0 && !sameJson(codes, verdicts))) {
        throw different('refusal', [code, ...verdicts], refusal);
      }
      return self;
    },
  };
  return self;
}

function accepted(decision: Outcome<EventSources>['decision']) {
  if (!decision.accepted) throw different('an accepted command', 'accepted', decision.refusal);
  return decision.events;
}

const firstRole = (actor: Actor): ActorInRole => inRole(actor, actor.roles) ?? { id: actor.id, role: '' };

// The second person of a scenario always confirms exactly the command that is sent.
const contentHash = 'content';
const confirmed = <By>(by: By, at: Instant) => ({ by, at, contentHash });

function utc(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is not a time with its zone`);
  return instant;
}

const different = (what: string, expected: unknown, found: unknown) =>
  new Error(`expected ${what} ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);

// Event data is JSON, so two events are the same when their canonical JSON is.
const sameJson = (left: unknown, right: unknown) => canonicalJson(left) === canonicalJson(right);
