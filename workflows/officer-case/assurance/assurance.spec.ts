import { describe, expect, it } from '@jest/globals';
import { days, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { from } from '../testing/given.js';
import { send, sendAll, type CaseRun } from '../testing/case-run.js';
import { at, leaves } from '../testing/state-paths.js';
import { sealed } from '../testing/sample.js';
import { samples } from '../testing/samples.js';
import { each } from './testing/samples.js';
import { criteria as criteriaNames } from '../code-lists.js';

const waiting = leaves.filter((leaf) => /^pendingAssurance\.[a-z]+$/.test(leaf));
const dueDates = ({ folded }: CaseRun) => (folded === undefined ? {} : officerCase.dueDates(folded));
const statement = { statement: sealed('statement') };

describe('the assurance route', () => {
  it('gives the name to no authority to which the person did not agree', () => {
    const request = { authority: 'SY_MINISTRY_OF_DEFENCE', noteNo: 'N', channel: 'note' } as const;
    const sent = { by: 'lia-1', confirmedBy: 'sup-1' };
    const seeking = () => from('pendingAssurance.seeking');
    seeking()
      .when('RequestAssurance', { ...request, anonymous: false }, sent)
      .thenRefused('COMMAND_REFUSED', 'DISCLOSURE_NOT_AGREED');
    seeking()
      .when('RequestAssurance', { ...request, anonymous: true }, sent)
      .thenState('pendingAssurance.requested');
  });

  it('asks for a new consent to disclosure when it is opened again', () => {
    from('pendingAssurance.requested', 'CloseAssuranceRoute', 'OpenAssuranceRoute')
      .when(
        'RequestAssurance',
        { authority: 'SY_TRANSITIONAL_ADMINISTRATION', noteNo: 'N', channel: 'note', anonymous: false },
        { by: 'lia-1', confirmedBy: 'sup-1' },
      )
      .thenRefused('COMMAND_REFUSED', 'DISCLOSURE_NOT_AGREED');
  });

  it('starts again when the authority refuses, the assurance is inadequate, or is declined', () => {
    for (const run of [
      sendAll(['RecordRefusal'], at('pendingAssurance.requested')),
      sendAll([['AssessAssurance', { variant: 2 }]], at('pendingAssurance.offered')),
      sendAll(['DeclineAssurance'], at('pendingAssurance.assessed')),
    ]) {
      expect(run.folded?.state).toBe('pendingAssurance.seeking');
      expect(run.folded?.facts.assurance).toMatchObject({ request: undefined, instrument: undefined });
    }
  });

  it.each(waiting)('may be left from %s for the camp, for a third country, or for a stay', (leaf) => {
    expect(send(at(leaf), 'CloseAssuranceRoute').run.folded?.state).toBe('camped.settled');
    expect(send(at(leaf), 'OpenRelocation').run.folded?.state).toBe('relocating.referred');
    expect(send(at(leaf), 'GrantStay').run.folded?.state).toBe('resolved');
  });
});

describe('the assessment of an assurance', () => {
  const criteria = { ...each({ answer: 'yes' as const }), noEarlierIllTreatment: { answer: 'no' as const } };
  const assessors = { by: 'pro-1', confirmedBy: 'law-1' };

  it('says of each criterion that does not speak for the assurance why it is adequate all the same', () => {
    from('pendingAssurance.offered')
      .when('AssessAssurance', { verdict: 'adequate', criteria }, assessors)
      .thenRefused('COMMAND_REFUSED', 'CRITERIA_WITHOUT_NOTE');
    const noted = { ...criteria, noEarlierIllTreatment: { answer: 'no' as const, note: sealed('note') } };
    from('pendingAssurance.offered')
      .when('AssessAssurance', { verdict: 'adequate', criteria: noted }, assessors)
      .thenState('pendingAssurance.assessed');
  });

  it('needs an answer to each of the eleven criteria', () => {
    for (const criterion of criteriaNames) {
      const { [criterion]: _left, ...ten } = each({ answer: 'yes' as const });
      from('pendingAssurance.offered')
        .when('AssessAssurance', { verdict: 'adequate', criteria: ten as never }, assessors)
        .thenRefused('COMMAND_INVALID');
    }
  });

  it('is not confirmed by the lawyer of the person', () => {
    from('pendingAssurance.offered')
      .when('AssessAssurance', { verdict: 'clarify', criteria }, { ...assessors, confirmedBy: 'leg-1' })
      .thenRefused('SECOND_PERSON_INVALID');
  });
});

describe('an instrument', () => {
  it('that has ended is neither recorded nor accepted', () => {
    const { now } = at('pendingAssurance.requested');
    const ended = { ...(samples.RecordAssurance.inputs(now)[0] as object), validUntil: '2020-12-31' };
    from('pendingAssurance.requested')
      .when('RecordAssurance', ended as never, { by: 'lia-1' })
      .thenRefused('COMMAND_INVALID');
    from('pendingAssurance.assessed')
      .when(
        'AcceptAssurance',
        { ...statement, counselOffered: true },
        { by: 'co-1', at: plus(now, days(200)) },
      )
      .thenRefused('COMMAND_REFUSED', 'ASSURANCE_ENDED');
  });
});

describe('a return under an assurance', () => {
  it('is requested only while the assurance is in effect and lasts', () => {
    from('pendingAssurance.assessed').when('RequestReturn', {}, { by: 'co-1' }).thenRefused('WRONG_STATE');
    from('pendingAssurance.effective')
      .when('RequestReturn', {}, { by: 'co-1', at: plus(at('pendingAssurance.effective').now, days(100)) })
      .thenRefused('COMMAND_REFUSED', 'ASSURANCE_ENDS_TOO_SOON');
  });

  it('ends when the assurance does, wherever the return stands', () => {
    for (const leaf of leaves.filter((name) => name.startsWith('pendingAssurance.returning.'))) {
      const { run } = send(at(leaf), 'ExpireAssurance');
      expect(run.folded?.state).toBe('pendingAssurance.seeking');
      expect(run.folded?.facts.return).toBeUndefined();
    }
  });

  it('is no longer required when the person gives it up, and only then', () => {
    const steps = ['RequestReturn', 'GiveReturnConsent', 'VerifyVoluntariness'] as const;
    const clear = [{ decisionNo: 'D' }, { by: 'aut-1' }] as const;
    from('pendingAssurance.seeking', 'CloseAssuranceRoute', ...steps)
      .when('ClearReturn', ...clear)
      .thenState('camped.returning.cleared');
    from('pendingAssurance.seeking', ['CloseAssuranceRoute', { by: 'sup-1' }], ...steps)
      .when('ClearReturn', ...clear)
      .thenRefused('COMMAND_REFUSED', 'ASSURANCE_MISSING');
  });

  it('names who wanted the route closed', () => {
    from('pendingAssurance.seeking')
      .when('CloseAssuranceRoute', statement, { by: 'pro-1' })
      .thenEvents({ type: 'AssuranceRouteClosed', data: { ...statement, closedBy: 'person' } });
    from('pendingAssurance.seeking')
      .when('CloseAssuranceRoute', statement, { by: 'sup-1' })
      .thenEvents({ type: 'AssuranceRouteClosed', data: { ...statement, closedBy: 'office' } });
  });
});

describe('the calendar of the assurance', () => {
  it('reminds the authority every fourteen days, counted from the last reminder', () => {
    const requested = at('pendingAssurance.requested');
    expect(dueDates(requested)['assuranceChase']).toBe(plus(requested.now, days(14)));
    const late = plus(requested.now, days(20));
    const reminded = send(requested, 'MarkAssuranceOverdue', { at: late }).run;
    expect(dueDates(reminded)['assuranceChase']).toBe(plus(late, days(14)));
  });

  it('asks for a review every thirty days, in every state of waiting', () => {
    for (const leaf of leaves.filter((name) => name.startsWith('pendingAssurance.'))) {
      const due = dueDates(at(leaf))['assuranceReview'] ?? '';
      const reviewed = sendAll(['MarkAssuranceReviewDue'], at(leaf));
      expect(dueDates(reviewed)['assuranceReview']).toBe(plus(due, days(30)));
    }
  });

  it('starts the reminder anew when the text has to be clarified', () => {
    const clarify = sendAll([['AssessAssurance', { variant: 1 }]], at('pendingAssurance.offered'));
    expect(dueDates(clarify)['assuranceChase']).toBe(plus(clarify.now, days(14)));
  });
});
