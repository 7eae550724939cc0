import { commandsOf, deadlinePassed, dueGuard } from '@safeconduct/workflow';
import { deadlines } from './deadlines.js';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import type { Role } from './roles.js';

/** Defines one command of this workflow. */
export const command = commandsOf<Facts, Events, Role>();

/** The common part of the commands that the system sends when a deadline has passed. */
export const afterDeadline = {
  input: deadlinePassed,
  roles: ['system'],
  guards: [dueGuard(deadlines)],
} as const;
