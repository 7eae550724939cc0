import type { AuditFilter } from '@safeconduct/engine';
import { z } from 'zod';
import { writeCursor } from '../cursor.js';
import { periodOf } from '../moments.js';

/** What all parts of the log over all cases are narrowed by. */
export interface AuditQuery {
  readonly workflow?: string | undefined;
  readonly case?: string | undefined;
  readonly actor?: string | undefined;
  readonly role?: string | undefined;
  readonly command?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const filterOf = (query: AuditQuery): AuditFilter => {
  const { workflow, actor, role, command } = query;
  return { ...{ workflow, actor, role, command, caseId: query.case }, ...periodOf(query) };
};

export interface PageQuery {
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
}

/** One item more than the page shows whether there is a next page. */
export const rangeOf = <After>({ limit, order }: PageQuery, after: After) => ({
  ...{ limit: limit + 1, newestFirst: order === 'newest', after },
});

/** Where a page of lines begins: behind this position. */
export const positionCursor = z.string().regex(/^\d{1,18}$/);

/** Where a page of rules begins: behind this rule of the event at this position. */
export const ruleCursor = z
  .string()
  .regex(/^\d{1,18} [A-Za-z][\w.-]{0,99}$/)
  .transform((text) => {
    const [position = '', guard = ''] = text.split(' ');
    return { position: BigInt(position), guard };
  });

/** What is shown of the rows, and where the next page begins. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit }: PageQuery,
  placeOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), next: last === undefined ? null : writeCursor(placeOf(last)) };
}
