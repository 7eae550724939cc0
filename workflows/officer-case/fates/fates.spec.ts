import { describe, expect, it } from '@jest/globals';
import { days, hours, plus } from '@safeconduct/workflow';
import { outcomes, reopenTargets } from '../code-lists.js';
import { officerCase } from '../index.js';
import { reopenMap } from '../monitoring/guards.js';
import { isInHost } from '../states.js';
import { send, sendAll, type CaseRun, type Steps } from '../testing/case-run.js';
import { from } from '../testing/given.js';
import { sealed } from '../testing/sample.js';
import { at, leaves } from '../testing/state-paths.js';

const inHost = leaves.filter(isInHost);
const hasConsent = inHost.filter((leaf) => /returning\.(?!requested)/.test(leaf));
const returned = leaves.filter((leaf) => leaf.startsWith('returned.'));
const dueDates = ({ folded }: CaseRun) => (folded === undefined ? {} : officerCase.dueDates(folded));
const codes = (run: CaseRun) => run.log.at(-1)?.transcript.flatMap(({ failed }) => failed ?? []);

describe('a missing person', () => {
  const missing = sendAll(['ReportMissing'], at('camped.settled'));
  const searched = sendAll(['RecordSearch', 'RecordSearch', 'RecordSearch'], missing);

  it.each(inHost)('is reported in %s, where the case stays, and nothing moves them', (leaf) => {
    const run = send(at(leaf), 'ReportMissing').run;
    expect(run.folded?.state).toBe(leaf);
    expect(dueDates(run)['missingSearch']).toBe(plus(run.now, days(3)));
  });

  it('is not handed over and not transferred', () => {
    expect(
      JSON.stringify(send(sendAll(['ReportMissing'], at('camped.returning.inTransit')), 'ConfirmHandover')),
    ).toContain('PERSON_MISSING');
    expect(JSON.stringify(send(missing, 'TransferFacility'))).toContain('PERSON_MISSING');
  });

  it('is searched every three days', () => {
    expect(dueDates(searched)['missingSearch']).toBe(plus(searched.now, days(3)));
    expect(dueDates(sendAll(['Locate'], searched))).not.toHaveProperty('missingSearch');
  });

  it('has a case that is closed after thirty days and a complete log, and opened when they are located', () => {
    const late = { at: plus(missing.now, days(31)) };
    expect(JSON.stringify(send(missing, 'CloseAsAbsconded', late).answer)).toContain('SEARCH_LOG_INCOMPLETE');
    expect(JSON.stringify(send(searched, 'CloseAsAbsconded').answer)).toContain('MISSING_TOO_SHORT');
    const closed = send(searched, 'CloseAsAbsconded', late).run;
    expect(closed.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'ABSCONDED' } });
    const located = sendAll(['Locate'], closed);
    expect(located.folded).toMatchObject({ state: 'camped.settled' });
    expect(located.folded?.facts.outcome).toBeUndefined();
  });
});

describe('a person who absconded before they came to a facility', () => {
  it('is back at the intake when they are located', () => {
    const missing = sendAll(['ReportMissing', 'RecordSearch', 'RecordSearch'], at('entered.screened'));
    const late: Steps = [['RecordSearch', { at: plus(missing.now, days(31)) }], 'CloseAsAbsconded', 'Locate'];
    expect(sendAll(late, missing).folded?.state).toBe('entered.intake');
  });
});

describe('a death', () => {
  it.each(leaves)('is recorded in %s, whatever the rules say', (leaf) => {
    const run = sendAll(leaf.startsWith('re') ? [] : ['PlaceHold'], at(leaf));
    const dead = send(run, 'RecordDeath').run;
    expect(dead.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'DECEASED' } });
    expect(send(dead, 'RecordDeath').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
    expect(JSON.stringify(send(dead, 'ReopenCase', { variant: 1 }).answer)).toContain(
      'REOPENED_BY_OTHER_COMMAND',
    );
  });
});

