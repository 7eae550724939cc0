import type { Message } from '../message.js';

/** What the worklist says of the workload, in English. */
export const workloadEn = {
  'nav.workload': 'Workload',
  'work.open': 'Open',
  'work.closed': 'Closed',
  'work.waitingOn': 'Waiting for: {roles}',
  'filter.open': 'Open or closed',
  'filter.waitingOn': 'Waiting for',
  'workload.officer': 'Officer',
  'workload.absent': 'absent until {day}',
  'share.out': 'Share out…',
  'share.selected': { one: 'Share out {count} case', other: 'Share out {count} cases' },
} as const satisfies Readonly<Record<string, Message>>;
