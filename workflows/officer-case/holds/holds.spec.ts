import { describe, expect, it } from '@jest/globals';
import { availability, days, endOfDay, plus } from '@safeconduct/workflow';
import type { HoldKind } from '../code-lists.js';
import { officerCase } from '../index.js';
import { send, sendAll, type CaseRun, type Steps } from '../testing/case-run.js';
import { from } from '../testing/given.js';
import { sealed } from '../testing/sample.js';
import { at } from '../testing/state-paths.js';

const place = (kind: HoldKind, by: string, holdNo: string = kind): Steps => [
  ['PlaceHold', { by, input: { kind, holdNo, ground: sealed('ground') } }],
];
const movement = [{ facility: 'RUTBA', orderNo: 'O' }, { by: 'sup-1' }] as const;
const reason = sealed('reason');
const holds = ({ folded }: CaseRun) => folded?.facts.holds;
const reviewDue = ({ folded }: CaseRun) => folded && officerCase.dueDates(folded)['holdReview'];

describe('a hold', () => {
  it('stops every movement until it is released', () => {
    from('camped.settled', ...place('medical', 'med-1'))
      .when('TransferFacility', ...movement)
      .thenRefused('COMMAND_REFUSED', 'HOLD_ACTIVE');
    const release: Steps = [
      ['ReleaseHold', { by: 'sup-1', confirmedBy: 'med-1', input: { holdNo: 'medical', reason } }],
    ];
    from('camped.settled', ...place('medical', 'med-1'), ...release)
      .when('TransferFacility', ...movement)
      .thenState('camped.settled');
  });

  it('is the one that is released: another of the same kind stands', () => {
    const twice = sendAll(
      [...place('legal', 'leg-1', 'L-1'), ...place('legal', 'sup-2', 'L-2')],
      at('camped.settled'),
    );
    const once = sendAll(
      [['ReleaseHold', { confirmedBy: 'sup-3', input: { holdNo: 'L-2', reason } }]],
      twice,
    );
    expect(holds(once)).toMatchObject([{ holdNo: 'L-1', placedBy: 'leg-1', role: 'counsel' }]);
    expect(holds(sendAll([['ReleaseHold', { input: { holdNo: 'L-1', reason } }]], once))).toEqual([]);
  });

  it('has a number that names no other hold, with HOLD_NUMBER_TAKEN', () => {
    from('camped.settled', ...place('legal', 'leg-1', 'A/7'))
      .when('PlaceHold', { kind: 'legal', holdNo: 'a/7', ground: reason }, { by: 'leg-1' })
      .thenRefused('COMMAND_REFUSED', 'HOLD_NUMBER_TAKEN');
  });

  it('is not released by a supervisor alone, with SECOND_PERSON_REQUIRED', () => {
    from('camped.settled', ...place('appeal', 'leg-1'))
      .when('ReleaseHold', { holdNo: 'appeal', reason }, { by: 'sup-1' })
      .thenRefused('SECOND_PERSON_REQUIRED');
  });

  it('is not released by two persons of whom none may hold on its ground, with RELEASE_NEEDS_HOLDER', () => {
    from('camped.settled', ...place('dataProtection', 'dpo-1'))
      .when('ReleaseHold', { holdNo: 'dataProtection', reason }, { by: 'sup-1', confirmedBy: 'leg-1' })
      .thenRefused('COMMAND_REFUSED', 'RELEASE_NEEDS_HOLDER');
  });

  it.each([
    ['legal', 'leg-1'],
    ['court', 'leg-1'],
    ['court', 'sup-3'],
    ['appeal', 'sup-3'],
  ] as const)(
    'of the kind %s that %s placed is not lifted by two supervisors, with RELEASE_NOT_BY_SUPERVISORS_ALONE',
    (kind, by) => {
      from('camped.settled', ...place(kind, by))
        .when('ReleaseHold', { holdNo: kind, reason }, { by: 'sup-1', confirmedBy: 'sup-2' })
        .thenRefused('COMMAND_REFUSED', 'RELEASE_NOT_BY_SUPERVISORS_ALONE');
      from('camped.settled', ...place(kind, by))
        .when('ReleaseHold', { holdNo: kind, reason }, { by: 'sup-1', confirmedBy: 'leg-2' })
        .thenState('camped.settled');
    },
  );

  it('is not placed on a case that is resolved, with WRONG_STATE', () => {
    expect(send(at('resolved'), 'PlaceHold').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
  });

  it('is offered for release only where one stands', () => {
    const open = ({ folded, now }: CaseRun) =>
      folded &&
      availability(officerCase, folded, { now })
        .filter((each) => each.open)
        .map(({ command }) => command);
    expect(open(at('camped.settled'))).not.toContain('ReleaseHold');
    expect(open(sendAll(['PlaceHold'], at('camped.settled')))).toContain('ReleaseHold');
  });

  it('stops only what it names, where it names something', () => {
    const onReturn = sendAll([['PlaceHold', { variant: 1 }]], at('camped.returning.inTransit'));
    expect(JSON.stringify(send(onReturn, 'ConfirmHandover').answer)).toContain('HOLD_ACTIVE');
    const scope = ['stay'];
    const onStay = { kind: 'legal', holdNo: 'S', ground: reason, scope };
    const held = sendAll([['PlaceHold', { input: onStay }]], at('camped.returning.inTransit'));
    expect(send(held, 'ConfirmHandover').answer.accepted).toBe(true);
  });
});

describe('the review of a hold', () => {
  it('is due after thirty days, on the day that the hold names, and when the hold ends', () => {
    const held = sendAll(['PlaceHold'], at('camped.settled'));
    expect(reviewDue(held)).toBe(plus(held.now, days(30)));
    const dated = sendAll([['PlaceHold', { variant: 1 }]], held);
    const reviewDay = plus(dated.now, days(10)).slice(0, 10);
    expect(reviewDue(dated)).toBe(endOfDay(reviewDay, '+03:00'));
    const reviewed = send(dated, 'ReviewHold', { variant: 1, at: plus(dated.now, days(5)) }).run;
    expect(reviewDue(reviewed)).toBe(plus(reviewed.now, days(20)));
  });

  it('keeps the hold, which never ends by itself', () => {
    const held = sendAll([['PlaceHold', { variant: 1 }]], at('camped.returning.verified'));
    const reviewed = send(held, 'ReviewHold', { variant: 1 }).run;
    const { answer } = send(reviewed, 'ClearReturn', { at: plus(held.now, days(25)) });
    expect(JSON.stringify(answer)).toContain('HOLD_ACTIVE');
  });
});
