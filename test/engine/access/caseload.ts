import {
  createEngine,
  ProjectionRunner,
  projectionsOf,
  type EngineWithViews,
  type EventStore,
  type SentCommand,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { days, hours, plus, type Instant } from '@safeconduct/workflow';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { personsOf } from '../../../workflows/officer-case/testing/actors.js';
import { samples, type CommandName } from '../../../workflows/officer-case/testing/samples.js';
import { stepsTo, type Leaf } from '../../../workflows/officer-case/testing/state-paths.js';

export const leaves = Object.keys(stepsTo) as readonly Leaf[];
export const officers = ['co-1', 'co-2'] as const;
const waits: Partial<Record<CommandName, number>> = {
  AddToManifest: hours(25),
  VerifyRenunciation: days(90),
};

/** A case of the caseload, as the matrix asks for it. */
export interface LoadedCase {
  readonly caseId: string;
  readonly leaf: string;
  readonly reference: string;
  readonly place: string | undefined;
  readonly assignee: string | undefined;
  readonly openedBy: string;
  readonly openedAt: Instant;
}

export interface Caseload {
  readonly engine: EngineWithViews;
  readonly events: EventStore;
  readonly cases: readonly LoadedCase[];
  readonly now: () => Instant;
}

/** One case in every state, in two facilities and the hands of two officers, and views of them. */
export async function caseload(): Promise<Caseload> {
  let now: Instant = '2025-01-01T06:00:00.000Z';
  const clock = fixedClock(now);
  const events = openMemoryEvents({ clock });
  const views = openMemoryViews();
  const ports = { events, views, keys: fixedKeyRing(), clock, ids: countingIds() };
  const engine = createEngine(ports, [officerCase]);
  const cases: LoadedCase[] = [];

  const dueOf = async (deadline: string, target: SentCommand['target']) =>
    (await engine.queries.case(testReader, { caseId: idOf(target) }))?.due[deadline];

  for (const [index, leaf] of leaves.entries()) {
    let target: SentCommand['target'] = { workflow: 'officer-case' };
    const reference = `QAIM-REF-${index}`;
    const send = async (command: CommandName, changed: object = {}) => {
      now = plus(now, waits[command] ?? hours(1));
      const sample = samples[command].inputs(now)[0] as object;
      const passed = 'deadline' in sample ? await dueOf(String(sample.deadline), target) : undefined;
      now = passed !== undefined && passed > now ? passed : now;
      clock.set(now);
      const input = { ...sample, ...changed, ...(passed !== undefined && { dueAt: passed }) };
      const persons = personsOf(samples[command]);
      const outcome = await engine.handle({ target, command, input, ...persons, occurredAt: now });
      if (!outcome.accepted) throw new Error(`${leaf}, ${command}: ${JSON.stringify(outcome.refusal)}`);
      target = { caseId: outcome.caseId };
      return outcome.caseId;
    };
    const facility = index % 2 === 0 ? 'QAIM' : 'RUTBA';
    const openedAt = plus(now, hours(1));
    for (const command of stepsTo[leaf] as readonly CommandName[]) {
      const isOpening = command === 'RegisterEntry';
      await send(command, isOpening ? { registrationNo: reference } : changedBy(command, facility));
    }
    // Some cases nobody has been given to.
    const officer = officers[index % 3];
    const caseId = officer === undefined ? idOf(target) : await send('AssignOfficer', { officer });
    const found = await engine.queries.case(testReader, { caseId });
    cases.push({
      caseId,
      reference,
      leaf: found?.folded.state ?? '',
      place: found?.summary.place,
      assignee: found?.summary.assignee,
      openedBy: samples.RegisterEntry.by,
      openedAt,
    });
  }
  const { codec } = engine;
  await new ProjectionRunner({
    events,
    views,
    codec,
    projections: projectionsOf([officerCase]),
  }).catchUp();
  return { engine, events, cases, now: () => now };
}

const changedBy = (command: CommandName, facility: string): object =>
  command === 'PlaceInFacility' ? { facility } : {};

const idOf = (target: SentCommand['target']): string => ('caseId' in target ? target.caseId : '');
