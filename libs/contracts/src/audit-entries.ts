import { z } from 'zod';
import { actorFacet, bar, barsOf, countedTotal, counting, describedFacets } from './audit.js';
import { PersonName } from './case-lists.js';
import { InBothLanguages } from './commands.js';
import { atMoment, pageOf, where } from './cases.js';
import {
  AskedPerson,
  CaseId,
  Cursor,
  GivenInstant,
  Instant,
  Limit,
  listOf,
  Name,
  Position,
  Revision,
} from './scalars.js';

const entryKinds = ['recorded', 'refused', 'looked'] as const;
const EntryKind = z.enum(entryKinds);

/** What entries of every kind have in common. */
const filters = {
  kinds: listOf(EntryKind, entryKinds.length)
    .optional()
    .meta({
      description:
        'Only these, separated by commas: `recorded` events, `refused` commands, what was `looked` at. Left out: all that you ' +
        'may see.',
      examples: ['recorded,refused'],
    }),
  workflow: Name.optional().meta({
    description: 'Only of this workflow. What was looked at is of no workflow, and is left out.',
  }),
  case: CaseId.optional().meta({ description: 'Only of this case.' }),
  actor: AskedPerson.optional().meta({ description: 'Who recorded, sent or looked.' }),
  from: GivenInstant.optional().meta({ description: 'At this moment or later.' }),
  to: GivenInstant.optional().meta({ description: 'At this moment or earlier.' }),
  atLeast: atMoment.atLeast,
};

export const AuditEntryQuery = z.strictObject({
  ...filters,
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const EntryFacetsQuery = z.strictObject({ ...filters, ...counting });

const ofAll = {
  at: Instant.meta({ description: 'When it was recorded, refused or looked at. The list is in this order.' }),
  person: z
    .strictObject({
      id: z.string(),
      name: PersonName.nullable().meta({ description: 'Null where the directory has none.' }),
      roles: z
        .array(z.string())
        .meta({ description: 'The role in which they acted; of a look, all that they had.' }),
    })
    .meta({ description: 'Who it was.' }),
  caseId: CaseId.nullable().meta({ description: 'Null where it is about several cases, or none.' }),
  reference: z.string().nullable().meta({
    description:
      'What that case is called before the reader: its reference or a pseudonym. Null where they do not see it.',
  }),
  href: z.string().meta({
    description:
      'The case as it was after the event; or the refusals of that case, or the looks of that person, of that moment.',
  }),
};

const ofCase = { position: Position, workflow: z.string(), command: z.string() };

const RecordedEntry = z
  .strictObject({
    kind: z.literal('recorded'),
    ...ofAll,
    ...ofCase,
    type: z.string(),
    revision: Revision,
    ...where,
    confirmedBy: z.string().nullable(),
  })
  .meta({ id: 'RecordedEntry', description: 'That an event was recorded. No event data.' });

const RefusedEntry = z
  .strictObject({
    kind: z.literal('refused'),
    ...ofAll,
    ...ofCase,
    code: z.string(),
    guards: z.array(z.strictObject({ guard: z.string(), code: z.string() })),
  })
  .meta({ id: 'RefusedEntry', description: 'That a command was refused.' });

const LookedEntry = z
  .strictObject({
    kind: z.literal('looked'),
    ...ofAll,
    number: z.number().int().meta({ description: 'Its place in the log of reads.' }),
    operation: z.string(),
    titles: InBothLanguages.meta({ description: 'What was asked.' }),
    purposes: z.array(z.strictObject({ purpose: z.string(), titles: InBothLanguages })),
    cases: z.number().int().meta({ description: 'How many cases the answer was about.' }),
    rows: z.number().int().meta({ description: 'How many cases, events or lines; 0: nothing was shown.' }),
    classes: z.array(z.string()).meta({ description: 'The data classes that were handed over.' }),
    breakGlass: z.string().nullable().meta({ description: 'The emergency access under which it was read.' }),
  })
  .meta({ id: 'LookedEntry', description: 'That somebody was handed data of cases.' });

export const AuditEntry = z
  .discriminatedUnion('kind', [RecordedEntry, RefusedEntry, LookedEntry])
  .meta({ id: 'AuditEntry', description: 'That something was recorded, refused or looked at.' });
export type AuditEntry = z.infer<typeof AuditEntry>;

const missing = z
  .array(z.strictObject({ kind: EntryKind, because: z.enum(['notPermitted', 'noWorkflow']) }))
  .meta({
    description:
      'What was asked for and is not here: the reader may not see it (`notPermitted`), or it is of no workflow while one was ' +
      'named (`noWorkflow`).',
  });

export const AuditEntryPage = z
  .strictObject({ ...pageOf(AuditEntry), missing, position: Position })
  .meta({ id: 'AuditEntryPage' });
export type AuditEntryPage = z.infer<typeof AuditEntryPage>;

export const EntryFacets = z
  .strictObject({
    position: Position.meta({ description: 'How far the views were that were counted.' }),
    total: countedTotal,
    kind: z
      .array(z.strictObject({ value: EntryKind, count: z.number().int() }))
      .meta({ description: 'Whether it was recorded, refused or looked at.' }),
    actor: actorFacet.meta({ description: 'Who it was. The name is null where the directory has none.' }),
    bars: barsOf(
      z.strictObject({
        ...bar,
        kinds: z
          .strictObject({ recorded: z.number().int(), refused: z.number().int(), looked: z.number().int() })
          .meta({ description: 'How many of them are of each kind.' }),
      }),
    ),
    missing,
  })
  .meta({ id: 'EntryFacets', description: describedFacets });
export type EntryFacets = z.infer<typeof EntryFacets>;
