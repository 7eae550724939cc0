import {
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
import { actorOf } from './actors.js';
import { samples, type CommandName } from './samples.js';

/** A recorded event, with the command that yielded it and where the case stood afterwards. */
export interface Recorded extends FactEvent {
  readonly command: CommandName;
  readonly transcript: readonly GuardRecord[];
  readonly after: Folded<Facts>;
}

/** A case on its way, as the engine would have recorded it. */
export interface Journey {
  readonly log: readonly Recorded[];
  readonly now: Instant;
  readonly folded: Folded<Facts> | undefined;
}

/** What is sent, where it differs from the sample of the command. */
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

export const start: Journey = { log: [], now: '2025-01-01T06:00:00.000Z', folded: undefined };

/** How much later than the last step a command is sent, if not one hour: a deadline waits, a consent cools off. */
const longer: Partial<Record<CommandName, number>> = { AddToManifest: hours(25) };

/** Sends one command and records what it yields. What is refused leaves the journey as it was. */
export function send(
  journey: Journey,
  name: CommandName,
  sending: Sending = {},
): { readonly answer: Answer; readonly journey: Journey } {
  const now = sending.at ?? laterThan(journey, name);
  const command = officerCase.commands.get(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const parsed = parseInput(command, inputFor(journey, name, { ...sending, at: now }));
  if ('issues' in parsed) return { answer: { accepted: false, invalid: true }, journey };
  const confirmedBy = sending.confirmedBy === undefined ? samples[name].confirmedBy : sending.confirmedBy;
  const onBehalfOf = command.onBehalf === true ? 'subject' : undefined;
  const answer = decideCommand(officerCase, journey.folded, {
    ...{ command, input: parsed.input, onBehalfOf, now },
    actor: actorOf(sending.by ?? samples[name].by),
    confirmation: typeof confirmedBy === 'string' ? confirmed(actorOf(confirmedBy), now) : undefined,
    contentHash,
  });
  if (!answer.accepted) return { answer, journey };
  const recorded = answer.events.map(({ type, data, after }) => ({
    ...{ type, data, occurredAt: now, ...answer.persons, onBehalfOf },
    ...{ command: name, transcript: answer.transcript, after: after as Folded<Facts> },
  }));
  const log = [...journey.log, ...recorded];
  return { answer, journey: { log, now, folded: recorded.at(-1)?.after } };
}

/** A journey along commands that are all accepted. A step is a command or one sent otherwise than its sample says. */
export type Road = readonly (CommandName | readonly [CommandName, Sending])[];

export function travel(road: Road, from: Journey = start): Journey {
  return road.reduce<Journey>((journey, step) => {
    const [name, sending] = typeof step === 'string' ? [step, undefined] : step;
    const { answer, journey: next } = send(journey, name, sending);
    if (!answer.accepted) {
      throw new Error(`${name} in ${journey.folded?.state ?? 'a new case'}: ${JSON.stringify(answer)}`);
    }
    return next;
  }, from);
}

// Whoever confirms here confirms the very command that is sent.
const contentHash = 'content';
export const confirmed = <By>(by: By, at: Instant) => ({ by, at, contentHash });

function laterThan(journey: Journey, name: CommandName): Instant {
  const due = dueFor(journey, name);
  if (due !== undefined && due.dueAt > journey.now) return due.dueAt;
  return journey.folded === undefined ? journey.now : plus(journey.now, longer[name] ?? hours(1));
}

function inputFor(
  journey: Journey,
  name: CommandName,
  { input, variant = 0, at }: Sending & { readonly at: Instant },
): unknown {
  const variants = samples[name].inputs(at);
  return input ?? dueFor(journey, name) ?? variants[variant % variants.length];
}

/** The deadline that runs and sends this command when it passes. */
function dueFor({ folded }: Journey, name: CommandName): { deadline: string; dueAt: Instant } | undefined {
  if (folded === undefined) return undefined;
  const running = Object.entries(officerCase.dueDates(folded)).filter(
    ([deadline]) => officerCase.deadlines[deadline]?.then === name,
  );
  const [first] = running.sort(([, a], [, b]) => epochMsOf(a) - epochMsOf(b));
  return first && { deadline: first[0], dueAt: first[1] };
}
