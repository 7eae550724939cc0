import {
  compareText,
  decideAsConfirmed,
  needsSecondPerson,
  type DecidedEvent,
  type Instant,
  type Refusal,
} from '@safeconduct/workflow';
import { commandTime, type StepTime } from '../commands/command-time.js';
import { decide, refusedForCase, requestFor } from '../commands/decide.js';
import { readied, refused } from '../commands/handle.js';
import { heardUndecided } from '../commands/heard.js';
import { newestCase } from '../commands/load-case.js';
import type { ReadyCommand, ReadyPorts } from '../commands/pipeline.js';
import type { Refused, SentCommand } from '../commands/sent-command.js';
import type { DueDates } from '../events/envelope.js';
import type { CaseState } from '../history/case-state.js';
import type { Revision } from '../ports/event-store.js';
import { askWithoutSecond } from './ask-without-second.js';

/** What a command would lead to if it was sent now. */
export interface Foreseen {
  readonly foreseen: true;
  readonly caseId: string;
  readonly revision: Revision;
  /** The innermost states before and after it. */
  readonly from: string;
  readonly to: string;
  /** The types of the events that it would record. */
  readonly events: readonly string[];
  readonly deadlines: ChangedDeadlines;
  /** The roles of second persons for whom it would wait; `null` where it waits for nobody. */
  readonly secondPerson: readonly string[] | null;
}

/** How the deadlines of a case change. */
export interface ChangedDeadlines {
  readonly starts: readonly { readonly name: string; readonly dueAt: Instant }[];
  readonly moves: readonly { readonly name: string; readonly from: Instant; readonly to: Instant }[];
  readonly ends: readonly string[];
}

/**
 * Answers what `handleOrPropose` would answer, and records nothing: no event, no proposal, no refusal. The id of the command
 * is not looked at and stays unused. A step that needs a second person is foreseen as if one had confirmed it.
 */
export const dryRun = (ports: ReadyPorts, given: SentCommand): Promise<Foreseen | Refused> =>
  readied<Foreseen | Refused, ReadyPorts>(ports, given, (_ports, ready) =>
    foresee(ports, ready).catch((error: unknown) => heardUndecided(ports, ready, error)),
  );

async function foresee(ports: ReadyPorts, ready: ReadyCommand): Promise<Foreseen | Refused> {
  const { caseId, command, workflow, confirmed } = ready;
  const state = await newestCase(ports, caseId);
  const clockNow = ports.clock.now();
  const time = refusedForCase(ready, state) ?? commandTime(ready, state, clockNow);
  if ('code' in time) return refused(time, caseId);
  // `refusedForCase` refuses what is sent to no case, or opens one.
  if (state === undefined) return refused({ code: 'CASE_NOT_FOUND' });

  const waits = needsSecondPerson(command) && confirmed === undefined;
  const step = waits ? asIfConfirmed(ready, state, { time, clockNow }) : alone(ready, state, time);
  if ('code' in step) return refused(step, caseId);
  const { after } = step.events.at(-1) as DecidedEvent;
  return {
    ...{ foreseen: true, caseId, revision: state.revision, secondPerson: step.secondPerson },
    ...{ from: state.folded.state, to: after.state },
    events: step.events.map(({ type }) => type),
    deadlines: changedDeadlines(state.due, workflow.dueDates(after)),
  };
}

interface Step {
  readonly events: readonly DecidedEvent[];
  readonly secondPerson: readonly string[] | null;
}

function alone(ready: ReadyCommand, state: CaseState, time: StepTime): Step | Refusal {
  const decided = decide(ready, state, time);
  return 'code' in decided ? decided : { events: decided.decision.events, secondPerson: null };
}

function asIfConfirmed(
  ready: ReadyCommand,
  state: CaseState,
  { time, clockNow }: { readonly time: StepTime; readonly clockNow: Instant },
): Step | Refusal {
  const asked = askWithoutSecond(ready, state, clockNow);
  if ('code' in asked) return asked;
  const [role = ''] = asked.confirmableBy;
  const decision = decideAsConfirmed(ready.workflow, state.folded, requestFor(ready, time), role);
  if (!decision.accepted) return decision.refusal;
  return { events: decision.events, secondPerson: asked.confirmableBy };
}

function changedDeadlines(before: DueDates, after: DueDates): ChangedDeadlines {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
  const changes = names.map((name) => ({ name, from: before[name], to: after[name] }));
  return {
    starts: changes.flatMap(({ name, from, to }) =>
      from === undefined && to !== undefined ? [{ name, dueAt: to }] : [],
    ),
    moves: changes.flatMap(({ name, from, to }) =>
      from !== undefined && to !== undefined && from !== to ? [{ name, from, to }] : [],
    ),
    ends: changes.flatMap(({ name, to }) => (to === undefined ? [name] : [])),
  };
}
