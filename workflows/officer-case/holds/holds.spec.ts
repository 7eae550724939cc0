import { describe, expect, it } from '@jest/globals';
import { from } from '../testing/given.js';
import { send, sendAll, type Steps } from '../testing/case-run.js';
import { at } from '../testing/state-paths.js';
import { sealed } from '../testing/sample.js';
import type { HoldKind } from '../code-lists.js';

const place = (kind: HoldKind, by: string): Steps => [
  ['PlaceHold', { by, input: { kind, ground: sealed('ground') } }],
];
const movement = [{ facility: 'RUTBA', orderNo: 'O' }, { by: 'sup-1' }] as const;
const reason = sealed('reason');

describe('a hold', () => {
  it('stops every movement until it is released', () => {
    from('camped.settled', ...place('medical', 'med-1'))
      .when('TransferFacility', ...movement)
      .thenRefused('COMMAND_REFUSED', 'HOLD_ACTIVE');
    const release: Steps = [
      ['ReleaseHold', { by: 'sup-1', confirmedBy: 'med-1', input: { kind: 'medical', reason } }],
    ];
    from('camped.settled', ...place('medical', 'med-1'), ...release)
      .when('TransferFacility', ...movement)
      .thenState('camped.settled');
  });

  it('is never lost: two of the same kind are released one by one', () => {
    const twice = sendAll([...place('legal', 'leg-1'), ...place('legal', 'sup-2')], at('camped.settled'));
    const once = sendAll(['ReleaseHold'], twice);
    expect(once.folded?.facts.holds).toMatchObject([{ kind: 'legal', placedBy: 'sup-2' }]);
    expect(sendAll(['ReleaseHold'], once).folded?.facts.holds).toEqual([]);
  });

  it('is not released by a supervisor alone, with SECOND_PERSON_REQUIRED', () => {
    from('camped.settled', ...place('appeal', 'leg-1'))
      .when('ReleaseHold', { kind: 'appeal', reason }, { by: 'sup-1' })
      .thenRefused('SECOND_PERSON_REQUIRED');
  });

  it('is not released by two persons of whom none may hold on its ground, with RELEASE_NEEDS_HOLDER', () => {
    from('camped.settled', ...place('dataProtection', 'dpo-1'))
      .when('ReleaseHold', { kind: 'dataProtection', reason }, { by: 'sup-1', confirmedBy: 'leg-1' })
      .thenRefused('COMMAND_REFUSED', 'RELEASE_NEEDS_HOLDER');
  });

  it('is not placed on a case that is resolved, with WRONG_STATE', () => {
    expect(send(at('resolved'), 'PlaceHold').answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
  });
});
