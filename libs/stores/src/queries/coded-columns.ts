import type { ColumnType, Row, TableDefinition } from '@safeconduct/engine';
import { instantOf } from '@safeconduct/engine/basics';

/** Tables of texts and the numbers that stand for them in rows: the ids of cases, and all other names. */
export const dictionaries = ['known_case', 'known_name'] as const;
export type DictionaryName = (typeof dictionaries)[number];

/** The dictionary that a column takes its numbers from; `undefined` for one that has none. */
export function dictionaryOf(type: ColumnType | undefined): DictionaryName | undefined {
  if (type === 'case') return 'known_case';
  return type === 'name' || type === 'name?' ? 'known_name' : undefined;
}

/** Whether a column holds instants, which are kept as milliseconds since 1970. */
export const isInstant = (type: ColumnType | undefined): boolean => type === 'instant' || type === 'instant?';

/** Rows with their instants as texts again. */
export function withInstants({ columns }: TableDefinition, rows: readonly Row[]): readonly Row[] {
  const names = Object.keys(columns).filter((name) => isInstant(columns[name]));
  if (names.length === 0) return rows;
  return rows.map((row) => {
    const told = { ...row };
    for (const name of names) {
      const ms = row[name];
      if (typeof ms === 'number') told[name] = instantOf(ms);
    }
    return told;
  });
}
