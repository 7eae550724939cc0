import { asciiDigits } from '@safeconduct/workflow';
import type { z } from 'zod';

export type Schema = z.core.JSONSchema.BaseSchema;

/**
 * Makes a value of a cell that is not empty. A cell that does not fit stays text, so that the schema refuses
 * it.
 */
export type CellReader = (cell: string) => unknown;

const decimal = /^-?\d+(?:\.\d+)?$/;
const asText: CellReader = (cell) => cell;

/** The reader of cells whose values should follow a JSON Schema. */
export function cellReader(schema: Schema): CellReader {
  const branches = branchesOf(schema);
  const list = branches.find((branch) => typesOf(branch).includes('array'));
  if (list !== undefined) return listReader(list);

  const types = branches.flatMap(typesOf);
  const readers: CellReader[] = [
    ...(types.includes('boolean') ? [asBoolean] : []),
    ...(types.includes('number') || types.includes('integer') ? [asNumber] : []),
    // A text with a fixed form is a date, a time or a number written in digits. Any other text stays as it
    // was written.
    ...(branches.some(({ format, pattern }) => (format ?? pattern) !== undefined) ? [asciiDigits] : []),
    asText,
  ];
  return (cell) => firstThatReads(readers, cell);
}

function firstThatReads(readers: readonly CellReader[], cell: string): unknown {
  for (const read of readers) {
    const value = read(cell);
    if (value !== undefined) return value;
  }
  return cell;
}

function asBoolean(cell: string): boolean | undefined {
  const word = cell.toLowerCase(); // Spreadsheets write TRUE.
  return word === 'true' || (word === 'false' ? false : undefined);
}

/** A whole number that a double would round stays text: it is refused, not changed. */
function asNumber(cell: string): number | undefined {
  const text = asciiDigits(cell);
  const number = Number(text);
  const isExact = !Number.isInteger(number) || Number.isSafeInteger(number);
  return decimal.test(text) && isExact ? number : undefined;
}

function listReader({ items, prefixItems = [] }: Schema): CellReader {
  const readers = prefixItems.map((item) => cellReader(item as Schema));
  const others = typeof items === 'object' && !Array.isArray(items) ? cellReader(items) : asText;
  return (cell) => cell.split(';').map((part, index) => (readers[index] ?? others)(part.trim()));
}

/** The schemas of which a value follows one. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return branches.length === 0 ? [schema] : branches.flatMap(branchesOf);
}

function typesOf({ type }: Schema): readonly string[] {
  return [type ?? []].flat();
}
