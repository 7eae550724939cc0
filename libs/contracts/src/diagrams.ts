import { z } from 'zod';
import { InBothLanguages } from './commands.js';
import { StatePath } from './scalars.js';

export const DiagramDataQuery = z.strictObject({
  level: StatePath.optional().meta({
    description:
      '`top`: the states at the top, closed, with one arrow between two of them. A state with states inside: its inside, and ' +
      'closed the states around it that arrows join to it. Left out: everything.',
    examples: ['top', 'camped'],
  }),
  language: z.enum(['en', 'ar']).optional().meta({
    description:
      'Of the texts that boxes and labels are sized for. In Arabic the picture is mirrored. Left out: by `Accept-Language`.',
  }),
  direction: z.enum(['down', 'across']).optional().meta({
    description: 'Which way most arrows go. Left out: `across` at the level `top`, else `down`.',
  }),
});

const pixels = z.number().meta({ description: 'In pixels.' });
const rectangle = { x: pixels, y: pixels, width: pixels, height: pixels };
const lines = z
  .array(z.string())
  .meta({ description: 'The title in the asked language, broken into the lines that there is room for.' });

const DiagramBox = z
  .strictObject({
    path: z.string().meta({ description: 'The dotted path of the state; that of `any` ends in `*`.' }),
    parent: z
      .string()
      .nullable()
      .meta({ description: 'The box around it; null where none is in the picture.' }),
    ...rectangle,
    kind: z.enum(['state', 'compound', 'any']).meta({
      description:
        '`compound`: has states inside, which the level may not show. `any`: stands for all states inside its parent; arrows ' +
        'begin there that lead from each of them to one of them.',
    }),
    isEnd: z.boolean().meta({ description: 'A case may rest in it for ever.' }),
    isInitial: z
      .boolean()
      .meta({ description: 'A case that enters the states around it, or is opened, begins here.' }),
    lines,
    titles: InBothLanguages,
  })
  .meta({ id: 'DiagramBox' });

const DiagramArrow = z
  .strictObject({
    id: z
      .string()
      .meta({ description: 'The same for each answer of this fingerprint, level and direction.' }),
    command: z
      .string()
      .nullable()
      .meta({
        description:
          'The command that exists for the event. Another one may yield it too, see `yields` of the workflow. Null for several ' +
          'events.',
      }),
    event: z.string().nullable().meta({ description: 'Null for several events.' }),
    events: z.array(z.string()).meta({ description: 'Every event that leads this way.' }),
    count: z.number().int().meta({
      description: 'The number of `events`: 1, or more between two boxes of which one is closed.',
    }),
    from: z
      .string()
      .meta({ description: 'The path of a box. Of a compound state: from every state inside.' }),
    to: z
      .string()
      .meta({ description: 'The path of a box. Of a compound state: to where its inside begins.' }),
    except: z.array(z.string()).meta({ description: 'States inside `from` that have no such transition.' }),
    into: z.array(z.string()).meta({
      description: 'The states inside `to` that it leads to; empty where it leads to where these begin.',
    }),
    guards: z.array(z.string()).meta({ description: 'The ids of the guards that `command` asks.' }),
    points: z.array(z.strictObject({ x: pixels, y: pixels })).meta({
      description: 'Along the arrow, to its tip. Arrows between the same two boxes have the same points.',
    }),
    label: z
      .strictObject({ ...rectangle, lines })
      .nullable()
      .meta({ description: 'The room of its title beside the arrow.' }),
    titles: InBothLanguages,
  })
  .meta({ id: 'DiagramArrow' });

export const DiagramData = z
  .strictObject({
    width: pixels,
    height: pixels,
    direction: z.enum(['ltr', 'rtl']).meta({ description: '`rtl`: mirrored, for texts from right to left.' }),
    boxes: z.array(DiagramBox).meta({ description: 'Parents before their children.' }),
    arrows: z.array(DiagramArrow),
  })
  .meta({
    id: 'DiagramData',
    description:
      'The chart of a workflow as boxes and arrows with their coordinates, from the upper left corner. It holds no case: ' +
      'the history of a case says which way it took.',
  });
export type DiagramData = z.infer<typeof DiagramData>;
