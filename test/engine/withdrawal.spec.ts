import { describe, expect, it } from '@jest/globals';
import { createEngine, logStart, type Engine, type EventStore, type SentCommand } from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents } from '@safeconduct/stores';
import { hours, plus, type Instant } from '@safeconduct/workflow';
import { officerCase } from '../../workflows/officer-case/index.js';
import { stepsTo, type Leaf } from '../../workflows/officer-case/testing/state-paths.js';
import { samples, type CommandName } from '../../workflows/officer-case/testing/samples.js';
import { personsOf } from '../../workflows/officer-case/testing/actors.js';

const start = '2025-01-01T06:00:00.000Z';
const coolingOff = hours(25);

/** A case that was brought to a state through the engine, and the time at which it got there. */
async function ledTo(leaf: Leaf) {
  const clock = fixedClock(start);
  const events = openMemoryEvents({ clock });
  const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [officerCase]);
  let now: Instant = start;
  let target: SentCommand['target'] = { workflow: 'officer-case' };
  const send = (command: CommandName, more: Partial<SentCommand> = {}) => {
    const { inputs } = samples[command];
    return engine.handle({
      target,
      command,
      input: inputs(now)[0],
      ...personsOf(samples[command]),
      occurredAt: now,
      ...more,
    });
  };
  for (const command of stepsTo[leaf] as readonly CommandName[]) {
    now = plus(now, command === 'AddToManifest' ? coolingOff : hours(1));
    clock.set(now);
    const outcome = await send(command);
    if (!outcome.accepted) throw new Error(`${command}: ${JSON.stringify(outcome.refusal)}`);
    target = { caseId: outcome.caseId };
  }
  now = plus(now, hours(1));
  clock.set(now);
  return { engine, events, send, now };
}

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

  it('that was said before the last event is recorded at the time of that event', async () => {
    const { send, now } = await ledTo('camped.returning.manifested');
    const outcome = await send('WithdrawConsent', { occurredAt: plus(now, -hours(12)) });
    expect(outcome).toMatchObject({ accepted: true, occurredAt: plus(now, -hours(1)) });
  });

  it('that was said on a clock that is ahead is recorded now', async () => {
    const { send, now } = await ledTo('camped.returning.inTransit');
    const outcome = await send('WithdrawConsent', { occurredAt: plus(now, hours(1)) });
    expect(outcome).toMatchObject({ accepted: true, occurredAt: now });
  });

  it('leaves no way on but a new consent', async () => {
    const { engine, send } = await ledTo('camped.returning.inTransit');
    const { caseId } = (await send('WithdrawConsent')) as { caseId: string };
    for (const command of ['ConfirmHandover', 'StartMovement', 'AddToManifest', 'ClearReturn'] as const) {
      expect(await send(command)).toMatchObject({ accepted: false, refusal: { code: 'WRONG_STATE' } });
    }
    expect(await openCommandsOf(engine, caseId)).toContain('RequestReturn');
  });
});

async function openCommandsOf(engine: Engine, caseId: string): Promise<readonly string[]> {
  const found = await engine.queries.commands(testReader, { caseId });
  if (found === undefined) throw new Error('no case');
  return found.commands.flatMap(({ command, open }) => (open ? [command] : []));
}

describe('what is recorded', () => {
  it.each(['camped.returning.inTransit', 'pendingAssurance.effective', 'relocating.inTransit'] as const)(
    'on the way to %s holds no personal datum outside event data',
    async (leaf) => {
      const { events, send } = await ledTo(leaf);
      await send('ClearReturn');
      const all = await everything(events);
      expect(JSON.stringify(all.map(({ data }) => data))).toContain('SEALED');
      const outside = all.map(({ data: _data, ...rest }) => rest);
      expect(
        JSON.stringify(outside, (_key, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      ).not.toContain('SEALED');
      const refusals = all.filter(({ stream }) => stream.startsWith('refusals-'));
      expect(JSON.stringify(refusals.map(({ data }) => data))).not.toContain('SEALED');
    },
  );
});

const everything = (events: EventStore) => events.readAll({ after: logStart, limit: 10_000 });
