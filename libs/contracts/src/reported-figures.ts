import { z } from 'zod';
import { pageOf } from './cases.js';
import { Clock, Cursor, DayOrInstant, Instant, Name, PlainLine, PlainText, StatePath } from './scalars.js';

const partsMax = 32;
const codesMax = 32;
const figureMax = 100_000_000;
const pageMax = 100;

const relations = ['exactly', 'about', 'atLeast', 'moreThan', 'atMost'] as const;
const FigureRelation = z.enum(relations).meta({
  id: 'FigureRelation',
  description: 'How the number was stated: "2,493", "about 90", "at least 90", "over 2,000", "at most 90".',
});

const tags = z.record(Name, z.array(Name).min(1).max(codesMax));
const FigureCounts = z
  .strictObject({
    states: z.array(StatePath).min(1).max(codesMax).optional().meta({
      description: 'Persons in one of these states, or with one of `outcomes`. Neither: in any state.',
    }),
    outcomes: z.array(Name).min(1).max(codesMax).optional(),
    facility: Name.optional(),
    tags: tags.optional().meta({ description: 'By tag: one of these codes.' }),
    event: Name.optional().meta({
      description: 'Counts how often this event was recorded in place of persons, narrowed by tags alone.',
    }),
    since: DayOrInstant.optional().meta({ description: 'Of an event: since then. Left out: ever.' }),
  })
  .meta({ id: 'FigureCounts', description: 'What a figure counts, as the ledger can count it.' });

const Source = PlainLine(200).meta({ description: 'Who said it: a newspaper, a ministry, an agency.' });
const Quote = PlainText(2000).meta({
  description: 'The words, as they were written or said. No place for the name of a person in a case.',
});
const Reason = PlainText(1000).meta({ description: 'Why, in your words.' });

/** Shown as a link, so nothing but a page of the web. */
const WebAddress = z
  .string()
  .max(2000)
  .refine((text) => /^https:\/\/[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#]\S*)?$/.test(text) && URL.canParse(text), {
    message: 'must be an address that begins with https://',
  });

export const FigureReport = z
  .strictObject({
    workflow: Name.optional().meta({ description: 'Left out: the first one registered.' }),
    source: Source,
    address: WebAddress.optional().meta({ description: 'Where it can be read.' }),
    published: DayOrInstant.meta({ description: 'When it was published.' }),
    speaksOf: DayOrInstant.meta({ description: 'The moment that the number is about. A day means its end.' }),
    quote: Quote,
    figure: z.number().int().min(0).max(figureMax),
    relation: FigureRelation,
    counts: FigureCounts.default({}),
    parts: z.array(z.uuid()).max(partsMax).default([]).meta({
      description:
        'The ids of other figures that should add up to this one. The rest of a whole is one of its parts.',
    }),
  })
  .meta({ id: 'FigureReport' });
export type FigureReport = z.infer<typeof FigureReport>;

export const FigureCorrection = z
  .strictObject({ figure: FigureReport, reason: Reason })
  .meta({ id: 'FigureCorrection' });
export const FigureWithdrawal = z.strictObject({ reason: Reason }).meta({ id: 'FigureWithdrawal' });

export const FiguresQuery = z.strictObject({
  workflow: Name.optional().meta({ description: 'Left out: the first one registered.' }),
  withdrawn: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: also those that were withdrawn.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(pageMax)
    .default(pageMax)
    .meta({
      description: `How many items at the most: 1 to ${pageMax}.`,
    }),
  cursor: Cursor.optional(),
});

const who = z.strictObject({ id: z.string(), role: z.string() });
const step = { at: Instant, by: who, reason: z.string() };
const content = {
  source: z.string(),
  address: z.string().nullable(),
  published: z.string(),
  speaksOf: z.string(),
  quote: z.string(),
  figure: z.number().int(),
  relation: FigureRelation,
  counts: FigureCounts,
  parts: z.array(z.string()),
};

/** Where the rows behind a number are. */
const rows = z.array(z.record(z.string(), z.string())).meta({
  description:
    'The parameters of `GET /api/v1/cases` that list the persons behind the number; several where one list does not show ' +
    'them all. Empty where none does, as for events, and where the number is rounded.',
});

