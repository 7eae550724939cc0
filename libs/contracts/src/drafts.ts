import { z } from 'zod';
import { CaseId, Instant, Name, Revision } from './scalars.js';

/** How many drafts one person may have at once. */
export const draftsMax = 100;

/** How many bytes of JSON in UTF-8 one draft may have. */
export const draftBytesMax = 256 * 1024;

/** How long a draft is kept after it was kept last. */
export const draftKeptDays = 30;

const nameCharactersMax = 200;
const timeCharactersMax = 100;

/** How often a draft was kept. Text, as other numbers that count. */
export const DraftVersion = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,8})$/, 'must be a whole number from 0, as text')
  .meta({
    id: 'DraftVersion',
    description: 'How often the draft was kept, as text. 0: there is none.',
    examples: ['3'],
  });

const Answer = z.union([z.string(), z.boolean(), z.array(z.string())]);

export const DraftContent = z
  .strictObject({
    answers: z.record(z.string().min(1).max(nameCharactersMax), Answer).meta({
      description: 'What is typed and chosen, by the path of the field. The server does not read it.',
    }),
    occurredAt: z
      .string()
      .max(timeCharactersMax)
      .meta({ description: 'As it is typed so far; may be empty.' }),
    onBehalfOf: z
      .string()
      .max(nameCharactersMax)
      .meta({ description: 'As it is typed so far; may be empty.' }),
    revision: Revision.meta({ description: 'The revision of the case on which the draft was begun.' }),
    key: z.uuid().meta({ description: 'The `Idempotency-Key` under which the command is going to be sent.' }),
  })
  .meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

export const DraftToKeep = z
  .strictObject({
    version: DraftVersion.meta({
      description: 'The version that this one replaces; 0: there is none. Another one is DRAFT_CHANGED.',
    }),
    content: DraftContent,
  })
  .meta({ id: 'DraftToKeep' });

const head = {
  caseId: CaseId,
  command: Name,
  version: DraftVersion,
  keptAt: Instant,
  endsAt: Instant.meta({ description: 'When it goes, unless it is kept again before.' }),
};

export const DraftHead = z.strictObject(head).meta({ id: 'DraftHead' });
export type DraftHead = z.infer<typeof DraftHead>;

export const Draft = z.strictObject({ ...head, content: DraftContent }).meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

export const DraftList = z.strictObject({ items: z.array(DraftHead) }).meta({ id: 'DraftList' });
export type DraftList = z.infer<typeof DraftList>;
