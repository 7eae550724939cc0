import { inRole, type Actor } from './actor.js';
import type { Workflow } from './define-workflow.js';
import { mayConfirm, needsSecondPerson } from './proposal.js';

/** A command that no two of the people can carry out together. */
export interface UnsatisfiablePair {
  readonly workflow: string;
  readonly command: string;
  /** The roles that may send it, and those that may confirm it. */
  readonly roles: readonly string[];
  readonly confirmedBy: readonly string[];
  /** How many of the people hold a role of either kind. */
  readonly senders: number;
  readonly confirmers: number;
}

/**
 * The commands that need a second person and for which there are no two different people of whom one may send and the
 * other may confirm, the rule about supervisors included.
 */
export const unsatisfiablePairs = (
  workflows: readonly Workflow[],
  people: readonly Actor[],
): readonly UnsatisfiablePair[] =>
  workflows.flatMap(({ name: workflow, commands }) =>
    [...commands.values()].filter(needsSecondPerson).flatMap((command) => {
      const { name, roles, confirmedBy = [] } = command;
      const senders = people.filter((one) => inRole(one, roles) !== undefined);
      const confirmers = people.filter((one) => inRole(one, confirmedBy) !== undefined);
      if (senders.some((sender) => confirmers.some((one) => mayConfirm(command, one, sender)))) return [];
      const counts = { senders: senders.length, confirmers: confirmers.length };
      return [{ workflow, command: name, roles, confirmedBy, ...counts }];
    }),
  );
