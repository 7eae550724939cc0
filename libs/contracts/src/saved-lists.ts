import { z } from 'zod';
import { PersonId, PlainLine } from './scalars.js';

const nameMax = 60;
const parametersMax = 20;
const parameterName = /^[a-z][A-Za-z]{0,30}$/;
const parameterValue = /^[\w.,:-]{1,200}$/;
const rule = 'must be a parameter of a list';

/** Codes and names of states, and no free text: what is searched for may be the name of a person. */
const parameters = z
  .record(z.string().regex(parameterName, rule), z.string().regex(parameterValue, rule))
  .refine((given) => Object.keys(given).length <= parametersMax, { message: rule })
  .meta({
    description:
      'The parameters of the page of lists, as its address has them, such as a state and a facility.',
    examples: [{ view: 'unit', state: 'pendingAssurance', age: '30-' }],
  });

const sharedWith = z.enum(['nobody', 'unit', 'everybody']).meta({
  description:
    'Who finds it besides whoever saved it. `unit`: the people of their unit. A list shows to each only the cases that they see.',
});

export const NewSavedList = z
  .strictObject({ name: PlainLine(nameMax), parameters, sharedWith })
  .meta({ id: 'NewSavedList' });

export const SavedLists = z
  .strictObject({
    items: z.array(
      z.strictObject({
        list: z.string().meta({ description: 'Names it in an address.' }),
        name: z.string(),
        parameters: z.record(z.string(), z.string()),
        sharedWith,
        savedBy: PersonId,
        isOwn: z.boolean().meta({ description: 'Only whoever saved it changes or removes it.' }),
      }),
    ),
  })
  .meta({ id: 'SavedLists', description: 'Lists that were saved: one’s own first, then by name.' });
export type SavedLists = z.infer<typeof SavedLists>;
export type NewSavedList = z.infer<typeof NewSavedList>;
