import { fails, holdsWith, type Guard } from '@safeconduct/workflow';
import { happenedBy } from '../dated.js';
import type { Facts } from '../facts.js';

/** The person is treated as a child: the age is in doubt, or was determined. */
export const treatedAsChild: Guard<Facts, unknown, 'NOT_TREATED_AS_CHILD'> = {
  id: 'G-CHILD',
  version: 1,
  codes: ['NOT_TREATED_AS_CHILD'],
  remedies: ['RaiseAgeDispute'],
  ask(facts, { now }) {
    const asChild = happenedBy(facts.asChild, now);
    return asChild === undefined
      ? fails('NOT_TREATED_AS_CHILD')
      : holdsWith({ since: asChild.at, determined: asChild.determined });
  },
};
