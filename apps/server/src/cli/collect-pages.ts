import type { CommandLine } from '../console/output.js';
import { wholeNumber } from './whole-number.js';

const shownByDefault = 50;
const pageSize = 500;

/** How many rows a list shows at the most: as `--limit` says, else all of them to programs and the first ones to people. */
export function rowsShown({ json }: Pick<CommandLine, 'json'>, limit: string | undefined): number {
  if (limit !== undefined) return wholeNumber('--limit', limit, 1);
  return json === true ? Infinity : shownByDefault;
}

interface Page<Item, Cursor> {
  readonly items: readonly Item[];
  /** Null at the end. */
  readonly next: Cursor | null;
}

/** The first rows of a list, so many at the most, asked for page by page; and whether there are more. */
export async function collectPages<Item, Cursor>(
  most: number,
  ask: (asked: { readonly limit: number; readonly after: Cursor | undefined }) => Promise<Page<Item, Cursor>>,
): Promise<{ readonly items: readonly Item[]; readonly more: boolean }> {
  const items: Item[] = [];
  let after: Cursor | undefined;
  do {
    const page = await ask({ limit: Math.min(pageSize, most - items.length), after });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && items.length < most);
  return { items, more: after !== undefined };
}
