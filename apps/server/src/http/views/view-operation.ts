import {
  answeredColumn,
  apiBase,
  askedColumn,
  operations,
  viewPageOf,
  viewQuery,
  viewRow,
  type Operation,
} from '@safeconduct/contracts';
import {
  columnText,
  viewText,
  type Column,
  type ColumnKind,
  type View,
  type Workflow,
} from '@safeconduct/workflow';
import { z } from 'zod';

/** Kinds whose values are asked for by a range as well. */
const ordered: ReadonlySet<ColumnKind> = new Set(['day', 'instant', 'integer']);

/** Whether a column is asked by a range as well. */
export const isOrdered = ({ kind }: Column): boolean => ordered.has(kind);

/** What rows are sorted by where nothing else is asked for. */
export const byReference = 'reference';

/**
 * The operation of one view, with a parameter for each column that it is asked by. Requests are parsed by it, and the
 * OpenAPI document shows it.
 */
export function viewOperation(workflow: Workflow, view: View): Operation {
  const { texts } = workflow;
  const row = view.columns.map((column) => {
    const said = { description: columnText(texts.en, view.name, column.name) ?? column.name };
    const value: z.ZodType = answeredColumn[column.kind];
    return [column.name, (column.optional ? value.nullable() : value).meta(said)] as const;
  });
  const body = viewPageOf(z.strictObject({ ...viewRow, ...Object.fromEntries(row) }));
  return {
    ...operations.listViewRows,
    id: `list${pascal(workflow.name)}${pascal(view.name)}`,
    path: `${apiBase}/workflows/${workflow.name}/views/${view.name}`,
    summary: viewText(texts.en, view.name) ?? view.name,
    params: z.strictObject({}),
    query: z.strictObject({
      ...Object.fromEntries(view.filters.flatMap((column) => parametersOf(workflow, view, column))),
      ...viewQuery,
      sort: z
        .enum(sortsOf(view))
        .optional()
        .meta({ description: sortsSay, examples: [byReference] }),
    }),
    success: { ...operations.listViewRows.success, body },
    problems: ['VIEW_BEHIND'],
  };
}

const sortsSay = 'With `-` before it, downwards. Rows without a value come last.';

const sortsOf = ({ filters }: View): readonly string[] =>
  [byReference, ...filters.map(({ name }) => name)].flatMap((name) => [name, `-${name}`]);

function parametersOf(
  { texts }: Workflow,
  view: View,
  column: Column,
): readonly (readonly [string, z.ZodType])[] {
  const { name, kind } = column;
  const head = columnText(texts.en, view.name, name) ?? name;
  const asked: z.ZodType = askedColumn[kind];
  const parameter = (suffix: string, says: string) =>
    [`${name}${suffix}`, asked.optional().meta({ description: says })] as const;
  if (!isOrdered(column)) return [parameter('', head)];
  return [
    parameter('', head),
    parameter('.from', `${head}: this or more.`),
    parameter('.to', `${head}: this or less.`),
  ];
}

/** `visits-held`: `VisitsHeld`. */
const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase());
