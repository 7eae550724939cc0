import { z } from 'zod';
import { atMoment, Deadline, pageOf, reference, Subject, tags, where, withheld } from './cases.js';
import {
  AskedAssignee,
  AskedCode,
  AskedTags,
  CaseId,
  Clock,
  Cursor,
  DaysInState,
  DueBefore,
  EarlierState,
  MovedStates,
  GivenInstant,
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

export const PersonName = z.strictObject({ latin: z.string(), arabic: z.string() }).meta({
  id: 'PersonName',
  description:
    'The name of somebody who works with cases. A spelling that is not known is that of the other script.',
});

export const caseColumns = {
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
  nextDeadline: Deadline.nullable().meta({
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
export const caseFilter = {
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
  open: z.enum(['true', 'false']).optional().meta({
    description:
      '`true`: in a state in which the procedure goes on. `false`: in one in which it may rest for ever (`isEnd`).',
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
  sinceBefore: GivenInstant.optional().meta({
    description: 'In its innermost state since before this moment.',
  }),
  age: DaysInState.optional().meta({
    description:
      'For so many days in its innermost state, at the moment that is asked for: at least the first number, and less ' +
      'than the second where there is one.',
    examples: ['7-30', '90-'],
  }),
  updatedFrom: GivenInstant.optional().meta({
    description: 'Its last event was recorded at this moment or later.',
  }),
};

/** What the cases of a list did before its moment. */
const pastOfCases = {
  earlier: EarlierState.optional().meta({
    description:
      'Where the cases were at a moment before that of the list, in the same clock: a state, whose sub-states belong to ' +
      'it, of the workflow that is named, else of the first one; `none`: they had not entered yet. Where `asOf` is left ' +
      'out, the list is that of now, with the columns and the order of a past moment.',
    examples: ['camped@2024-12-15T00:00:00+03:00'],
  }),
  moved: MovedStates.optional().meta({
    description:
      'Cases that went from one innermost state to another after a moment, and until that of the list, in the same clock: ' +
      'those that `GET /population/moves` counts. A case that went twice is there once. The states are those of the ' +
      'workflow that is named, else of the first one. Where `asOf` is left out, it is as for `earlier`.',
    examples: ['camped.settled:camped.counselling@2024-12-15T00:00:00+03:00'],
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
  ...pastOfCases,
  limit: Limit,
  cursor: Cursor.optional(),
  ...atMoment,
});

export const CaseSearchRequest = z.strictObject({ text: SearchText }).meta({ id: 'CaseSearchRequest' });

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

const FacetValue = z.strictObject({ value: z.string(), count: z.number().int() }).meta({
  id: 'FacetValue',
  description: 'A value of a facet, and how many cases the list would have with it.',
});
const facet = (description: string) => z.array(FacetValue).meta({ description });

export const CaseFacetsQuery = z.strictObject({ ...caseFilter, ...pastOfCases, ...atMoment });

export const CaseFacets = z
  .strictObject({
    position: Position.meta({ description: 'How far the views were that were counted.' }),
    total: Total,
    state: facet('By path; each state is counted with its sub-states.'),
    facility: facet('Of cases that have one.'),
    outcome: facet('Of cases that have one.'),
    open: facet('`true`: of cases whose procedure goes on; `false`: of the others.'),
    assignee: z
      .array(
        z.strictObject({
          value: z.string().nullable().meta({ description: 'Null: nobody, which is asked for as `none`.' }),
          name: PersonName.nullable(),
          count: z.number().int(),
        }),
      )
      .meta({ description: 'Empty at a past moment, as are `deadline` and `waitingOn`: nobody knows them.' }),
    deadline: facet('Names of deadlines that run. A case in which several run is counted with each.'),
    waitingOn: facet('The roles that have to act by them.'),
    tags: z.record(z.string(), z.array(FacetValue)).meta({ description: 'Codes, by tag.' }),
    without: z.record(z.string(), Total).meta({
      description: 'By the name of each filter that was given: how many there would be without that one.',
    }),
  })
  .meta({
    id: 'CaseFacets',
    description:
      'How many cases the list would have with each value, all other filters standing: a facet counts without its own ' +
      'filter. The numbers of values are exact; the most frequent come first.',
  });
export type CaseFacets = z.infer<typeof CaseFacets>;

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