describe('a crossing against the rules', () => {
  it.each(inHost)('is recorded in %s, is an alert, and names what was broken', (leaf) => {
    const run = send(at(leaf), 'RecordIrregularCrossing').run;
    expect(run.folded?.state).toBe('returned.alert');
    expect(codes(run)?.includes('CONSENT_MISSING')).toBe(!hasConsent.includes(leaf));
    expect(dueDates(run)).toEqual({ alert: plus(run.now, days(7)) });
  });

  it('of a person who had asked for nothing names the consent, and one under a hold the hold', () => {
    const held = sendAll(['PlaceHold'], at('camped.settled'));
    expect(codes(send(held, 'RecordIrregularCrossing').run)).toEqual(['CONSENT_MISSING', 'HOLD_ACTIVE']);
  });

  it('keeps its own outcome when the follow-up is closed, and is reopened as an alert', () => {
    const steps: Steps = ['RecordIrregularCrossing', 'ResolveAlert', 'RecordContact', 'CloseMonitoring'];
    const closed = sendAll(steps, at('camped.settled'));
    expect(closed.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'REMOVED_IRREGULARLY' } });
    expect(sendAll([['ReopenCase', { variant: 1 }]], closed).folded?.state).toBe('returned.alert');
  });
});

describe('a withdrawal of the consent to return', () => {
  it.each(leaves)('is heard in %s, also without a word', (leaf) => {
    const { answer, run } = send(at(leaf), 'WithdrawConsent', { input: {} });
    expect(answer.accepted).toBe(true);
    if (leaf.includes('.returning.')) expect(run.folded?.state).toMatch(/settled|effective/);
    else expect(run.folded?.state).toBe(returned.includes(leaf) ? 'returned.alert' : leaf);
  });

  it('after the crossing is a disputed handover and an alert, also when the case is closed', () => {
    from('returned.monitoring')
      .when('WithdrawConsent', { statement: sealed('statement') }, { by: 'mon-1' })
      .thenEvents(
        { type: 'ReturnConsentWithdrawn', data: { statement: sealed('statement') } },
        { type: 'HandoverDisputed', data: { ground: 'consentWithdrawn' } },
      );
    const closed = sendAll(['CloseMonitoring'], at('returned.monitoring'));
    const doubted = sendAll(['WithdrawConsent'], closed);
    expect(doubted.folded?.state).toBe('returned.alert');
    expect(doubted.folded?.facts.outcome).toBeUndefined();
  });
});

