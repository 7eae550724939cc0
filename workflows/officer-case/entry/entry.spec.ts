import { describe, expect, it } from '@jest/globals';
import { plus } from '@safeconduct/workflow';
import { from } from '../testing/given.js';
import { send, start, sendAll, type CaseRun } from '../testing/case-run.js';
import { at } from '../testing/state-paths.js';
import { sealed } from '../testing/sample.js';
import { samples } from '../testing/samples.js';

const [registration] = samples.RegisterEntry.inputs(start.now);
const registered = (change: object): CaseRun =>
  send(start, 'RegisterEntry', { input: { ...(registration as object), ...change } }).run;

describe('the registration', () => {
  it('derives from the date of birth whether the person is of age, so that no guard has to open it', () => {
    expect(registered({ birthDate: '2006' }).folded?.facts.adult).toBe(true);
    expect(registered({ birthDate: '2007' }).folded?.facts.adult).toBe(false);
  });

  it('has a crossing and a birth that lie before it, so that no date ahead makes a child an adult', () => {
    for (const change of [
      { crossedAt: '2030-01-01T00:00:00Z' },
      { birthDate: '2026' },
      { birthDate: '1400' },
      { crossedAt: plus(start.now, 1) },
    ])
      expect(registered(change).folded).toBeUndefined();
  });

  it('refuses every step to a departure for a possible child, with NOT_CERTAINLY_ADULT', () => {
    const child = sendAll(['RaiseAgeDispute'], at('camped.settled'));
    for (const name of ['RequestReturn', 'OpenAssuranceRoute', 'OpenRelocation'] as const) {
      expect(send(child, name).answer).toMatchObject({
        refusal: { code: 'COMMAND_REFUSED', refusals: [{ code: 'NOT_CERTAINLY_ADULT' }] },
      });
    }
  });

  it('is declared an error by two officers, and never once weapons were taken, with WEAPONS_TAKEN', () => {
    const voided = sendAll(['VoidRegistration'], registered({}));
    expect(voided.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'REGISTERED_IN_ERROR' } });
    const armed = sendAll(['RecordSurrender', ['RecordSurrender', { variant: 1 }]], registered({}));
    expect(send(armed, 'VoidRegistration').answer).toMatchObject({
      refusal: { refusals: [{ code: 'WEAPONS_TAKEN', inputs: { weaponsTaken: 1 } }] },
    });
  });

  it('is opened again at the intake when it was no error', () => {
    const voided = sendAll(['VoidRegistration'], registered({}));
    const again = { input: { ground: sealed('ground'), proposedState: 'entered.intake' } };
    expect(sendAll([['ReopenCase', again]], voided).folded?.state).toBe('entered.intake');
  });
});

describe('the notice of rights', () => {
  const notice = { noticeVersion: '1', receiptNo: 'R' };
  /** The screening of a person who speaks Arabic and Turkish, after these notices. */
  function screened(...notices: readonly object[]) {
    const spoken = registered({ language: 'ar', otherLanguages: ['tr'] });
    const read = notices.map((input) => ['DeliverRights', { input }] as const);
    const run = sendAll(['RecordSurrender', ...read, 'RecordIdentity'], spoken);
    return send(run, 'CompleteScreening').answer;
  }

  it('counts in a language that the person speaks, as the first or another one', () => {
    for (const language of ['ar', 'tr']) {
      expect(screened({ ...notice, language }).accepted).toBe(true);
    }
  });

  it('does not count in another language, with RIGHTS_NOT_UNDERSTOOD, unless an interpreter read it out', () => {
    expect(screened({ ...notice, language: 'en' })).toMatchObject({
      refusal: { refusals: [{ code: 'RIGHTS_NOT_UNDERSTOOD' }] },
    });
    expect(screened({ ...notice, language: 'en', interpreterId: 'int-1' }).accepted).toBe(true);
  });

  it('that was understood stays the one that counts when another follows that was not', () => {
    expect(screened({ ...notice, language: 'ar' }, { ...notice, language: 'en' }).accepted).toBe(true);
  });

  it('is read out by nobody who records it, with INTERPRETER_IS_OFFICER', () => {
    from('entered.intake')
      .when('DeliverRights', { ...notice, language: 'en', interpreterId: 'intake-1' }, { by: 'intake-1' })
      .thenRefused('COMMAND_REFUSED', 'INTERPRETER_IS_OFFICER');
  });
});

