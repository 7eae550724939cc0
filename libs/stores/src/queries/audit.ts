import {
  type AuditEvent,
  type AuditFilter,
  type AuditRange,
  type AuditRefusal,
  positionOf,
  type refusals,
  type timeline,
} from '@safeconduct/engine';
import { sql, type SelectQueryBuilder } from 'kysely';
import { caseIdIn, codeOfCase, codeOfName, keptInstant, nameIn, toldInstant } from './codes.js';
import type { Condition } from './key-query.js';
import type { Db, KeptRow } from './view-tables.js';
import { isOfVisibleCase } from './visible-cases.js';

/** Events over all cases by position. */
export async function selectAuditEvents(
  db: Db,
  { type, ...filter }: AuditFilter & { readonly type?: string | undefined },
  range: AuditRange,
): Promise<readonly AuditEvent[]> {
  let query = db.selectFrom('timeline').select(['revision', 'occurred_at', 'said_at']);
  if (type !== undefined) query = query.where('type', '=', codeOfName(type));
  const told = query.select([nameIn('type').as('type'), nameIn('state').as('state')]);
  const seen = await visibleLines(db, filter, 'timeline');
  const rows = await narrowed<typeof told>(told, { ...filter, seen }, range).execute();
  return rows.map(({ type: of, state, ...row }) => ({
    ...lineOf(row),
    type: of,
    revision: BigInt(row.revision),
    state,
    occurredAt: toldInstant(row.occurred_at),
    saidAt: row.said_at === null ? null : toldInstant(row.said_at),
  }));
}

/** Refused commands over all cases by position. */
export async function selectRefusals(
  db: Db,
  { code, ...filter }: AuditFilter & { readonly code?: string | undefined },
  range: AuditRange,
): Promise<readonly AuditRefusal[]> {
  let query = db.selectFrom('refusal').select('revision');
  if (code !== undefined) query = query.where('code', '=', codeOfName(code));
  const told = query.select([
    nameIn('refusal.code').as('code'),
    nameIn('guards').as('guards'),
    nameIn<string | null>('state').as('state'),
  ]);
  const seen = await visibleLines(db, filter, 'refusal');
  const rows = await narrowed<typeof told>(told, { ...filter, seen }, range).execute();
  return rows.map(({ code: because, guards, state, revision, ...row }) => ({
    ...lineOf(row),
    code: because,
    guards: JSON.parse(guards) as AuditRefusal['guards'],
    state,
    revision: revision === null ? null : BigInt(revision),
  }));
}

type TimelineRow = KeptRow<typeof timeline>;
type RefusalRow = KeptRow<typeof refusals>;

/** Both tables have these columns, which is all that is used of either here. */
type Shared = Pick<TimelineRow, keyof TimelineRow & keyof RefusalRow>;
type Lines = SelectQueryBuilder<{ readonly line: Shared }, 'line', object>;

const lineColumns = [
  caseIdIn('case_id').as('case_id'),
  nameIn('workflow').as('workflow'),
  nameIn('command').as('command'),
  nameIn('actor').as('actor'),
  nameIn('role').as('role'),
  nameIn<string | null>('confirmed_by').as('confirmed_by'),
  nameIn<string | null>('imported_by').as('imported_by'),
] as const;

interface Line extends Pick<Shared, 'position' | 'on_behalf_of' | 'recorded_at'> {
  readonly case_id: string;
  readonly workflow: string;
  readonly command: string;
  readonly actor: string;
  readonly role: string;
  readonly confirmed_by: string | null;
  readonly imported_by: string | null;
}

/** The condition that a line is of a case which the reader sees; none when all are seen. */
const visibleLines = async (db: Db, { visible }: AuditFilter, table: 'timeline' | 'refusal') =>
  visible && isOfVisibleCase(db, visible, sql.ref(`${table}.case_id`));

interface Rows<Row> {
  execute(): Promise<Row[]>;
}

/** Kysely cannot say that two tables share columns, so the query is seen as one of a table that has just those. */
function narrowed<Given>(
  given: unknown,
  filter: AuditFilter & { readonly seen: Condition | undefined },
  { limit, newestFirst, after }: AuditRange,
): Rows<Line & (Given extends Rows<infer Row> ? Row : never)> {
  let query = (given as Lines)
    .select(['position', 'on_behalf_of', 'recorded_at'])
    .select(lineColumns)
    .orderBy('position', newestFirst ? 'desc' : 'asc')
    .limit(limit);
  if (filter.seen !== undefined) query = query.where(sql<boolean>`${filter.seen}`);
  if (filter.workflow !== undefined) query = query.where('workflow', '=', codeOfName(filter.workflow));
  if (filter.caseId !== undefined) query = query.where('case_id', '=', codeOfCase(filter.caseId));
  if (filter.actor !== undefined) query = query.where('actor', '=', codeOfName(filter.actor));
  if (filter.command !== undefined) query = query.where('command', '=', codeOfName(filter.command));
  if (filter.from !== undefined) query = query.where('known_at', '>=', keptInstant(filter.from));
  if (filter.to !== undefined) query = query.where('known_at', '<=', keptInstant(filter.to));
  if (after !== undefined) query = query.where('position', newestFirst ? '<' : '>', Number(after));
  return query as never;
}

const lineOf = (row: Line) => ({
  position: positionOf(row.position),
  caseId: row.case_id,
  workflow: row.workflow,
  command: row.command,
  actor: row.actor,
  role: row.role,
  confirmedBy: row.confirmed_by,
  importedBy: row.imported_by,
  onBehalfOf: row.on_behalf_of,
  recordedAt: toldInstant(row.recorded_at),
});
