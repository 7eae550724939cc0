import { commandsOf, deadlinePassed, dueGuard, identifier, line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { deadlines } from './deadlines.js';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import { noteTaken } from './guards.js';
import type { Role } from './roles.js';

const command = commandsOf<Facts, Events, Role>();

export const commands = {
  OpenRequest: command({
    input: z.strictObject({ requestNo: identifier, name: line, nameArabic: line }),
    opens: 'requestNo',
    roles: ['clerk'],
    guards: [],
    yields: ['RequestOpened'],
  }),
  AddNote: command({
    input: z.strictObject({ note: paragraph }),
    roles: ['clerk', 'head'],
    // A note may be entered late: it changes nothing but the number of notes.
    freeOfOrder: true,
    guards: [],
    yields: ['NoteAdded'],
  }),
  GrantRequest: command({
    input: z.strictObject({ decisionNo: identifier }),
    roles: ['clerk'],
    confirmedBy: ['head'],
    guards: [],
    yields: ['RequestGranted'],
  }),
  DeclineRequest: command({
    input: z.strictObject({ reason: paragraph }),
    roles: ['head'],
    guards: [noteTaken],
    yields: ['RequestDeclined'],
  }),
  MarkAnswerOverdue: command({
    input: deadlinePassed,
    roles: ['system'],
    guards: [dueGuard(deadlines)],
    yields: ['AnswerOverdue'],
  }),
};
