import type { Instant } from '@safeconduct/workflow';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { RefusalRow, TimelineRow, ViewTables } from '../projections/view-tables.js';

/** What to show of the log over all cases. What is left out does not narrow. */
export interface AuditFilter {
  readonly workflow?: string | undefined;
  readonly caseId?: string | undefined;
  readonly actor?: string | undefined;
  readonly command?: string | undefined;
  /** Recorded at this moment or later, and at that one or earlier. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

export interface AuditRange {
  readonly limit: number;
  readonly newestFirst: boolean;
  /** The position of the last row of the page before. */
  readonly after?: number | undefined;
}

type Db = Kysely<ViewTables>;

/** Events over all cases by position: one more than asked for, when there are more. */
export function auditEvents(
  db: Db,
  filter: AuditFilter & { readonly type?: string | undefined },
  range: AuditRange,
): Promise<readonly TimelineRow[]> {
  let query = db.selectFrom('timeline').selectAll();
  if (filter.type !== undefined) query = query.where('type', '=', filter.type);
  return narrowed(query as unknown as AnyLog, filter, range).execute() as unknown as Promise<TimelineRow[]>;
}

/** Refused commands over all cases by position: one more than asked for, when there are more. */
export function refusals(
  db: Db,
  filter: AuditFilter & { readonly code?: string | undefined },
  range: AuditRange,
): Promise<readonly RefusalRow[]> {
  let query = db.selectFrom('refusal').selectAll();
  if (filter.code !== undefined) query = query.where('code', '=', filter.code);
  return narrowed(query as unknown as AnyLog, filter, range).execute() as unknown as Promise<RefusalRow[]>;
}

/** Both tables have these columns, which is all that is used of either here. */
type LogTables = { readonly log: Pick<TimelineRow, keyof TimelineRow & keyof RefusalRow> };
type AnyLog = SelectQueryBuilder<LogTables, 'log', LogTables['log']>;

function narrowed(given: AnyLog, filter: AuditFilter, { limit, newestFirst, after }: AuditRange): AnyLog {
  let query = given.orderBy('position', newestFirst ? 'desc' : 'asc').limit(limit + 1);
  if (filter.workflow !== undefined) query = query.where('workflow', '=', filter.workflow);
  if (filter.caseId !== undefined) query = query.where('case_id', '=', filter.caseId);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.command !== undefined) query = query.where('command', '=', filter.command);
  if (filter.from !== undefined) query = query.where('recorded_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('recorded_at', '<=', filter.to);
  return after === undefined ? query : query.where('position', newestFirst ? '<' : '>', after);
}
