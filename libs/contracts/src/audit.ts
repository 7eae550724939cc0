import { z } from 'zod';
import { EmergencyAccess } from './emergency.js';
import { atMoment, eventHead, ImportedBy, pageOf, where } from './cases.js';
import { ProposalPage } from './proposals.js';
import {
  AskedPerson,
  CaseId,
  Cursor,
  GivenInstant,
  Instant,
  Limit,
  Name,
  Position,
  Revision,
} from './scalars.js';

const order = z.enum(['newest', 'oldest']).default('newest');

/** Filters that events and refusals share. `from` and `to` are of the recorded clock. */
const filters = {
  workflow: Name.optional(),
  case: CaseId.optional(),
  actor: AskedPerson.optional(),
  command: Name.optional(),
  from: GivenInstant.optional().meta({ description: 'Recorded at this moment or later.' }),
  to: GivenInstant.optional().meta({ description: 'Recorded at this moment or earlier.' }),
  order,
  limit: Limit,
  cursor: Cursor.optional(),
  atLeast: atMoment.atLeast,
};

export const AuditEventQuery = z.strictObject({
  type: Name.optional().meta({ examples: ['ReturnCleared'] }),
  ...filters,
});
export const RefusalQuery = z.strictObject({
  code: Name.optional().meta({ examples: ['WRONG_STATE'] }),
  ...filters,
});

const who = {
  caseId: CaseId,
  workflow: z.string(),
  actor: z.string(),
  role: z.string(),
  confirmedBy: z.string().nullable(),
  importedBy: ImportedBy,
};

export const AuditEvent = z
  .strictObject({ ...eventHead, ...who })
  .meta({ id: 'AuditEvent', description: 'Who did what, when, and where it led. No event data.' });
export const AuditEventPage = z
  .strictObject({ ...pageOf(AuditEvent), position: Position })
  .meta({ id: 'AuditEventPage' });
export type AuditEventPage = z.infer<typeof AuditEventPage>;

export const AuditRefusal = z
  .strictObject({
    position: Position,
    ...who,
    command: z.string(),
    code: z.string(),
    guards: z.array(z.strictObject({ guard: z.string(), code: z.string() })),
    state: where.state.nullable(),
    subState: where.subState,
    revision: Revision.nullable().meta({
      description: 'The revision the case had; null when it was not open.',
    }),
    onBehalfOf: z.string().nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'AuditRefusal', description: 'A command that was understood and refused.' });
export const RefusalPage = z
  .strictObject({ ...pageOf(AuditRefusal), position: Position })
  .meta({ id: 'RefusalPage' });
export type RefusalPage = z.infer<typeof RefusalPage>;

export const InboxQuery = z.strictObject({
  workflow: Name.optional(),
  role: Name.optional().meta({ examples: ['caseOfficer'] }),
  assignee: AskedPerson.optional(),
  dueBefore: GivenInstant.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
  atLeast: atMoment.atLeast,
});

export const InboxItem = z
  .strictObject({
    caseId: CaseId,
    workflow: z.string(),
    reference: z.string(),
    deadline: z.string(),
    title: z.string().meta({ description: 'In the language of the request.' }),
    role: z.string().meta({ description: 'Who has to act.' }),
    dueAt: Instant,
    overdue: z.boolean(),
    ...where,
    facility: z.string().nullable(),
    assignee: z.string().nullable(),
  })
  .meta({ id: 'InboxItem', description: 'Something that must happen by a date.' });
export const InboxPage = z
  .strictObject({
    ...pageOf(InboxItem),
    proposals: ProposalPage.meta({
      description:
        'Open proposals that the reader made or may confirm, by the date on which they expire; with the first page of the ' +
        'deadlines. `next` continues in `GET /api/v1/proposals?concerns=me`.',
    }),
    emergency: z.array(EmergencyAccess).meta({
      description:
        'Emergency access that the reader has to look at while it runs, and to review when it is over.',
    }),
  })
  .meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof InboxPage>;