describe('the codes of the registration', () => {
  it.each([{ crossingPoint: 'AL-QAIM' }, { language: 'Arabic' }, { otherLanguages: ['xx'] }])(
    'come from registers: %j is refused',
    (change) => {
      expect(registered(change).folded).toBeUndefined();
    },
  );
});

describe('the surrender of weapons', () => {
  it.each([
    { weaponsCount: 2, receiptNo: 'W-1' },
    { weaponsCount: 0, nilDeclaration: true },
  ])('is recorded: %j', (input) => {
    from('entered.intake').when('RecordSurrender', input, { by: 'cus-1' }).thenState('entered.intake');
  });

  it.each([
    { weaponsCount: 1 },
    { weaponsCount: 1, receiptNo: 'W-1', nilDeclaration: true },
    { weaponsCount: 0 },
    { weaponsCount: 0, nilDeclaration: false },
    { weaponsCount: -1, receiptNo: 'W-1' },
    { weaponsCount: 1.5, receiptNo: 'W-1' },
  ])('contradicts itself and is refused, with COMMAND_INVALID: %j', (input) => {
    from('entered.intake').when('RecordSurrender', input, { by: 'cus-1' }).thenRefused('COMMAND_INVALID');
  });
});

describe('the screening', () => {
  const input = {
    category: 'COMBATANT_INTERNED',
    reasons: sealed('reasons'),
    interpreterId: 'int-1',
  } as const;
  const sent = { by: 'co-1', confirmedBy: 'sup-1' };

  it('names everything that is missing, not only the first', () => {
    const { log } = sendAll(['RegisterEntry']);
    expect(log).toHaveLength(1);
    expect(send(sendAll(['RegisterEntry']), 'CompleteScreening').answer).toMatchObject({
      refusal: {
        refusals: [
          { code: 'SURRENDER_NOT_RECORDED' },
          { code: 'IDENTITY_NOT_RECORDED' },
          { code: 'RIGHTS_NOT_DELIVERED' },
        ],
      },
    });
  });

  it('leads a civilian out of the internment, with NOT_CIVILIAN for anybody else', () => {
    const referral = [
      { agency: 'UNHCR', receiptNo: 'CR-1' },
      { by: 'sup-1', confirmedBy: 'pro-1' },
    ] as const;
    from('entered.intake', ['CompleteScreening', { variant: 2 }])
      .when('ReferCivilian', ...referral)
      .thenState('resolved');
    from('entered.screened')
      .when('ReferCivilian', ...referral)
      .thenRefused('COMMAND_REFUSED', 'NOT_CIVILIAN');
  });

  it('leads to a facility of the host country', () => {
    from('entered.intake').when('CompleteScreening', input, sent).thenState('entered.screened');
    expect(at('camped.settled').folded?.facts.facility).toBe('QAIM');
  });

  it('has an interpreter who is neither of the two officers, with INTERPRETER_IS_OFFICER', () => {
    for (const interpreterId of ['co-1', 'sup-1']) {
      from('entered.intake')
        .when('CompleteScreening', { ...input, interpreterId }, sent)
        .thenRefused('COMMAND_REFUSED', 'INTERPRETER_IS_OFFICER');
    }
  });

  it('keeps a person without a category at the first reception', () => {
    from('entered.intake', ['CompleteScreening', { variant: 1 }])
      .when('PlaceInFacility', { facility: 'RUTBA', orderNo: 'O', legalBasis: 'order' }, { by: 'sup-1' })
      .thenRefused('COMMAND_REFUSED', 'FACILITY_UNSUITABLE');
  });
});
