import { describe, expect, it } from '@jest/globals';
import { days, hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { meetsPerson } from '../roles.js';
import { prefixes } from '../testing/actors.js';
import { from } from '../testing/given.js';
import { send, sendAll, type CaseRun } from '../testing/case-run.js';
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
      crossingPoint: 'C',
      signatureHash: 'b'.repeat(64),
    };
    const expiresAt = plus(at('camped.returning.consented').now, days(30));
    from('camped.returning.inTransit')
      .when('ConfirmHandover', crossing, { by: 'brd-1', at: expiresAt })
      .thenRefused('COMMAND_REFUSED', 'CONSENT_EXPIRED');
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
    const back = sendAll([['TransferFacility', { variant: 1 }]], turnedBack);
    expect(dueDates(back)).not.toHaveProperty('bringBack');
    expect(back.folded?.facts.facility).toBe('QAIM');
  });
});
