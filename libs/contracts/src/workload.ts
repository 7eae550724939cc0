import { z } from 'zod';
import { caseFilter, PersonName } from './case-lists.js';
import { atMoment } from './cases.js';
import { Instant, PersonId, Position } from './scalars.js';

const { workflow, state, facility, tag } = caseFilter;

export const WorkloadQuery = z.strictObject({
  ...{ workflow, state, facility, tag },
  atLeast: atMoment.atLeast,
});

/** A number of cases, by the list of which it is the total; `open=true` and the filters of the request stand with it. */
const totalOf = (list: string, more = '') =>
  z
    .number()
    .int()
    .meta({ description: `The total of ${list}.${more}` });

const theirs = 'assignee=<officer>&open=true';

const OfficerLoad = z
  .strictObject({
    officer: PersonId.nullable().meta({ description: 'Null: nobody, which is asked for as `none`.' }),
    name: PersonName.nullable().meta({ description: 'Null where the directory has no name.' }),
    unit: z.string().nullable().meta({ description: 'The unit they belong to.' }),
    roles: z.array(z.string()).meta({
      description: 'Those of their roles that the workflows have by which cases can wait for somebody.',
    }),
    canReceive: z.boolean().meta({
      description: 'They have not left, and hold a role whose holders cases can be given to, many at once.',
    }),
    hasLeft: z.boolean().meta({ description: 'They left; what they still have is to be given to others.' }),
    absentUntil: z.iso.date().nullable().meta({
      description: 'The last day of the absence of today; null where they are there.',
    }),
    open: totalOf(`\`/cases?${theirs}\``, ' Cases that are closed are no work.'),
    overdue: totalOf(`\`/cases?${theirs}&due=overdue\``),
    dueSoon: totalOf(`\`/cases?${theirs}&due=soon\``, ' Seven days, today being the first.'),
    waitingOnThem: totalOf(`\`/cases?${theirs}&waitingOn=\` with \`roles\``)
      .nullable()
      .meta({ description: 'Null for nobody, and for somebody whom the directory does not have.' }),
  })
  .meta({ id: 'OfficerLoad' });
export type OfficerLoad = z.infer<typeof OfficerLoad>;

export const Workload = z
  .strictObject({
    position: Position.meta({ description: 'How far the views were that were counted.' }),
    asOf: Instant.meta({ description: 'By what time it is told what is overdue.' }),
    items: z.array(OfficerLoad).meta({
      description:
        'Nobody, then officers by id: everybody who has an open case that the reader sees, and those without one whom ' +
        'cases can be given to, as far as they are of the unit of the reader and of the facility that is asked for, or of ' +
        'no unit.',
    }),
  })
  .meta({
    id: 'Workload',
    description:
      'How much open work each officer has, in the cases that the reader sees. Each number is the total of a list that the ' +
      'reader sees, exactly.',
  });
export type Workload = z.infer<typeof Workload>;
