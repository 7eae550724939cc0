import type { Decide } from '@safeconduct/workflow';
import type { commands } from './commands.js';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import type { Role } from './roles.js';

export const decide: Decide<typeof commands, Events, Facts, Role> = {
  OpenRequest: (data) => [{ type: 'RequestOpened', data }],
  AddNote: (data) => [{ type: 'NoteAdded', data }],
  GrantRequest: (data) => [{ type: 'RequestGranted', data }],
  DeclineRequest: (data) => [{ type: 'RequestDeclined', data }],
  MarkAnswerOverdue: (data) => [{ type: 'AnswerOverdue', data }],
};
