import { z } from 'zod';
import { CommandForm, InBothLanguages } from './commands.js';
import { columnKinds } from './views.js';

export const WorkflowSummary = z
  .strictObject({
    name: z.string(),
    version: z.number().int(),
    fingerprint: z.string(),
    titles: InBothLanguages,
    descriptions: InBothLanguages,
    underConstruction: z.boolean().meta({
      description:
        'Texts of it are missing or wrong. A name that has no text stands for itself, and a case is opened only in data ' +
        'that were begun to try it in.',
    }),
    opening: z.string().meta({ description: 'The command that opens a case.' }),
    naturalKey: z.string().meta({ description: 'The field of it that is the reference of the case.' }),
    compared: z
      .strictObject({
        latin: z.string().optional(),
        arabic: z.string().optional(),
        birthDate: z.string().optional(),
        documentNo: z.string().optional(),
      })
      .meta({
        description:
          'The fields of it by which `POST …/case-duplicates` finds cases of the same person, besides the reference: the ' +
          'name in either script, the date of birth, the number of a document.',
      }),
  })
  .meta({ id: 'WorkflowSummary' });

export const WorkflowList = z.strictObject({ items: z.array(WorkflowSummary) }).meta({ id: 'WorkflowList' });
export type WorkflowList = z.infer<typeof WorkflowList>;

const InputKind = z.enum([
  'time',
  'code',
  'field',
  'state',
  'role',
  'command',
  'deadline',
  'number',
  'boolean',
  'text',
]);

const purposes = [
  'intake',
  'custody',
  'counselling',
  'risk',
  'assurance',
  'return',
  'relocation',
  'monitoring',
  'audit',
  'subjectRequest',
  'breakGlass',
  'systemWork',
] as const;

const Guard = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  titles: InBothLanguages,
  codes: z.array(z.string()),
});

const ReadPermission = z
  .strictObject({
    role: z.string(),
    purposes: z.array(z.enum(purposes)).meta({
      description: 'What the role reads for; the first one where a request names none.',
    }),
    cases: z
      .array(
        z.strictObject({
          of: z.enum(['all', 'unit', 'assigned', 'registered']),
          states: z.array(z.string()).nullable().meta({ description: 'Null: in any state.' }),
          purposes: z.array(z.enum(purposes)).nullable().meta({ description: 'Null: for each of them.' }),
          withinHours: z.number().int().nullable(),
        }),
      )
      .meta({ description: 'The role sees the cases of all of these, and no other.' }),
    sees: z.record(z.string(), z.string()).meta({
      description: 'By class: `seen`, `withheld`, or the name of the condition under which it is seen.',
    }),
    figures: z.enum(['none', 'unit', 'all']).meta({ description: 'Of which cases it gets figures.' }),
    recordsFigures: z.boolean().meta({
      description: 'Whether it records what others stated of the figures.',
    }),
    readLog: z
      .enum(['none', 'own', 'unit', 'case', 'all'])
      .meta({ description: 'Which entries of the log of reads it sees.' }),
    emergency: z
      .array(z.string())
      .meta({ description: 'The classes that it can get of one case under emergency access.' }),
    never: z
      .array(z.string())
      .meta({ description: 'The classes that emergency access never gives to whoever holds the role.' }),
  })
  .meta({ id: 'ReadPermission', description: 'What one role reads: its line of the permission matrix.' });

const LabelledValue = z
  .strictObject({
    path: z.string().meta({
      description:
        'As in `withheld` and in the changes of a replay, without the numbers of list items; `*` stands for any key.',
      examples: ['assurance.instrument.validUntil'],
    }),
    titles: InBothLanguages,
    group: z.string().nullable().meta({ description: 'One of `groups`; null in an event.' }),
    order: z.number().int(),
    type: z.enum(['instant', 'date', 'number', 'boolean', 'code', 'text', 'hash', 'person', 'list']).meta({
      description: 'What it is: a `code` and the items of a `list` have texts in `values` or `states`.',
    }),
    dataClass: z.string().nullable().meta({
      description: 'Who does not see this class has it withheld; null: everybody who sees the case sees it.',
    }),
  })
  .meta({ id: 'LabelledValue', description: 'What a value of a case or of an event is called.' });

