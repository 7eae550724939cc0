import { describe, expect, it } from '@jest/globals';
import {
  createEngine,
  eventStoreWith,
  logStart,
  refusalsStream,
  StoreUnavailableError,
  verifyLog,
  type Engine,
  type EventStore,
  type SentCommand,
} from '@safeconduct/engine';
import { countingIds, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { uuidIds } from '@safeconduct/stores';
import { defineWorkflow, hours, plus } from '@safeconduct/workflow';
import { chart } from '../../workflows/officer-case/chart.js';
import { officerCase } from '../../workflows/officer-case/index.js';
import { stepsTo, type Leaf } from '../../workflows/officer-case/testing/state-paths.js';
import { samples, type CommandName } from '../../workflows/officer-case/testing/samples.js';
import { actorOf, personsOf } from '../../workflows/officer-case/testing/actors.js';
import { ledTo, openTo } from './testing/led-case.js';

const longStatement = 'x'.repeat(30_000);

const returning = (Object.keys(stepsTo) as Leaf[]).filter((leaf) => leaf.includes('.returning.'));

describe('a withdrawal', () => {
  it.each(returning)('is accepted in %s, and leads out of the return', async (leaf) => {
    const { send } = await ledTo(leaf);
    const outcome = await send('WithdrawConsent');
    expect(outcome).toMatchObject({ accepted: true });
    expect((outcome as { state: string }).state).not.toContain('returning');
  });

  it('goes before a handover that waits for the same case, and the handover is refused', async () => {
    const { send } = await ledTo('camped.returning.inTransit');
    const [assignment, handover, withdrawal] = await Promise.all([
      send('AssignOfficer'),
      send('ConfirmHandover'),
      send('WithdrawConsent'),
    ]);
    expect([assignment.accepted, withdrawal.accepted]).toEqual([true, true]);
    expect(handover).toMatchObject({
      accepted: false,
      refusal: { code: 'WRONG_STATE', state: 'camped.settled' },
    });
  });

  it('is not turned away because the case has changed since the sender read it', async () => {
    const { send } = await ledTo('camped.returning.manifested');
    expect(await send('WithdrawConsent', { expectedRevision: 2n })).toMatchObject({ accepted: true });
  });

  it('is not turned away because of a second person who does not fit, and none is recorded', async () => {
    const { send, events } = await ledTo('camped.returning.inTransit');
    const by = samples.WithdrawConsent.by;
    expect(await send('WithdrawConsent', personsOf({ by, confirmedBy: by }))).toMatchObject({
      accepted: true,
    });
    const { metadata } = (await everything(events)).at(-1) ?? {};
    expect(JSON.stringify(metadata)).not.toContain('confirmedBy');
  });

  it('that was said before the last event is recorded at the time of that event', async () => {
    const { send, arrivedAt: now } = await ledTo('camped.returning.manifested');
    const outcome = await send('WithdrawConsent', { occurredAt: plus(now, -hours(12)) });
    expect(outcome).toMatchObject({ accepted: true, occurredAt: plus(now, -hours(1)) });
  });

  it('that was said on a clock that is ahead is recorded now', async () => {
    const { send, arrivedAt: now } = await ledTo('camped.returning.inTransit');
    const outcome = await send('WithdrawConsent', { occurredAt: plus(now, hours(1)) });
    expect(outcome).toMatchObject({ accepted: true, occurredAt: now });
  });

  it.each([
    ['an empty statement', { input: { statement: '' } }, { statement: '' }],
    ['nothing at all', { input: undefined }, undefined],
    ['a hearer who is no text', { input: { statement: 'I stay', heardBy: 7 } }, { heardBy: 7 }],
    ['a field that is not known', { input: { reason: 'I stay' } }, { reason: 'I stay' }],
    ['a text instead of a form', { input: 'I stay' }, { data: 'I stay' }],
    [
      'a longer statement than the form takes',
      { input: { statement: longStatement } },
      { data: { statement: longStatement } },
    ],
    ['a time without zone', { occurredAt: '2025-01-02T11:50' }, { occurredAt: '2025-01-02T11:50' }],
    ['a purpose that is no code', { purpose: 'to go home' }, { purpose: 'to go home' }],
    ['an id that is none', { commandId: 'a b' }, { commandId: 'a b' }],
    [
      'a confirmation nobody asked for',
      { confirmation: { by: actorOf('co-1'), at: 'noon' } },
      { confirmation: { by: actorOf('co-1'), at: 'noon' } },
    ],
    ['what could not be read before', { unread: { kept: [1] } }, { kept: [1] }],
  ])('is heard with %s, and nothing of it is lost', async (_shape, shape, kept) => {
    const { engine, send } = await ledTo('camped.returning.manifested');
    const { caseId } = (await send('WithdrawConsent', shape)) as { caseId: string };
    const [last] = (await engine.queries.history(testReader, { caseId })).slice(-1);
    expect(last?.recorded.type).toBe('ReturnConsentWithdrawn');
    const { asHeard } = last?.data as { readonly asHeard?: string };
    expect(asHeard === undefined ? undefined : (JSON.parse(asHeard) as unknown)).toEqual(
      kept === undefined ? undefined : expect.objectContaining(kept),
    );
  });

  it('that was said at an earlier time keeps that time', async () => {
    const { engine, send, arrivedAt: now } = await ledTo('camped.returning.inTransit');
    const said = plus(now, -hours(2));
    const { caseId } = (await send('WithdrawConsent', { occurredAt: said })) as { caseId: string };
    const [last] = (await engine.queries.history(testReader, { caseId })).slice(-1);
    expect(last).toMatchObject({ envelope: { saidAt: said }, fact: { saidAt: said } });
  });

  it('that races the handover is in the log whichever came first, and somebody has a task', async () => {
    const ends = new Map<string, number>();
    for (let round = 0; round < 200; round += 1) {
      const {
        engine,
        events,
        clock,
        caseId,
        send,
        arrivedAt: now,
      } = await ledTo('camped.returning.inTransit');
      // A second server of the same log, so that no queue decides who is first.
      const second = createEngine({ events, keys: fixedKeyRing(), clock, ids: uuidIds }, [officerCase]);
      await second.queries.case(testReader, { caseId });
      const withdraw = () =>
        second.handle({
          ...{ target: { caseId }, command: 'WithdrawConsent', input: { statement: 'I stay' } },
          ...personsOf(samples.WithdrawConsent),
          occurredAt: now,
        });
      const both = [() => send('ConfirmHandover'), withdraw];
      const [first, other] = await Promise.all(
        (round % 2 === 0 ? both : both.toReversed()).map((one) => one()),
      );
      expect((round % 2 === 0 ? other : first)?.accepted).toBe(true);
      const found = await engine.queries.case(testReader, { caseId });
      const said = await engine.queries.history(testReader, { caseId });
      expect(said.map(({ recorded }) => recorded.type)).toContain('ReturnConsentWithdrawn');
      expect(Object.keys(found?.due ?? {}).length).toBeGreaterThan(0);
      const state = found?.folded.state ?? '';
      ends.set(state, (ends.get(state) ?? 0) + 1);
    }
    expect([...ends.keys()].sort()).toEqual(['camped.settled', 'returned.alert']);
  });

  it('leaves no way on but a new consent', async () => {
    const led = await ledTo('camped.returning.inTransit');
    const { send } = led;
    await send('WithdrawConsent');
    for (const command of ['ConfirmHandover', 'StartMovement', 'AddToManifest', 'ClearReturn'] as const) {
      expect(await send(command)).toMatchObject({ accepted: false, refusal: { code: 'WRONG_STATE' } });
    }
    expect(await openTo(led)).toContain('RequestReturn');
  });
});

describe('what is recorded', () => {
  it.each(['camped.returning.inTransit', 'pendingAssurance.effective', 'relocating.inTransit'] as const)(
    'on the way to %s holds no personal datum in the clear',
    async (leaf) => {
      const { engine, events, send } = await ledTo(leaf);
      await send('ClearReturn');
      const all = await everything(events);
      const decoded = await engine.codec.decode(all);
      expect(JSON.stringify(decoded.map((event) => event.kind === 'case' && event.data))).toContain('SEALED');
      expect(
        JSON.stringify(all, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      ).not.toContain('SEALED');
    },
  );
});

const everything = (events: EventStore) => events.readAll({ after: logStart, limit: 10_000 });

describe('a withdrawal in a case whose history does not follow its workflow', () => {
  /** The next release of the workflow has no place for an event that the case has. */
  const forgetful = officerCaseWithout('ReturnRequested');
  const statement = { statement: 'I have changed my mind', heardBy: 'co-2' };

  async function broken() {
    const led = await ledTo('camped.returning.consented');
    const { events, clock, caseId } = led;
    const ports = { events, keys: fixedKeyRing(), clock, ids: uuidIds };
    const engine = createEngine(ports, [forgetful]);
    const send = (command: CommandName, more: Partial<SentCommand> = {}) =>
      engine.handle({
        target: { caseId },
        command,
        input: statement,
        commandId: 'withdrawal-1',
        ...personsOf(samples[command]),
        occurredAt: led.arrivedAt,
        ...more,
      });
    return { ...led, engine, send };
  }

  it('is recorded as heard, with what was said, while every other command fails with HISTORY_DIVERGED', async () => {
    const { engine, events, caseId, send, arrivedAt: now } = await broken();
    const clear = send('ClearReturn', { input: samples.ClearReturn.inputs(now)[0] });
    await expect(clear).rejects.toMatchObject({ code: 'HISTORY_DIVERGED' });
    expect(await send('WithdrawConsent')).toMatchObject({
      accepted: false,
      caseId,
      refusal: { code: 'HEARD_UNDECIDED', state: 'camped.returning.consented' },
    });
    const recorded = await events.readStream(refusalsStream(caseId), { from: 0n, limit: 10 });
    expect(recorded.map(({ occurredAt }) => occurredAt)).toEqual([now]);
    expect(await engine.codec.decode(recorded)).toMatchObject([
      { data: { code: 'HEARD_UNDECIDED' }, heard: statement },
    ]);
    for (const words of Object.values(statement)) expect(recorded[0]?.data).not.toContain(words);
  });

  it('is one record when it is repeated, and a problem that verify tells until it is decided', async () => {
    const { engine, events, caseId, clock, send, arrivedAt: now } = await broken();
    await send('WithdrawConsent');
    await send('WithdrawConsent');
    expect(await events.readStream(refusalsStream(caseId), { from: 0n, limit: 10 })).toHaveLength(1);
    const told = (codec: Engine['codec']) =>
      verifyLog({ events, codec }).then(({ problems }) => problems.map(({ what }) => what));
    const undecided = `refusals-${caseId}: WithdrawConsent was heard at ${now} and is not decided yet; send it again as withdrawal-1`;
    expect(await told(engine.codec)).toContain(undecided);

    const mended = createEngine({ events, keys: fixedKeyRing(), clock, ids: uuidIds }, [officerCase]);
    const outcome = await mended.handle({
      target: { caseId },
      command: 'WithdrawConsent',
      input: statement,
      commandId: 'withdrawal-1',
      ...personsOf(samples.WithdrawConsent),
      occurredAt: now,
    });
    expect(outcome).toMatchObject({ accepted: true });
    expect(await told(mended.codec)).toEqual([]);
  });

  it('is refused to a role that may not send it, and thrown when the store is in trouble', async () => {
    const { events, caseId, clock, send } = await broken();
    expect(await send('WithdrawConsent', { actor: actorOf('aud-1') })).toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
    const failing = eventStoreWith(events, {
      readStream: () => Promise.reject(new StoreUnavailableError('test', 'gone')),
    });
    const engine = createEngine({ events: failing, keys: fixedKeyRing(), clock, ids: countingIds() }, [
      forgetful,
    ]);
    const sent = { ...personsOf(samples.WithdrawConsent), command: 'WithdrawConsent', input: statement };
    await expect(engine.handle({ target: { caseId }, ...sent })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
  });
});

/** The workflow with a chart in which no state takes an event. */
function officerCaseWithout(type: string) {
  const without = (state: object): object =>
    Object.fromEntries(
      Object.entries(state).map(([key, value]: [string, object]) => {
        if (key === 'on')
          return [key, Object.fromEntries(Object.entries(value).filter(([name]) => name !== type))];
        if (key !== 'states') return [key, value];
        return [
          key,
          Object.fromEntries(Object.entries(value).map(([name, child]) => [name, without(child as object)])),
        ];
      }),
    );
  return defineWorkflow({ ...officerCase.source, chart: without(chart) } as never);
}