describe('a disputed handover', () => {
  const disputed = sendAll(['ContestHandover'], at('camped.returning.inTransit'));

  it('on the way stops the handover until the movement is broken off', () => {
    expect(JSON.stringify(send(disputed, 'ConfirmHandover').answer)).toContain('HANDOVER_DISPUTED');
    expect(dueDates(disputed)['heldOnTheWay']).toBe(plus(disputed.now, hours(4)));
    const again = sendAll(['AbortMovement', 'StartMovement', 'ConfirmHandover'], disputed);
    expect(again.folded?.state).toBe('returned.monitoring');
  });

  it('is not recorded where nobody crossed, with WRONG_STATE', () => {
    for (const leaf of ['camped.settled', 'resolved'] as const)
      expect(send(at(leaf), 'ContestHandover').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
  });
});

describe('a person who enters again', () => {
  const closed = sendAll(['CloseMonitoring'], at('returned.monitoring'));

  it.each([...returned.map((leaf) => [leaf, at(leaf)] as const), ['resolved', closed] as const])(
    'from %s stays the same person, and begins anew',
    (_leaf, run) => {
      const again = sendAll(['RecordReEntry'], run);
      expect(again.folded?.state).toBe('entered.intake');
      const {
        registrationNo,
        identity,
        episode,
        return: track,
        monitoring,
        outcome,
        risks,
      } = again.folded?.facts ?? {};
      expect({ registrationNo, episode, identity }).toMatchObject({
        ...{ registrationNo: 'QAIM-1', episode: 2, identity: { verified: true } },
      });
      expect({ track, monitoring, outcome, risks }).toEqual({ risks: {} });
      const screened: Steps = ['RecordSurrender', 'DeliverRights', 'CompleteScreening', 'PlaceInFacility'];
      expect(sendAll(screened, again).folded?.state).toBe('camped.settled');
    },
  );

  it('has for the new stay what happened after the entry, though it was entered before', () => {
    const { now } = at('camped.settled');
    const after = (count: number) => ({ at: plus(now, hours(count)) });
    const again = sendAll(
      [
        ['HoldCounselling', after(10)],
        ['AssessRisk', after(10)],
        ['RecordSpontaneousDeparture', after(2)],
        ['RecordReEntry', after(3)],
      ],
      at('camped.settled'),
    );
    const { counselling, risks, rights } = again.folded?.facts ?? {};
    expect([counselling?.at, risks?.['SY']?.at, rights]).toEqual([after(10).at, after(10).at, undefined]);
  });

  it('stays held apart while a doubt about the age is not settled, also one that is entered late', () => {
    const left: Steps = ['RecordSpontaneousDeparture', 'RecordReEntry'];
    const doubted = sendAll(['RaiseAgeDispute', ...left], at('camped.settled'));
    expect(doubted.folded).toMatchObject({ state: 'entered.childTrack', facts: { adult: false } });
    expect(sendAll(['DetermineAge'], doubted).folded?.state).toBe('entered.intake');
    const placed: Steps = ['RecordSurrender', 'DeliverRights', 'CompleteScreening', 'PlaceInFacility'];
    const settled = sendAll([...left, ...placed], at('camped.settled'));
    const late = sendAll([['RaiseAgeDispute', { at: at('camped.settled').now }]], settled);
    expect(JSON.stringify(send(late, 'TransferFacility').answer)).toContain('TREATED_AS_CHILD');
  });

  it('is no registration in error: whoever entered before is somebody, also without weapons', () => {
    const again = sendAll(['RecordReEntry'], at('returned.monitoring'));
    expect(JSON.stringify(send(again, 'VoidRegistration').answer)).toContain('ENTERED_BEFORE');
  });

  it('was away: a person who remains in the host country does not enter again, with WRONG_STATE', () => {
    expect(send(at('resolved'), 'RecordReEntry').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
  });
});

describe('a case that is closed', () => {
  it('is opened again to the state that its outcome allows, or by the command that it names', () => {
    for (const outcome of outcomes) {
      const run = withOutcome(outcome);
      const opened = reopenTargets.flatMap((proposedState) => {
        const input = { ground: sealed('ground'), proposedState };
        return send(run, 'ReopenCase', { input }).run.folded?.state ?? [];
      });
      const target = reopenMap[outcome];
      const expected = reopenTargets.map((to) => (to === target ? to : 'resolved'));
      expect([outcome, ...opened]).toEqual([outcome, ...expected]);
    }
  });

  it('takes facts that become known later, with two persons', () => {
    from('resolved')
      .when('RecordLateFact', { source: sealed('source'), fact: sealed('fact') }, { by: 'co-1' })
      .thenRefused('SECOND_PERSON_REQUIRED');
  });

  it('of a person handed over to a court abroad had the risk there excluded', () => {
    from('entered.intake')
      .when(
        'TransferToJustice',
        { orderNo: 'J', court: 'C', destination: 'TR', counselNotified: true, receiptNo: 'R' },
        { by: 'aut-1', confirmedBy: 'sup-1' },
      )
      .thenRefused('COMMAND_REFUSED', 'RISK_NOT_ASSESSED');
  });
});

function withOutcome(outcome: (typeof outcomes)[number]): CaseRun {
  const run = at('resolved');
  if (run.folded === undefined) throw new Error('no case');
  return { ...run, folded: { ...run.folded, facts: { ...run.folded.facts, outcome } } };
}
