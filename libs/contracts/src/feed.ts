import { z } from 'zod';
import { eventHead } from './cases.js';
import { JobId, jobStates } from './jobs.js';
import { ProposalStatus } from './proposals.js';
import { CaseId, Instant, Name, Position } from './scalars.js';

export const FeedQuery = z.strictObject({
  workflow: Name.optional(),
  case: CaseId.optional(),
  purpose: Name.optional().meta({
    description:
      'What the reader reads for, as `X-Purpose` names it: a browser sends no header with a stream.',
  }),
  after: Position.optional().meta({
    description:
      'Begin after this position; 0 is the beginning. Left out: from now on. `Last-Event-ID` wins.',
  }),
});

export const FeedHeaders = z.object({
  'last-event-id': Position.optional().meta({ description: 'The position of the last event that arrived.' }),
});

/** The data of `event: recorded`. */
export const FeedEvent = z
  .strictObject({
    ...eventHead,
    caseId: CaseId,
    workflow: z.string(),
    actor: z.string(),
    role: z.string(),
    facility: z.string().nullable().meta({ description: 'Where the case is after the event.' }),
    outcome: z.string().nullable().meta({ description: 'How it ended, after the event.' }),
    assignee: z.string().nullable().meta({ description: 'Who has it after the event.' }),
    reference: z.string().nullable().meta({
      description:
        'A pseudonym for readers who do not see the identity. Null where the history of the case cannot be read.',
    }),
  })
  .meta({
    id: 'FeedEvent',
    description: 'What happened. No event data: read the case with `atLeast=<position>`.',
  });
export type FeedEvent = z.infer<typeof FeedEvent>;

/** The data of `event: pulse`. */
export const FeedPulse = z
  .strictObject({
    position: Position.meta({ description: 'Everything up to here was sent, as far as it was asked for.' }),
    now: Instant.meta({ description: 'What the clock of these data shows, as in `GET /meta`.' }),
  })
  .meta({ id: 'FeedPulse', description: 'The connection is alive, and has come so far.' });
export type FeedPulse = z.infer<typeof FeedPulse>;

/** The data of `event: proposal`. */
export const FeedProposal = z
  .strictObject({ proposalId: z.string(), caseId: CaseId, state: ProposalStatus })
  .meta({ id: 'FeedProposal', description: 'A step was proposed, or a proposal was ended.' });
export type FeedProposal = z.infer<typeof FeedProposal>;

/** The data of `event: erased`. */
export const FeedErased = z.strictObject({ caseId: CaseId }).meta({
  id: 'FeedErased',
  description: 'The person of the case is erased. Whatever was read of them before is to be forgotten.',
});
export type FeedErased = z.infer<typeof FeedErased>;

/** The data of `event: job`. */
export const FeedJob = z
  .strictObject({
    jobId: JobId,
    state: z.enum(jobStates),
    done: z.number().int(),
    total: z.number().int(),
  })
  .meta({ id: 'FeedJob', description: 'How far a job has come. Looked at once a second.' });
export type FeedJob = z.infer<typeof FeedJob>;

/** The data of `event: reset`. */
export const FeedReset = z.strictObject({ position: Position }).meta({
  id: 'FeedReset',
  description:
    'The log ends before the position that was asked for: it was restored from an older copy. What was read before is to be ' +
    'read anew; the stream goes on after `position`.',
});
export type FeedReset = z.infer<typeof FeedReset>;

/** The data of `event: busy`. */
export const FeedBusy = z
  .strictObject({ retryAfter: z.number().int().meta({ description: 'In seconds.' }) })
  .meta({ id: 'FeedBusy', description: 'As many readers follow the feed as the server allows.' });
export type FeedBusy = z.infer<typeof FeedBusy>;
