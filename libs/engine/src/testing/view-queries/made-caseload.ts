import { logStart } from '../../ports/position.js';
import { readTags } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import fc from 'fast-check';
import { createEngine, type EngineWithViews } from '../../engine.js';
import type { Moment } from '../../moment.js';
import type { EventStore, RecordedEvent } from '../../ports/event-store.js';
import type { AskedTags } from '../../ports/view-queries.js';
import type { ViewStore } from '../../ports/view-store.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { standardProjections } from '../../projections/standard.js';
import { countingIds } from '../counting-ids.js';
import { fixedClock } from '../fixed-clock.js';
import { fixedKeyRing } from '../fixed-key-ring.js';
import type { ViewQueriesAdapter } from './adapter.js';
import { tagged } from './tagged-template.js';

/** What figures and lists are narrowed by. */
export const askedTags: readonly (AskedTags | undefined)[] = [
  undefined,
  { notes: ['SOME'] },
  { answer: ['YES', 'NO'], notes: ['NONE'] },
  { answer: ['LATE'] },
];

/** One step of a caseload: which case, what, and how many minutes after the one before it was recorded and happened. */
export interface Step {
  readonly person: number;
  readonly command: 'note' | 'grant' | 'decline';
  readonly recordedAfter: number;
  readonly lateBy: number;
  /** How many minutes the clock of its stream is behind. */
  readonly behind?: number;
}

/** Any caseload. */
export const steps = fc.array(
  fc.record<Step>({
    person: fc.integer({ min: 0, max: 6 }),
    command: fc.constantFrom('note', 'grant', 'decline'),
    recordedAfter: fc.integer({ min: 0, max: 900 }),
    lateBy: fc.integer({ min: 0, max: 3000 }),
    behind: fc.constantFrom(0, 0, 1, 700, 2000),
  }),
  { minLength: 1, maxLength: 60 },
);

const start = '2025-03-01T08:00:00.000Z';
const minute = 60_000;

/** A log, an engine on it, and its views, filled. */
export interface World {
  readonly events: EventStore;
  readonly engine: EngineWithViews;
  readonly views: ViewStore;
}

/** Records a caseload and fills the views. */
export async function recorded(
  adapter: ViewQueriesAdapter,
  caseload: readonly Step[],
  batchSize: number,
): Promise<World> {
  const clock = fixedClock(start);
  const events = adapter.openEvents({ clock });
  const views = await adapter.openViews();
  const engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [tagged]);
  let now = Date.parse(start);
  for (const { person, command, recordedAfter, lateBy, behind = 0 } of caseload) {
    now += recordedAfter * minute;
    const told = now - behind * minute;
    clock.set(new Date(told).toISOString());
    const occurredAt = new Date(told - lateBy * minute).toISOString();
    const requestNo = `R-${person}`;
    const target = { workflow: 'template', naturalKey: requestNo };
    const send = (name: string, input: object, actor: string, confirmedBy?: string) =>
      engine.handle({
        ...{ target, command: name, input, occurredAt, actor: namedActor(actor) },
        confirmation: confirmedBy === undefined ? undefined : { by: namedActor(confirmedBy) },
      });
    await send('OpenRequest', { requestNo, name: 'A', nameArabic: 'ا' }, 'clerk-1');
    if (command === 'note') await send('AddNote', { note: 'n' }, 'clerk-1');
    if (command === 'grant') await send('GrantRequest', { decisionNo: 'D' }, 'clerk-1', 'head-1');
    if (command === 'decline') await send('DeclineRequest', { reason: 'r' }, 'head-1');
  }
  const ports = { events, views, codec: engine.codec, projections: standardProjections };
  await new ProjectionRunner(ports, { batchSize }).catchUp();
  return { events, engine, views };
}

/** An event of a case and its times in both clocks. */
export interface Timed {
  readonly event: RecordedEvent;
  readonly occurred: string;
  /** The latest recorded time up to it: what was known at a moment is the log up to some event, whatever clocks it has. */
  readonly recorded: string;
}

/** The events of cases in the order of the log. */
export async function timedEvents({ events }: World): Promise<readonly Timed[]> {
  let recorded = '';
  const all = await events.readAll({ after: logStart, limit: 10_000 });
  return all
    .map((event) => {
      if (event.recordedAt > recorded) recorded = event.recordedAt;
      return { event, occurred: event.occurredAt, recorded };
    })
    .filter(({ event }) => event.stream.startsWith('case-'));
}

/** A fact that is free of order leaves its case where it is, at whatever time it stands. */
export const isLate = ({ metadata }: RecordedEvent): boolean => metadata['order'] === 'free';

/** Whether an event recorded one of the codes of each tag. */
export function isTagged({ metadata }: RecordedEvent, asked: AskedTags = {}): boolean {
  const tags = readTags(metadata['tags'] ?? '');
  return Object.entries(asked).every(([name, codes]) => codes.some((code) => tags[name] === code));
}

/** Now, and the moments of all events and those just before them, in both clocks. */
export async function momentsOf({ events }: World): Promise<readonly (Moment | undefined)[]> {
  const all = await events.readAll({ after: logStart, limit: 10_000 });
  const times = all.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt]);
  const around = times.flatMap((time) => [time, new Date(Date.parse(time) - 1).toISOString()]);
  const at = [...new Set([...around, '2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'])];
  return [
    undefined,
    ...at.flatMap((time) => [
      { at: time, clock: 'occurred' } as const,
      { at: time, clock: 'recorded' } as const,
    ]),
  ];
}

/** Those that are past moments. */
export const past = (moments: readonly (Moment | undefined)[]): readonly Moment[] =>
  moments.flatMap((moment) => moment ?? []);

/** An event that is in order, and since when its case was in the state it led to; the same of the one before. */
export interface Stretch {
  readonly event: RecordedEvent;
  readonly times: { readonly occurred: string; readonly recorded: string };
  readonly state: string;
  readonly since: string;
  readonly before: Stretch | undefined;
}

/** What each event made of its case, by reading every event, without any view. */
export async function stretches(world: World): Promise<readonly Stretch[]> {
  const last = new Map<string, Stretch>();
  const all: Stretch[] = [];
  for (const { event, ...times } of await timedEvents(world)) {
    if (isLate(event)) continue;
    const state = event.metadata['state'] ?? '';
    const before = last.get(event.stream);
    const since = before?.state === state ? before.since : times.occurred;
    const stretch = { event, times, state, since, before };
    last.set(event.stream, stretch);
    all.push(stretch);
  }
  return all;
}
