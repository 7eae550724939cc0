import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { nextContact } from './plan.js';

/** The deadlines after the crossing: the next contact, a contact that is missing, an alert. */
export const monitoringDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  contact: {
    role: 'monitor',
    dueAt: ({ monitoring }, state) =>
      state === 'returned.monitoring' && monitoring !== undefined ? nextContact(monitoring) : undefined,
    then: 'MarkMonitoringOverdue',
  },
  missingContact: {
    role: 'supervisor',
    dueAt: ({ monitoring }, state) =>
      state === 'returned.overdue' && monitoring?.lapsedAt !== undefined
        ? plus(monitoring.lapsedAt, limits.missingContact)
        : undefined,
  },
  alert: {
    role: 'protection',
    dueAt: ({ monitoring }, state) =>
      state === 'returned.alert' && monitoring?.alertAt !== undefined
        ? plus(monitoring.alertAt, limits.alert)
        : undefined,
  },
};
