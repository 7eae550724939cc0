import { chartOf, days, plus, type Deadline } from '@safeconduct/workflow';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import type { Role } from './roles.js';

export const chart = chartOf<Facts, Events>()({
  initial: 'open',
  states: {
    open: {
      on: {
        NoteAdded: {},
        AnswerOverdue: {},
        RequestGranted: 'closed.granted',
        RequestDeclined: 'closed.declined',
      },
    },
    closed: {
      initial: 'granted',
      end: true,
      states: { granted: {}, declined: {} },
      on: { NoteAdded: {} },
    },
  },
});

export const deadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  answer: {
    role: 'clerk',
    dueAt: ({ openedAt, overdue }, state) =>
      state === 'open' && !overdue ? plus(openedAt, days(14)) : undefined,
    then: 'MarkAnswerOverdue',
  },
};
