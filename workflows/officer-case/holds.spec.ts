import { describe, expect, it } from '@jest/globals';
import { from } from './testing/given.js';
import { send, travel, type Road } from './testing/journey.js';
import { at } from './testing/roads.js';
import { sealed } from './testing/sample.js';
import type { HoldKind } from './vocabulary.js';

const place = (kind: HoldKind, by: string): Road => [
  ['PlaceHold', { by, input: { kind, ground: sealed('ground') } }],
];
const movement = [{ facility: 'RUTBA', orderNo: 'O' }, { by: 'sup-1' }] as const;
const reason = sealed('reason');

describe('a hold', () => {
  it('stops every movement until it is released', () => {
    from('camped.settled', ...place('medical', 'med-1'))
      .when('TransferFacility', ...movement)
      .thenRefused('COMMAND_REFUSED', 'HOLD_ACTIVE');
    const release: Road = [
      ['ReleaseHold', { by: 'sup-1', confirmedBy: 'med-1', input: { kind: 'medical', reason } }],
    ];
    from('camped.settled', ...place('medical', 'med-1'), ...release)
      .when('TransferFacility', ...movement)
      .thenState('camped.settled');
  });

  it('is never lost: two of the same kind are released one by one', () => {
    const twice = travel([...place('legal', 'leg-1'), ...place('legal', 'sup-2')], at('camped.settled'));
    const once = travel(['ReleaseHold'], twice);
    expect(once.folded?.facts.holds).toMatchObject([{ kind: 'legal', placedBy: 'sup-2' }]);
    expect(travel(['ReleaseHold'], once).folded?.facts.holds).toEqual([]);
  });

  it('is not lifted by a supervisor alone, with SECOND_PERSON_REQUIRED', () => {
    from('camped.settled', ...place('appeal', 'leg-1'))
      .when('ReleaseHold', { kind: 'appeal', reason }, { by: 'sup-1' })
      .thenRefused('SECOND_PERSON_REQUIRED');
  });

  it('is not lifted by two who do not answer for its ground, with RELEASE_NEEDS_HOLDER', () => {
    from('camped.settled', ...place('dataProtection', 'dpo-1'))
      .when('ReleaseHold', { kind: 'dataProtection', reason }, { by: 'sup-1', confirmedBy: 'leg-1' })
      .thenRefused('COMMAND_REFUSED', 'RELEASE_NEEDS_HOLDER');
  });

  it('is not placed on a case that is resolved, with WRONG_STATE', () => {
    expect(send(at('resolved'), 'PlaceHold').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
  });
});

describe('an assignment', () => {
  it('is told apart from a reassignment, which names the officer until then', () => {
    from('camped.settled')
      .when('AssignOfficer', { officer: 'co-1' }, { by: 'sup-1' })
      .thenEvents({ type: 'CaseAssigned', data: { officer: 'co-1' } });
    from('camped.settled', 'AssignOfficer')
      .when('AssignOfficer', { officer: 'co-2' }, { by: 'sup-1' })
      .thenEvents({ type: 'CaseReassigned', data: { officer: 'co-2', previousOfficer: 'co-1' } });
  });
});
