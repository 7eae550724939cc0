import { z } from 'zod';
import { caseColumns, PersonName } from './case-lists.js';
import { Name, PersonId, SearchText } from './scalars.js';

const foundMax = 50;
const foundDefault = 10;

export const SearchRequest = z
  .strictObject({
    text: SearchText,
    limit: z
      .int()
      .min(1)
      .max(foundMax)
      .default(foundDefault)
      .meta({ description: `How many cases, and how many people, at the most: 1 to ${foundMax}.` }),
  })
  .meta({ id: 'SearchRequest' });

const Mark = z.strictObject({ start: z.number().int(), end: z.number().int() }).meta({
  id: 'Mark',
  description: 'A part of a text: its first code unit (UTF-16), and the one behind its last.',
});

const marks = (of: string) =>
  z.array(Mark).meta({
    description: `Which parts of the ${of} were searched for. What is written in another way is marked whole.`,
    examples: [[{ start: 0, end: 4 }]],
  });
const nameMarks = { latin: marks('name in Latin letters'), arabic: marks('name in Arabic letters') };

const RankedCase = z
  .strictObject({
    ...caseColumns,
    by: z.array(z.enum(['reference', 'name', 'number'])).meta({
      description:
        'By what it was found. `number`: a year of birth, or the number of a document, of which the answer has no more.',
    }),
    marks: z.strictObject({ reference: marks('reference'), ...nameMarks }),
  })
  .meta({ id: 'RankedCase' });

const FoundPerson = z
  .strictObject({
    id: PersonId,
    name: PersonName.nullable().meta({ description: 'Null where the directory has none.' }),
    unit: z.string().nullable(),
    marks: z.strictObject({ id: marks('id'), ...nameMarks }),
  })
  .meta({ id: 'FoundPerson', description: 'Somebody who works with cases.' });

export const SearchFound = z
  .strictObject({
    cases: z.array(RankedCase).meta({ description: 'Those that the reader may find, the best first.' }),
    more: z.boolean().meta({
      description:
        'More cases are found, by the list as well. Where there are hundreds, those in which nothing was recorded for ' +
        'long are not compared, so that a better one may be among them: ask for more words.',
    }),
    people: z.array(FoundPerson).meta({ description: 'From the directory, without those who left.' }),
  })
  .meta({ id: 'SearchFound' });
export type SearchFound = z.infer<typeof SearchFound>;

export const DuplicatesRequest = z
  .strictObject({
    workflow: Name,
    data: z.record(z.string(), z.unknown()).meta({
      description:
        'The form of its opening command, as far as it is filled in. What is not compared is ignored.',
    }),
  })
  .meta({ id: 'DuplicatesRequest' });

export const DuplicatesFound = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...caseColumns,
          score: z.number().int().meta({ description: 'Up to 100. Cases below 45 are not named.' }),
          matches: z.array(
            z.strictObject({
              field: z.string().meta({ description: 'A field of the form.', examples: ['nameLatin'] }),
              kind: z.enum(['same', 'transliteration', 'similar']).meta({
                description:
                  '`transliteration`: the same name in another spelling. `similar`: the one name has all words of the other; ' +
                  'of a day of birth, the same year.',
              }),
            }),
          ),
        })
        .meta({ id: 'PossibleDuplicate' }),
    ),
  })
  .meta({ id: 'DuplicatesFound' });
export type DuplicatesFound = z.infer<typeof DuplicatesFound>;
