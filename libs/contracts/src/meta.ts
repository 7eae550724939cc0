import { z } from 'zod';
import { Instant } from './scalars.js';

export const Meta = z
  .strictObject({
    now: Instant.meta({ description: 'What the clock of these data shows: by it is recorded and counted.' }),
    logId: z.string().meta({ description: 'The name of the log. A restored log has another one.' }),
    demonstration: z
      .strictObject({
        startsAt: Instant.meta({
          description: 'The end of the invented caseload, from which the clock of the demonstration runs on.',
        }),
      })
      .nullable()
      .meta({
        description:
          'Set where all persons are invented, and the clock is one of its own; null where cases may be real.',
      }),
  })
  .meta({ id: 'Meta' });
export type Meta = z.infer<typeof Meta>;
