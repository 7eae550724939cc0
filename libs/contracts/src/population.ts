import { z } from 'zod';
import { atMoment } from './cases.js';
import { AskedTags, Clock, Day, GivenInstant, Instant, Name, Position, Zone } from './scalars.js';

const counts = z.record(z.string(), z.number().int());
const workflow = Name.optional().meta({ description: 'Left out: the first one registered.' });
const atLeast = atMoment.atLeast;

const tag = AskedTags.optional();

const roundedTo = z
  .number()
  .int()
  .nullable()
  .meta({
    description:
      'Figures about persons whom the reader may not see are rounded, each by itself, to multiples of this number, so ' +
      'they do not add up exactly. Null where they are exact.',
  });

/** What every answer of the ledger is made of. */
const figures = {
  roundedTo,
  roundedTags: z.array(z.string()).meta({
    description: 'The tags whose figures are rounded, also where the others are exact.',
  }),
  total: z.number().int(),
  persons: z.number().int().meta({
    description: 'The total without cases that turned out to be no person, such as a second registration.',
  }),
  states: counts,
  facilities: counts,
  outcomes: counts,
  tags: z.record(z.string(), counts).meta({
    description: 'By tag of the workflow: how many cases have each of its codes.',
    examples: [{ intention: { refuse: 90 } }],
  }),
};

export const PopulationQuery = z.strictObject({
  workflow,
  tag,
  since: GivenInstant.optional().meta({
    description: '`events` are those of this moment and later ones, in the clock that is asked for.',
  }),
  ...atMoment,
});

export const Population = z
  .strictObject({
    workflow: z.string(),
    asOf: Instant,
    clock: Clock,
    position: Position.meta({ description: 'How far the views were.' }),
    facility: z.string().nullable().meta({
      description:
        'The only facility whose cases are counted, where the reader gets figures of their own unit alone; null: of all.',
    }),
    ...figures,
    subStates: counts,
    leaves: counts,
    since: Instant.nullable(),
    events: counts.meta({
      description: 'How often each event was recorded up to then, or since the moment that was asked for.',
    }),
  })
  .meta({
    id: 'Population',
    description:
      'The number of cases in each state, at each place, with each outcome and tag. Every figure but `events` adds up to `total`, or to a part of it.',
  });
export type Population = z.infer<typeof Population>;

export const SeriesQuery = z.strictObject({
  workflow,
  tag,
  zone: Zone.optional().meta({
    description: 'The time zone in which days are counted. Left out: that of the workflow.',
  }),
  from: Day,
  to: Day,
  clock: Clock.default('occurred'),
  atLeast,
});

export const PopulationSeries = z
  .strictObject({
    workflow: z.string(),
    clock: Clock,
    zone: z.string(),
    days: z.array(
      z.strictObject({
        day: z.string(),
        ...figures,
      }),
    ),
  })
  .meta({
    id: 'PopulationSeries',
    description: 'The ledger at the end of each day, as days are counted in the zone.',
  });
export type PopulationSeries = z.infer<typeof PopulationSeries>;

export const FlowsQuery = z.strictObject({
  workflow,
  tag: tag.meta({ description: 'Only cases that have these tags at the second moment.' }),
  from: GivenInstant,
  to: GivenInstant,
  clock: Clock.default('occurred'),
  atLeast,
});

export const PopulationFlows = z
  .strictObject({
    workflow: z.string(),
    from: Instant,
    to: Instant,
    clock: Clock,
    roundedTo,
    flows: z.array(
      z.strictObject({
        from: z.string().nullable().meta({ description: 'Null for those who had not entered yet.' }),
        to: z.string(),
        count: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'PopulationFlows', description: 'How many went from where to where between two moments.' });
export type PopulationFlows = z.infer<typeof PopulationFlows>;

const hours = (what: string) =>
  z
    .number()
    .int()
    .nullable()
    .meta({
      description:
        `${what} Whole hours up to a week, beyond it hours of whole days. Null where figures are rounded and it would ` +
        'tell of few persons.',
    });

export const AgesQuery = z.strictObject({ workflow, tag, ...atMoment });

export const PopulationAges = z
  .strictObject({
    workflow: z.string(),
    asOf: Instant,
    clock: Clock,
    position: Position.meta({ description: 'How far the views were.' }),
    roundedTo,
    days: z.array(z.number().int()).meta({
      description:
        'Where ages are parted: below the first number of days, from each one to the next, from the last one on.',
      examples: [[1, 7, 30, 90, 180, 365]],
    }),
    states: z.array(
      z.strictObject({
        state: z.string().meta({ description: 'By path; each state is counted with its sub-states.' }),
        count: z.number().int(),
        ages: z.array(z.number().int()).meta({ description: 'How many of each age; one more than `days`.' }),
        medianHours: hours('For how long half of them have been there.'),
        longestHours: hours('For how long the first of them has been there.'),
      }),
    ),
  })
  .meta({
    id: 'PopulationAges',
    description:
      'For how long the cases of each state had been in their innermost one, by the clock of what happened.',
  });
export type PopulationAges = z.infer<typeof PopulationAges>;

export const MovesQuery = z.strictObject({
  workflow,
  tag: tag.meta({ description: 'Only moves of cases that had these tags after it.' }),
  from: GivenInstant.meta({ description: 'Moves after this moment.' }),
  to: GivenInstant.meta({ description: 'And not later than this one.' }),
  clock: Clock.default('occurred'),
  atLeast,
});

export const PopulationMoves = z
  .strictObject({
    workflow: z.string(),
    from: Instant,
    to: Instant,
    clock: Clock,
    position: Position.meta({ description: 'How far the views were.' }),
    roundedTo,
    moves: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        count: z.number().int(),
        medianHours: hours('After how long half of them had left the state.'),
        longestHours: hours('After how long the last of them left it.'),
      }),
    ),
  })
  .meta({
    id: 'PopulationMoves',
    description:
      'How often cases went from one innermost state to another in a period, and how long they had been in the one they left.',
  });
export type PopulationMoves = z.infer<typeof PopulationMoves>;
