import type { z } from 'zod';
import type { Command, Workflow } from './define-workflow.js';
import type { NewFact } from './event.js';
import type { FactEvent, Folded } from './fold.js';
import type { Actor, DecisionContext, GuardRecord } from './guard.js';
import type { GuardRefusal, Issue, Refusal } from './refusal.js';
import type { Instant } from './time.js';

/** A command that is ready to be decided: its input is parsed and the actors' roles are known. */
export interface CommandRequest {
  readonly command: Command;
  readonly input: unknown;
  readonly actor: Actor;
  readonly confirmedBy?: Actor | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly now: Instant;
}

/** An event that may be recorded, with the state it leads to. */
export interface DecidedEvent extends NewFact {
  readonly after: Folded;
}

export type Decision =
  | {
      readonly accepted: true;
      readonly events: readonly DecidedEvent[];
      readonly transcript: readonly GuardRecord[];
    }
  | { readonly accepted: false; readonly refusal: Refusal };

/** Why a command is not open at this moment, before its form is filled in; `undefined` when it is. */
export interface Availability {
  readonly command: string;
  readonly open: boolean;
  readonly refusal?: Refusal;
}

/**
 * Decides a command against the state of a case. Pure: this is the whole of what may happen and why not; the engine
 * around it loads, records and answers. Asked in this order: roles, second person, state, all guards, the machine.
 * @throws Error  the command is decided by no event at all: a mistake of the workflow's author, not a refusal
 */
export function decideCommand(
  workflow: Workflow,
  before: Folded | undefined,
  request: CommandRequest,
): Decision {
  const refusal =
    refusedForPersons(request) ??
    (before === undefined ? undefined : refusedForState(workflow, before, request.command));
  if (refusal !== undefined) return { accepted: false, refusal };

  const context = contextOf(before?.state ?? '', request);
  const facts = before?.facts ?? workflow.source.initialFacts;
  const asked = askGuards(request.command, facts, context, () => true);
  if (asked.failed.length > 0)
    return { accepted: false, refusal: refusedByGuards(workflow, before, asked.failed) };

  const decided = workflow.decide(request.command, facts, context);
  if (decided.length === 0)
    throw new Error(`${workflow.name}: ${request.command.name} is decided by no event`);
  const events = accept(workflow, before, decided, request);
  return events === undefined
    ? { accepted: false, refusal: wrongState(workflow, before) }
    : { accepted: true, events, transcript: asked.transcript };
}

/** Parses the input of a command. The issues name fields and rules, never what was typed. */
export function parseInput(
  command: Command,
  input: unknown,
): { input: unknown } | { issues: readonly Issue[] } {
  const parsed = command.input.safeParse(input ?? {});
  return parsed.success ? { input: parsed.data } : { issues: issuesOf(parsed.error) };
}

/** Every command of a workflow with open, or why not. Without an actor the roles are not asked. */
export function availability(
  workflow: Workflow,
  folded: Folded,
  { now, actor }: { readonly now: Instant; readonly actor?: Actor | undefined },
): readonly Availability[] {
  const context = { now, actor: actor ?? { id: '', role: '' }, state: folded.state, input: undefined };
  return [...workflow.commands.values()]
    .filter((command) => command.opens === undefined)
    .map((command) => {
      const { failed } = askGuards(command, folded.facts, context, (guard) => guard.readsInput !== true);
      const refusal =
        (actor === undefined ? undefined : refusedForRole(command, actor)) ??
        refusedForState(workflow, folded, command) ??
        (failed.length > 0 ? refusedByGuards(workflow, folded, failed) : undefined);
      return refusal === undefined
        ? { command: command.name, open: true }
        : { command: command.name, open: false, refusal };
    });
}

/**
 * The commands whose events the current state accepts, as far as people send them. Derived from the chart, never listed
 * by hand.
 */
export function openCommands(workflow: Workflow, state: string): readonly string[] {
  const bySystem = new Set(Object.values(workflow.deadlines).map(({ then }) => then));
  return [...workflow.commands.values()]
    .filter(({ name, opens }) => opens === undefined && !bySystem.has(name))
    .filter((command) => isOpenIn(workflow, command, state))
    .map(({ name }) => name);
}

