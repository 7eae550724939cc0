import { describe, expect, it } from '@jest/globals';
import { officerCase } from './index.js';
import { sendAll, type CaseRun } from './testing/case-run.js';
import { at, leaves } from './testing/state-paths.js';

const summary = ({ folded }: CaseRun) => folded && officerCase.summary(folded);

describe('the summary of a case', () => {
  it('says where the person is as long as the host country answers for them', () => {
    for (const leaf of leaves) {
      const nowhere = /^(entered|returned)\./.test(leaf);
      const place = nowhere ? undefined : leaf.endsWith('.inTransit') ? 'ROAD' : 'QAIM';
      expect([leaf, summary(at(leaf))?.place]).toEqual([leaf, place]);
    }
  });

  it('has those who turn back on the road until they have arrived at a facility', () => {
    const turnedBack = sendAll(['WithdrawConsent'], at('camped.returning.inTransit'));
    expect(summary(turnedBack)?.place).toBe('ROAD');
    expect(summary(sendAll(['TransferFacility'], turnedBack))?.place).not.toBe('ROAD');
    expect(summary(sendAll(['WithdrawConsent'], at('camped.returning.manifested')))?.place).toBe('QAIM');
  });

  it('does not say that a missing person is in a facility or on the road', () => {
    for (const leaf of ['camped.settled', 'camped.returning.inTransit', 'entered.intake'] as const)
      expect(summary(sendAll(['ReportMissing'], at(leaf)))?.place).toBe('MISSING');
    expect(summary(sendAll(['ReportMissing', 'Locate'], at('camped.settled')))?.place).toBe('QAIM');
  });

  it('keeps the place of those who may stay', () => {
    expect(summary(at('resolved'))).toMatchObject({ place: 'QAIM', outcome: 'REMAINS_IN_HOST' });
    expect(summary(sendAll(['ReopenCase'], at('resolved')))).toMatchObject({
      place: 'QAIM',
      outcome: undefined,
    });
  });

  it('says what the person is and wishes, as far as it is known', () => {
    expect(summary(at('entered.intake'))?.tags).toBe('service=officer');
    expect(summary(at('entered.screened'))?.tags).toBe('category=COMBATANT_INTERNED;service=officer');
    const refusing = sendAll([['StateIntention', { input: { intention: 'refuse' } }]], at('camped.settled'));
    expect(summary(refusing)?.tags).toBe('category=COMBATANT_INTERNED;intention=refuse;service=officer');
  });

  it('names the officer the case is assigned to', () => {
    expect(
      summary(sendAll(['AssignOfficer', ['AssignOfficer', { variant: 1 }]], at('resolved')))?.assignee,
    ).toBe('co-2');
  });
});
