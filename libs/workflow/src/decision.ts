import { inRole, isIndependentOf, type Actor, type ActorInRole, type Confirmation } from './actor.js';
import { boundsIssue } from './bounds.js';
import { dateIssues } from './date-fields.js';
import type { Command, Workflow } from './define-workflow.js';
import type { NewFact } from './event.js';
import type { FactEvent, Folded } from './fold.js';
import { formIssues } from './form-issues.js';
import type { DecisionContext, GuardRecord } from './guard.js';
import { assertRecordable } from './recorded-shape.js';
import type { GuardRefusal, Issue, Refusal } from './refusal.js';
import type { Instant } from './time.js';

/** A command that is ready to be decided: its input is parsed, and its sender and second person are known. */
export interface CommandRequest {
  readonly command: Command;
  readonly input: unknown;
  readonly actor: Actor;
  readonly confirmation?: Confirmation<Actor> | undefined;
  /** The hash of this command's content, which a confirmation must have. Needed only with a confirmation. */
  readonly contentHash?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly now: Instant;
  /** The time that was said, where the step has to stand at a later one. */
  readonly saidAt?: Instant | undefined;
}

/** An event that may be recorded, with the state it leads to. */
export interface DecidedEvent extends NewFact {
  readonly after: Folded;
}

/** The persons of a step, each in the role that allowed it. */
export interface Persons {
  readonly actor: ActorInRole;
  readonly confirmation?: Confirmation | undefined;
}

export type Decision =
  | {
      readonly accepted: true;
      readonly events: readonly DecidedEvent[];
      readonly transcript: readonly GuardRecord[];
      readonly persons: Persons;
    }
  | { readonly accepted: false; readonly refusal: Refusal };

/**
 * Decides a command against the state of a case. Pure: this function alone decides what may happen; the
 * engine around it loads, records and answers. Asked in this order: roles, second person, state, dates, all guards,
 * the machine. A command that `establishes` a fact is not refused by a guard; the transcript says which ones fail. An actor who holds several roles acts in the first of them that the command lists.
 * @throws Error  the command is decided by no event at all, or by one whose data are not of its shape: a mistake
 *   of the workflow's author, not a refusal
 */
export function decideCommand(
  workflow: Workflow,
  before: Folded | undefined,
  request: CommandRequest,
): Decision {
  const persons = personsOf(request);
  if ('code' in persons) return { accepted: false, refusal: persons };
  const refusal = before === undefined ? undefined : refusedForState(workflow, before, request);
  if (refusal !== undefined) return { accepted: false, refusal };

  const { command } = request;
  const issues = command.alwaysHeard === true ? [] : dateIssues(command.input, request.input, request.now);
  if (issues.length > 0) return { accepted: false, refusal: { code: 'COMMAND_INVALID', issues } };

  const context = contextOf(before?.state ?? '', request, persons);
  const known = before?.facts ?? workflow.source.initialFacts;
  const asked = askGuards(command, known, context, () => true);
  if (asked.failed.length > 0 && command.establishes !== true)
    return {
      accepted: false,
      refusal: refusedByGuards(workflow, before, { ...request, failed: asked.failed }),
    };

  const decided = workflow.decide(command, known, context);
  if (decided.length === 0) throw new Error(`${workflow.name}: ${command.name} is decided by no event`);
  assertRecordable(workflow, command, decided);
  const facts = decided.map((fact) => factEvent(fact, request, persons));
  const events = accept(workflow, before, facts);
  return events === undefined
    ? { accepted: false, refusal: wrongState(workflow, before, request) }
    : { accepted: true, events, transcript: asked.transcript, persons };
}

/** Parses the input of a command. The issues name fields and rules, never a value, and are few. */
export function parseInput(
  command: Command,
  input: unknown,
): { input: unknown } | { issues: readonly Issue[] } {
  const fault = boundsIssue(input);
  if (fault !== undefined) return { issues: [fault] };
  const parsed = command.input.safeParse(input ?? {});
  return parsed.success
    ? { input: parsed.data }
    : { issues: formIssues(command.input, parsed.error, input ?? {}) };
}

/** Somebody whom no rule knows. */
export const nobody: ActorInRole = { id: '', role: '' };

type AskedBeforeForm = { readonly command: Command } & Pick<DecisionContext, 'now' | 'actor'>;

function failedBeforeForm(folded: Folded, { command, ...asked }: AskedBeforeForm): readonly GuardRefusal[] {
  if (command.establishes === true) return [];
  const context = { ...asked, state: folded.state, input: undefined };
  return askGuards(command, folded.facts, context, (guard) => guard.readsInput !== true).failed;
}

/**
 * The commands that people can send to a case now: its state accepts them, and no guard that needs no form refuses them.
 * Roles are not asked.
 */
export function possibleCommands(workflow: Workflow, folded: Folded, now: Instant): readonly string[] {
  return openCommands(workflow, folded.state).filter((name) => {
    const command = workflow.commands.get(name);
    if (command === undefined || !isOpenFor(workflow, command, folded)) return false;
    return failedBeforeForm(folded, { command, now, actor: nobody }).length === 0;
  });
}

/**
 * The commands whose events the current state accepts, as far as people send them. Derived from the chart,
 * never listed by hand. Each refusal asks for them, so they are derived once for each state of a definition.
 */
