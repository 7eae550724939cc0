import { z } from 'zod';
import { eventHead } from './cases.js';
import { CaseId, Name, Position } from './scalars.js';

export const FeedQuery = z.strictObject({
  workflow: Name.optional(),
  case: CaseId.optional(),
  after: Position.optional().meta({
    description:
      'Begin after this position; 0 is the beginning. Left out: from now on. `Last-Event-ID` wins.',
  }),
});

export const FeedHeaders = z.object({
  'last-event-id': Position.optional().meta({ description: 'The position of the last event that arrived.' }),
});

/** The data of one event of the feed. */
export const FeedEvent = z
  .strictObject({ ...eventHead, caseId: CaseId, workflow: z.string(), actor: z.string(), role: z.string() })
  .meta({
    id: 'FeedEvent',
    description: 'What happened. No event data: read the case with `atLeast=<position>`.',
  });
export type FeedEvent = z.infer<typeof FeedEvent>;
