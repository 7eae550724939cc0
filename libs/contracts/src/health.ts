import { z } from 'zod';
import { Position } from './scalars.js';

export const Live = z
  .strictObject({
    status: z.literal('ok'),
  })
  .meta({ id: 'Live' });

export const Ready = z
  .strictObject({
    status: z.enum(['ok', 'behind', 'checking', 'stuck', 'stopping', 'unavailable']).meta({
      description:
        '`checking`: a workflow has changed, and its open cases are being folded. `stuck`: some of them cannot go on; ' +
        '`reason` has the counts by state and what to do.',
    }),
    reason: z.string().nullable().meta({ description: 'Why it is not ready.' }),
    head: Position,
    views: Position,
    underConstruction: z.literal(true).optional().meta({
      description:
        'The data were begun to try workflows in that are under construction; no case in them is real.',
    }),
  })
  .meta({ id: 'Ready' });
export type Ready = z.infer<typeof Ready>;
