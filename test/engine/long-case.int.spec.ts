import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  eventStoreWith,
  readStream,
  type Engine,
  type EventStore,
  type NewEvent,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents, openPostgresEvents, openSqliteEvents } from '@safeconduct/stores';
import { startPostgres } from '@safeconduct/stores/testing';
import { namedActor } from '@safeconduct/workflow/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { template } from '../../workflows/_template/index.js';

const clock = fixedClock('2025-03-01T08:00:00.000Z');
const stepMax = 100;
const checkpointEvery = 1000;
const eventCount = 3500;
const sent = { target: { workflow: 'template', naturalKey: 'R-1' }, actor: namedActor('clerk-1') };
const note = { ...sent, command: 'AddNote', input: { note: 'x' } };

const engineOver = (events: EventStore): Engine =>
  createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);

interface Opened {
  readonly events: EventStore;
  readonly close: () => Promise<void>;
}

describe.each([
  ['memory', inMemory],
  ['sqlite', onSqlite],
  ['postgres', onPostgres],
])('a long case on %s', (_name, open) => {
  let opened: Opened;
  let caseId: string;

  beforeAll(async () => {
    opened = await open();
    caseId = await fill(opened.events);
  }, 120_000);

  afterAll(async () => {
    await opened.close();
  });

  /** An engine that has just started, and the reads of its store. */
  const watched = () => {
    const reads: Read[] = [];
    return { reads, engine: engineOver(watchedReads(opened.events, reads)) };
  };

  it('gives the newest page of its history by reading that page', async () => {
    const { engine, reads } = watched();
    const asked = { caseId, before: BigInt(eventCount), limit: 150 };
    const page = await engine.queries.historyBackwards(testReader, asked);
    expect(page.map(({ recorded }) => recorded.revision)).toEqual(revisions(3350, 150).toReversed());
    expect(reads.map(({ rows }) => rows)).toEqual([100, 50]);
    const first = await engine.queries.historyBackwards(testReader, { caseId, before: 2n, limit: 5 });
    expect(first.map(({ recorded }) => recorded.revision)).toEqual([1n, 0n]);
    const moment = { revision: 10n };
    const then = await engine.queries.historyBackwards(testReader, {
      caseId,
      before: 200n,
      limit: 3,
      moment,
    });
    expect(then.map(({ recorded }) => recorded.revision)).toEqual([10n, 9n, 8n]);
  });

  it('gives the events of a type, wherever they stand, in either order', async () => {
    const { engine, reads } = watched();
    const asked = { caseId, limit: 2, types: ['RequestOpened'] };
    const back = await engine.queries.historyBackwards(testReader, { ...asked, before: BigInt(eventCount) });
    expect(back.map(({ recorded }) => recorded.type)).toEqual(['RequestOpened']);
    expectOneStepATurn(reads);
    const on = await engine.queries.history(testReader, { ...asked, from: 0n });
    expect(on.map(({ recorded }) => recorded.revision)).toEqual([0n]);
    const notes = { caseId, limit: 2, types: ['NoteAdded'], moment: { revision: 10n } };
    const then = await engine.queries.history(testReader, { ...notes, from: 4n });
    expect(then.map(({ recorded }) => recorded.revision)).toEqual([4n, 5n]);
    const newest = await engine.queries.historyBackwards(testReader, { ...notes, before: 200n });
    expect(newest.map(({ recorded }) => recorded.revision)).toEqual([10n, 9n]);
  });

  it('gives a page of its history by reading that page', async () => {
    const { engine, reads } = watched();
    const page = await engine.queries.history(testReader, { caseId, from: 3000n, limit: 20 });
    expect(page.map(({ recorded }) => recorded.revision)).toEqual(revisions(3000, 20));
    expect(rowsOf(reads)).toBe(20);
  });

  it('is loaded in bounded steps, between which other work gets its turn', async () => {
    const { engine, reads } = watched();
    const state = await engine.queries.case(testReader, { caseId });
    expect(state?.revision).toBe(BigInt(eventCount - 1));
    expect(Math.max(...reads.map(({ rows }) => rows))).toBe(stepMax);
    expect(rowsOf(reads)).toBe(eventCount);
    expectOneStepATurn(reads);
  });

  it('takes one step at a time in all, however many ask for its past at once', async () => {
    const { engine, reads } = watched();
    const asked = [3400n, 3300n, 3200n].map(async (revision) => {
      const found = await engine.queries.case(testReader, { caseId, moment: { revision } });
      expect(found?.revision).toBe(revision);
      const replay = await engine.queries.replay(testReader, { caseId, moment: { revision }, limit: 1 });
      expect(replay).toMatchObject({ steps: [{ revision: 0n }], next: 0n });
    });
    await Promise.all(asked);
    expect(rowsOf(reads)).toBeLessThan(2 * eventCount);
    expectOneStepATurn(reads, 2 * asked.length);
  });

  it('is folded once for all commands that come to it at once', async () => {
    const { engine, reads } = watched();
    const target = { caseId };
    const closing = { ...note, target, command: 'DeclineRequest', input: { reason: 'none' } };
    const refused = await Promise.all(
      [1, 2, 3].map((index) => engine.handle({ ...closing, commandId: `c-${index}` })),
    );
    expect(refused.map((one) => !one.accepted && one.refusal.code)).toEqual(Array(3).fill('NOT_PERMITTED'));
    const inFirstStep = reads.filter(({ from, stream }) => stream === `case-${caseId}` && from === 0n);
    expect(inFirstStep).toHaveLength(1);
  });

  it('gives a past moment from the checkpoint before it', async () => {
    const { engine, reads } = watched();
    await engine.queries.case(testReader, { caseId, moment: { revision: 3400n } });
    reads.length = 0;
    const found = await engine.queries.case(testReader, { caseId, moment: { revision: 2900n } });
    expect(found).toMatchObject({ revision: 2900n, folded: { facts: { notes: 2900 } } });
    expect(rowsOf(reads)).toBeLessThanOrEqual(checkpointEvery + stepMax);
    expect(reads[0]?.from).toBe(2000n);
  });

  it('gives a page of its replay from the checkpoint before it', async () => {
    const { engine, reads } = watched();
    const whole = await engine.queries.replay(testReader, { caseId });
    expect(whole).toMatchObject({ diverged: null, next: null });
    expect(whole?.steps).toHaveLength(eventCount);
    expectOneStepATurn(reads);
    reads.length = 0;
    const page = await engine.queries.replay(testReader, { caseId, after: 2500n, limit: 10 });
    expect(page?.steps).toEqual(whole?.steps.slice(2501, 2511));
    expect(page?.next).toBe(2510n);
    expect(reads[0]?.from).toBe(2000n);
    expect(rowsOf(reads)).toBeLessThanOrEqual(checkpointEvery + stepMax);
  });
});

