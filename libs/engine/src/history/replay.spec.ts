import { describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { defineWorkflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine } from '../engine.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { verifyLog } from '../verify/verify-log.js';
import { caseStream } from '../events/streams.js';
import type { NewEvent } from '../ports/event-store.js';

async function history() {
  const clock = fixedClock('2025-03-01T08:00:00.000Z');
  const events = openMemoryEvents({ clock });
  const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  const sent = { target: { workflow: 'template', naturalKey: 'R-1' }, actor: namedActor('clerk-1') };
  const at = (hour: number) => `2025-03-01T0${hour}:00:00Z`;
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  await engine.handle({ ...sent, command: 'OpenRequest', input, occurredAt: at(1) });
  await engine.handle({ ...sent, command: 'AddNote', input: { note: 'one' }, occurredAt: at(2) });
  await engine.handle({
    ...sent,
    command: 'DeclineRequest',
    input: { reason: 'none' },
    actor: namedActor('head-1'),
    occurredAt: at(3),
  });
  const caseId = (await engine.queries.findCase(testReader, { reference: 'R-1' })) as string;
  return { engine, events, caseId, clock };
}

describe('replay', () => {
  it('folds to the recorded states, step by step', async () => {
    const { engine, caseId } = await history();
    const replay = await engine.queries.replay(testReader, { caseId });
    expect(replay?.diverged).toBeNull();
    expect(replay?.steps.map(({ type, state, matches }) => [type, state, matches])).toEqual([
      ['RequestOpened', 'open', true],
      ['NoteAdded', 'open', true],
      ['RequestDeclined', 'closed.declined', true],
    ]);
    expect(replay?.steps[1]?.changes).toEqual([{ path: 'notes', from: 0, to: 1 }]);
  });

  it('finds a recorded state that the events do not lead to', async () => {
    const { engine, events, caseId } = await history();
    const [event] = await events.readStream(caseStream(caseId), { from: 2n, limit: 1 });
    const forged = {
      ...(event as NewEvent),
      eventId: '00000000-0000-8000-8000-000000000001',
      type: 'NoteAdded',
      data: '{"note":"x"}',
    };
    await events.append([
      {
        stream: caseStream(caseId),
        expected: 2n,
        events: [{ ...forged, metadata: { ...forged.metadata, form: 'json-1', state: 'open' } }],
      },
    ]);
    const replay = await engine.queries.replay(testReader, { caseId });
    expect(replay?.diverged).toBe(3n);
    const { problems } = await verifyLog({ events, codec: engine.codec });
    const by = 'NoteAdded by DeclineRequest';
    expect(problems).toEqual(
      [
        'recorded state open, folded closed.declined',
        `${by}: DeclineRequest does not lead to this event`,
        `${by}: recorded the guards [G-LOOKED 1], asked are []`,
      ].map((what) => ({
        position: 4n,
        what: `${caseStream(caseId)}: ${what}`,
        caseId,
        recordedAt: forged.recordedAt,
      })),
    );
  });

  it('finds a recorded place, outcome or tag that does not follow from the facts', async () => {
    const { engine, events, caseId } = await history();
    const [event] = await events.readStream(caseStream(caseId), { from: 2n, limit: 1 });
    const { metadata, ...declined } = event as NewEvent;
    const note = { ...declined, type: 'NoteAdded', data: '{"note":"x"}' };
    const changes = { form: 'json-1', place: 'DESK', outcome: 'GRANTED', tags: 'size=large' };
    const forged = {
      ...note,
      eventId: '00000000-0000-8000-8000-000000000003',
      metadata: { ...metadata, ...changes },
    };
    await events.append([{ stream: caseStream(caseId), expected: 2n, events: [forged] }]);
    expect((await engine.queries.replay(testReader, { caseId }))?.diverged).toBe(3n);
    const { problems } = await verifyLog({ events, codec: engine.codec });
    expect(problems.slice(0, 3).map(({ what }) => what)).toEqual(
      [
        'recorded place DESK, folded none',
        'recorded outcome GRANTED, folded DECLINED',
        'recorded tag size large, folded none',
      ].map((what) => `${caseStream(caseId)}: ${what}`),
    );
  });

  it('agrees with events of a version that had not declared a tag yet', async () => {
    const { events, caseId, clock } = await history();
    const later = defineWorkflow({
      ...(template.source as object as Parameters<typeof defineWorkflow>[0]),
      version: 2,
      tags: { answered: ['YES', 'NO'] },
      summary: (_facts, state) => ({
        outcome: state === 'closed.declined' ? 'DECLINED' : undefined,
        tags: { answered: state === 'open' ? 'NO' : 'YES' },
      }),
    });
    const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [later]);
    expect((await engine.queries.replay(testReader, { caseId }))?.diverged).toBeNull();
    expect((await verifyLog({ events, codec: engine.codec })).problems).toEqual([]);
  });

  it('ends at an event that the machine does not accept', async () => {
    const { engine, events, caseId, clock } = await history();
    const [event] = await events.readStream(caseStream(caseId), { from: 2n, limit: 1 });
    const { metadata, ...declined } = event as NewEvent;
    const eventId = '00000000-0000-8000-8000-000000000002';
    const again = { ...declined, eventId, data: '{"reason":"x"}', metadata: { ...metadata, form: 'json-1' } };
    await events.append([{ stream: caseStream(caseId), expected: 2n, events: [again] }]);
    const restarted = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
    expect(await restarted.queries.findCase(testReader, { reference: 'R-1' })).toBe(caseId);
    expect((await restarted.queries.replay(testReader, { caseId }))?.steps.at(-1)).toMatchObject({
      revision: 3n,
      matches: false,
    });
    const { problems } = await verifyLog({ events, codec: engine.codec });
    expect(problems.map(({ what }) => what)).toEqual([
      `${caseStream(caseId)}: RequestDeclined cannot follow in closed.declined`,
    ]);
  });
});

describe('a past moment', () => {
  it('is a prefix of the history, by revision and in both clocks', async () => {
    const { engine, caseId } = await history();
    const states = await Promise.all([
      engine.queries.case(testReader, { caseId, moment: { revision: 1n } }),
      engine.queries.case(testReader, {
        caseId,
        moment: { at: '2025-03-01T02:00:00.000Z', clock: 'occurred' },
      }),
      engine.queries.case(testReader, {
        caseId,
        moment: { at: '2025-03-01T02:00:00.000Z', clock: 'recorded' },
      }),
      engine.queries.case(testReader, {
        caseId,
        moment: { at: '2025-03-01T08:00:00.000Z', clock: 'recorded' },
      }),
    ]);
    expect(states.map((state) => state?.folded.state)).toEqual([
      'open',
      'open',
      undefined,
      'closed.declined',
    ]);
  });

  it('is compared with another one by what differs', async () => {
    const { engine, caseId } = await history();
    expect(
      await engine.queries.compare(testReader, { caseId, from: { revision: 0n }, to: { revision: 2n } }),
    ).toEqual([
      { path: 'facts.notes', from: 0, to: 1 },
      { path: 'state', from: 'open', to: 'closed.declined' },
    ]);
  });
});
