import { z } from 'zod';
import { PersonName, Total } from './case-lists.js';
import { EmergencyAccess } from './emergency.js';
import { atMoment, eventHead, ImportedBy, pageOf, where } from './cases.js';
import { ProposalPage } from './proposals.js';
import {
  AskedPerson,
  CaseId,
  Cursor,
  Day,
  GivenInstant,
  Instant,
  Limit,
  Name,
  Position,
  Revision,
  Zone,
} from './scalars.js';

const order = z.enum(['newest', 'oldest']).default('newest');

/** Filters that all parts of the log share. `from` and `to` are of the recorded clock. */
const filters = {
  workflow: Name.optional(),
  case: CaseId.optional(),
  actor: AskedPerson.optional(),
  role: Name.optional().meta({ description: 'The role in which they acted.', examples: ['caseOfficer'] }),
  command: Name.optional(),
  from: GivenInstant.optional().meta({ description: 'Recorded at this moment or later.' }),
  to: GivenInstant.optional().meta({ description: 'Recorded at this moment or earlier.' }),
  atLeast: atMoment.atLeast,
};

const page = { order, limit: Limit, cursor: Cursor.optional() };

/** What facets are asked beside the filters of their list. */
export const counting = {
  zone: Zone.optional().meta({
    description: 'Days of the bars begin and end in it. Left out: that of the workflow.',
  }),
  bars: z
    .enum(['all', 'period'])
    .default('all')
    .meta({
      description:
        '`all`: bars of all lines of the list, whatever `from` and `to` say, so that a period can be chosen among them. ' +
        '`period`: only of the days between these.',
    }),
};

const ofEvents = { type: Name.optional().meta({ examples: ['ReturnCleared'] }), ...filters };
const ofRefusals = { code: Name.optional().meta({ examples: ['WRONG_STATE'] }), ...filters };
const ofRules = {
  guard: Name.optional().meta({ description: 'The rule.', examples: ['G-CONSENT'] }),
  ...ofEvents,
};

export const AuditEventQuery = z.strictObject({ ...ofEvents, ...page });
export const RefusalQuery = z.strictObject({ ...ofRefusals, ...page });
export const RuleNotKeptQuery = z.strictObject({ ...ofRules, ...page });
export const AuditEventFacetsQuery = z.strictObject({ ...ofEvents, ...counting });
export const RefusalFacetsQuery = z.strictObject({ ...ofRefusals, ...counting });
export const RuleFacetsQuery = z.strictObject({ ...ofRules, ...counting });

const who = {
  caseId: CaseId,
  workflow: z.string(),
  actor: z.string(),
  role: z.string(),
  confirmedBy: z.string().nullable(),
  importedBy: ImportedBy,
};

const total = Total.meta({ description: 'Of all pages.' });

export const AuditEvent = z
  .strictObject({ ...eventHead, ...who })
  .meta({ id: 'AuditEvent', description: 'Who did what, when, and where it led. No event data.' });
export const AuditEventPage = z
  .strictObject({ ...pageOf(AuditEvent), total, position: Position })
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
  .strictObject({ ...pageOf(AuditRefusal), total, position: Position })
  .meta({ id: 'RefusalPage' });
export type RefusalPage = z.infer<typeof RefusalPage>;

export const RuleNotKept = z
  .strictObject({
    ...eventHead,
    ...who,
    guard: z.string().meta({ description: 'The rule that was not kept.' }),
    code: z.string().meta({ description: 'What it failed with.' }),
  })
  .meta({
    id: 'RuleNotKept',
    description:
      'An event whose fact stands although a rule failed, such as a crossing by force. An event that did not keep two rules ' +
      'is two lines.',
  });
export const RuleNotKeptPage = z
  .strictObject({ ...pageOf(RuleNotKept), total, position: Position })
  .meta({ id: 'RuleNotKeptPage' });
export type RuleNotKeptPage = z.infer<typeof RuleNotKeptPage>;

const LineCount = z.strictObject({ value: z.string(), count: z.number().int() }).meta({
  id: 'LineCount',
  description: 'A value of a facet, and how many lines the list would have with it.',
});
const facet = (description: string) => z.array(LineCount).meta({ description });

export const countedTotal = z.number().int().meta({ description: 'The lines of the list, exactly.' });
export const actorFacet = z.array(
  z.strictObject({ value: z.string(), name: PersonName.nullable(), count: z.number().int() }),
);
export const bar = {
  from: Day,
  to: Day.meta({ description: 'The last day of the bar.' }),
  count: z.number().int(),
};
export const barsOf = <Bar extends z.ZodType>(item: Bar) =>
  z
    .strictObject({ unit: z.enum(['day', 'week', 'month', 'year']), zone: z.string(), items: z.array(item) })
    .meta({
      description:
        'Lines by the day on which they were recorded, from the first line to the last without a gap, by weeks (from Monday), ' +
        'months or years where there are more than a hundred days.',
    });
export const countedBars = barsOf(z.strictObject(bar));

const facetsOfAll = {
  position: Position.meta({ description: 'How far the views were that were counted.' }),
  total: countedTotal,
  command: facet('Which commands were sent.'),
  actor: actorFacet.meta({ description: 'Who acted. The name is null where the directory has none.' }),
  role: facet('In which role.'),
  bars: countedBars,
};
export const describedFacets =
  'How many lines the list would have with each value, all other filters standing: a facet counts without its own filter, and ' +
  'the bars without `from` and `to`. The most frequent values come first.';

export const AuditEventFacets = z
  .strictObject({ ...facetsOfAll, type: facet('What was recorded.') })
  .meta({ id: 'AuditEventFacets', description: describedFacets });
export type AuditEventFacets = z.infer<typeof AuditEventFacets>;

export const RefusalFacets = z
  .strictObject({ ...facetsOfAll, code: facet('Why it was refused.') })
  .meta({ id: 'RefusalFacets', description: describedFacets });
export type RefusalFacets = z.infer<typeof RefusalFacets>;

export const RuleFacets = z
  .strictObject({
    ...facetsOfAll,
    guard: facet('Which rule was not kept.'),
    type: facet('What was recorded.'),
  })
  .meta({ id: 'RuleFacets', description: describedFacets });
export type RuleFacets = z.infer<typeof RuleFacets>;

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
