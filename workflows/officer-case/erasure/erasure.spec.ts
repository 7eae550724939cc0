import { describe, expect, it } from '@jest/globals';
import { hours, plus } from '@safeconduct/workflow';
import { limits } from '../limits.js';
import { send, sendAll, type CaseRun, type Steps } from '../testing/case-run.js';
import { sealed } from '../testing/sample.js';
import { at } from '../testing/state-paths.js';

const erase = (run: CaseRun, more = {}) => send(run, 'DestroySubjectKey', more).answer;
const refusedWith = (answer: unknown) => JSON.stringify(answer);
const release: Steps[number] = [
  'ReleaseHold',
  { by: 'sup-1', confirmedBy: 'leg-1', input: { holdNo: 'HOLD-1', reason: sealed('reason') } },
];

describe('an erasure', () => {
  it('is decided by a data protection officer and a key custodian, never in one order only', () => {
    const resolved = at('resolved');
    expect(erase(resolved).accepted).toBe(true);
    expect(refusedWith(erase(resolved, { confirmedBy: null }))).toContain('SECOND_PERSON_REQUIRED');
    for (const confirmedBy of ['dpo-2', 'sup-1', 'aud-1'])
      expect(refusedWith(erase(resolved, { confirmedBy }))).toContain('SECOND_PERSON_INVALID');
    expect(refusedWith(erase(resolved, { by: 'key-1', confirmedBy: 'dpo-1' }))).toContain('NOT_PERMITTED');
  });

  it('names what is destroyed, and nothing personal', () => {
    const { log } = send(at('resolved'), 'DestroySubjectKey').run;
    const { data } = log.at(-1) ?? {};
    expect(data).toMatchObject({ classes: ['identity', 'narrative', 'medical', 'witness'] });
    expect(JSON.stringify(data)).not.toContain('SEALED');
  });

  it('waits for the end of the retention period, with RETENTION_RUNNING', () => {
    const resolved = at('resolved');
    const early = plus(resolved.now, limits.retention - 1);
    expect(refusedWith(erase(resolved, { at: early }))).toContain('RETENTION_RUNNING');
  });

  it('waits longer when the case was opened again and ended later', () => {
    const again = sendAll(['ReopenCase', 'GrantStay'], at('resolved'));
    const first = plus(at('resolved').now, limits.retention + hours(1));
    expect(refusedWith(erase(again, { at: first }))).toContain('RETENTION_RUNNING');
    expect(erase(again).accepted).toBe(true);
  });

  it('is stopped by a hold from before the end of the case until that is released, with HOLD_ACTIVE', () => {
    const held = sendAll(['PlaceHold', 'RecordSpontaneousDeparture'], at('camped.settled'));
    expect(held.folded?.state).toBe('resolved');
    expect(refusedWith(erase(held))).toContain('HOLD_ACTIVE');
    expect(erase(sendAll([release], held)).accepted).toBe(true);
  });

  it('is stopped by a pending appeal, with APPEAL_PENDING', () => {
    expect(refusedWith(erase(sendAll(['FileAppeal'], at('resolved'))))).toContain('APPEAL_PENDING');
  });

  it('is stopped by a restriction until two persons lift it, with ERASURE_RESTRICTED', () => {
    const restricted = sendAll(['RestrictErasure'], at('resolved'));
    expect(refusedWith(erase(restricted))).toContain('ERASURE_RESTRICTED');
    expect(erase(sendAll(['LiftErasureRestriction'], restricted)).accepted).toBe(true);
  });

  it('is decided once, with ALREADY_ERASED', () => {
    const erased = sendAll(['DestroySubjectKey'], at('resolved'));
    expect(refusedWith(erase(erased))).toContain('ALREADY_ERASED');
    expect(refusedWith(send(erased, 'RestrictErasure').answer)).toContain('ALREADY_ERASED');
  });

  it('is open in no case that is not resolved, with WRONG_STATE', () => {
    expect(refusedWith(erase(at('returned.monitoring')))).toContain('WRONG_STATE');
  });
});
