import { limits } from '../limits.js';
import { describeGuards, type Different } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const { now } = at('resolved');
const later = limits.retention;
const restrictions = (count: number, input?: unknown): Different => ({
  but: () => ({
    restrictions: Array.from({ length: count }, () => ({ restrictionNo: 'RE-1', kind: 'legal', at: now })),
  }),
  input,
});
const hold = { kind: 'legal', holdNo: 'L-1', placedBy: 'leg-1', role: 'counsel', at: now } as const;

describeGuards(guards, [
  [guards.notErased, 'resolved', 'holds'],
  [guards.notErased, 'resolved', 'ALREADY_ERASED', { but: () => ({ erasedAt: now }) }],
  [guards.retentionOver, 'resolved', 'holds', { later }],
  [guards.retentionOver, 'resolved', 'RETENTION_RUNNING', { later: later - 1 }],
  [guards.retentionOver, 'resolved', 'RETENTION_RUNNING', { later, but: () => ({ endedAt: undefined }) }],
  [guards.noHoldOnErasure, 'resolved', 'holds'],
  [guards.noHoldOnErasure, 'resolved', 'HOLD_ACTIVE', { but: () => ({ holds: [hold] }) }],
  [
    guards.noHoldOnErasure,
    'resolved',
    'HOLD_ACTIVE',
    { but: () => ({ holds: [{ ...hold, scope: ['return'] }] }) },
  ],
  [guards.unrestricted, 'resolved', 'holds'],
  [guards.unrestricted, 'resolved', 'ERASURE_RESTRICTED', restrictions(1)],
  [guards.restricted, 'resolved', 'holds', restrictions(1)],
  [guards.restricted, 'resolved', 'NO_RESTRICTION_STANDS'],
  [guards.restrictionKnown, 'resolved', 'holds', restrictions(1, { restrictionNo: 're-1' })],
  [guards.restrictionKnown, 'resolved', 'RESTRICTION_NOT_FOUND', restrictions(1, { restrictionNo: 'RE-2' })],
  [guards.restrictionNumberFree, 'resolved', 'holds', restrictions(1, { restrictionNo: 'RE-2' })],
  [
    guards.restrictionNumberFree,
    'resolved',
    'RESTRICTION_NUMBER_TAKEN',
    restrictions(1, { restrictionNo: 'RE-1' }),
  ],
  [guards.roomForRestriction, 'resolved', 'holds', restrictions(19)],
  [guards.roomForRestriction, 'resolved', 'RESTRICTIONS_TOO_MANY', restrictions(20)],
]);
