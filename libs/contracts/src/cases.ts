import { z } from 'zod';
import {
  AskedAssignee,
  AskedCode,
  AskedTags,
  CaseId,
  Clock,
  Cursor,
  DueBefore,
  GivenInstant,
  GuardInputs,
  Instant,
  Limit,
  listOf,
  Name,
  Position,
  Reference,
  Revision,
  ReferenceText,
  SearchText,
  StatePath,
} from './scalars.js';

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

const tags = z.record(z.string(), z.string()).meta({
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
const reference = z.string().meta({ description: 'The natural key.', examples: ['QAIM-2024-00004'] });

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

const PersonName = z.strictObject({ latin: z.string(), arabic: z.string() }).meta({
  id: 'PersonName',
  description:
    'The name of somebody who works with cases. A spelling that is not known is that of the other script.',
});

const RunningDeadline = z
  .strictObject({
    name: z.string(),
    dueAt: Instant,
    role: z.string().meta({ description: 'Who has to act; empty where no definition knows the deadline.' }),
  })
  .meta({ id: 'RunningDeadline', description: 'A deadline that runs.' });

const caseColumns = {
  caseId: CaseId,
  workflow: z.string(),
  reference,
  subject: Subject.nullable(),
  ...where,
  facility: z.string().nullable(),
  outcome: z.string().nullable(),
  tags,
  assignee: z
    .string()
    .nullable()
    .meta({ description: 'The officer of the case; null: nobody, or a past moment.' }),
  assigneeName: PersonName.nullable().meta({ description: 'Null where the directory has no name.' }),
  since: Instant.meta({ description: 'Since when it has been in this state.' }),
  updatedAt: Instant.nullable().meta({
    description: 'When its last event was recorded; null at a past moment.',
  }),
  revision: Revision,
  nextDeadline: RunningDeadline.nullable().meta({
    description: 'The one with the earliest date; null where none runs, and at a past moment.',
  }),
  overdue: z.boolean().nullable().meta({
    description: 'Whether that date has passed, by the clock of the server; null at a past moment.',
  }),
  waitingOn: z.array(z.string()).nullable().meta({
    description: 'The roles whose deadlines run, the most urgent first; null at a past moment.',
  }),
  withheld,
};

const WholeCase = z.strictObject(caseColumns).meta({ id: 'ListedCase', description: 'One case of a list.' });

/** One case of a list, whole. */
export type ListedCase = z.infer<typeof WholeCase>;

const ChosenFields = z
  .strictObject(caseColumns)
  .partial()
  .meta({ id: 'ListedFields', description: 'What was asked for of one case, and nothing else.' });

/** The columns a list can be sorted by; with `-` before it, downwards. */
export const caseSorts = [
  ...(['reference', 'due', 'since', 'updated'] as const),
  ...(['subject', 'subjectArabic', 'state', 'assignee'] as const),
] as const;
const sortNames = caseSorts.flatMap((name) => [name, `-${name}`] as const);
export const caseFields = Object.keys(caseColumns) as readonly (keyof ListedCase)[];

const statesMax = 50;
const rolesMax = 50;
const idsMax = 200;

/** What a list of cases is narrowed by. */
const caseFilter = {
  workflow: Name.optional(),
  reference: Reference.optional(),
  ids: listOf(CaseId, idsMax)
    .optional()
    .meta({
      description: `Only these cases, up to ${idsMax} ids separated by commas.`,
      examples: ['a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10'],
    }),
  state: listOf(StatePath, statesMax)
    .optional()
    .meta({
      description: 'In one of these states or their sub-states: dotted paths, separated by commas.',
      examples: ['camped', 'camped.returning,pendingAssurance'],
    }),
  facility: AskedCode.optional().meta({ examples: ['RUTBA'] }),
  outcome: AskedCode.optional().meta({ examples: ['RELOCATED'] }),
  tag: AskedTags.optional(),
  assignee: AskedAssignee.optional(),
  waitingOn: listOf(Name, rolesMax)
    .optional()
    .meta({
      description:
        'A deadline runs by which one of these roles has to act: names of roles, separated by commas.',
      examples: ['caseOfficer', 'protection,counsel'],
    }),
  deadline: Name.optional().meta({
    description: 'This deadline runs.',
    examples: ['riskAssessment'],
  }),
  q: ReferenceText.optional(),
  dueFrom: GivenInstant.optional().meta({
    description: 'The earliest date that runs (`nextDeadline`) is at this moment or later.',
  }),
  due: DueBefore.optional().meta({
    description:
      'The earliest date that runs (`nextDeadline`) is before this moment. `overdue`: it has passed. `soon`: it has ' +
      'not passed and is before the end of the seventh day, today being the first, as days are counted in the zone of ' +
      'the workflow that is named, else of the first one.',
  }),
  sinceBefore: GivenInstant.optional().meta({ description: 'In its state since before this moment.' }),
  updatedFrom: GivenInstant.optional().meta({
    description: 'Its last event was recorded at this moment or later.',
  }),
};

export const CaseListQuery = z.strictObject({
  ...caseFilter,
  sort: z
    .enum(sortNames)
    .optional()
    .meta({
      description:
        'With `-` before it, downwards. Cases without a due date are last in `due`. `subject` is by the Latin spelling of ' +
        'names, `subjectArabic` by the Arabic one, both by letters alone; only who sees names sorts by them. `state` is ' +
        'by dotted paths; in `assignee`, cases of nobody are first; within a state or an officer, by reference. Left out: ' +
        'by `due` beside `due` or `dueFrom`, else by `reference`. At a past moment only `reference`.',
    }),
  fields: listOf(z.enum(caseFields), caseFields.length)
    .optional()
    .meta({
      description: `Only these fields, separated by commas: ${caseFields.join(', ')}.`,
      examples: ['caseId,state'],
    }),
  limit: Limit,
  cursor: Cursor.optional(),
  ...atMoment,
});

export const CaseSearchRequest = z.strictObject({ text: SearchText }).meta({ id: 'CaseSearchRequest' });

const next = Cursor.nullable().meta({
  description: 'The `cursor` of the next page, also in the `Link` header; null on the last one.',
});

/** What every list answers with beside its items. */
export const pageOf = <Item extends z.ZodType>(item: Item) => ({ items: z.array(item), next });

export const Total = z
  .strictObject({
    value: z.number().int(),
    relation: z.enum(['eq', 'gte']).meta({ description: '`eq`: exactly so many. `gte`: at least so many.' }),
  })
  .meta({
    id: 'Total',
    description: 'How many there are. What has to be counted one by one is counted up to 10,000.',
    examples: [{ value: 412, relation: 'eq' }],
  });
export type Total = z.infer<typeof Total>;

const listMoment = {
  total: Total,
  asOf: Instant.nullable(),
  clock: Clock,
  position: Position.meta({ description: 'How far the views were that this list was read from.' }),
};

const WholeCasePage = z
  .strictObject({
    fields: z.null().meta({ description: 'Nothing was chosen: each case is whole.' }),
    ...pageOf(WholeCase),
    ...listMoment,
  })
  .meta({ id: 'CasePage' });

const ChosenCasePage = z
  .strictObject({
    fields: z.array(z.enum(caseFields)).meta({ description: 'What was asked for.' }),
    ...pageOf(ChosenFields),
    ...listMoment,
  })
  .meta({ id: 'CaseFieldsPage' });

export const CasePage = z.union([WholeCasePage, ChosenCasePage]);
export type CasePage = z.infer<typeof CasePage>;

const WaitingOn = z
  .strictObject({ role: z.string(), deadline: z.string(), dueAt: Instant })
  .meta({ id: 'WaitingOn', description: 'A role that has to act, and by when.' });

const Deadline = z
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