function isOpenIn(workflow: Workflow, command: Command, state: string): boolean {
  return command.yields.some((eventType) => workflow.chart.candidates(state, eventType).length > 0);
}

function refusedForPersons({ command, actor, confirmedBy }: CommandRequest): Refusal | undefined {
  return refusedForRole(command, actor) ?? refusedForSecondPerson(command, actor, confirmedBy);
}

function refusedForRole(command: Command, actor: Actor): Refusal | undefined {
  return command.roles.includes(actor.role)
    ? undefined
    : { code: 'NOT_PERMITTED', requiredRoles: command.roles };
}

/** Two persons means two: nobody confirms their own step, whatever other role they have. */
function refusedForSecondPerson(
  command: Command,
  actor: Actor,
  confirmedBy: Actor | undefined,
): Refusal | undefined {
  const roles = command.confirmedBy;
  if (roles === undefined) {
    // Nobody is needed; but who is named as one is recorded as one, so it must be another person of a known role.
    const isOne = confirmedBy === undefined || (confirmedBy.id !== actor.id && confirmedBy.role !== '');
    return isOne ? undefined : { code: 'SECOND_PERSON_INVALID' };
  }
  if (confirmedBy === undefined) return { code: 'SECOND_PERSON_REQUIRED', requiredRoles: roles };
  const valid = confirmedBy.id !== actor.id && roles.includes(confirmedBy.role);
  return valid ? undefined : { code: 'SECOND_PERSON_INVALID', requiredRoles: roles };
}

function refusedForState(workflow: Workflow, folded: Folded, command: Command): Refusal | undefined {
  return isOpenIn(workflow, command, folded.state) ? undefined : wrongState(workflow, folded);
}

function wrongState(workflow: Workflow, folded: Folded | undefined): Refusal {
  if (folded === undefined) return { code: 'WRONG_STATE', openCommands: [workflow.opening.name] };
  return { code: 'WRONG_STATE', state: folded.state, openCommands: openCommands(workflow, folded.state) };
}

function refusedByGuards(
  workflow: Workflow,
  folded: Folded | undefined,
  refusals: readonly GuardRefusal[],
): Refusal {
  const where = folded && { state: folded.state, openCommands: openCommands(workflow, folded.state) };
  return { code: 'COMMAND_REFUSED', refusals, ...where };
}

function askGuards(
  command: Command,
  facts: unknown,
  context: DecisionContext,
  isAsked: (guard: Command['guards'][number]) => boolean,
): { readonly transcript: readonly GuardRecord[]; readonly failed: readonly GuardRefusal[] } {
  const transcript: GuardRecord[] = [];
  const failed: GuardRefusal[] = [];
  for (const guard of command.guards) {
    if (!isAsked(guard)) continue;
    const verdict = guard.ask(facts, context);
    if (verdict.ok) transcript.push({ guard: guard.id, version: guard.version, inputs: verdict.inputs });
    else failed.push({ guard: guard.id, code: verdict.code, inputs: verdict.inputs });
  }
  return { transcript, failed };
}

/** Runs the decided facts through the machine, one after the other; all are accepted or none. */
function accept(
  workflow: Workflow,
  before: Folded | undefined,
  facts: readonly NewFact[],
  request: CommandRequest,
): readonly DecidedEvent[] | undefined {
  const events: DecidedEvent[] = [];
  let folded = before;
  for (const fact of facts) {
    folded = workflow.fold.step(folded, factEvent(fact, request));
    if (folded === undefined) return undefined;
    events.push({ ...fact, after: folded });
  }
  return events;
}

function factEvent(fact: NewFact, { actor, confirmedBy, onBehalfOf, now }: CommandRequest): FactEvent {
  return { ...fact, occurredAt: now, actor, confirmedBy, onBehalfOf };
}

function contextOf(
  state: string,
  { input, actor, confirmedBy, onBehalfOf, now }: CommandRequest,
): DecisionContext {
  return { input, actor, confirmedBy, onBehalfOf, now, state };
}

function issuesOf(error: z.ZodError): readonly Issue[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    // The message for an unknown field would repeat its name, which is whatever was typed.
    message: issue.code === 'unrecognized_keys' ? 'has a field that is not known' : issue.message,
  }));
}
