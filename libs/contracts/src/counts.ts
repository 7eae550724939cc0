import { z } from 'zod';
import { Total } from './case-lists.js';
import { Name, Position } from './scalars.js';

/** Up to so many proposals are counted. */
export const countedProposals = 100;

export const CountsQuery = z.strictObject({
  workflow: Name.optional().meta({ description: 'Left out: of all workflows.' }),
  atLeast: Position.optional().meta({ description: 'Wait until the views have reached this position.' }),
});

/** The same as a list whose parameters are named, with the `workflow` of the request. */
const totalOf = (list: string) => Total.meta({ description: `The total of ${list}.` });

export const Counts = z
  .strictObject({
    position: Position.meta({ description: 'How far the views were that were counted.' }),
    mine: totalOf('`/cases?assignee=me&open=true`: work, and no case that is closed'),
    unit: Total.nullable().meta({
      description:
        'The total of `/cases?open=true&facility=` with the unit of who asks; null for somebody without a unit in which cases are.',
    }),
    unassigned: totalOf('`/cases?assignee=none&open=true`'),
    overdue: totalOf('`/cases?due=overdue`'),
    dueSoon: totalOf(
      '`/cases?due=soon`: seven days, today being the first, in the zone of the workflow that is named, else of the first one',
    ),
    waitingOnMyRoles: totalOf(
      '`/cases?waitingOn=` with those roles of who asks that the workflows have; 0 for somebody without one',
    ),
    proposalsForMe: Total.meta({
      description: `How many items \`/proposals?waitingFor=me\` has, counted up to ${countedProposals}.`,
    }),
    exceptions: totalOf('`/exceptions`: what does not go on by itself'),
    total: totalOf('`/cases`'),
  })
  .meta({
    id: 'Counts',
    description:
      'How many cases there are for whoever asks. Each number is that of a list, which the same person sees.',
  });
export type Counts = z.infer<typeof Counts>;
