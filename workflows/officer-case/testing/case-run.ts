import {
  days,
  decideCommand,
  epochMsOf,
  hours,
  parseInput,
  plus,
  type Decision,
  type FactEvent,
  type Folded,
  type GuardRecord,
  type Instant,
} from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { officerCase } from '../index.js';
import { limits } from '../limits.js';
import { actorOf } from './actors.js';
import { samples, type CommandName } from './samples.js';

/** A recorded event, with the command that yielded it and the state after it. */
export interface Recorded extends FactEvent {
  readonly command: CommandName;
  readonly transcript: readonly GuardRecord[];
  readonly after: Folded<Facts>;
}

/** A case after some commands, as the engine would have recorded it. */
export interface CaseRun {
  readonly log: readonly Recorded[];
  readonly now: Instant;
  readonly folded: Folded<Facts> | undefined;
}

/** How a command is sent, where it differs from its sample. */
export interface Sending {
  /** Which of the sample's inputs; the usual one is 0. */
  readonly variant?: number;
  readonly input?: unknown;
  readonly by?: string;
  /** `null`: nobody confirms. */
  readonly confirmedBy?: string | null;
  readonly at?: Instant;
}

export type Answer = Decision | { readonly accepted: false; readonly invalid: true };

export const start: CaseRun = { log: [], now: '2025-01-01T06:00:00.000Z', folded: undefined };

/** How much later than the last step a command is sent, if not one hour: the cooling off, and the observation, have to be over. */
const longer: Partial<Record<CommandName, number>> = {
  AddToManifest: hours(25),
  VerifyRenunciation: days(90),
  DestroySubjectKey: limits.retention,
};

/** Sends one command and records its events. A refused command leaves the run as it was. */
export function send(
  run: CaseRun,
  name: CommandName,
  sending: Sending = {},
): { readonly answer: Answer; readonly run: CaseRun } {
  const now = sending.at ?? laterThan(run, name);
  const command = officerCase.commands.get(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const parsed = parseInput(command, inputFor(run, name, { ...sending, at: now }));
  if ('issues' in parsed) return { answer: { accepted: false, invalid: true }, run };
  const confirmedBy = sending.confirmedBy === undefined ? samples[name].confirmedBy : sending.confirmedBy;
  const onBehalfOf = command.onBehalf === true ? 'subject' : undefined;
  const answer = decideCommand(officerCase, run.folded, {
    ...{ command, input: parsed.input, onBehalfOf, now },
    actor: actorOf(sending.by ?? samples[name].by),
    confirmation: typeof confirmedBy === 'string' ? confirmed(actorOf(confirmedBy), now) : undefined,
    contentHash,
  });
  if (!answer.accepted) return { answer, run };
  const recorded = answer.events.map(({ type, data, after }) => ({
    ...{ type, data, occurredAt: now, ...answer.persons, onBehalfOf },
    ...{ command: name, transcript: answer.transcript, after: after as Folded<Facts> },
  }));
  const log = [...run.log, ...recorded];
  return { answer, run: { log, now, folded: recorded.at(-1)?.after } };
}

/** Commands in a row: each as its sample says, or with what differs from the sample. */
export type Steps = readonly (CommandName | readonly [CommandName, Sending])[];

/**
 * Sends commands that must all be accepted.
 * @throws Error  one was refused
 */
export function sendAll(steps: Steps, from: CaseRun = start): CaseRun {
  return steps.reduce<CaseRun>((run, step) => {
    const [name, sending] = typeof step === 'string' ? [step, undefined] : step;
    const { answer, run: next } = send(run, name, sending);
    if (!answer.accepted) {
      throw new Error(`${name} in ${run.folded?.state ?? 'a new case'}: ${JSON.stringify(answer)}`);
    }
    return next;
  }, from);
}

// The second person always confirms exactly the command that is sent.
const contentHash = 'content';
export const confirmed = <By>(by: By, at: Instant) => ({ by, at, contentHash });

function laterThan(run: CaseRun, name: CommandName): Instant {
  const due = dueFor(run, name);
  if (due !== undefined && due.dueAt > run.now) return due.dueAt;
  return run.folded === undefined ? run.now : plus(run.now, longer[name] ?? hours(1));
}

function inputFor(
  run: CaseRun,
  name: CommandName,
  { input, variant = 0, at }: Sending & { readonly at: Instant },
): unknown {
  const variants = samples[name].inputs(at);
  return input ?? dueFor(run, name) ?? variants[variant % variants.length];
}

/** The deadline that runs and sends this command when it passes. */
function dueFor({ folded }: CaseRun, name: CommandName): { deadline: string; dueAt: Instant } | undefined {
  if (folded === undefined) return undefined;
  const running = Object.entries(officerCase.dueDates(folded)).filter(
    ([deadline]) => officerCase.deadlines[deadline]?.then === name,
  );
  const [first] = running.sort(([, a], [, b]) => epochMsOf(a) - epochMsOf(b));
  return first && { deadline: first[0], dueAt: first[1] };
}