export const WorkflowFile = z
  .strictObject({
    ...WorkflowSummary.shape,
    states: z.array(
      z.strictObject({
        path: z.string(),
        titles: InBothLanguages,
        isLeaf: z.boolean(),
        isEnd: z.boolean().meta({ description: 'The procedure may rest here for ever.' }),
        commands: z.array(z.string()).meta({ description: 'What a case in this state may be sent.' }),
      }),
    ),
    commands: z.array(
      z.strictObject({
        ...CommandForm.shape,
        opens: z.boolean(),
        alwaysHeard: z.boolean().meta({ description: 'Nothing that is sent is refused.' }),
        establishes: z.boolean().meta({
          description: 'It is recorded even where guards fail; the transcript says which.',
        }),
        erases: z.boolean().meta({
          description: 'It erases the person: the keys of their personal data are destroyed for ever.',
        }),
        freeOfOrder: z.boolean().meta({
          description: 'It may be entered after later events, with the time at which it happened.',
        }),
        inBulk: z.boolean().meta({
          description: 'It may be sent to many cases in one request, see `POST …/commands/{command}/bulk`.',
        }),
        isNote: z.boolean().meta({
          description:
            'It records a note: a text for those who work on the case, by which nothing is decided.',
        }),
        guards: z.array(Guard),
        yields: z.array(z.string()),
      }),
    ),
    events: z.array(
      z.strictObject({
        type: z.string(),
        titles: InBothLanguages,
        version: z.number().int(),
        fields: z.array(LabelledValue).meta({ description: 'What its data can have.' }),
      }),
    ),
    facts: z.array(LabelledValue).meta({ description: 'What the `data` of a case can have.' }),
    groups: z.array(z.strictObject({ name: z.string(), titles: InBothLanguages })).meta({
      description: 'Of the facts, in the order in which they are shown.',
    }),
    values: z.record(z.string(), InBothLanguages).meta({ description: 'What the codes are called.' }),
    roles: z.array(
      z.strictObject({
        role: z.string(),
        titles: InBothLanguages,
        prefixes: z.array(z.string()).meta({
          description:
            'Ids that begin so have this role in recorded decisions, and where nobody is registered.',
        }),
        sends: z
          .array(z.string())
          .meta({ description: 'The commands of this role: its row of the permission matrix.' }),
        confirms: z.array(z.string()).meta({ description: 'The commands it confirms as the second person.' }),
      }),
    ),
    permissions: z
      .strictObject({
        units: z.array(z.string()).meta({ description: 'The places that are units of the organisation.' }),
        classes: z.array(z.string()).meta({ description: 'What data are told apart by.' }),
        titles: z
          .strictObject({
            classes: z.record(z.string(), InBothLanguages),
            purposes: z.record(z.string(), InBothLanguages),
          })
          .meta({ description: 'What the data classes and the purposes are called.' }),
        reads: z.array(ReadPermission),
      })
      .meta({
        description:
          'Who may read what. Who may send and confirm a command stands at `roles` and `commands`.',
      }),
    words: z
      .strictObject({ cases: InBothLanguages, place: InBothLanguages })
      .meta({ description: 'What its cases, all together, and the place of a case are called.' }),
    tags: z
      .array(
        z.strictObject({
          name: z.string(),
          titles: InBothLanguages,
          codes: z.array(z.strictObject({ code: z.string(), titles: InBothLanguages })),
        }),
      )
      .meta({ description: 'What cases are listed and counted by besides state, place and outcome.' }),
    zone: z
      .string()
      .meta({ description: 'The time zone in which its days are counted and its times are shown.' }),
    inputs: z.record(z.string(), InputKind).meta({
      description:
        'What the values are that its rules look at, by name: a `code` has a text in the forms, ' +
        'a `time` is an instant in UTC or a day.',
    }),
    deadlines: z.array(
      z.strictObject({
        name: z.string(),
        titles: InBothLanguages,
        role: z.string(),
        then: z.string().nullable(),
      }),
    ),
    views: z.array(
      z.strictObject({
        name: z.string(),
        titles: InBothLanguages,
        columns: z.array(
          z.strictObject({
            name: z.string(),
            titles: InBothLanguages,
            kind: z.enum(columnKinds),
            optional: z.boolean().meta({ description: 'A row may have null here.' }),
            key: z.boolean().meta({ description: 'It tells the rows of one case apart.' }),
            filter: z.boolean().meta({ description: 'Rows can be narrowed and sorted by it.' }),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: 'WorkflowFile',
    description: 'A workflow: its states, commands, events, roles, deadlines and views.',
  });
export type WorkflowFile = z.infer<typeof WorkflowFile>;
