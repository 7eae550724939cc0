import { z } from 'zod';
import { pageOf } from './cases.js';
import {
  AskedCode,
  CaseId,
  Cursor,
  Day,
  GivenInstant,
  Instant,
  Limit,
  Position,
  Reference,
} from './scalars.js';

/** What a column of a view is asked by, by its kind. */
export const askedColumn = {
  text: AskedCode,
  code: AskedCode,
  day: Day,
  instant: GivenInstant,
  integer: z
    .string()
    .regex(/^(?:0|-?[1-9]\d{0,14})$/, 'must be a whole number')
    .transform(Number)
    .meta({ type: 'integer', examples: [3] }),
  boolean: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .meta({ examples: ['true'] }),
} as const;

/** What a column of a view answers with, by its kind. */
export const answeredColumn = {
  text: z.string(),
  code: z.string(),
  day: Day,
  instant: Instant,
  integer: z.number().int(),
  boolean: z.boolean(),
} as const;

type Kind = keyof typeof askedColumn;
/** The kinds of columns. */
export const columnKinds = Object.keys(askedColumn) as readonly Kind[];

/** What every view is asked by beside its columns. */
export const viewQuery = {
  reference: Reference.optional().meta({ description: 'Only the rows of the case of this natural key.' }),
  sort: z
    .string()
    .regex(/^-?[a-z][A-Za-z0-9]{0,29}$/, 'must be a column, or - and a column')
    .optional()
    .meta({ description: 'By a column; with `-` before it, downwards. Rows without a value come last.' }),
  limit: Limit,
  cursor: Cursor.optional(),
  atLeast: Position.optional().meta({
    description: 'Wait until the view has reached this position, such as that of your own command.',
  }),
};

/** What stands in every row beside the columns of its view. */
export const viewRow = {
  caseId: CaseId,
  reference: z.string().meta({ description: 'The natural key of the case.' }),
};

/** A page of a view beside its rows. */
export const viewPageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    ...pageOf(row),
    position: Position.meta({ description: 'How far the view was that this page was read from.' }),
  });

export const ViewRow = z
  .object(viewRow)
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .meta({ id: 'ViewRow', description: 'A row of a view: its case, and a value for each column, or null.' });

export const ViewPage = viewPageOf(ViewRow).meta({ id: 'ViewPage' });
export type ViewPage = z.infer<typeof ViewPage>;
