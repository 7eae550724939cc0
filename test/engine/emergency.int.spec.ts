import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  EmergencyAccess,
  registerOf,
  type EngineWithViews,
  type EventStore,
  type Reader,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, type FixedClock } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../../workflows/officer-case/index.js';
import { samples } from '../../workflows/officer-case/testing/samples.js';
import { actorOf } from '../../workflows/officer-case/testing/actors.js';

const now = '2025-03-01T08:00:00.000Z';
const actor = { id: 'co-1', roles: ['caseOfficer'] };
const reader: Reader = { actor, purpose: 'breakGlass', operation: 'test' };
const asked = {
  actor,
  trigger: 'threatToLife',
  text: 'A threat was made at the gate.',
  minutes: 240,
} as const;

let clock: FixedClock;
let events: EventStore;
let emergency: EmergencyAccess;
let engine: EngineWithViews;
let caseId: string;
const keys = fixedKeyRing();
const opened = () =>
  EmergencyAccess.open({
    ...{ events, clock, ids: countingIds(), subjects: keys.subjects },
    register: registerOf([officerCase]),
  });

beforeEach(async () => {
  clock = fixedClock(now);
  events = openMemoryEvents({ clock });
  emergency = await opened();
  const ports = { events, views: openMemoryViews(), keys, clock, ids: countingIds(), emergency };
  engine = createEngine(ports, [officerCase]);
  const outcome = await engine.handle({
    ...{ target: { workflow: 'officer-case' }, command: 'RegisterEntry', actor: actorOf('intake-01') },
    ...{ input: samples.RegisterEntry.inputs(now)[0], occurredAt: now },
  });
  caseId = 'caseId' in outcome ? String(outcome.caseId) : '';
});

const sees = async () => (await engine.queries.case(reader, { caseId })) !== undefined;

describe('emergency access', () => {
  it('ends with its time, after four hours at most', async () => {
    expect(await sees()).toBe(false);
    await emergency.take({ ...asked, caseId });
    expect(await sees()).toBe(true);
    clock.set(plus(now, hours(4) - 60_000));
    expect(await sees()).toBe(true);
    clock.set(plus(now, hours(4)));
    expect(await sees()).toBe(false);
    expect(await emergency.waitingFor({ id: 'dpo-1', roles: ['dataProtection'] })).toMatchObject([
      { status: 'toReview', text: asked.text },
    ]);
  });

  it('shows no class any more that the role of the person no longer gets', async () => {
    await emergency.take({ ...asked, caseId });
    const demoted = { ...reader, actor: { ...actor, roles: ['intake'] } };
    const found = await engine.queries.case(demoted, { caseId });
    expect(found?.withheld.map(({ dataClass }) => dataClass)).not.toContain('identity');
    expect(
      await engine.queries.case({ ...reader, actor: { ...actor, roles: [] } }, { caseId }),
    ).toMatchObject({
      reference: expect.stringMatching(/^P-/),
    });
  });

  it('is known to another server as soon as it is recorded, and is over there when it is ended here', async () => {
    const other = await opened();
    const outcome = await emergency.take({ ...asked, caseId });
    const id = outcome.accepted ? outcome.grant.id : '';
    expect(await other.grantFor('co-1', caseId)).toMatchObject({ id });
    expect(await other.end(actor, id)).toMatchObject({ accepted: true });
    expect(await sees()).toBe(false);
    expect(await emergency.end(actor, id)).toMatchObject({ refusal: 'ACCESS_IS_OVER' });
  });

  it('is reviewed by nobody who answers to the person who took it', async () => {
    const outcome = await emergency.take({ ...asked, caseId });
    const id = outcome.accepted ? outcome.grant.id : '';
    await emergency.end(actor, id);
    const verdict = { verdict: 'justified', text: 'Confirmed by the doctor.' } as const;
    const subordinate = { id: 'sup-1', roles: ['supervisor'], supervisors: ['co-1'] };
    expect(await emergency.review(subordinate, id, verdict)).toMatchObject({ refusal: 'NOT_A_REVIEWER' });
    expect(await emergency.review({ id: 'sup-2', roles: ['supervisor'] }, id, verdict)).toMatchObject({
      accepted: true,
    });
  });

  it('keeps no word of what was written once the keys of the person were destroyed', async () => {
    await emergency.take({ ...asked, caseId });
    await keys.subjects.destroy(caseId, now);
    const [grant] = await emergency.grantsOf('operator');
    expect(grant).toMatchObject({ caseId, text: undefined });
    await expect(emergency.take({ ...asked, actor: { ...actor, id: 'co-2' }, caseId })).rejects.toMatchObject(
      {
        code: 'SUBJECT_ERASED',
      },
    );
  });
});
