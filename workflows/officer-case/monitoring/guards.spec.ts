import { days, plus } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { outcomes } from '../code-lists.js';
import { describeGuards, type Asked } from '../testing/describe-guards.js';
import * as guards from './guards.js';

const reopening = (proposedState: string) => ({ proposedState });
const contactedAt = '2025-01-01T00:00:00.000Z';

describeGuards(guards, [
  [guards.contactSettled, 'returned.monitoring', 'holds'],
  [guards.contactSettled, 'returned.monitoring', 'holds', { but: lastFound('unreachable') }],
  [guards.contactSettled, 'returned.monitoring', 'LAST_CONTACT_OF_CONCERN', { but: lastFound('concern') }],
  [guards.contactSettled, 'camped.settled', 'CONTACT_MISSING'],
  [guards.planKept, 'returned.monitoring', 'CLOSED_EARLY', { input: {} }],
  [guards.planKept, 'returned.monitoring', 'holds', { input: { earlyReason: 'a reason' } }],
  [guards.planKept, 'returned.monitoring', 'holds', { input: {}, but: contactedAfter(178) }],
  [guards.planKept, 'returned.monitoring', 'CLOSED_EARLY', { input: {}, but: contactedAfter(176) }],
  [guards.reopensThere, 'resolved', 'holds', { input: reopening('camped.settled') }],
  [guards.reopensThere, 'resolved', 'REOPENS_ELSEWHERE', { input: reopening('returned.alert') }],
  [
    guards.reopensThere,
    'resolved',
    'holds',
    { but: () => ({ outcome: 'RETURNED_VOLUNTARILY' }), input: reopening('returned.alert') },
  ],
  [
    guards.reopensThere,
    'resolved',
    'REOPENED_BY_OTHER_COMMAND',
    { but: () => ({ outcome: 'RELOCATED' }), input: reopening('camped.settled') },
  ],
  [guards.reopenedByAuthority, 'resolved', 'holds', { confirmedBy: 'pro-1' }],
  ...outcomes
    .filter((outcome) => outcome !== 'REMAINS_IN_HOST')
    .flatMap((outcome): readonly Asked[] => [
      [guards.reopenedByAuthority, 'resolved', 'holds', { confirmedBy: 'aut-1', but: () => ({ outcome }) }],
      [
        guards.reopenedByAuthority,
        'resolved',
        'REOPENING_NEEDS_AUTHORITY',
        { confirmedBy: 'pro-1', but: () => ({ outcome }) },
      ],
    ]),
]);

function contactedAfter(count: number): () => Partial<Facts> {
  const lastContact = { channel: 'phone', finding: 'safe', at: plus(contactedAt, days(count)) } as const;
  return () => ({ monitoring: { crossedAt: contactedAt, contacts: 1, incidents: 0, lastContact } });
}

function lastFound(finding: 'concern' | 'unreachable'): () => Partial<Facts> {
  const lastContact = { channel: 'phone', finding, at: contactedAt };
  return () => ({ monitoring: { crossedAt: contactedAt, contacts: 1, incidents: 0, lastContact } });
}
