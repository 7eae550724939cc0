import { describeGuards, type Different } from '../testing/describe-guards.js';
import * as guards from './guards.js';

const legal = { kind: 'legal' };
const hold = { kind: 'legal', placedBy: 'leg-1', at: '2025-01-01T00:00:00.000Z' } as const;
const held = () => ({ holds: [hold] });

describeGuards(guards, [
  [guards.noHold, 'camped.settled', 'holds'],
  [guards.noHold, 'camped.settled', 'HOLD_ACTIVE', { but: held }],
  [guards.mayHold, 'camped.settled', 'holds', { by: 'med-1', input: { kind: 'medical' } }],
  [guards.mayHold, 'camped.settled', 'HOLD_NOT_OF_THIS_ROLE', { by: 'sup-1', input: { kind: 'medical' } }],
  [guards.roomForHold, 'camped.settled', 'holds', { but: () => ({ holds: Array(99).fill(hold) }) }],
  [guards.roomForHold, 'camped.settled', 'HOLDS_TOO_MANY', { but: () => ({ holds: Array(100).fill(hold) }) }],
  [guards.mayRelease, 'camped.settled', 'HOLD_NOT_FOUND', release('sup-1', 'leg-1')],
  [guards.mayRelease, 'camped.settled', 'holds', { ...release('sup-1', 'leg-1'), but: held }],
  [guards.mayRelease, 'camped.settled', 'holds', { ...release('leg-1', 'sup-1'), but: held }],
  [guards.mayRelease, 'camped.settled', 'holds', { ...release('sup-1', 'sup-2'), but: held }],
  [
    guards.mayRelease,
    'camped.settled',
    'RELEASE_NEEDS_SUPERVISOR',
    { ...release('leg-1', 'pro-1'), but: held },
  ],
  [guards.mayRelease, 'camped.settled', 'RELEASE_NEEDS_HOLDER', { ...release('sup-1', 'med-1'), but: held }],
]);

function release(by: string, confirmedBy: string): Different {
  return { by, confirmedBy, input: legal };
}
