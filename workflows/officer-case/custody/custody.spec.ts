import { describe, expect, it } from '@jest/globals';
import { days, hours, plus, type Folded } from '@safeconduct/workflow';
import { send, sendAll, type CaseRun } from '../testing/case-run.js';
import { from } from '../testing/given.js';
import { at, leaves } from '../testing/state-paths.js';
import type { Facts } from '../facts.js';
import { officerCase } from '../index.js';

const found = (destination: string, outcome: string) => ({
  input: { destination, outcome, coiVersion: 'COI-2', reasonsRef: 'RA-9' },
});

describe('a finding of risk', () => {
  it('needs no counselling when it finds a risk or too little information', () => {
    for (const outcome of ['REAL_RISK', 'INSUFFICIENT_INFO'] as const) {
      expect(send(at('entered.screened'), 'AssessRisk', found('SY', outcome)).answer.accepted).toBe(true);
    }
    expect(
      send(at('entered.screened'), 'AssessRisk', found('SY', 'NO_SUBSTANTIAL_GROUNDS')).answer,
    ).toMatchObject({ refusal: { refusals: [{ guard: 'G-COUNSEL-RISK', code: 'NOT_COUNSELLED' }] } });
  });

  it('ends a return at every step when counselling is old, and the country is that of origin', () => {
    for (const leaf of leaves.filter((one) => one.includes('.returning.'))) {
      const late = { at: plus(at(leaf).now, days(31)) };
      const counselledLongAgo = at(leaf);
      const there = send(counselledLongAgo, 'AssessRisk', { ...found('SY', 'REAL_RISK'), ...late }).run;
      expect([leaf, there.folded?.state.includes('.returning.')]).toEqual([leaf, false]);
      const elsewhere = send(counselledLongAgo, 'AssessRisk', found('OM', 'REAL_RISK')).run;
      expect(elsewhere.folded?.state).toBe(leaf);
    }
  });

  it('is kept once for each country, and stands until a newer one', () => {
    const both = sendAll(
      [
        ['AssessRisk', found('OM', 'INSUFFICIENT_INFO')],
        ['AssessRisk', found('SY', 'INSUFFICIENT_INFO')],
        ['AssessRisk', found('OM', 'REAL_RISK')],
      ],
      at('camped.settled'),
    );
    expect(both.folded?.facts.risks).toMatchObject({
      SY: { outcome: 'INSUFFICIENT_INFO' },
      OM: { outcome: 'REAL_RISK' },
    });
  });

  it('names a country of the register', () => {
    from('camped.settled')
      .when(
        'AssessRisk',
        { destination: 'XX', outcome: 'REAL_RISK', coiVersion: '1', reasonsRef: 'R' } as never,
        { by: 'pro-1' },
      )
      .thenRefused('COMMAND_INVALID');
  });
});

const dueDates = ({ folded }: CaseRun) => (folded === undefined ? {} : officerCase.dueDates(folded));

describe('the review of custody', () => {
  it('is due first after seven days, then every thirty, wherever the person lives in a facility', () => {
    const { log } = at('camped.settled');
    const placedAt = log.find(({ type }) => type === 'PlacedInFacility')?.occurredAt ?? '';
    for (const leaf of leaves.filter((one) =>
      /^(camped|pendingAssurance|relocating\.(?!inTransit))/.test(one),
    )) {
      expect([leaf, dueDates(at(leaf))['custodyReview']]).toEqual([leaf, plus(placedAt, days(7))]);
    }
    const reviewed = sendAll(['ReviewCustody'], at('camped.settled'));
    expect(dueDates(reviewed)['custodyReview']).toBe(plus(reviewed.now, days(30)));
  });

  it('that ends in release asks for a decision on the stay', () => {
    const released = sendAll([['ReviewCustody', { variant: 1 }]], at('camped.settled'));
    expect(dueDates(released)['release']).toBe(plus(released.now, days(14)));
    expect(dueDates(sendAll(['GrantStay'], released))).not.toHaveProperty('release');
  });

  it('is done by two who do not run the case, after the person was heard', () => {
    const assigned = sendAll([['AssignOfficer', { input: { officer: 'sup-1' } }]], at('camped.settled'));
    expect(send(assigned, 'ReviewCustody').answer).toMatchObject({
      refusal: { refusals: [{ code: 'REVIEWER_IS_CASE_OFFICER' }] },
    });
    const unheard = {
      reviewNo: 'R',
      outcome: 'continue',
      grounds: 'g',
      personHeard: false,
      counselPresent: true,
    };
    expect(send(at('camped.settled'), 'ReviewCustody', { input: unheard }).answer).toEqual({
      accepted: false,
      invalid: true,
    });
  });
});

