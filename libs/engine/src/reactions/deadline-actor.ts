import type { Actor } from '@safeconduct/workflow';

/** The engine itself, as it sends the commands of deadlines. */
export const deadlineActor: Actor = { id: 'sys-deadlines', roles: ['system'] };
