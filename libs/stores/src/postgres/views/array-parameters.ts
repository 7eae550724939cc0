import type { Value } from '@safeconduct/engine';

/**
 * Arrays as the text that PostgreSQL reads ("Array Input and Output Syntax" of its manual). A batch of rows goes to the
 * database as one array a column. The driver can write arrays too, but looks at each value several times.
 */

/** An array of whole numbers or nulls. */
export function numberArray(values: readonly (number | null)[]): string {
  // `join` writes nothing for null, so arrays with one are written value by value.
  return values.includes(null)
    ? `{${values.map((value) => value ?? 'NULL').join(',')}}`
    : `{${values.join(',')}}`;
}

/** An array of texts or nulls. */
export function textArray(values: readonly Value[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quoted(String(value)))).join(',')}}`;
}

const special = /["\\]/g;

const quoted = (text: string): string => `"${text.replace(special, String.raw`\$&`)}"`;
