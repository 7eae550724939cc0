import { z } from 'zod';
import { InBothLanguages } from './commands.js';
import { Cursor, Name, SearchText } from './scalars.js';

export const RegistryQuery = z.strictObject({
  q: SearchText.optional().meta({
    description:
      'Only what has each of these words in its value or its titles, in any script. No name of a person whose case it is.',
    examples: ['baghdad'],
  }),
  role: Name.optional().meta({
    description: 'Of `people`: only those who hold this role of the workflow.',
    examples: ['caseOfficer'],
  }),
  cursor: Cursor.optional(),
});

export const Registry = z
  .strictObject({
    name: z.string(),
    closed: z.boolean().meta({
      description: 'Any other value is refused. Otherwise these are suggestions, and any text is taken.',
    }),
    items: z.array(
      z.strictObject({ value: z.string().meta({ description: 'What is sent.' }), titles: InBothLanguages }),
    ),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Of `people`: where the next page begins. Codes are all in one answer: null.' }),
  })
  .meta({ id: 'Registry', description: 'What a field of a form takes, or offers.' });
export type Registry = z.infer<typeof Registry>;
