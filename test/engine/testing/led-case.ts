import {
  createEngine,
  ProjectionRunner,
  projectionsOf,
  type CommandOutcome,
  type Moment,
  type Queries,
  type SentCommand,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { days, hours, plus, type Instant, type View } from '@safeconduct/workflow';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { personsOf } from '../../../workflows/officer-case/testing/actors.js';
import { samples, type CommandName } from '../../../workflows/officer-case/testing/samples.js';
import { stepsTo, type Leaf } from '../../../workflows/officer-case/testing/state-paths.js';

const start = '2025-01-01T06:00:00.000Z';
/** How long a step waits, where one hour is too short: the cooling off has to be over. */
const waits: Partial<Record<CommandName, number>> = {
  AddToManifest: hours(25),
  VerifyRenunciation: days(90),
};

/** How a command is sent, where it differs from its sample. */
export interface Sending extends Partial<SentCommand> {
  /** Which input of the sample; the usual one is 0. */
  readonly variant?: number;
}

/** An engine over an empty log in memory, with a clock that stands still until it is told to go on. */
export function newCase() {
  const clock = fixedClock(start);
  const events = openMemoryEvents({ clock });
  const keys = fixedKeyRing();
  const engine = createEngine({ events, keys, clock, ids: countingIds() }, [officerCase]);
  let now: Instant = start;
  let target: SentCommand['target'] = { workflow: 'officer-case' };

  /** Lets time pass. */
  const wait = (ms: number): Instant => {
    now = plus(now, ms);
    clock.set(now);
    return now;
  };
  /** Sends a command as its sample says, now, to the case that was opened last. */
  const send = (command: CommandName, { variant = 0, ...more }: Sending = {}): Promise<CommandOutcome> =>
    engine.handle({
      target: command === 'RegisterEntry' ? { workflow: 'officer-case' } : target,
      command,
      input: samples[command].inputs(now)[variant],
      ...personsOf(samples[command]),
      occurredAt: now,
      ...more,
    });
  /** Sends a command that must be accepted. */
  const done = async (command: CommandName, more: Sending = {}) => {
    const outcome = await send(command, more);
    if (!outcome.accepted) throw new Error(`${command}: ${JSON.stringify(outcome.refusal)}`);
    if (!('caseId' in target)) target = { caseId: outcome.caseId };
    return outcome;
  };
  /** Sends commands one after the other, each after the time that it needs. */
  const steps = async (...commands: readonly CommandName[]) => {
    for (const command of commands) {
      wait(waits[command] ?? hours(1));
      await done(command);
    }
  };
  return { engine, events, clock, keys, wait, send, done, steps, now: () => now, id: () => idIn(target) };
}

export type LedCase = ReturnType<typeof newCase>;

const idIn = (target: SentCommand['target']): string => ('caseId' in target ? target.caseId : '');

/** A case that was brought to a state through the engine, one hour after it got there. */
export async function ledTo(leaf: Leaf) {
  const led = newCase();
  await led.steps(...(stepsTo[leaf] as readonly CommandName[]));
  const now = led.wait(hours(1));
  return { ...led, caseId: led.id(), arrivedAt: now };
}

/** Where a case is, how it ended, and who has to do what next, by when: `{ contact: ['monitor', '2025-…'] }`. */
export async function fateOf({ engine, id }: LedCase) {
  const found = await engine.queries.case(testReader, { caseId: id() });
  if (found === undefined) throw new Error('no case');
  const { state, facts } = found.folded;
  const next = Object.entries(found.due).map(
    ([name, dueAt]) => [name, [officerCase.deadlines[name]?.role, dueAt]] as const,
  );
  const { outcome, place } = officerCase.summary(found.folded);
  return {
    state,
    facts: facts as Readonly<Record<string, unknown>>,
    place,
    outcome,
    next: Object.fromEntries(next),
  };
}

/** The last events of a case, with what was said and which rules did not hold. */
export async function lastEvents({ engine, id }: LedCase, count: number) {
  const history = await engine.queries.history(testReader, { caseId: id() });
  return history.slice(-count).map(({ recorded: { type, occurredAt }, data, envelope }) => ({
    ...{ type, data, occurredAt, saidAt: envelope.saidAt },
    failed: envelope.guards.flatMap(({ failed }) => failed ?? []),
  }));
}

/** The commands that are open to people now. */
export async function openTo({ engine, id }: LedCase): Promise<readonly string[]> {
  const found = await engine.queries.commands(testReader, { caseId: id() });
  return (found?.commands ?? []).flatMap(({ command, open }) => (open ? [command] : []));
}

/** The codes of the rules that refuse a command, or the code of the refusal; none where it is accepted. */
export function codesOf(outcome: CommandOutcome): readonly string[] {
  if (outcome.accepted) return [];
  const { code, refusals } = outcome.refusal;
  return refusals === undefined ? [code] : refusals.map((guard) => guard.code);
}

/** Asks the views of what was recorded up to now. */
export async function inViews<A>(
  { events, clock, keys }: LedCase,
  ask: (queries: Queries) => Promise<A>,
): Promise<A> {
  const views = openMemoryViews();
  const engine = createEngine({ events, views, keys, clock, ids: countingIds() }, [officerCase]);
  const { codec } = engine;
  await new ProjectionRunner({
    events,
    views,
    codec,
    projections: projectionsOf([officerCase]),
  }).catchUp();
  try {
    return await ask(engine.queries);
  } finally {
    await views.close();
  }
}

/** The irregularities of a case, as the view lists them. */
export function irregularitiesOf(led: LedCase) {
  const view = officerCase.views.get('irregularities') as View;
  const asked = { workflow: officerCase, view, where: [], limit: 10 };
  return inViews(led, (queries) => queries.viewRows(testReader, asked)).then(({ rows }) =>
    rows.map(({ values }) => values['irregularity']),
  );
}

/** The ledger now, or at a moment. */
export const populationOf = (led: LedCase, moment?: Moment) =>
  inViews(led, (queries) => queries.population(testReader, { workflow: officerCase, moment }));
