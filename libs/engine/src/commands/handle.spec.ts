import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type Engine } from '../engine.js';
import { StoreUnavailableError } from '../errors.js';
import { readStream } from '../events/read-stream.js';
import { caseStream, refusalsStream } from '../events/streams.js';
import { fingerprintOf } from '../fingerprint.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, refusalOf } from '../testing/outcomes.js';
import type { SentCommand } from './sent-command.js';

const [before, start] = ['2025-02-01T08:00:00.000Z', '2025-03-01T08:00:00.000Z'] as const;

let clock: ReturnType<typeof fixedClock>;
let events: EventStore;
let ids: ReturnType<typeof countingIds>;
let engine: Engine;

beforeEach(() => {
  clock = fixedClock(start);
  events = openMemoryEvents({ clock });
  ids = countingIds();
  engine = engineOver(events);
});

const engineOver = (store: EventStore) =>
  createEngine({ events: store, keys: fixedKeyRing(), clock, ids }, [template]);

const open = (more: Partial<SentCommand> = {}): SentCommand => ({
  target: { workflow: 'template' },
  command: 'OpenRequest',
  input: { requestNo: 'R-1', name: 'A', nameArabic: 'ا' },
  actor: namedActor('clerk-1'),
  ...more,
});

const another = { requestNo: 'R-2', name: 'B', nameArabic: 'ب' };

const send = (command: string, input: unknown, more: Partial<SentCommand> = {}): SentCommand => ({
  target: { workflow: 'template', naturalKey: 'R-1' },
  command,
  input,
  actor: namedActor('clerk-1'),
  ...more,
});

const note = (more: Partial<SentCommand> = {}) => send('AddNote', { note: 'asked the registry' }, more);

describe('a command', () => {
  it('opens a case under an id that follows from the natural key', async () => {
    const { caseId, revision, state } = await accepted(engine.handle(open()));
    expect({ revision, state }).toEqual({ revision: 0n, state: 'open' });
    expect(await engine.queries.findCase(testReader, { reference: 'R-1' })).toBe(caseId);
  });

  it('is handed to the store without waiting when its case is in memory', async () => {
    await engine.handle(open());
    const append = jest.spyOn(events, 'append');
    const answers = [engine.handle(note())];
    expect(append).toHaveBeenCalledTimes(1);
    const { caseId } = await accepted(engine.handle(open({ input: another })));
    answers.push(engine.handle(note({ target: { caseId } })));
    expect(append).toHaveBeenCalledTimes(3);
    await Promise.all(answers.map(accepted));
  });

  it('that opens a case reads nothing, unless the case is there already', async () => {
    const read = jest.spyOn(events, 'readStream');
    const append = jest.spyOn(events, 'append');
    const answer = engine.handle(open({ commandId: 'k-1' }));
    expect(append).toHaveBeenCalledTimes(1);
    const { caseId } = await accepted(answer);
    expect(read).not.toHaveBeenCalled();

    const restarted = engineOver(events);
    expect(await restarted.handle(open({ commandId: 'k-1' }))).toMatchObject({ caseId, repeated: true });
    const refused = await refusalOf(engineOver(events).handle(open({ commandId: 'k-2' })));
    expect(refused).toMatchObject({ code: 'CASE_EXISTS', inputs: { caseId } });
    expect(await readStream(events, caseStream(caseId))).toHaveLength(1);
  });

  it('that may not open a case is told that it is there, when it is', async () => {
    await engine.handle(open());
    const stranger = { actor: namedActor('x-1') };
    const first = await refusalOf(engineOver(events).handle(open(stranger)));
    const second = await refusalOf(engine.handle(open(stranger)));
    expect(first).toEqual(second);
  });

  it('is recorded with its actor, times, definition and resulting state', async () => {
    await engine.handle(open());
    const { caseId } = await accepted(engine.handle(note({ purpose: 'custody', correlationId: 'c-1' })));
    const [, event] = await engine.queries.history(testReader, { caseId });
    expect(event?.envelope).toMatchObject({
      workflow: 'template',
      workflowVersion: 1,
      fingerprint: fingerprintOf(template),
      command: 'AddNote',
      correlationId: 'c-1',
      actor: { id: 'clerk-1', role: 'clerk' },
      purpose: 'custody',
      state: 'open',
    });
    expect(event?.recorded.occurredAt).toBe(start);
    expect(event?.fact.data).toEqual({ note: 'asked the registry' });
  });

  it('records the guards it was asked, with what they saw', async () => {
    await engine.handle(open());
    await engine.handle(note());
    const { caseId } = await accepted(
      engine.handle(send('DeclineRequest', { reason: 'none' }, { actor: namedActor('head-1') })),
    );
    const declined = (await engine.queries.history(testReader, { caseId })).at(-1);
    expect(declined?.envelope.guards).toEqual([{ guard: 'G-LOOKED', version: 1, inputs: { notes: 1 } }]);
  });
});

