import type { Appealable } from '../code-lists.js';
import { describeGuards, type Different } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const { now } = at('camped.settled');
const pending = (against: Appealable, appealNo = 'a-1', count = 1): Different => ({
  but: () => ({ appeals: Array.from({ length: count }, () => ({ appealNo: 'A-1', against, at: now })) }),
  input: { appealNo },
});

describeGuards(guards, [
  [guards.appealPending, 'camped.settled', 'holds', pending('other')],
  [guards.appealPending, 'camped.settled', 'NO_APPEAL_PENDING'],
  [guards.appealKnown, 'camped.settled', 'holds', pending('other')],
  [guards.appealKnown, 'camped.settled', 'APPEAL_NOT_FOUND', pending('other', 'A-2')],
  [guards.appealNumberFree, 'camped.settled', 'holds', pending('other', 'A-2')],
  [guards.appealNumberFree, 'camped.settled', 'APPEAL_NUMBER_TAKEN', pending('other')],
  [guards.roomForAppeal, 'camped.settled', 'holds', pending('other', 'A-2', 19)],
  [guards.roomForAppeal, 'camped.settled', 'APPEALS_TOO_MANY', pending('other', 'A-2', 20)],
  [
    guards.notOwnFinding,
    'camped.settled',
    'holds',
    { ...pending('risk'), by: 'pro-1', confirmedBy: 'law-1' },
  ],
  [
    guards.notOwnFinding,
    'camped.settled',
    'DECIDES_ON_OWN_FINDING',
    { ...pending('risk'), by: 'pro-2', confirmedBy: 'law-1' },
  ],
  [
    guards.notOwnFinding,
    'pendingAssurance.assessed',
    'DECIDES_ON_OWN_FINDING',
    { ...pending('assurance'), by: 'pro-2', confirmedBy: 'law-1' },
  ],
  [guards.noAppeal, 'camped.settled', 'holds'],
  [guards.noAppeal, 'camped.settled', 'holds', { ...pending('other'), later: -1 }],
  [guards.noAppeal, 'camped.settled', 'APPEAL_PENDING', pending('other')],
]);