export function openCommands(workflow: Workflow, state: string): readonly string[] {
  const ofStates = openByState.get(workflow) ?? new Map<string, readonly string[]>();
  openByState.set(workflow, ofStates);
  const open = ofStates.get(state) ?? openCommandsIn(workflow, state);
  ofStates.set(state, open);
  return open;
}

const openByState = new WeakMap<Workflow, Map<string, readonly string[]>>();

function openCommandsIn(workflow: Workflow, state: string): readonly string[] {
  const bySystem = new Set(Object.values(workflow.deadlines).map(({ then }) => then));
  return [...workflow.commands.values()]
    .filter(({ name, opens }) => opens === undefined && !bySystem.has(name))
    .filter((command) => isOpenIn(workflow, command, state))
    .map(({ name }) => name);
}

/** Whether the chart hears one of the events of a command in a state, whatever the facts are. */
export function isOpenIn(workflow: Workflow, command: Command, state: string): boolean {
  return command.yields.some((eventType) => workflow.chart.candidates(state, eventType).length > 0);
}

/** The same for a case: a rule of the chart that takes the facts alone is asked as well. */
function isOpenFor(workflow: Workflow, command: Command, { state, facts }: Folded): boolean {
  return command.yields.some((eventType) =>
    workflow.chart
      .candidates(state, eventType)
      .some(({ guard }) => guard === undefined || guard.test.length > 1 || guard.test(facts, undefined)),
  );
}

/**
 * The sender and the second person, each in the role that allows the command, or the refusal of one of them.
 */
function personsOf({ command, actor, confirmation, contentHash }: CommandRequest): Persons | Refusal {
  const acting = inRole(actor, command.roles);
  if (acting === undefined) return notPermitted(command);
  const required = command.confirmedBy;
  if (confirmation === undefined) {
    if (required !== undefined) return { code: 'SECOND_PERSON_REQUIRED', requiredRoles: required };
    return { actor: acting };
  }
  // A second person that is named but not required is recorded too, so it must be another person with a known
  // role.
  const second = inRole(confirmation.by, required ?? confirmation.by.roles);
  // Nobody confirms their own step, whatever other roles they hold, nor that of a supervisor of theirs.
  const isValid = isIndependentOf(confirmation.by, actor) && confirmation.contentHash === contentHash;
  if (second !== undefined && isValid)
    return { actor: acting, confirmation: { ...confirmation, by: second } };
  // It needs no second person, so one who does not fit is no reason to refuse it.
  if (command.alwaysHeard === true) return { actor: acting };
  return { code: 'SECOND_PERSON_INVALID', ...(required && { requiredRoles: required }) };
}

export const notPermitted = ({ roles }: Command): Refusal => ({
  code: 'NOT_PERMITTED',
  requiredRoles: roles,
});

type Refused = Pick<CommandRequest, 'command' | 'now'>;

/** The refusal of a command that the chart does not hear now. */
export function refusedForState(workflow: Workflow, folded: Folded, refused: Refused): Refusal | undefined {
  return isOpenFor(workflow, refused.command, folded) ? undefined : wrongState(workflow, folded, refused);
}

function wrongState(workflow: Workflow, folded: Folded | undefined, refused: Refused): Refusal {
  if (folded === undefined) return { code: 'WRONG_STATE', openCommands: [workflow.opening.name] };
  return { code: 'WRONG_STATE', ...possibleInstead(workflow, folded, refused) };
}

/** The state of a case and what is possible there besides the command that was just refused. */
function possibleInstead(workflow: Workflow, folded: Folded, { command, now }: Refused) {
  const possible = possibleCommands(workflow, folded, now).filter((name) => name !== command.name);
  return { state: folded.state, openCommands: possible };
}

/** The refusal by guards that failed. */
export function refusedByGuards(
  workflow: Workflow,
  folded: Folded | undefined,
  { failed, ...refused }: Refused & { readonly failed: readonly GuardRefusal[] },
): Refusal {
  const where = folded && possibleInstead(workflow, folded, refused);
  return { code: 'COMMAND_REFUSED', refusals: failed, ...where };
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
    const record = { guard: guard.id, version: guard.version, inputs: verdict.inputs };
    transcript.push(verdict.ok ? record : { ...record, failed: verdict.code });
    if (!verdict.ok) failed.push({ guard: guard.id, code: verdict.code, inputs: verdict.inputs });
  }
  return { transcript, failed };
}

/** Runs the decided facts through the machine, one after the other; all are accepted or none. */
function accept(
  workflow: Workflow,
  before: Folded | undefined,
  facts: readonly FactEvent[],
): readonly DecidedEvent[] | undefined {
  const events: DecidedEvent[] = [];
  let folded = before;
  for (const fact of facts) {
    folded = workflow.fold.step(folded, fact);
    if (folded === undefined) return undefined;
    events.push({ type: fact.type, data: fact.data, after: folded });
  }
  return events;
}

function factEvent(
  fact: NewFact,
  { onBehalfOf, now, saidAt }: CommandRequest,
  { actor, confirmation }: Persons,
): FactEvent {
  return { ...fact, occurredAt: now, saidAt, actor, confirmation, onBehalfOf };
}

function contextOf(
  state: string,
  { input, onBehalfOf, now }: CommandRequest,
  { actor, confirmation }: Persons,
): DecisionContext {
  return { input, actor, confirmation, onBehalfOf, now, state };
}