describe('repetition', () => {
  it('answers with what was recorded, and records nothing', async () => {
    const first = await accepted(engine.handle(open({ commandId: 'k-1' })));
    await engine.handle(note());
    const again = await accepted(engine.handle(open({ commandId: 'k-1' })));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await events.head()).toBe(2n);
  });

  it('answers the same after a restart', async () => {
    await engine.handle(open());
    const first = await accepted(engine.handle(note({ commandId: 'k-2' })));
    const again = await accepted(engineOver(events).handle(note({ commandId: 'k-2' })));
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('records once when both copies are under way at the same time', async () => {
    await engine.handle(open());
    const copies = await Promise.all(
      [1, 2, 3].map(() => accepted(engine.handle(note({ commandId: 'k-3' })))),
    );
    expect(copies.map(({ revision }) => revision)).toEqual([1n, 1n, 1n]);
    expect(await events.head()).toBe(2n);
  });

  it.each([
    ['other data', { input: { note: 'something else' } }],
    ['another actor', { actor: namedActor('clerk-2') }],
    ['another time', { occurredAt: '2025-03-01T07:00:00Z' }],
  ])('under the same id with %s is refused, with COMMAND_ID_REUSED', async (_name, more) => {
    await engine.handle(open({ occurredAt: '2025-03-01T06:00:00Z' }));
    await engine.handle(note({ commandId: 'k-4', occurredAt: '2025-03-01T07:30:00Z' }));
    const repeated = note({ commandId: 'k-4', occurredAt: '2025-03-01T07:30:00Z', ...more });
    expect(await refusalOf(engine.handle(repeated))).toEqual({ code: 'COMMAND_ID_REUSED' });
  });

  it('of a refused command asks again', async () => {
    await engine.handle(open());
    const decline = send(
      'DeclineRequest',
      { reason: 'none' },
      { actor: namedActor('head-1'), commandId: 'k-5' },
    );
    expect((await refusalOf(engine.handle(decline))).code).toBe('COMMAND_REFUSED');
    await engine.handle(note());
    expect((await accepted(engine.handle(decline))).state).toBe('closed.declined');
  });
});

describe('a refusal', () => {
  it.each([
    ['UNKNOWN_COMMAND', send('Fly', {})],
    ['COMMAND_INVALID', open({ input: { requestNo: 7 } })],
    ['COMMAND_INVALID', open({ actor: namedActor('clk 1; drop') })],
    ['COMMAND_INVALID', open({ occurredAt: '2025-03-01T07:00:00' })],
    ['CASE_NOT_FOUND', note()],
    ['CASE_NOT_FOUND', note({ target: { caseId: 'nobody' } })],
    ['CASE_NOT_FOUND', open({ target: { workflow: 'unknown' } })],
    ['NOT_PERMITTED', open({ actor: namedActor('head-1') })],
    ['NOT_PERMITTED', open({ actor: namedActor('stranger-1') })],
    ['OCCURRED_IN_FUTURE', open({ occurredAt: '2025-03-02T08:00:00Z' })],
  ])('has the code %s', async (code, sent) => {
    expect((await refusalOf(engine.handle(sent))).code).toBe(code);
    expect((await events.readStream(caseStream('x'), { from: 0n, limit: 1 })).length).toBe(0);
  });

  it.each([
    ['CASE_EXISTS', open()],
    ['SECOND_PERSON_REQUIRED', send('GrantRequest', { decisionNo: 'D-1' })],
    [
      'SECOND_PERSON_INVALID',
      send('GrantRequest', { decisionNo: 'D-1' }, { confirmation: { by: namedActor('clerk-1') } }),
    ],
    [
      'SECOND_PERSON_INVALID',
      send('GrantRequest', { decisionNo: 'D-1' }, { confirmation: { by: namedActor('clerk-2') } }),
    ],
    ['COMMAND_REFUSED', send('DeclineRequest', { reason: 'none' }, { actor: namedActor('head-1') })],
    ['OCCURRED_BEFORE_CASE', note({ occurredAt: before })],
    ['OCCURRED_BEFORE_LAST_EVENT', send('GrantRequest', { decisionNo: 'D' }, { occurredAt: before })],
    ['REVISION_CONFLICT', note({ expectedRevision: 3n })],
  ])('of an open case has the code %s and changes nothing', async (code, sent) => {
    const { caseId } = await accepted(engine.handle(open()));
    expect((await refusalOf(engine.handle(sent))).code).toBe(code);
    expect(await readStream(events, caseStream(caseId))).toHaveLength(1);
  });

  it('of an opening command sent to a case has the code CASE_EXISTS, and opens no other case', async () => {
    const { caseId } = await accepted(engine.handle(open()));
    const other = { ...(open().input as object), requestNo: 'R-2' };
    const refusal = await refusalOf(engine.handle(open({ target: { caseId }, input: other })));
    expect(refusal.code).toBe('CASE_EXISTS');
    expect(await engine.queries.findCase(testReader, { reference: 'R-2' })).toBeUndefined();
  });

  it('of a closed case says where it is and what is possible', async () => {
    await engine.handle(open());
    await engine.handle(
      send('GrantRequest', { decisionNo: 'D-1' }, { confirmation: { by: namedActor('head-1') } }),
    );
    const refusal = await refusalOf(
      engine.handle(send('DeclineRequest', { reason: 'none' }, { actor: namedActor('head-1') })),
    );
    expect(refusal).toEqual({ code: 'WRONG_STATE', state: 'closed.granted', openCommands: ['AddNote'] });
  });

  it('is recorded in a stream of its own, once a reason, without what was typed', async () => {
    const { caseId } = await accepted(engine.handle(open()));
    const decline = send(
      'DeclineRequest',
      { reason: 'MARKED' },
      { actor: namedActor('head-1'), commandId: 'k-6' },
    );
    await engine.handle(decline);
    await engine.handle(decline);
    const [refusal, ...more] = await readStream(events, refusalsStream(caseId));
    expect(more).toEqual([]);
    expect(JSON.parse(refusal?.data ?? '')).toMatchObject({
      code: 'COMMAND_REFUSED',
      state: 'open',
      revision: '0',
      refusals: [{ guard: 'G-LOOKED', code: 'NOTE_MISSING' }],
    });
    expect(JSON.stringify([refusal?.data, refusal?.metadata])).not.toContain('MARKED');
  });

  it('is recorded with the revision it was decided on, also when the case has moved on by then', async () => {
    const { caseId } = await accepted(engine.handle(open()));
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const append: EventStore['append'] = async (writes) => {
      if (writes[0]?.stream === refusalsStream(caseId)) await released;
      return events.append(writes);
    };
    const slow = engineOver(eventStoreWith(events, { append }));
    const decline = () =>
      slow.handle(send('DeclineRequest', { reason: 'r' }, { actor: namedActor('head-1') }));
    const declined = [decline(), decline()];
    await accepted(slow.handle(note()));
    release(undefined);
    await Promise.all(declined);
    const recorded = await readStream(events, refusalsStream(caseId));
    expect(recorded.map(({ data }): unknown => JSON.parse(data))).toEqual([
      expect.objectContaining({ state: 'open', revision: '0' }),
      expect.objectContaining({ state: 'open', revision: '0' }),
    ]);
  });

  it.each<[string, string, object, string]>([
    ['another actor', 'DeclineRequest', { reason: 'r' }, 'head-2'],
    ['another content', 'DeclineRequest', { reason: 'another' }, 'head-1'],
    ['another command', 'GrantRequest', { decisionNo: 'D-1' }, 'head-1'],
  ])(
    'of %s under the same command id is another one, and is recorded too',
    async (_what, command, input, by) => {
      const { caseId } = await accepted(engine.handle(open()));
      const first = send(
        'DeclineRequest',
        { reason: 'r' },
        { actor: namedActor('head-1'), commandId: 'k-7' },
      );
      const second = send(command, input, { actor: namedActor(by), commandId: 'k-7' });
      for (const sent of [first, second, first, second]) await engine.handle(sent);
      const recorded = await readStream(events, refusalsStream(caseId));
      expect(recorded.map(({ metadata }) => [metadata['command'], metadata['actor']])).toEqual([
        ['DeclineRequest', 'head-1'],
        [command, by],
      ]);
    },
  );

  it('costs the same however many there were before, and is still known when it is repeated', async () => {
    const { caseId } = await accepted(engine.handle(open()));
    const decline = (commandId: string) =>
      engine.handle(send('DeclineRequest', { reason: 'none' }, { actor: namedActor('head-1'), commandId }));
    for (let count = 1; count <= 1000; count += 1) await decline(`k-${count}`);
    let read = 0;
    const readCounted: EventStore['readStream'] = async (stream, range) => {
      const found = await events.readStream(stream, range);
      if (stream === refusalsStream(caseId)) read += found.length;
      return found;
    };
    const counted = engineOver(eventStoreWith(events, { readStream: readCounted }));
    for (const commandId of ['k-1001', 'k-900']) {
      await counted.handle(
        send('DeclineRequest', { reason: 'none' }, { actor: namedActor('head-1'), commandId }),
      );
    }
    expect(read).toBe(2 * 200);
    expect(await readStream(events, refusalsStream(caseId))).toHaveLength(1001);
  });

  it('for input that does not fit is not recorded', async () => {
    await engine.handle(open());
    await engine.handle(note({ input: {} }));
    expect(await events.head()).toBe(1n);
  });
});

describe('a race', () => {
  it('of many commands on one case decides each after the one before', async () => {
    await engine.handle(open());
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => accepted(engine.handle(note()))));
    expect(new Set(outcomes.map(({ revision }) => revision)).size).toBe(50);
  });

  it('with expected revisions has one winner', async () => {
    await engine.handle(open());
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => engine.handle(note({ expectedRevision: 0n }))),
    );
    expect(outcomes.filter(({ accepted: isAccepted }) => isAccepted)).toHaveLength(1);
  });

  it('with another process is decided by the store, and the loser folds again', async () => {
    await engine.handle(open());
    const other = engineOver(events);
    await other.handle(note({ commandId: 'theirs' }));
    const { revision } = await accepted(engine.handle(note({ commandId: 'ours' })));
    expect(revision).toBe(2n);
  });

  it('with another process does not refuse what only the older state forbids', async () => {
    await engine.handle(open());
    await engineOver(events).handle(note({ commandId: 'theirs' }));
    const decline = send('DeclineRequest', { reason: 'none' }, { actor: namedActor('head-1') });
    expect((await accepted(engine.handle(decline))).state).toBe('closed.declined');
  });
});

