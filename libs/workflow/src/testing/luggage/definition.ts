import { z } from 'zod';
import {
  chartOf,
  commandsOf,
  days,
  deadlinePassed,
  dueGuard,
  fails,
  holds,
  holdsWith,
  instant,
  line,
  paragraph,
  personal,
  plus,
  versioned,
  type Deadline,
  type FactsByEvent,
  type Guard,
} from '../../index.js';

export const roles = ['clerk', 'head', 'system'] as const;
export type Role = (typeof roles)[number];

const identity = personal('identity', z.string());
const ClaimFiled = z.strictObject({
  claimNo: z.string(),
  owner: identity,
  ownerArabic: identity,
  bags: z.number().int(),
  channel: z.enum(['desk', 'post', 'unknown']),
});

export const events = {
  // Version 1 kept no channel.
  ClaimFiled: versioned(ClaimFiled, [(old) => ({ ...old, channel: 'unknown' })]),
  NoteTaken: z.strictObject({ note: personal('narrative', z.string()) }),
  BagTraced: z.strictObject({ place: z.string() }),
  ClaimPaid: z.strictObject({ amount: z.number() }),
  ClaimRefused: z.strictObject({ reason: personal('narrative', z.string()) }),
  AnswerOverdue: z.strictObject({ deadline: z.string(), dueAt: instant }),
};
export type Events = typeof events;

export const Facts = z.strictObject({
  filedAt: instant,
  missing: z.number().int(),
  notes: z.number().int(),
  overdue: z.boolean(),
});
export type Facts = Readonly<z.infer<typeof Facts>>;

export const initialFacts: Facts = { filedAt: '', missing: 0, notes: 0, overdue: false };

export const evolve: FactsByEvent<Facts, Events> = {
  ClaimFiled: (facts, { bags }, { occurredAt }) => ({ ...facts, filedAt: occurredAt, missing: bags }),
  NoteTaken: (facts) => ({ ...facts, notes: facts.notes + 1 }),
  BagTraced: (facts) => ({ ...facts, missing: facts.missing - 1 }),
  AnswerOverdue: (facts) => ({ ...facts, overdue: true }),
};

const lastBag = { name: 'last bag', test: ({ missing }: Facts) => missing === 1 };

export const chart = chartOf<Facts, Events>()({
  initial: 'open',
  states: {
    open: {
      initial: 'searching',
      on: { NoteTaken: {}, BagTraced: {}, ClaimRefused: 'closed.refused' },
      states: {
        searching: { on: { BagTraced: [{ guard: lastBag, target: 'open.found' }], AnswerOverdue: {} } },
        found: { on: { ClaimPaid: 'closed.paid' } },
      },
    },
    closed: {
      initial: 'paid',
      end: true,
      on: { NoteTaken: {} },
      states: { paid: {}, refused: {} },
    },
  },
});

export const deadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  answer: {
    role: 'clerk',
    dueAt: ({ filedAt, overdue }, state) =>
      state === 'open.searching' && !overdue ? plus(filedAt, days(21)) : undefined,
    then: 'MarkAnswerOverdue',
  },
};

export const noted: Guard<Facts, unknown, 'NOTE_MISSING'> = {
  id: 'G-NOTED',
  version: 1,
  codes: ['NOTE_MISSING'],
  remedies: ['TakeNote'],
  ask: ({ notes }) => (notes > 0 ? holdsWith({ notes }) : fails('NOTE_MISSING')),
};

const limit = 1000;

export const withinLimit: Guard<Facts, { readonly amount: number }, 'AMOUNT_TOO_HIGH'> = {
  id: 'G-LIMIT',
  version: 2,
  codes: ['AMOUNT_TOO_HIGH'],
  remedies: [],
  readsInput: true,
  ask: (_facts, { input }) => (input.amount <= limit ? holds : fails('AMOUNT_TOO_HIGH', { limit })),
};

const command = commandsOf<Facts, Events, Role>();

export const commands = {
  FileClaim: command({
    input: z.strictObject({
      claimNo: line,
      owner: line,
      ownerArabic: line,
      bags: z.number().int().min(1),
      channel: z.enum(['desk', 'post']),
    }),
    opens: 'claimNo',
    roles: ['clerk'],
    guards: [],
    yields: ['ClaimFiled'],
  }),
  TakeNote: command({
    input: z.strictObject({ note: paragraph }),
    roles: ['clerk', 'head'],
    freeOfOrder: true,
    guards: [],
    yields: ['NoteTaken'],
  }),
  TraceBag: command({
    input: z.strictObject({ place: line }),
    roles: ['clerk'],
    guards: [],
    yields: ['BagTraced'],
    // Its `decide` does the same as the default, so that a spec can change the event without the form.
    decide: (data) => [{ type: 'BagTraced', data }],
  }),
  PayClaim: command({
    input: z.strictObject({ amount: z.number().positive() }),
    roles: ['clerk'],
    confirmedBy: ['head'],
    guards: [noted, withinLimit],
    yields: ['ClaimPaid'],
  }),
  RefuseClaim: command({
    input: z.strictObject({ reason: paragraph }),
    roles: ['head'],
    guards: [noted],
    yields: ['ClaimRefused'],
  }),
  MarkAnswerOverdue: command({
    input: deadlinePassed,
    roles: ['system'],
    guards: [dueGuard(deadlines)],
    yields: ['AnswerOverdue'],
  }),
};
