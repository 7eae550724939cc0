import { nearestOf, type Command } from '@safeconduct/workflow';
import { z } from 'zod';
import { branchesOf, cellReader, type CellReader, type Schema } from './cell-reader.js';
import { rejectedColumns } from '../read/file-content.js';
import { envelopeColumns, type WorkflowCommands } from './import-row.js';

/**
 * The columns of a command's rows, and how a cell becomes a value. Derived from the schema of the command.
 */
export interface RowForm {
  readonly command: string;
  /** The column that names the case. It is part of the data only where the command opens the case. */
  readonly naturalKey: string;
  readonly fields: ReadonlyMap<string, CellReader>;
  /** Columns without which no row can be valid. */
  readonly required: readonly string[];
  /** Every column there can be. */
  readonly columns: readonly string[];
}

/** Derives the form of a command's rows. */
export function rowForm(workflow: WorkflowCommands, command: Command): RowForm {
  const naturalKey = workflow.opening.opens;
  const { properties, required } = columnsOf(
    z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }),
  );
  const fields = new Map(fieldsOf(properties));
  return {
    command: command.name,
    naturalKey,
    fields,
    required: [...new Set([naturalKey, 'by', ...required])],
    columns: [...new Set([naturalKey, ...envelopeColumns, ...fields.keys()])],
  };
}

/** What is wrong with the columns of a file, or `undefined`. */
export function columnsProblem(columns: readonly string[], form: RowForm): string | undefined {
  const ignored: readonly string[] = rejectedColumns;
  // A first line without a known name is probably a row of data, so it must not be repeated in a message.
  if (!columns.some((column) => form.columns.includes(column))) {
    return 'the first line must name the columns, separated by , or ;';
  }
  const unknown = columns.filter((column) => !form.columns.includes(column) && !ignored.includes(column));
  const twice = columns.filter((column, index) => columns.indexOf(column) < index);
  const missing = form.required.filter((column) => !columns.includes(column));
  const found = [
    ...unknown.map((column) => (column === '' ? 'a column has no name' : unknownColumn(column, form))),
    ...twice.map((column) => `column ${column} stands there twice`),
    ...missing.map((column) => `column ${column} is missing`),
  ];
  const more = found.length > faultsMax ? [`and ${found.length - faultsMax} more faults`] : [];
  return found.length === 0 ? undefined : [...found.slice(0, faultsMax), ...more].join('; ');
}

/** How many faults of a first line are told. */
const faultsMax = 10;
const nameCharactersMax = 60;

function unknownColumn(column: string, { columns }: RowForm): string {
  const shown = column.slice(0, nameCharactersMax);
  const meant = shown === column ? nearestOf(column, columns) : undefined;
  return meant === undefined ? `unknown column ${shown}` : `unknown column ${shown} (did you mean ${meant}?)`;
}

/**
 * The columns of an object: those of an object inside it have dotted names, such as `criteria.specific.answer`. A column is
 * required when everything above it is.
 */
function columnsOf(schema: Schema): ObjectSchema {
  const { properties, required } = objectOf(schema);
  const columns = new Map<string, Schema>();
  const needed: string[] = [];
  for (const [name, inner] of properties) {
    const nested = columnsOf(inner);
    if (nested.properties.size === 0 || isOtherwise(inner)) {
      columns.set(name, inner);
      if (required.includes(name)) needed.push(name);
    }
    for (const [below, leaf] of nested.properties) columns.set(`${name}.${below}`, leaf);
    if (required.includes(name) && !isOtherwise(inner))
      needed.push(...nested.required.map((below) => `${name}.${below}`));
  }
  return { properties: columns, required: needed };
}

/** Whether a value of this schema can be something else than an object, such as a text. */
const isOtherwise = (schema: Schema): boolean =>
  branchesOf(schema).some(({ type }) => type !== undefined && type !== 'object' && type !== 'null');

const fieldsOf = (properties: ReadonlyMap<string, Schema>): readonly (readonly [string, CellReader])[] =>
  [...properties].map(([name, schema]) => [name, cellReader(schema)]);

interface ObjectSchema {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
}

/**
 * The fields of an object schema. A union has the fields of all branches, and requires what every branch
 * requires.
 */
function objectOf(schema: Schema): ObjectSchema {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((branch) => objectOf(branch));
  const [first, ...others] = branches;
  const shared = first?.required.filter((name) => others.every(({ required }) => required.includes(name)));
  return {
    properties: new Map([
      ...branches.flatMap(({ properties }) => [...properties]),
      ...Object.entries((schema.properties ?? {}) as Record<string, Schema>),
    ]),
    required: [...(schema.required ?? []), ...(shared ?? [])],
  };
}
