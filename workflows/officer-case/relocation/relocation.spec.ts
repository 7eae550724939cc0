import { describe, expect, it } from '@jest/globals';
import { days, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { from } from '../testing/given.js';
import { send, sendAll, type CaseRun, type Steps } from '../testing/case-run.js';
import { samples } from '../testing/samples.js';
import { at, leaves, stepsTo } from '../testing/state-paths.js';

const abroad = stepsTo['relocating.inTransit'].slice(stepsTo['camped.settled'].length) as Steps;
const origins = leaves.filter(
  (leaf) => leaf === 'camped.settled' || /^pendingAssurance\.(?!returning)/.test(leaf),
);
const beforeDeparture = leaves.filter((leaf) => /^relocating\.(?!inTransit)/.test(leaf));
const dueDates = ({ folded }: CaseRun) => (folded === undefined ? {} : officerCase.dueDates(folded));
const stateAfter = (steps: Steps, run: CaseRun) => sendAll(steps, run).folded?.state;

describe('a relocation', () => {
  it.each(origins)('that was opened in %s leads back there when it ends without a departure', (origin) => {
    const opened = sendAll(['OpenRelocation'], at(origin));
    for (const end of ['WithdrawRelocation', 'CloseRelocation'] as const)
      expect(stateAfter([end], opened)).toBe(origin);
    const onTheWay = sendAll(abroad.slice(1), opened);
    expect(stateAfter(['RecordRefusalAtDestination'], onTheWay)).toBe(origin);
    expect(stateAfter([['AssessRelocation', { variant: 1 }]], opened)).toBe(origin);
    expect(stateAfter([['AssessRelocation', { variant: 2 }]], opened)).toBe(origin);
    const exitPending = sendAll(abroad.slice(1, 6), opened);
    expect(stateAfter(['RefuseExit', 'RequestExit', 'RefuseExit'], exitPending)).toBe(origin);
  });

  it.each(beforeDeparture)('ends in %s when the person says so, also under a hold', (leaf) => {
    expect(stateAfter(['PlaceHold', 'WithdrawRelocation'], at(leaf))).toBe('camped.settled');
  });

  it('goes to another country with a consent of its own', () => {
    const submit = [
      { country: 'DE', packageHash: 'd'.repeat(64) },
      { by: 'rel-1', confirmedBy: 'sup-1' },
    ] as const;
    from('relocating.submitted', 'RecordDenial')
      .when('SubmitToCountry', ...submit)
      .thenRefused('WRONG_STATE');
    from('relocating.submitted', 'RecordDenial', [
      'GiveRelocationConsent',
      { input: { country: 'DE', declarationNo: 'RD-2' } },
    ])
      .when('SubmitToCountry', ...submit)
      .thenState('relocating.submitted');
  });

  it('never leads to the country of origin, which a form does not even offer', () => {
    from('camped.settled')
      .when(
        'OpenRelocation',
        { countries: ['DE', 'SY'], channel: 'BILATERAL', reason: 'thirdCountry' } as never,
        { by: 'rel-1' },
      )
      .thenRefused('COMMAND_INVALID');
    for (const [leaf, name] of [
      ['relocating.assessed', 'GiveRelocationConsent'],
      ['relocating.consented', 'SubmitToCountry'],
      ['relocating.submitted', 'RecordAcceptance'],
    ] as const) {
      const [usual] = samples[name].inputs(at(leaf).now);
      const input = { ...(usual as object), country: 'SY' };
      expect(send(at(leaf), name, { input }).answer).toEqual({ accepted: false, invalid: true });
    }
  });

  it('leads to a country that the person named, with COUNTRY_NOT_WISHED for another one', () => {
    from('relocating.assessed')
      .when('GiveRelocationConsent', { country: 'NL', declarationNo: 'RD-3' }, { by: 'rel-1' })
      .thenRefused('COMMAND_REFUSED', 'COUNTRY_NOT_WISHED');
  });

  it('leads to no country where a risk was found, with RISK_IN_COUNTRY', () => {
    const risky: Steps = [['AssessRisk', { variant: 3 }]];
    from('relocating.consented', ...risky)
      .when(
        'SubmitToCountry',
        { country: 'OM', packageHash: 'd'.repeat(64) },
        { by: 'rel-1', confirmedBy: 'sup-1' },
      )
      .thenRefused('COMMAND_REFUSED', 'RISK_IN_COUNTRY');
    from('relocating.ready', ...risky)
      .when('ConfirmDeparture', { carrier: 'C' }, { by: 'brd-1' })
      .thenRefused('COMMAND_REFUSED', 'RISK_IN_COUNTRY');
  });

  it('asks for the exit again after the first refusal', () => {
    expect(stateAfter(['RefuseExit'], at('relocating.exitPending'))).toBe('relocating.accepted');
  });

  it('ends with the arrival, and has its outcome', () => {
    const arrived = sendAll(['ConfirmArrival'], at('relocating.inTransit'));
    expect(arrived.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'RELOCATED' } });
  });
});