const ledgerNumber = {
  value: z.number().int().nullable().meta({ description: 'Null where the reader does not get this number.' }),
  roundedTo: z.number().int().nullable().meta({
    description: 'Numbers about persons whom the reader may not see are multiples of this; null where exact.',
  }),
};

const FigureComparison = z
  .strictObject({
    ledger: z.strictObject({ ...ledgerNumber, asOf: Instant, clock: Clock }),
    verdict: z.enum(['borneOut', 'withinAbout', 'contradicted', 'possible', 'notComparable']).meta({
      description:
        '`borneOut`: the ledger has a number that the figure allows. `withinAbout`: another one, within what "about" means. ' +
        '`contradicted`: by `offBy`. `possible`: the ledger is rounded for the reader, and the figure may stand behind it. ' +
        '`notComparable`: see `reason`.',
    }),
    reason: z
      .enum(['OTHER_PLACES', 'NOTHING_RECORDED'])
      .nullable()
      .meta({
        description:
          '`OTHER_PLACES`: the number is also about places whose figures the reader does not get. `NOTHING_RECORDED`: the ledger ' +
          'had nothing at that moment.',
      }),
    offBy: z.number().int().nullable().meta({
      description: 'How far the ledger is from the nearest number that the figure allows; negative: below.',
    }),
  })
  .meta({ id: 'FigureComparison' });

const FigureSum = z
  .strictObject({
    gap: z
      .strictObject({
        value: z.number().int(),
        relation: z.enum(['exactly', 'about', 'atLeast', 'atMost', 'unknown']),
      })
      .nullable()
      .meta({
        description:
          'The whole without its parts, by the numbers as stated: 2,493 without "over 2,000" and 90 is at most 403. Null ' +
          'where a part was withdrawn.',
      }),
    withdrawnParts: z.array(z.string()),
    ledgerGap: z.number().int().nullable().meta({ description: 'The same difference of the ledger.' }),
    isRounded: z.boolean().meta({ description: 'Whether `ledgerGap` is made of rounded numbers.' }),
    rest: z
      .strictObject({
        ...ledgerNumber,
        asOf: Instant,
        groups: z.array(
          z.strictObject({
            state: z.string(),
            facility: z.string().nullable(),
            outcome: z.string().nullable(),
            count: z.number().int(),
            rows,
          }),
        ),
      })
      .nullable()
      .meta({
        description:
          'The persons of the whole who are in none of its parts, by state, facility and outcome. Null where a part counts ' +
          'events: the ledger does not say of whom.',
      }),
  })
  .meta({ id: 'FigureSum' });

export const ReportedFigure = z
  .strictObject({
    id: z.string(),
    workflow: z.string(),
    ...content,
    recorded: z.strictObject({ at: Instant, by: who }),
    corrections: z.array(z.strictObject({ ...step, was: z.strictObject(content) })).meta({
      description: 'The oldest first, each with what stood before it.',
    }),
    withdrawal: z.strictObject(step).nullable().meta({ description: 'Null while the figure stands.' }),
    comparisons: z.strictObject({ occurred: FigureComparison, recorded: FigureComparison }).meta({
      description:
        '`occurred`: by what had happened at the moment it speaks of, as it is known now. `recorded`: by what was known when it ' +
        'was published.',
    }),
    sum: FigureSum.nullable().meta({ description: 'Null where it has no parts.' }),
    rows,
  })
  .meta({ id: 'ReportedFigure', description: 'A figure that somebody outside stated, beside the ledger.' });
export type ReportedFigure = z.infer<typeof ReportedFigure>;

export const ReportedFigurePage = z
  .strictObject({
    ...pageOf(ReportedFigure),
    aboutRule: z.strictObject({ percent: z.number().int(), least: z.number().int() }).meta({
      description: 'What "about" means: within so many percent of the stated number, and at least so many.',
    }),
  })
  .meta({ id: 'ReportedFigurePage' });
export type ReportedFigurePage = z.infer<typeof ReportedFigurePage>;
