import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** The deadline of the determination of an age, and of the transfer of a child. */
export const childDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  childProtection: {
    role: 'childProtection',
    dueAt: ({ asChild }, state) =>
      asChild !== undefined && isInHost(state) ? plus(asChild.at, limits.childProtection) : undefined,
  },
};
