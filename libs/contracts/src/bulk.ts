import { z } from 'zod';
import { CaseSearchRequest, caseFilter } from './case-lists.js';
import { CommandHeaders, CommandRequest } from './commands.js';
import { pageOf } from './cases.js';
import { CaseId, Cursor, Limit, Revision } from './scalars.js';

/** How many cases one request may name or find. */
export const bulkCasesMax = 1000;

const NamedCase = z.strictObject({
  caseId: CaseId,
  expectedRevision: Revision.optional().meta({
    description: 'The last revision that the sender knows; another one then is a conflict. Left out: any.',
  }),
});

const onlyOnce = 'must stand only once';

const NamedCases = z
  .array(NamedCase)
  .min(1)
  .max(bulkCasesMax)
  .superRefine((cases, context) => {
    const seen = new Set<string>();
    for (const [index, { caseId }] of cases.entries()) {
      if (seen.has(caseId)) context.addIssue({ code: 'custom', path: [index, 'caseId'], message: onlyOnce });
      seen.add(caseId);
    }
  });

const { workflow: _workflow, ...narrowedBy } = caseFilter;

const FilteredCases = z.strictObject({ ...narrowedBy, text: CaseSearchRequest.shape.text.optional() }).meta({
  description:
    'The parameters of `GET /cases`, each as the text that it has in the address; `text` as in `POST /case-search`. ' +
    `The cases that the sender sees and that are found now, at most ${bulkCasesMax}.`,
});

const { data, occurredAt, purpose } = CommandRequest.shape;

export const BulkRequest = z
  .strictObject({
    ...{ data, occurredAt, purpose },
    cases: NamedCases.optional().meta({ description: `1 to ${bulkCasesMax} cases, each once.` }),
    filter: FilteredCases.optional(),
  })
  .refine(({ cases, filter }) => (cases === undefined) !== (filter === undefined), {
    path: ['cases'],
    message: 'must stand here, or a filter, and not both',
  })
  .meta({ id: 'BulkRequest', description: 'One command for many cases: those that are named, or found.' });
export type BulkRequest = z.infer<typeof BulkRequest>;

const { 'if-match': _ifMatch, ...bulkHeaders } = CommandHeaders.shape;
export const BulkHeaders = z.object(bulkHeaders);

const HindredCase = z.strictObject({
  caseId: CaseId,
  reference: z.string().nullable().meta({ description: 'Null where the sender sees no such case.' }),
});

export const BulkForeseen = z
  .strictObject({
    total: z.number().int(),
    can: z.number().int().meta({ description: 'How many cases would take the command now.' }),
    cases: z.array(CaseId).meta({ description: 'These cases: send them to have just these done.' }),
    cannot: z
      .array(
        z.strictObject({
          code: z.string(),
          title: z.string(),
          reason: z.string().meta({ description: 'What stands against it, in the language asked for.' }),
          count: z.number().int(),
          cases: z.array(HindredCase),
        }),
      )
      .meta({ description: 'The others by reason, the most frequent first.' }),
  })
  .meta({
    id: 'BulkForeseen',
    description: 'What a command would lead to in many cases. Nothing is recorded.',
  });
export type BulkForeseen = z.infer<typeof BulkForeseen>;

/** What became of one case of a job. */
export const bulkOutcomes = ['done', 'refused', 'waiting'] as const;

export const JobItemsQuery = z.strictObject({
  status: z.enum(bulkOutcomes).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});

const JobItem = z
  .strictObject({
    caseId: CaseId.nullable().meta({
      description: 'Null where the reader neither sees the case nor named it.',
    }),
    reference: z.string().nullable().meta({ description: 'Null where the reader does not see the case.' }),
    status: z.enum(bulkOutcomes).meta({
      description: '`waiting`: it was not sent yet; of a job that was cancelled or has failed, it never was.',
    }),
    code: z.string().nullable(),
    title: z.string().nullable(),
    reason: z.string().nullable().meta({
      description: 'Why it was refused, in the language asked for; null where nothing more is known.',
    }),
  })
  .meta({ id: 'JobItem', description: 'A case of a job, and what became of it.' });

export const JobItemPage = z.strictObject(pageOf(JobItem)).meta({ id: 'JobItemPage' });
export type JobItemPage = z.infer<typeof JobItemPage>;