describe('a stay', () => {
  it('is reviewed before its permit ends, and again before the renewed one ends', () => {
    const stay = at('resolved');
    expect(dueDates(stay)['stayPermit']).toBe('2026-12-01T20:59:59.999Z');
    const renewed = sendAll(['RenewStay'], stay);
    expect(renewed.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'REMAINS_IN_HOST' } });
    expect(dueDates(renewed)['stayPermit']).toBe('2027-12-01T20:59:59.999Z');
  });

  it('leaves the person heard: a wish and a finding of risk can be entered, and a case abroad takes none', () => {
    const heard = sendAll(['StateIntention', 'HoldCounselling', 'AssessRisk'], at('resolved'));
    expect(heard.folded).toMatchObject({ state: 'resolved', facts: { intention: { intention: 'return' } } });
    const arrived = sendAll(['ConfirmArrival'], at('relocating.inTransit'));
    expect(send(arrived, 'StateIntention').answer).toMatchObject({
      refusal: { refusals: [{ code: 'NOT_IN_HOST_COUNTRY' }] },
    });
  });

  it('is renewed only where one was granted, with NO_STAY_TO_RENEW', () => {
    const arrived = sendAll(['ConfirmArrival'], at('relocating.inTransit'));
    expect(send(arrived, 'RenewStay').answer).toMatchObject({
      refusal: { refusals: [{ code: 'NO_STAY_TO_RENEW' }] },
    });
  });
});

describe('a route that was denied', () => {
  it('stays on record with its decision, by route', () => {
    const denied = sendAll(['DenyRoute', 'DenyRoute'], at('camped.settled'));
    expect(denied.folded).toMatchObject({
      state: 'camped.settled',
      facts: { deniedRoutes: [{ route: 'return', decisionNo: 'D-9' }] },
    });
  });
});

describe('the facts that are free of order', () => {
  it('are the newest by the time at which they happened, whatever was entered last', () => {
    const { folded, now } = sendAll(
      [
        'HoldCounselling',
        'StateIntention',
        'AssignOfficer',
        ['AssessRisk', found('SY', 'INSUFFICIENT_INFO')],
      ],
      at('camped.settled'),
    );
    const facts = { destination: 'SY', outcome: 'NO_SUBSTANTIAL_GROUNDS', coiVersion: '0', reasonsRef: 'R' };
    const session = { sessionNo: 'C', interpreterId: 'int-1', packVersion: '0', counselOffered: false };
    const moment = { occurredAt: plus(now, -hours(30)), actor: { id: 'pro-1', role: 'protection' } };
    const late = [
      { type: 'CounsellingHeld', data: session },
      { type: 'IntentionStated', data: { intention: 'stay' } },
      { type: 'RiskAssessed', data: facts },
      { type: 'CaseReassigned', data: { officer: 'co-8', previousOfficer: 'co-7' } },
    ].reduce<Folded<Facts> | undefined>(
      (before, fact) => officerCase.fold.step(before, { ...fact, ...moment }) as Folded<Facts> | undefined,
      folded,
    );
    expect(late?.facts).toEqual(folded?.facts);
  });
});