interface Read {
  readonly stream: string;
  readonly from: bigint;
  readonly rows: number;
  /** The turn of the event loop in which it began. */
  readonly turn: number;
}

const rowsOf = (reads: readonly Read[]): number => reads.reduce((sum, { rows }) => sum + rows, 0);

const revisions = (from: number, count: number): readonly bigint[] =>
  Array.from({ length: count }, (_, index) => BigInt(from + index));

/** The first step of each question does not wait for a turn. */
function expectOneStepATurn(reads: readonly Read[], questions = 1): void {
  const steps = reads.filter(({ rows }) => rows > 0);
  expect(steps.length).toBeGreaterThanOrEqual(eventCount / stepMax);
  expect(new Set(steps.map(({ turn }) => turn)).size).toBeGreaterThan(steps.length - questions);
}

/** The store, with a note of each read. */
const watchedReads = (events: EventStore, reads: Read[]): EventStore =>
  eventStoreWith(events, {
    async readStream(stream, range) {
      const turn = turnCount;
      const found = await events.readStream(stream, range);
      reads.push({ stream, from: range.from, rows: found.length, turn });
      return found;
    },
  });

/** Counts the turns of the event loop: it waits for the next one as long as the test runs. */
let turnCount = 0;
let counter: NodeJS.Immediate;

function countTurns(): void {
  turnCount += 1;
  counter = setImmediate(countTurns);
}

beforeAll(countTurns);
afterAll(() => {
  clearImmediate(counter);
});

/** A case with many notes, made in memory and appended in large groups. */
async function fill(events: EventStore): Promise<string> {
  const memory = openMemoryEvents({ clock });
  const engine = engineOver(memory);
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  await engine.handle({ ...sent, command: 'OpenRequest', input });
  for (let count = 1; count < eventCount; count += 1) await engine.handle(note);
  const caseId = (await engine.queries.findCase(testReader, { reference: 'R-1' })) as string;
  const stream = `case-${caseId}`;
  const history: readonly NewEvent[] = await readStream(memory, stream);
  for (let from = 0; from < history.length; from += 500) {
    const expected = from === 0 ? 'noStream' : BigInt(from - 1);
    await events.append([{ stream, expected, events: history.slice(from, from + 500) }]);
  }
  return caseId;
}

function inMemory(): Promise<Opened> {
  const events = openMemoryEvents({ clock });
  return Promise.resolve({ events, close: () => events.close() });
}

async function onSqlite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'safeconduct-'));
  const events = openSqliteEvents({ folder, clock, mode: 'write' });
  const close = async () => {
    await events.close();
    await rm(folder, { recursive: true });
  };
  return { events, close };
}

async function onPostgres(): Promise<Opened> {
  const postgres = await startPostgres();
  const events = await openPostgresEvents({ url: await postgres.freshDatabase(), mode: 'write' });
  const close = async () => {
    await events.close();
    await postgres.stop();
  };
  return { events, close };
}
