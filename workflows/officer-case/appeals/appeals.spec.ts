import { describe, expect, it } from '@jest/globals';
import { days, plus } from '@safeconduct/workflow';
import type { Appealable } from '../code-lists.js';
import { officerCase } from '../index.js';
import { send, sendAll, type CaseRun, type Steps } from '../testing/case-run.js';
import { sealed } from '../testing/sample.js';
import { at, leaves } from '../testing/state-paths.js';

const file = (against: Appealable): Steps[number] => [
  'FileAppeal',
  { input: { appealNo: 'AP-1', against, grounds: sealed('grounds') } },
];
const dismissed: Steps[number] = ['DecideAppeal', { variant: 1 }];
const due = ({ folded }: CaseRun) => folded && officerCase.dueDates(folded)['appeal'];

describe('an appeal', () => {
  it.each(leaves)('is filed in %s, where the case stays, and is decided within fifteen days', (leaf) => {
    const filed = sendAll([file('other')], at(leaf));
    expect([filed.folded?.state, due(filed)]).toEqual([leaf, plus(filed.now, days(15))]);
    const decided = sendAll(['DecideAppeal'], filed);
    expect([decided.folded?.state, due(decided)]).toEqual([leaf, undefined]);
  });

  it('suspends every movement until it is decided', () => {
    const filed = sendAll([file('risk')], at('camped.returning.inTransit'));
    expect(JSON.stringify(send(filed, 'ConfirmHandover').answer)).toContain('APPEAL_PENDING');
    expect(JSON.stringify(send(filed, 'TransferToJustice').answer)).toContain('APPEAL_PENDING');
    expect(send(sendAll([dismissed], filed), 'ConfirmHandover').answer.accepted).toBe(true);
  });

  it('is not decided by whoever made the finding, with DECIDES_ON_OWN_FINDING', () => {
    const filed = sendAll([file('risk')], at('camped.settled'));
    expect(JSON.stringify(send(filed, 'DecideAppeal', { by: 'pro-2' }).answer)).toContain(
      'DECIDES_ON_OWN_FINDING',
    );
  });
});

