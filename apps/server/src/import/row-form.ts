import type { Command } from '@safeconduct/workflow';
import { z } from 'zod';
import { cellReader, type CellReader, type Schema } from './cell-reader.js';
import { envelopeColumns, type Commands } from './import-row.js';

/** Which columns the rows of a command have, and how a cell becomes a value. Follows from the command's own schema. */
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

/** The form of a command's rows. */
export function rowForm(workflow: Commands, command: Command): RowForm {
  const naturalKey = workflow.opening.opens;
  const { properties, required } = objectOf(
    z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }),
  );
  const fields = new Map([...properties].map(([name, schema]) => [name, cellReader(schema)]));
  return {
    command: command.name,
    naturalKey,
    fields,
    required: [...new Set([naturalKey, 'by', ...required])],
    columns: [...new Set([naturalKey, ...envelopeColumns, ...fields.keys()])],
  };
}

interface ObjectSchema {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
}

/** The fields of an object schema. Of a union: those of every branch, and as required those that every branch requires. */
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
