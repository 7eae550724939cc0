import { describe, expect, it } from '@jest/globals';
import { days, hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { meetsPerson } from '../roles.js';
import { prefixes } from '../testing/actors.js';
import { from } from '../testing/given.js';
import { send, sendAll, type CaseRun, type Steps } from '../testing/case-run.js';
import { at, leaves, type Leaf } from '../testing/state-paths.js';
import { sealed } from '../testing/sample.js';

const returning = leaves.filter((leaf) => leaf.includes('.returning.'));
const restOf = (leaf: Leaf) => (leaf.startsWith('camped') ? 'camped.settled' : 'pendingAssurance.effective');
const dueDates = ({ folded }: CaseRun) => (folded === undefined ? {} : officerCase.dueDates(folded));

/** One actor id for each role that meets the person. */
const everybody = meetsPerson.map((role) => `${prefixes[role]}7`);

describe('a person who returns', () => {
  it.each(returning)(
    'may withdraw in %s through every role that meets them, also under a hold and much later',
    (leaf) => {
      const held = sendAll(['PlaceHold'], at(leaf));
      expect(everybody).toHaveLength(13);
      for (const by of everybody) {
        expect(send(held, 'WithdrawConsent', { by }).run.folded?.state).toBe(restOf(leaf));
        expect(send(held, 'WithdrawConsent', { by, at: plus(held.now, days(400)) }).answer.accepted).toBe(
          true,
        );
      }
    },
  );

  it('carries nothing over to the next return', () => {
    const again = sendAll(['WithdrawConsent', 'RequestReturn'], at('camped.returning.manifested'));
    expect(again.folded?.facts.return).toEqual({ requestedAt: again.now });
    from('camped.returning.manifested', 'WithdrawConsent', 'RequestReturn')
      .when('VerifyVoluntariness', { interviewNo: 'V', private: true, pressureFound: false }, { by: 'pro-1' })
      .thenRefused('WRONG_STATE');
  });

  it.each(returning)(
    'falls back from %s when a real risk is found, and stays for every other outcome',
    (leaf) => {
      expect(send(at(leaf), 'AssessRisk', { variant: 2 }).run.folded?.state).toBe(restOf(leaf));
      expect(send(at(leaf), 'AssessRisk', { variant: 1 }).run.folded?.state).toBe(leaf);
    },
  );

  it('cannot be verified as free when there was pressure; DoubtVoluntariness records that', () => {
    from('camped.returning.consented')
      .when(
        'VerifyVoluntariness',
        { interviewNo: 'V', private: true, pressureFound: true as never },
        { by: 'pro-1' },
      )
      .thenRefused('COMMAND_INVALID');
    from('camped.returning.consented')
      .when('DoubtVoluntariness', { interviewNo: 'V', reasons: sealed('reasons') }, { by: 'pro-1' })
      .thenState('camped.settled');
  });

  it('consents only after the right to withdraw was read out', () => {
    const input = {
      ...{
        formNo: 'F',
        formVersion: '1',
        formHash: 'a'.repeat(64),
        witness: sealed('w'),
        interpreterId: 'int-1',
      },
      rightToWithdrawRead: false as never,
    };
    from('camped.returning.requested')
      .when('GiveReturnConsent', input, { by: 'co-1' })
      .thenRefused('COMMAND_INVALID');
  });

  it('is not cleared while the risk stands, with every reason named', () => {
    from('camped.returning.verified', ['AssessRisk', { variant: 1 }], 'PlaceHold')
      .when('ClearReturn', { decisionNo: 'D' }, { by: 'aut-1' })
      .thenRefused('COMMAND_REFUSED', 'RISK_NOT_EXCLUDED', 'HOLD_ACTIVE');
  });

  it('has 24 hours to think again before the manifest', () => {
    const consentedAt = at('camped.returning.consented').now;
    const add = (after: number) =>
      from('camped.returning.cleared').when(
        'AddToManifest',
        { manifestNo: 'M' },
        { by: 'co-1', confirmedBy: 'sup-1', at: plus(consentedAt, after) },
      );
    add(hours(24) - 1).thenRefused('COMMAND_REFUSED', 'COOLING_OFF_RUNNING');
    add(hours(24)).thenState('camped.returning.manifested');
  });

  it('keeps the reception when the person is taken off the manifest', () => {
    from('camped.returning.manifested', ['RemoveFromManifest', { input: { reason: sealed('reason') } }])
      .when('AddToManifest', { manifestNo: 'M' }, { by: 'co-1', confirmedBy: 'sup-1' })
      .thenState('camped.returning.manifested');
  });

  it('is asked again before every movement', () => {
    const { now } = at('camped.returning.manifested');
    from('camped.returning.manifested')
      .when('StartMovement', { reconfirmedAt: plus(now, -hours(24)) }, { by: 'brd-1' })
      .thenRefused('COMMAND_REFUSED', 'RECONFIRMATION_TOO_OLD');
    from('camped.returning.inTransit', 'AbortMovement')
      .when('StartMovement', { reconfirmedAt: plus(now, -days(20)) }, { by: 'brd-1' })
      .thenRefused('COMMAND_REFUSED', 'RECONFIRMED_BEFORE_CONSENT');
  });

  it('does not cross on a consent that has expired on the way', () => {
    const crossing = {
      listNo: 'H',
      receivingOfficer: sealed('o'),
      crossingPoint: 'AL_QAIM' as const,
      signatureHash: 'b'.repeat(64),
    };
    const expiresAt = plus(at('camped.returning.consented').now, days(30));
    from('camped.returning.inTransit')
      .when('ConfirmHandover', crossing, { by: 'brd-1', at: expiresAt })
      .thenRefused('COMMAND_REFUSED', 'CONSENT_EXPIRED');
  });
});

describe('a return', () => {
  it('names the person to the receiving side only after they agreed, in this return', () => {
    const authority = 'SY_TRANSITIONAL_ADMINISTRATION';
    const reception = [{ authority, acceptanceRef: 'A' }, { by: 'lia-1' }] as const;
    const toCleared: Steps = ['RequestReturn', 'GiveReturnConsent', 'VerifyVoluntariness', 'ClearReturn'];
    from('camped.settled', ...toCleared)
      .when('ConfirmReception', ...reception)
      .thenRefused('COMMAND_REFUSED', 'DISCLOSURE_NOT_AGREED');
    from('camped.settled', ...toCleared, 'GiveDisclosureConsent')
      .when('ConfirmReception', ...reception)
      .thenState('camped.returning.cleared');
    from('camped.returning.cleared', 'WithdrawConsent', ...toCleared)
      .when('ConfirmReception', ...reception)
      .thenRefused('COMMAND_REFUSED', 'DISCLOSURE_NOT_AGREED');
  });

  it.each(returning)('takes a consent to disclosure in %s', (leaf) => {
    expect(send(at(leaf), 'GiveDisclosureConsent').run.folded?.state).toBe(leaf);
  });

  it.each(returning.filter((leaf) => !leaf.endsWith('.inTransit')))(
    'takes a new consent in %s, which is then verified and cleared anew',
    (leaf) => {
      const late = plus(at(leaf).now, days(29));
      const again = sendAll(['HoldCounselling', ['GiveReturnConsent', { at: plus(late, hours(2)) }]], {
        ...at(leaf),
        now: late,
      });
      expect(again.folded?.state).toBe(`${leaf.slice(0, leaf.lastIndexOf('.'))}.consented`);
      expect(Object.keys(again.folded?.facts.return ?? {})).toEqual(['requestedAt', 'consent']);
    },
  );

  it('does not move or cross while the newest finding does not exclude the risk', () => {
    const insufficient: Steps = [['AssessRisk', { variant: 1 }]];
    expect(
      send(sendAll(insufficient, at('camped.returning.manifested')), 'StartMovement').answer,
    ).toMatchObject({
      refusal: { refusals: [{ code: 'RISK_NOT_EXCLUDED' }] },
    });
    expect(
      send(sendAll(insufficient, at('camped.returning.inTransit')), 'ConfirmHandover').answer,
    ).toMatchObject({
      refusal: { refusals: [{ code: 'RISK_NOT_EXCLUDED' }] },
    });
  });

  it('does not move or cross under an assurance that ends too soon', () => {
    const short = { at: plus(at('pendingAssurance.offered').now, days(92)) };
    for (const [leaf, name] of [
      ['pendingAssurance.returning.manifested', 'StartMovement'],
      ['pendingAssurance.returning.inTransit', 'ConfirmHandover'],
    ] as const) {
      expect(JSON.stringify(send(at(leaf), name, short).answer)).toContain('ASSURANCE_ENDS_TOO_SOON');
    }
  });

  it('is decided on within thirty days', () => {
    const requested = at('camped.returning.requested');
    expect(dueDates(requested)['returnDecision']).toBe(plus(requested.now, days(30)));
    expect(dueDates(at('camped.returning.cleared'))).not.toHaveProperty('returnDecision');
  });
});

describe('a person on the way to the crossing', () => {
  const held = sendAll(['PlaceHold'], at('camped.returning.inTransit'));

  it('is in no other facility, so none can be ordered', () => {
    from('camped.returning.inTransit')
      .when('TransferFacility', { facility: 'RUTBA', orderNo: 'O' }, { by: 'sup-1' })
      .thenRefused('WRONG_STATE');
  });

  it.each([
    ['an appeal', 'FileAppeal', 2, 'APPEAL_PENDING'],
    ['a doubt about their age', 'RaiseAgeDispute', 0, 'TREATED_AS_CHILD'],
    ['a finding that does not exclude the risk', 'AssessRisk', 1, 'RISK_NOT_EXCLUDED'],
    ['lists that disagree', 'ContestHandover', 0, 'HANDOVER_DISPUTED'],
  ] as const)(
    'who is stopped by %s does not cross, and the transport turns round in four hours',
    (...stop) => {
      const [, command, variant, code] = stop;
      const stopped = sendAll([[command, { variant }]], at('camped.returning.inTransit'));
      expect(stopped.folded?.state).toBe('camped.returning.inTransit');
      expect(JSON.stringify(send(stopped, 'ConfirmHandover').answer)).toContain(code);
      expect(dueDates(stopped)['heldOnTheWay']).toBe(plus(stopped.now, hours(4)));
    },
  );

  it('who was stopped before, as is entered late, has four hours from the beginning of the movement', () => {
    const { folded } = held;
    if (folded === undefined) throw new Error('no case');
    const [hold] = folded.facts.holds;
    const movedAt = folded.facts.return?.movement?.at ?? '';
    const holds = [{ ...hold, at: plus(movedAt, -hours(9)) }];
    const due = officerCase.dueDates({ ...folded, facts: { ...folded.facts, holds } });
    expect(due['heldOnTheWay']).toBe(plus(movedAt, hours(4)));
  });

  it('who is held does not cross, and the transport turns round in four hours', () => {
    expect(JSON.stringify(send(held, 'ConfirmHandover').answer)).toContain('HOLD_ACTIVE');
    expect(dueDates(held)['heldOnTheWay']).toBe(plus(held.now, hours(4)));
    const turned = sendAll([['AbortMovement', { input: { reason: 'hold' } }]], held);
    expect(dueDates(turned)).not.toHaveProperty('heldOnTheWay');
    expect(dueDates(turned)['bringBack']).toBe(plus(turned.now, days(1)));
    const back = sendAll(['ConfirmBroughtBack'], turned);
    expect(dueDates(back)).not.toHaveProperty('bringBack');
    expect(back.folded).toMatchObject({ state: 'camped.returning.manifested', facts: { facility: 'QAIM' } });
  });
});

describe('a person who turns back on the way to the crossing', () => {
  const turnedBack = sendAll(['WithdrawConsent'], at('camped.returning.inTransit'));

  it('has to be brought back within a day', () => {
    expect(dueDates(turnedBack)['bringBack']).toBe(plus(turnedBack.now, days(1)));
    expect(dueDates(sendAll(['WithdrawConsent'], at('camped.returning.manifested')))).not.toHaveProperty(
      'bringBack',
    );
  });

  it.each([
    ['a real risk is found', ['AssessRisk', { variant: 2 }]],
    ['the movement is stopped for a risk', ['AbortMovement', { variant: 1 }]],
    ['the consent expires', 'ExpireReturnConsent'],
  ] as const)('has to be brought back as well when %s', (_why, step) => {
    expect(dueDates(sendAll([step], at('camped.returning.inTransit')))).toHaveProperty('bringBack');
  });

  it('is back on arrival at a facility, also at the one from before', () => {
    expect(turnedBack.folded?.facts.facility).toBe('QAIM');
    const back = sendAll(['ConfirmBroughtBack'], turnedBack);
    expect(dueDates(back)).not.toHaveProperty('bringBack');
    expect(back.folded?.facts.facility).toBe('QAIM');
  });
});
