import { z } from 'zod';
import { Ready } from './health.js';
import { Meta } from './meta.js';
import { Instant, Position } from './scalars.js';

const count = (description: string) => z.number().int().nonnegative().meta({ description });

const ViewState = z
  .strictObject({
    view: z.string(),
    version: z.number().int(),
    isLive: z.boolean().meta({ description: 'It is asked. Another generation of a view is being made.' }),
    position: Position.meta({ description: 'It has everything up to here.' }),
    behind: z.number().int().nonnegative().nullable().meta({
      description: 'How many events of the log it lacks; null from a store that cannot count.',
    }),
  })
  .meta({ id: 'ViewState' });

const InstalledWorkflow = z
  .strictObject({
    workflow: z.string(),
    version: z.number().int(),
    fingerprint: z.string().meta({ description: 'Of its definition: recorded with each event.' }),
    underConstruction: z.boolean(),
    stuck: count('Open cases that it cannot go on with, as far as they are named one by one.'),
  })
  .meta({ id: 'InstalledWorkflow' });

const { status, reason } = Ready.shape;
const { now, logId, demonstration } = Meta.shape;

export const SystemState = z
  .strictObject({
    ...{ status, reason, now, logId, demonstration },
    release: z.string().meta({ description: 'The version of Safeconduct.' }),
    startedAt: Instant.meta({ description: 'When this process began, by the clock of its machine.' }),
    hostTime: Instant.meta({ description: 'What the clock of the machine shows.' }),
    hostZone: z.string().meta({ description: 'The time zone of the machine.' }),
    roles: z.array(z.string()).meta({ description: 'What this process does.' }),
    store: z.strictObject({
      name: z
        .string()
        .meta({ description: 'A folder, or the address of a server without user and password.' }),
      isDurable: z.boolean().meta({ description: 'What is accepted outlives the process.' }),
      head: Position.nullable().meta({ description: 'The end of the log; null where it does not answer.' }),
      events: count('How many events the log has.').nullable(),
    }),
    views: z.array(ViewState),
    jobs: z
      .strictObject({
        running: count('Jobs that run.'),
        queued: count('Jobs that wait to begin.'),
      })
      .nullable()
      .meta({ description: 'Among the newest 200 jobs; null where their store does not answer.' }),
    feedReaders: count('Readers that follow the feed of this process.'),
    commandsUnderWay: count('Cases that have a command under way in this process.'),
    erasures: z.strictObject({
      finished: count('Persons whose keys were destroyed.'),
      unfinished: count('Persons whose erasure was begun and is not finished.'),
    }),
    workflows: z.array(InstalledWorkflow),
  })
  .meta({
    id: 'SystemState',
    description: 'How this installation is, for its administrators. Nothing of a case and of no person.',
  });
export type SystemState = z.infer<typeof SystemState>;
