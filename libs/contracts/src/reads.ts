import { z } from 'zod';
import { InBothLanguages } from './commands.js';
import { pageOf } from './cases.js';
import { actorFacet, countedBars, countedTotal, counting, describedFacets } from './audit.js';
import { AskedPerson, CaseId, Cursor, GivenInstant, Instant, Limit, Name } from './scalars.js';

/** A name from the code, or the command line. */
const OperationName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9 _-]{0,63}$/, 'must be the name of an operation, such as getCase');

const ofReads = {
  actor: AskedPerson.optional().meta({ description: 'Who read.' }),
  case: CaseId.optional().meta({ description: 'Entries that name this case.' }),
  purpose: Name.optional().meta({ examples: ['assurance'] }),
  class: Name.optional().meta({ description: 'A data class that was handed over.', examples: ['medical'] }),
  operation: OperationName.optional().meta({
    description: 'What was asked, such as `getCase`: one that an entry has.',
  }),
  breakGlass: z
    .literal('true')
    .optional()
    .meta({ description: '`true`: only reads under emergency access.' }),
  from: GivenInstant.optional().meta({ description: 'Read at this moment or later.' }),
  to: GivenInstant.optional().meta({ description: 'Read at this moment or earlier.' }),
};

export const ReadEntryQuery = z.strictObject({
  ...ofReads,
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: Limit,
  cursor: Cursor.optional(),
});

export const ReadFacetsQuery = z.strictObject({ ...ofReads, ...counting });

const TitledCount = z
  .strictObject({ value: z.string(), titles: InBothLanguages, count: z.number().int() })
  .meta({
    id: 'TitledCount',
    description: 'A value of a facet, what it is called, and how many lines the list would have with it.',
  });
const titledFacet = (description: string) => z.array(TitledCount).meta({ description });

export const ReadFacets = z
  .strictObject({
    total: countedTotal,
    actor: actorFacet.meta({ description: 'Who looked. The name is null where the directory has none.' }),
    operation: titledFacet('What was asked.'),
    purpose: titledFacet('What for. An entry counts with each of its purposes.'),
    class: titledFacet('Which data classes were handed over. An entry counts with each of them.'),
    bars: countedBars,
  })
  .meta({ id: 'ReadFacets', description: describedFacets });
export type ReadFacets = z.infer<typeof ReadFacets>;

export const ReadEntry = z
  .strictObject({
    number: z.number().int().meta({ description: 'Its place in the log of reads, from 1, without gaps.' }),
    at: Instant,
    actor: z.string(),
    roles: z.array(z.string()),
    unit: z.string().nullable(),
    purposes: z.array(z.string()),
    operation: z.string().meta({ examples: ['getCase'] }),
    way: z.enum(['http', 'feed', 'cli', 'export', 'engine']),
    address: z.string().nullable().meta({ description: 'The address of the network that the server saw.' }),
    requestId: z.string().nullable(),
    searched: z.string().nullable().meta({
      description: 'What was searched for, as a keyed hash: the same text is the same hash.',
    }),
    cases: z.array(CaseId).meta({
      description: 'What the answer was about; of one case also where nothing of it was shown.',
    }),
    classes: z.array(z.string()).meta({ description: 'The data classes that were handed over.' }),
    rows: z.number().int().meta({ description: 'How many cases, events or lines; 0: nothing was shown.' }),
    moment: z.string().nullable().meta({ description: 'The past moment that was asked for.' }),
    breakGlass: z.string().nullable().meta({ description: 'The emergency access under which it was read.' }),
    hash: z.string().meta({ description: 'SHA-256 over this entry and the hash of the one before.' }),
  })
  .meta({
    id: 'ReadEntry',
    description: 'That somebody was handed data of cases: who, which, what for, when.',
  });
export type ReadEntry = z.infer<typeof ReadEntry>;
export const ReadEntryPage = z.strictObject(pageOf(ReadEntry)).meta({ id: 'ReadEntryPage' });
export type ReadEntryPage = z.infer<typeof ReadEntryPage>;