describe('the same command sent to two processes at once', () => {
  const both = async (theirs: SentCommand, ours: SentCommand) => {
    await engine.handle(open());
    const other = engineOver(events);
    const first = await accepted(other.handle(theirs));
    // This engine decides from its cache: against the older state, at a later time.
    clock.advance(1000);
    return { first, second: await engine.handle(ours), other };
  };

  it('is recorded once, and one of them answers that it was', async () => {
    const { first, second } = await both(note({ commandId: 'k-1' }), note({ commandId: 'k-1' }));
    expect(second).toEqual({ ...first, repeated: true });
  });

  it('leaves both with the case as it was recorded, not as each decided it', async () => {
    const { other } = await both(note({ commandId: 'k-1' }), note({ commandId: 'k-1' }));
    const { caseId } = await accepted(engine.handle(note({ commandId: 'k-1' })));
    const truth = await engineOver(events).queries.case(testReader, { caseId });
    for (const each of [engine, other])
      expect((await each.queries.case(testReader, { caseId }))?.folded).toEqual(truth?.folded);
  });

  it('and with other content is COMMAND_ID_REUSED for one of them', async () => {
    const theirs = note({ commandId: 'k-1' });
    const { second } = await both(theirs, { ...theirs, input: { note: 'something else' } });
    expect(second).toMatchObject({ accepted: false, refusal: { code: 'COMMAND_ID_REUSED' } });
  });
});

it('shows a case as another process left it', async () => {
  const { caseId } = await accepted(engine.handle(open()));
  await engineOver(events).handle(note());
  expect((await engine.queries.case(testReader, { caseId }))?.revision).toBe(1n);
});

describe('a store that does not answer', () => {
  it('is an error for the caller, and the state is read again for the next command', async () => {
    await engine.handle(open());
    let failing = true;
    const flaky = eventStoreWith(events, {
      append: (writes) =>
        failing ? Promise.reject(new StoreUnavailableError('memory', 'disk full')) : events.append(writes),
    });
    const over = engineOver(flaky);
    await expect(over.handle(note({ commandId: 'k-7' }))).rejects.toThrow(StoreUnavailableError);
    failing = false;
    expect((await accepted(over.handle(note({ commandId: 'k-7' })))).revision).toBe(1n);
  });
});
