import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { defineWorkflow, type Workflow } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';
import { createEngine, type Engine } from '../engine.js';
import type { EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, refusalOf } from '../testing/outcomes.js';

const at = (hour: number) => `2025-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** The luggage workflow, in which notes are free of order, without tags: a note leaves the case where it is. */
const untagged = ({ source }: Workflow): Workflow =>
  defineWorkflow({ ...source, summary: () => ({}), tags: {} } as never);

const plainLuggage = untagged(luggage);

/** The same with other properties of single commands. */
function luggageWith(changes: Readonly<Record<string, object>>): Workflow {
  const commands = new Map(
    [...plainLuggage.commands].map(([name, command]) => [name, { ...command, ...changes[name] }]),
  );
  return { ...plainLuggage, commands };
}

/** The luggage workflow in which a note is taken once all bags are found, and not before. */
function notesWhenFoundOnly(): Workflow {
  const { states } = luggage.source.chart as { readonly states: Readonly<Record<'open' | 'closed', never>> };
  const { searching, found } = (states.open as { readonly states: Readonly<Record<string, { on: object }>> })
    .states;
  const open = {
    initial: 'searching',
    on: { BagTraced: {} },
    states: { searching, found: { on: { ...found?.on, NoteTaken: {}, ClaimRefused: 'closed.refused' } } },
  };
  const chart = { initial: 'open', states: { open, closed: states.closed } };
  return untagged({ ...luggage, source: { ...luggage.source, chart } } as never);
}

let events: EventStore;
let engine: Engine;
let caseId: string;

beforeEach(() => start(plainLuggage));

async function start(workflow: Workflow): Promise<void> {
  const clock = fixedClock(at(20));
  events = openMemoryEvents({ clock });
  engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [workflow]);
  const input = { claimNo: 'L-1', owner: 'A', ownerArabic: 'ا', bags: 2, channel: 'desk' };
  const sent = { target: { workflow: 'luggage' }, command: 'FileClaim', input, occurredAt: at(8) };
  ({ caseId } = await accepted(engine.handle({ ...sent, actor: namedActor('clerk-1') })));
}

const send = (command: string, input: object, occurredAt: string, by = 'clerk-1') =>
  engine.handle({ target: { caseId }, command, input, occurredAt, actor: namedActor(by) });
const note = (hour: number) => send('TakeNote', { note: 'n' }, at(hour));
const trace = (hour: number) => send('TraceBag', { place: 'X' }, at(hour));
const refuse = (hour: number) => send('RefuseClaim', { reason: 'r' }, at(hour), 'head-1');

const history = async () =>
  (await engine.queries.history(testReader, { caseId })).map(({ recorded, envelope }) => ({
    type: recorded.type,
    at: recorded.occurredAt,
    saidAt: envelope.saidAt,
    free: envelope.freeOfOrder,
  }));

const happenedBy = async (hour: number) => {
  const moment = { at: at(hour), clock: 'occurred' as const };
  const found = await engine.queries.case(testReader, { caseId, moment });
  return found && { state: found.folded.state, facts: found.folded.facts, revision: found.revision };
};

const problems = async () => (await engine.queries.verifyLog(testReader, () => {})).problems;

describe('a fact that is free of order', () => {
  it('is entered after a later one, and stands at the time at which it happened', async () => {
    await accepted(trace(12));
    expect(await accepted(note(10))).toMatchObject({ occurredAt: at(10), revision: 2n });
    expect((await history()).at(-1)).toEqual({
      type: 'NoteTaken',
      at: at(10),
      saidAt: undefined,
      free: true,
    });
    expect(await problems()).toEqual([]);
  });

  it('does not move the clock of the case: what moves the case may still be entered before it', async () => {
    await accepted(note(15));
    await accepted(trace(12));
    expect((await refusalOf(trace(11))).code).toBe('OCCURRED_BEFORE_LAST_EVENT');
    expect(await problems()).toEqual([]);
  });

  it('counts at each moment from when it happened, whatever was entered first', async () => {
    await accepted(note(15));
    await accepted(trace(12));
    await accepted(note(9));
    expect(await happenedBy(8)).toMatchObject({ facts: { notes: 0, missing: 2 } });
    expect(await happenedBy(10)).toMatchObject({ facts: { notes: 1, missing: 2 } });
    expect(await happenedBy(13)).toMatchObject({ facts: { notes: 1, missing: 1 } });
    expect(await happenedBy(15)).toMatchObject({ facts: { notes: 2, missing: 1 } });
  });

  it('counts at a moment at which the chart of the case did not take it yet', async () => {
    await start(notesWhenFoundOnly());
    await accepted(trace(12));
    await accepted(trace(13));
    await accepted(note(9));
    expect(await happenedBy(10)).toMatchObject({ state: 'open.searching', facts: { notes: 1 } });
  });

  it('is refused before the case was opened, with OCCURRED_BEFORE_CASE', async () => {
    const early = await refusalOf(note(7));
    expect(early).toEqual({ code: 'OCCURRED_BEFORE_CASE', inputs: { occurredAt: at(7), openedAt: at(8) } });
  });

  it('is read back the same by a process that starts anew', async () => {
    await accepted(trace(12));
    await accepted(note(10));
    const fresh = createEngine(
      { events, keys: fixedKeyRing(), clock: fixedClock(at(20)), ids: countingIds() },
      [plainLuggage],
    );
    const found = await fresh.queries.case(testReader, { caseId });
    const here = await engine.queries.case(testReader, { caseId });
    expect(found).toMatchObject({ openedAt: at(8), occurredAt: at(12), latestAt: at(12) });
    expect(found?.possibleAt(at(20))).toEqual(here?.possibleAt(at(20)));
    expect({ ...found, possibleAt: undefined }).toEqual({
      ...here,
      recordedAt: at(20),
      possibleAt: undefined,
    });
  });

  it('is listed in a replay of what had happened, in the order of entry', async () => {
    await accepted(trace(12));
    await accepted(note(10));
    const moment = { at: at(11), clock: 'occurred' as const };
    const replay = await engine.queries.replay(testReader, { caseId, moment });
    expect(replay?.steps.map(({ type, matches }) => [type, matches])).toEqual([
      ['ClaimFiled', true],
      ['NoteTaken', true],
    ]);
  });
});

describe('a command that is free of order and moves the case', () => {
  beforeEach(() => start(luggageWith({ RefuseClaim: { freeOfOrder: true } })));

  it('stands at the clock of the case, with the time that was said beside it', async () => {
    await accepted(note(9));
    await accepted(trace(12));
    expect(await accepted(refuse(10))).toMatchObject({ occurredAt: at(12), state: 'closed.refused' });
    expect((await history()).at(-1)).toEqual({
      type: 'ClaimRefused',
      at: at(12),
      saidAt: at(10),
      free: false,
    });
    expect(await problems()).toEqual([]);
  });
});

describe('a command that establishes a fact', () => {
  beforeEach(() => start(luggageWith({ RefuseClaim: { establishes: true } })));

  it('is recorded although a rule fails, and the transcript says which', async () => {
    await accepted(refuse(12));
    const [last] = (await engine.queries.history(testReader, { caseId })).slice(-1);
    expect(last?.envelope.guards).toEqual([
      { guard: 'G-NOTED', version: 1, inputs: {}, failed: 'NOTE_MISSING' },
    ]);
    expect(await problems()).toEqual([]);
  });

  it('keeps the time that was said when it has to stand later', async () => {
    await accepted(trace(12));
    await accepted(refuse(9));
    expect((await history()).at(-1)).toEqual({
      type: 'ClaimRefused',
      at: at(12),
      saidAt: at(9),
      free: false,
    });
  });

  it('is still refused to a wrong role and where the chart does not take it', async () => {
    expect((await refusalOf(send('RefuseClaim', { reason: 'r' }, at(12)))).code).toBe('NOT_PERMITTED');
    await accepted(refuse(12));
    expect((await refusalOf(refuse(13))).code).toBe('WRONG_STATE');
  });

  it('is open whatever its rules say', async () => {
    const found = await engine.queries.commands(testReader, { caseId });
    expect(found?.commands).toContainEqual(expect.objectContaining({ command: 'RefuseClaim', open: true }));
  });
});
