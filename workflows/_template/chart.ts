import { chartOf } from '@safeconduct/workflow';
import type { Events } from './events.js';
import type { Facts } from './facts.js';

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