describe('an appeal that is upheld', () => {
  it.each(['camped.returning.verified', 'pendingAssurance.returning.verified'] as const)(
    'against a denied clearance leads back to %s, with the consent and what rested on it',
    (leaf) => {
      const before = at(leaf);
      const back = sendAll(['DenyClearance', file('clearance'), 'DecideAppeal'], before);
      expect(back.folded?.state).toBe(leaf);
      expect(back.folded?.facts.return).toEqual(before.folded?.facts.return);
      expect(sendAll(['ClearReturn'], back).folded?.state).toBe(leaf.replace('verified', 'cleared'));
    },
  );

  it('comes too late for a clearance once a new return was requested, and is on record', () => {
    const steps: Steps = ['DenyClearance', file('clearance'), 'RequestReturn', 'DecideAppeal'];
    expect(sendAll(steps, at('camped.returning.verified')).folded?.state).toBe('camped.returning.requested');
  });

  it('does not lead back to a return from which the person withdrew meanwhile', () => {
    const steps: Steps = ['DenyClearance', file('clearance'), 'WithdrawConsent', 'DecideAppeal'];
    const back = sendAll(steps, at('camped.returning.verified'));
    expect([back.folded?.state, back.folded?.facts.return]).toEqual(['camped.settled', undefined]);
  });

  it.each(['camped.settled', 'pendingAssurance.seeking'] as const)(
    'against an assessment that excluded a relocation leads from %s back to the assessment',
    (leaf) => {
      const before = sendAll(['OpenRelocation'], at(leaf));
      const back = sendAll(
        [['AssessRelocation', { variant: 1 }], file('relocation'), 'DecideAppeal'],
        before,
      );
      expect(back.folded?.state).toBe('relocating.referred');
      expect(back.folded?.facts.relocation).toEqual(before.folded?.facts.relocation);
    },
  );

  it.each([1, 2])('against refusal %i of the exit leads back to where it is decided', (refusals) => {
    const before = at('relocating.exitPending');
    const again: Steps = refusals === 1 ? [] : ['RefuseExit', 'RequestExit'];
    const asked = sendAll(again, before);
    const back = sendAll(['RefuseExit', file('exit'), 'DecideAppeal'], asked);
    expect(back.folded?.state).toBe('relocating.exitPending');
    expect(back.folded?.facts.relocation).toEqual(asked.folded?.facts.relocation);
    expect(sendAll(['GrantExit'], back).folded?.state).toBe('relocating.predeparture');
  });

  it('does not lead back to a relocation from which the person withdrew meanwhile', () => {
    const steps: Steps = ['RefuseExit', file('exit'), 'WithdrawRelocation', 'DecideAppeal'];
    expect(sendAll(steps, at('relocating.exitPending')).folded?.state).not.toContain('relocating');
  });

  it('against an assurance found inadequate leads back to its assessment', () => {
    const before = at('pendingAssurance.offered');
    const back = sendAll([['AssessAssurance', { variant: 2 }], file('assurance'), 'DecideAppeal'], before);
    expect(back.folded?.state).toBe('pendingAssurance.offered');
    expect(back.folded?.facts.assurance).toEqual(before.folded?.facts.assurance);
  });

  it('against a finding of risk sets it aside, so that the risk is assessed again', () => {
    const back = sendAll(
      [['AssessRisk', { variant: 2 }], file('risk'), 'DecideAppeal'],
      at('camped.settled'),
    );
    expect(back.folded?.facts.risks).toEqual({});
    expect(
      JSON.stringify(
        send(back, 'TransferToJustice', {
          input: { orderNo: 'J', court: 'C', destination: 'SY', counselNotified: true, receiptNo: 'R' },
        }).answer,
      ),
    ).toContain('RISK_NOT_ASSESSED');
  });

  it('sets aside the findings from before it, whenever they are entered, and none from after it', () => {
    const filed = sendAll([file('risk')], at('camped.settled'));
    const decidedAt = plus(filed.now, days(1));
    const finding = (daysAfter: number, variant: number): Steps[number] => [
      'AssessRisk',
      { variant, at: plus(decidedAt, days(daysAfter)) },
    ];
    const late = sendAll([['DecideAppeal', { at: decidedAt }], finding(-0.5, 0)], filed);
    expect(late.folded?.facts.risks).toEqual({});
    const newer = sendAll([finding(1, 2), ['DecideAppeal', { at: decidedAt }]], filed);
    expect(newer.folded?.facts.risks['SY']?.outcome).toBe('REAL_RISK');
  });

  it.each([
    ['a permission to stay', 'camped.settled', 'GrantStay', 'camped.settled'],
    ['a hand-over to a court', 'camped.settled', 'TransferToJustice', 'camped.settled'],
    ['the end of the follow-up', 'returned.monitoring', 'CloseMonitoring', 'returned.alert'],
  ] as const)('against a closing by %s opens the case again', (_what, leaf, closing, target) => {
    const again = sendAll([closing, file('closing'), 'DecideAppeal'], at(leaf));
    expect([again.folded?.state, again.folded?.facts.outcome]).toEqual([target, undefined]);
  });

  it('against the closing of a case whose person has left does not open it', () => {
    const left = sendAll(
      ['RecordSpontaneousDeparture', file('closing'), 'DecideAppeal'],
      at('camped.settled'),
    );
    expect(left.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'SPONTANEOUS_DEPARTURE' } });
  });
});

describe('an appeal that is dismissed', () => {
  it('changes nothing but that it is decided', () => {
    const filed = sendAll(['DenyClearance', file('clearance')], at('camped.returning.verified'));
    const decided = sendAll([dismissed], filed);
    expect(decided.folded).toMatchObject({ state: 'camped.settled', facts: { appeals: [] } });
  });
});