describe('a person who is refused at the destination', () => {
  it('is in the host country again, with the admission or without it', () => {
    const refused = sendAll([['RecordRefusalAtDestination', { variant: 1 }]], at('relocating.inTransit'));
    expect(refused.folded?.state).toBe('relocating.accepted');
    const again: Steps = [
      'RequestExit',
      'GrantExit',
      'CompletePreDeparture',
      'ConfirmDeparture',
      'ConfirmArrival',
    ];
    expect(stateAfter(again, refused)).toBe('resolved');
    const sentBack = sendAll(['RecordRefusalAtDestination'], at('relocating.inTransit'));
    expect(sentBack.folded).toMatchObject({ state: 'camped.settled', facts: { facility: 'QAIM' } });
  });
});

describe('the selection by a country', () => {
  it('may take a question and an interview, which are no denial', () => {
    const asked = sendAll(['RecordDeferral', 'RecordInterview'], at('relocating.submitted'));
    expect(asked.folded?.state).toBe('relocating.submitted');
    expect(stateAfter(['RecordAcceptance'], asked)).toBe('relocating.accepted');
  });

  it('that divides a family is answered by the person: without the others, or together', () => {
    const split = at('relocating.splitReview');
    const alone = sendAll(['ResolveSplit'], split);
    expect(alone.folded).toMatchObject({
      state: 'relocating.accepted',
      facts: { relocation: { acceptance: { country: 'OM', decisionNo: 'S-1' } } },
    });
    const together = sendAll([['ResolveSplit', { variant: 1 }]], split);
    expect(together.folded).toMatchObject({ state: 'relocating.assessed' });
    expect(together.folded?.facts.relocation?.consent).toBeUndefined();
    const denied = sendAll(
      [['RecordSplitDecision', { variant: 1 }], 'ResolveSplit'],
      at('relocating.submitted'),
    );
    expect(denied.folded?.state).toBe('relocating.assessed');
  });

  it('says how long an admitted person is admitted, and only then', () => {
    const members = [{ relative: 'r', decision: 'denied' }];
    for (const input of [
      { country: 'OM', decisionNo: 'S', ownDecision: 'accepted', members },
      { country: 'OM', decisionNo: 'S', ownDecision: 'denied', validUntil: '2030-01-01', members },
    ])
      expect(send(at('relocating.submitted'), 'RecordSplitDecision', { input }).answer).toEqual({
        accepted: false,
        invalid: true,
      });
  });

  it('that is revoked needs a consent and a submission anew, and nobody departs on it', () => {
    for (const leaf of ['relocating.accepted', 'relocating.exitPending', 'relocating.ready'] as const) {
      const revoked = sendAll(['RevokeAcceptance'], at(leaf));
      expect(revoked.folded?.state).toBe('relocating.assessed');
      expect(send(revoked, 'ConfirmDeparture').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
      expect(stateAfter(abroad.slice(2), revoked)).toBe('relocating.inTransit');
    }
  });
});

describe('the papers of a relocation', () => {
  it('run out with the first of them, and are reported once', () => {
    const short: Steps = ['RequestExit', ['GrantExit', { variant: 1 }]];
    const predeparture = sendAll(short, at('relocating.accepted'));
    expect(dueDates(predeparture)['relocationValidity']).toBe(plus(predeparture.now, days(1)));
    const lapsed = sendAll(['ExpireRelocationValidity'], predeparture);
    expect(lapsed.folded?.state).toBe('relocating.accepted');
    expect(dueDates(lapsed)).not.toHaveProperty('relocationValidity');
  });

  it('do not report an admission twice that has not been renewed', () => {
    const accepted = sendAll([['RecordAcceptance', { variant: 1 }]], at('relocating.submitted'));
    const lapsed = sendAll(['RequestExit', 'GrantExit', 'ExpireRelocationValidity'], accepted);
    const again = sendAll(['RequestExit', 'GrantExit'], lapsed);
    expect(dueDates(again)['relocationValidity']).toBe(plus(again.now, days(60)));
    from(
      'relocating.submitted',
      ['RecordAcceptance', { variant: 1 }],
      'RequestExit',
      'GrantExit',
      'CompletePreDeparture',
    )
      .when('ConfirmDeparture', { carrier: 'C' }, { by: 'brd-1', at: plus(accepted.now, days(3)) })
      .thenRefused('COMMAND_REFUSED', 'ADMISSION_EXPIRED');
  });

  it('may be renewed by the country until the departure', () => {
    for (const leaf of beforeDeparture.slice(5)) {
      const { answer, run } = send(at(leaf), 'RecordAcceptance');
      expect([answer.accepted, run.folded?.state]).toEqual([true, leaf]);
    }
  });

  it('stop counting with the departure', () => {
    expect(dueDates(at('relocating.inTransit'))).not.toHaveProperty('relocationValidity');
  });
});
