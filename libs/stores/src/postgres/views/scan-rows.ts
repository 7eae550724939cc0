import { epochMsOf, type Key, type TableDefinition, type Value } from '@safeconduct/engine';
import { dictionaryOf, isInstant } from '../../queries/coded-columns.js';
import type { Statement } from '../database.js';
import { inSchema, quoted, textOf, told } from './table-sql.js';

interface Behind {
  readonly condition: string;
  readonly values: readonly Value[];
}

/**
 * A page of the live generation in the order of its key, behind a key if one is given; texts in place of their numbers,
 * instants as numbers. A key that begins with a number for a text is walked in the order of the dictionary, because the
 * order of the numbers is not that of the texts.
 */
export function scanRows(
  table: TableDefinition,
  { after, limit }: { readonly after?: Key | undefined; readonly limit: number },
): Statement {
  const { name, columns, key } = table;
  const lead = dictionaryOf(columns[key[0] ?? '']);
  const ordered = key.map((column, index) =>
    index === 0 && lead !== undefined ? 'lead.text' : textOf(column, columns[column]),
  );
  const from =
    lead === undefined
      ? `${inSchema(name)} AS t`
      : `${inSchema(lead)} AS lead JOIN ${inSchema(name)} AS t ON t.${quoted(key[0] ?? '')} = lead.code`;
  const { condition, values } = behind(table, ordered, after);
  return {
    text: `SELECT ${told(table)} FROM ${from} ${condition} ORDER BY ${ordered.join(', ')} LIMIT ${limit}`,
    values,
  };
}

function behind(
  { columns, key }: TableDefinition,
  ordered: readonly string[],
  after: Key | undefined,
): Behind {
  if (after === undefined) return { condition: '', values: [] };
  const values = after.map((value, index) =>
    isInstant(columns[key[index] ?? '']) ? epochMsOf(String(value)) : value,
  );
  // By these columns an index is entered; what is compared as a text is in none.
  const coded = key.findIndex((column) => dictionaryOf(columns[column]) !== undefined);
  const entered = coded === 0 ? 1 : coded < 0 ? key.length : coded;
  const places = (count: number) => Array.from({ length: count }, (_, index) => `$${index + 1}`).join(', ');
  return {
    condition: `WHERE (${ordered.slice(0, entered).join(', ')}) >= (${places(entered)})
      AND (${ordered.join(', ')}) > (${places(key.length)})`,
    values,
  };
}
