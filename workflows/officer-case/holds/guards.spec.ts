import { describeGuards, type Asked, type Different } from '../testing/describe-guards.js';
import type { Hold } from './facts.js';
import * as guards from './guards.js';

const at = '2025-01-01T00:00:00.000Z';
const legal = { kind: 'legal', holdNo: 'L-1', placedBy: 'leg-1', role: 'counsel', at } as const;
const ofSupervisor = { ...legal, placedBy: 'sup-3', role: 'supervisor' };
const standing = (...holds: readonly Hold[]) => ({ but: () => ({ holds }) });
const asChild = (since: string) => ({ but: () => ({ asChild: { at: since, determined: false } }) });
const full = (count: number) => standing(...Array<Hold>(count).fill(legal));
const byTwo = (by: string, confirmedBy: string): Different => ({
  ...{ by, confirmedBy, input: { holdNo: 'l-1' } },
});

describeGuards(guards, [
  [guards.noHoldOnReturn, 'camped.settled', 'holds'],
  [guards.noHoldOnReturn, 'camped.settled', 'TREATED_AS_CHILD', asChild(at)],
  [guards.noHoldOnReturn, 'camped.settled', 'holds', asChild('2027-01-01T00:00:00.000Z')],
  [guards.noHoldOnReturn, 'camped.settled', 'holds', standing({ ...legal, at: '2027-01-01T00:00:00.000Z' })],
  ...(
    [
      [guards.noHoldOnRelocation, 'relocation'],
      [guards.noHoldOnTransfer, 'transfer'],
      [guards.noHoldOnStay, 'stay'],
    ] as const
  ).flatMap(([guard, scope]): readonly Asked[] => [
    [guard, 'camped.settled', 'HOLD_ACTIVE', standing(legal)],
    [guard, 'camped.settled', 'HOLD_ACTIVE', standing({ ...legal, scope: [scope] })],
    [guard, 'camped.settled', 'holds', standing({ ...legal, scope: ['return'] })],
  ]),
  [
    guards.noHoldOnReturn,
    'camped.settled',
    'PERSON_MISSING',
    { but: () => ({ missing: { at, searches: 0 } }) },
  ],
  [
    guards.noHoldOnReturn,
    'camped.settled',
    'APPEAL_PENDING',
    { but: () => ({ appeals: [{ appealNo: 'A', against: 'other', at }] }) },
  ],
  [guards.noHoldOnReturn, 'camped.settled', 'HOLD_ACTIVE', standing(legal)],
  [guards.noHoldOnReturn, 'camped.settled', 'HOLD_ACTIVE', standing({ ...legal, scope: ['return'] })],
  [guards.noHoldOnReturn, 'camped.settled', 'holds', standing({ ...legal, scope: ['stay', 'transfer'] })],
  [guards.noHoldOnTransfer, 'camped.settled', 'HOLD_ACTIVE', standing({ ...legal, scope: ['transfer'] })],
  [guards.noHoldOnRelocation, 'camped.settled', 'HOLD_ACTIVE', standing({ ...legal, scope: ['relocation'] })],
  [guards.noHoldOnRelocation, 'camped.settled', 'holds', standing({ ...legal, scope: ['return'] })],
  [guards.noHoldOnStay, 'camped.settled', 'HOLD_ACTIVE', standing({ ...legal, scope: ['stay'] })],
  [guards.noHoldOnStay, 'camped.settled', 'holds', standing({ ...legal, scope: ['return'] })],
  [guards.mayHold, 'camped.settled', 'holds', { by: 'med-1', input: { kind: 'medical' } }],
  [guards.mayHold, 'camped.settled', 'HOLD_NOT_OF_THIS_ROLE', { by: 'sup-1', input: { kind: 'medical' } }],
  [guards.mayHold, 'camped.settled', 'HOLD_NOT_OF_THIS_ROLE', { by: 'aut-1', input: { kind: 'court' } }],
  [guards.holdNumberFree, 'camped.settled', 'holds', { ...standing(legal), input: { holdNo: 'L-2' } }],
  [
    guards.holdNumberFree,
    'camped.settled',
    'HOLD_NUMBER_TAKEN',
    { ...standing(legal), input: { holdNo: 'l-1' } },
  ],
  [guards.roomForHold, 'camped.settled', 'holds', full(99)],
  [guards.roomForHold, 'camped.settled', 'HOLDS_TOO_MANY', full(100)],
  [guards.held, 'camped.settled', 'holds', standing(legal)],
  [guards.held, 'camped.settled', 'NO_HOLD_STANDS'],
  [guards.holdKnown, 'camped.settled', 'holds', { ...standing(legal), input: { holdNo: 'L-1' } }],
  [guards.holdKnown, 'camped.settled', 'HOLD_NOT_FOUND', { ...standing(legal), input: { holdNo: 'L-2' } }],
  [guards.mayRelease, 'camped.settled', 'HOLD_NOT_FOUND', byTwo('sup-1', 'leg-1')],
  [guards.mayRelease, 'camped.settled', 'holds', { ...byTwo('sup-1', 'leg-1'), ...standing(legal) }],
  [guards.mayRelease, 'camped.settled', 'holds', { ...byTwo('leg-1', 'sup-1'), ...standing(legal) }],
  [guards.mayRelease, 'camped.settled', 'holds', { ...byTwo('sup-1', 'sup-2'), ...standing(ofSupervisor) }],
  [
    guards.mayRelease,
    'camped.settled',
    'RELEASE_NOT_BY_SUPERVISORS_ALONE',
    { ...byTwo('sup-1', 'sup-2'), ...standing(legal) },
  ],
  ...(['court', 'appeal'] as const).map((kind): Asked => [
    guards.mayRelease,
    'camped.settled',
    'RELEASE_NOT_BY_SUPERVISORS_ALONE',
    { ...byTwo('sup-1', 'sup-2'), ...standing({ ...ofSupervisor, kind }) },
  ]),
  [
    guards.mayRelease,
    'camped.settled',
    'RELEASE_NEEDS_SUPERVISOR',
    { ...byTwo('leg-1', 'pro-1'), ...standing(legal) },
  ],
  [
    guards.mayRelease,
    'camped.settled',
    'RELEASE_NEEDS_HOLDER',
    { ...byTwo('sup-1', 'med-1'), ...standing(legal) },
  ],
]);
