import { kind, type ProblemKind } from './problem-kind.js';

/** Problems about what a person has begun to type and not sent. */
export const draftProblemKinds = {
  DRAFT_NOT_FOUND: kind(
    404,
    'The sender has no draft of this command in this case: none was kept, it was sent or thrown away, its time is over, or ' +
      'the person of the case was erased.',
    '`GET /api/v1/drafts` lists the drafts of the sender.',
  ),
  DRAFT_CHANGED: kind(
    409,
    'The draft is not as the sender knew it: another device has kept it since, or sent or threw it away. Nothing was changed.',
    'Read it with `GET`, choose what shall stay, and name `version` in the next attempt.',
    ['version', 'keptAt'],
  ),
  DRAFTS_TOO_MANY: kind(
    409,
    'One person has so many drafts at the most. This one was not kept.',
    'Send or throw away others: `GET /api/v1/drafts` lists them. `limit` says how many one person may have.',
    ['limit'],
  ),
} as const satisfies Readonly<Record<string, ProblemKind>>;
