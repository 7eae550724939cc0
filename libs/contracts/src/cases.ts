import { z } from 'zod';
import { CaseId, Clock, Cursor, GivenInstant, GuardInputs, Instant, Position, Revision } from './scalars.js';

/** The past moment asked for, and the position that the views must have reached. */
export const atMoment = {
  asOf: GivenInstant.optional().meta({ description: 'As it was at this moment.' }),
  clock: Clock.default('occurred'),
  atLeast: Position.optional().meta({
    description: 'Wait until the views have reached this position, such as that of your own command.',
  }),
};

/** A moment of one case: also one of its revisions. */
export const atCaseMoment = {
  revision: Revision.optional().meta({ description: 'After this event.' }),
  ...atMoment,
};

export const Subject = z
  .strictObject({ latin: z.string(), arabic: z.string() })
  .meta({ id: 'Subject', description: 'Who the case is about.' });

export const tags = z.record(z.string(), z.string()).meta({
  description: 'The code of the case by tag, of those that its workflow declares.',
  examples: [{ intention: 'refuse', service: 'officer' }],
});

const state = z.string().meta({ description: 'The top-level state.', examples: ['camped'] });
const subState = z
  .string()
  .nullable()
  .meta({
    description: 'The innermost state as a dotted path; null for a state without sub-states.',
    examples: ['camped.settled'],
  });
export const reference = z.string().meta({ description: 'The natural key.', examples: ['QAIM-2024-00004'] });

export const withheld = z
  .array(
    z.strictObject({
      path: z.string().meta({ description: 'The items of a list have the path of the list.' }),
      dataClass: z.string(),
    }),
  )
  .meta({
    description:
      'What is left out, or has a pseudonym in its place, because the reader may not see data of its class.',
    examples: [[{ path: 'documentNo', dataClass: 'identity' }]],
  });

/** The state of a case. */
export const where = { state, subState };

const next = Cursor.nullable().meta({
  description: 'The `cursor` of the next page, also in the `Link` header; null on the last one.',
});

/** What every list answers with beside its items. */
export const pageOf = <Item extends z.ZodType>(item: Item) => ({ items: z.array(item), next });

const WaitingOn = z
  .strictObject({ role: z.string(), deadline: z.string(), dueAt: Instant })
  .meta({ id: 'WaitingOn', description: 'A role that has to act, and by when.' });

export const Deadline = z
  .strictObject({
    name: z.string(),
    dueAt: Instant,
    role: z.string().meta({ description: 'The role that has to act before it.' }),
    overdue: z.boolean().meta({ description: 'By the clock of the server, or at the past moment.' }),
  })
  .meta({ id: 'Deadline', description: 'A deadline that runs.' });

export const CaseFile = z
  .strictObject({
    caseId: CaseId,
    reference,
    workflow: z.string(),
    version: z.number().int(),
    revision: Revision,
    position: Position,
    ...where,
    facility: z.string().nullable(),
    outcome: z.string().nullable(),
    tags,
    assignee: z.string().nullable(),
    subject: Subject.nullable(),
    occurredAt: Instant.meta({ description: 'When its last event happened.' }),
    recordedAt: Instant.meta({ description: 'When its last event was recorded.' }),
    waitingOn: z.array(WaitingOn).meta({
      description: 'The roles that the case waits for, each with the earliest of its deadlines, by date.',
    }),
    deadlines: z.array(Deadline).meta({ description: 'The deadlines that run, by date.' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'What is known of the case.' }),
    openCommands: z.array(z.string()).meta({ description: 'What the state of the case allows.' }),
    withheld,
  })
  .meta({ id: 'CaseFile', description: 'A case, now or at a past moment.' });
export type CaseFile = z.infer<typeof CaseFile>;

const Actor = z
  .strictObject({ id: z.string(), role: z.string() })
  .meta({ id: 'Actor', description: 'Who acted, and in which role.' });

const GuardRecord = z
  .strictObject({
    guard: z.string(),
    version: z.number().int(),
    inputs: GuardInputs,
    failed: z.string().optional().meta({
      description: 'The code with which it failed, where a fact was recorded although it breaks the rule.',
    }),
  })
  .meta({ id: 'GuardRecord', description: 'A rule that was asked, and the values it looked at.' });

export const ImportedBy = z.string().nullable().meta({
  description: 'Who sent the import that the command was a row of; null where it was sent by itself.',
});

/** An event without its data. */
export const eventHead = {
  position: Position,
  revision: Revision,
  type: z.string(),
  command: z.string(),
  ...where,
  occurredAt: Instant.meta({ description: 'When it happened, or where it stands in its case.' }),
  saidAt: Instant.nullable().meta({
    description: 'When it happened as it was said, where it had to stand at another time; else null.',
  }),
  recordedAt: Instant,
  onBehalfOf: z.string().nullable(),
};

export const HistoryEvent = z
  .strictObject({
    ...eventHead,
    eventId: z.string(),
    schemaVersion: z.number().int(),
    actor: Actor,
    confirmedBy: Actor.nullable(),
    confirmedAt: Instant.nullable().meta({ description: 'When the second person confirmed, where one did.' }),
    importedBy: ImportedBy,
    purpose: z.string().nullable(),
    commandId: z.string(),
    correlationId: z.string(),
    causationId: z.string().nullable(),
    workflowVersion: z.number().int(),
    fingerprint: z.string().meta({ description: 'Which definition decided.' }),
    guards: z.array(GuardRecord),
    data: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'In the shape of today; null where they cannot be read today.',
    }),
    recordedData: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'As they were recorded; null where `data` are the same.',
    }),
    erasedAt: Instant.nullable().meta({
      description:
        'When the keys of the personal values were destroyed; then each text is `erased`, each list empty, anything else ' +
        'null. Null where they can be read or there are none.',
    }),
    withheld,
  })
  .meta({ id: 'HistoryEvent', description: 'One recorded event of a case.' });
export type HistoryEvent = z.infer<typeof HistoryEvent>;

export const HistoryPage = z
  .strictObject({ caseId: CaseId, reference, ...pageOf(HistoryEvent) })
  .meta({ id: 'HistoryPage' });
export type HistoryPage = z.infer<typeof HistoryPage>;

const Difference = z
  .strictObject({ path: z.string(), from: z.unknown(), to: z.unknown() })
  .partial({ from: true, to: true })
  .meta({ id: 'Difference', description: 'A value that an event changed; absent where there was none.' });

const ReplayStep = z
  .strictObject({
    revision: Revision,
    type: z.string(),
    occurredAt: Instant,
    recordedAt: Instant,
    actor: z.string(),
    ...where,
    matches: z.boolean().meta({ description: 'The machine arrives at what was recorded.' }),
    changes: z.array(Difference),
    withheld,
  })
  .meta({ id: 'ReplayStep' });

export const CaseReplay = z
  .strictObject({
    caseId: CaseId,
    reference,
    steps: z.array(ReplayStep),
    diverged: z.boolean().meta({ description: 'Whether one of the steps so far differs from the record.' }),
    divergedAt: Revision.nullable().meta({ description: 'The first revision that differs from the record.' }),
    next,
  })
  .meta({
    id: 'CaseReplay',
    description: 'The states the events of a case fold to, beside what was recorded.',
  });
export type CaseReplay = z.infer<typeof CaseReplay>;
