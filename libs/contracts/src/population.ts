import { z } from 'zod';
import { atMoment } from './cases.js';
import { Clock, Day, GivenInstant, Instant, Name, Position } from './scalars.js';

const counts = z.record(z.string(), z.number().int());
const workflow = Name.optional().meta({ description: 'Left out: the first one registered.' });
const atLeast = atMoment.atLeast;

export const PopulationQuery = z.strictObject({ workflow, ...atMoment });

export const Population = z
  .strictObject({
    workflow: z.string(),
    asOf: Instant,
    clock: Clock,
    position: Position.meta({ description: 'How far the views were.' }),
    total: z.number().int(),
    states: counts,
    subStates: counts,
    leaves: counts,
    facilities: counts,
    outcomes: counts,
    events: counts.meta({ description: 'How often each event was recorded.' }),
  })
  .meta({
    id: 'Population',
    description:
      'The number of cases in each state, at each place and with each outcome. Every figure but `events` adds up to `total`, or to a part of it.',
  });
export type Population = z.infer<typeof Population>;

export const SeriesQuery = z.strictObject({
  workflow,
  from: Day,
  to: Day,
  clock: Clock.default('occurred'),
  atLeast,
});

export const PopulationSeries = z
  .strictObject({
    workflow: z.string(),
    clock: Clock,
    days: z.array(
      z.strictObject({
        day: z.string(),
        total: z.number().int(),
        states: counts,
        facilities: counts,
        outcomes: counts,
      }),
    ),
  })
  .meta({ id: 'PopulationSeries', description: 'The ledger at the end of each day, UTC.' });
export type PopulationSeries = z.infer<typeof PopulationSeries>;

export const FlowsQuery = z.strictObject({
  workflow,
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
