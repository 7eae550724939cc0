import { days, plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from './facts.js';
import type { Role } from './roles.js';

export const deadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  answer: {
    role: 'clerk',
    dueAt: ({ openedAt, overdue }, state) =>
      state === 'open' && !overdue ? plus(openedAt, days(14)) : undefined,
    then: 'MarkAnswerOverdue',
  },
};
