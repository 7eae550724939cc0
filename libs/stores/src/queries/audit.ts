import {
  type AuditEvent,
  type AuditFilter,
  type AuditRange,
  type AuditRefusal,
  positionOf,
  type refusals,
  type RowOf,
  type timeline,
} from '@safeconduct/engine';
import type { SelectQueryBuilder } from 'kysely';
import type { Db } from './view-tables.js';

type TimelineRow = RowOf<typeof timeline>;
type RefusalRow = RowOf<typeof refusals>;

/** Events over all cases by position. */
export async function selectAuditEvents(
  db: Db,
  { type, ...filter }: AuditFilter & { readonly type?: string | undefined },
  range: AuditRange,
): Promise<readonly AuditEvent[]> {
  let query = db.selectFrom('timeline').selectAll();
  if (type !== undefined) query = query.where('type', '=', type);
  const rows = await narrowed<TimelineRow>(query, filter, range).execute();
  return rows.map((row) => ({
    ...lineOf(row),
    type: row.type,
    revision: BigInt(row.revision),
    state: row.state,
    occurredAt: row.occurred_at,
  }));
}

/** Refused commands over all cases by position. */
export async function selectRefusals(
  db: Db,
  { code, ...filter }: AuditFilter & { readonly code?: string | undefined },
  range: AuditRange,
): Promise<readonly AuditRefusal[]> {
  let query = db.selectFrom('refusal').selectAll();
  if (code !== undefined) query = query.where('code', '=', code);
  const rows = await narrowed<RefusalRow>(query, filter, range).execute();
  return rows.map((row) => ({
    ...lineOf(row),
    code: row.code,
    guards: JSON.parse(row.guards) as AuditRefusal['guards'],
    state: row.state,
    revision: row.revision === null ? null : BigInt(row.revision),
  }));
}

/** The columns that both tables have; only these are used here. */
type Line = Pick<TimelineRow, keyof TimelineRow & keyof RefusalRow>;
type Lines = SelectQueryBuilder<{ readonly line: Line }, 'line', Line>;

/**
 * Kysely cannot say that two tables share columns, so the query is typed as one of a table with only those
 * columns.
 */
function narrowed<Row>(
  given: unknown,
  filter: AuditFilter,
  { limit, newestFirst, after }: AuditRange,
): { execute(): Promise<Row[]> } {
  let query = (given as Lines).orderBy('position', newestFirst ? 'desc' : 'asc').limit(limit);
  if (filter.workflow !== undefined) query = query.where('workflow', '=', filter.workflow);
  if (filter.caseId !== undefined) query = query.where('case_id', '=', filter.caseId);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.command !== undefined) query = query.where('command', '=', filter.command);
  if (filter.from !== undefined) query = query.where('recorded_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('recorded_at', '<=', filter.to);
  if (after !== undefined) query = query.where('position', newestFirst ? '<' : '>', Number(after));
  return query as unknown as { execute(): Promise<Row[]> };
}

const lineOf = (row: Omit<Line, 'revision' | 'state'>) => ({
  position: positionOf(row.position),
  caseId: row.case_id,
  workflow: row.workflow,
  command: row.command,
  actor: row.actor,
  role: row.role,
  confirmedBy: row.confirmed_by,
  onBehalfOf: row.on_behalf_of,
  recordedAt: row.recorded_at,
});
