import { z } from 'zod';
import { PersonName, Total } from './case-lists.js';
import { CaseId, Instant, Name, Position } from './scalars.js';

/** What does not go on by itself, the most pressing first. */
export const exceptionKinds = [
  ...(['stuck', 'heard', 'erasure', 'views', 'deadline', 'job', 'proposal', 'emergency'] as const),
  'unassigned',
] as const;

/** How many of a kind one answer can have. */
export const exceptionsMax = 100;
const exceptionsDefault = 20;

export const ExceptionsQuery = z.strictObject({
  workflow: Name.optional().meta({ description: 'Left out: of all workflows.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(exceptionsMax)
    .default(exceptionsDefault)
    .meta({ description: 'How many of each kind are told; all of them are counted.' }),
  atLeast: Position.optional().meta({ description: 'Wait until the views have reached this position.' }),
});

const ExceptionCase = z
  .strictObject({
    caseId: CaseId,
    workflow: z.string(),
    reference: z.string().meta({ description: 'Or its pseudonym.' }),
    state: z.string(),
    subState: z.string().nullable(),
    facility: z.string().nullable(),
    assignee: z.string().nullable(),
    assigneeName: PersonName.nullable().meta({ description: 'Null where the directory has no name.' }),
  })
  .meta({ id: 'ExceptionCase' });

const remedies = [...(['openCase', 'sendCommand', 'openJob', 'repeatJob', 'reviewAccess'] as const)] as const;

const Remedy = z
  .strictObject({
    remedy: z.enum(remedies),
    href: z.string().meta({
      description:
        'What to ask for it: `GET` to look at something, `POST` to send a command, repeat or review.',
    }),
  })
  .meta({ id: 'Remedy' });

const Exception = z
  .strictObject({
    since: Instant.meta({
      description: 'The date that passed, or when it was recorded, expired, ended or found.',
    }),
    case: ExceptionCase.nullable().meta({
      description: 'Null where it is about no case, or about one that the reader does not see.',
    }),
    cause: z.string().meta({ description: 'Why, in the language asked for.' }),
    code: z
      .string()
      .nullable()
      .meta({ description: 'The code of the refusal, where something was refused.' }),
    command: z.string().nullable(),
    deadline: z.string().nullable(),
    proposalId: z.string().nullable(),
    jobId: z.string().nullable(),
    grantId: z.string().nullable(),
    remedies: z.array(Remedy).meta({ description: 'What the reader can do about it.' }),
  })
  .meta({ id: 'Exception' });
export type Exception = z.infer<typeof Exception>;

const ExceptionGroup = z
  .strictObject({
    kind: z.enum(exceptionKinds).meta({
      description:
        '`stuck`: the workflow as it is now cannot go on with the case. `heard`: words that are always heard were recorded ' +
        'and not carried out. `erasure`: it is decided, and the keys still stand. `views`: lists lack what was recorded. ' +
        '`deadline`: it passed, and the system could not carry out what follows. `job`: it failed or had refusals, and was ' +
        'not repeated. `proposal`: it expired, and nobody proposed it again. `emergency`: access that waits for review. ' +
        '`unassigned`: a date passed more than seven days ago in a case that nobody has.',
    }),
    title: z.string().meta({ description: 'In the language asked for.' }),
    help: z.string().meta({ description: 'What can be done about it, in the language asked for.' }),
    page: z.string().meta({ description: 'The page of the documentation that says more.' }),
    total: Total.meta({ description: `How many there are, counted one by one up to ${exceptionsMax}.` }),
    items: z.array(Exception),
  })
  .meta({ id: 'ExceptionGroup' });

export const ExceptionList = z
  .strictObject({
    position: Position.meta({ description: 'How far the views were that were asked.' }),
    asOf: Instant,
    total: Total.meta({ description: 'Of all kinds together.' }),
    groups: z.array(ExceptionGroup).meta({ description: 'The kinds of which there is something.' }),
  })
  .meta({
    id: 'ExceptionList',
    description:
      'What does not go on by itself, so that somebody must look at it: in the cases that the reader sees, and of the jobs ' +
      'that they may see.',
  });
export type ExceptionList = z.infer<typeof ExceptionList>;
