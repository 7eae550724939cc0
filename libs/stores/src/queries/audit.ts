import {
  type AuditAsked,
  type AuditEvent,
  type AuditFilter,
  type AuditRange,
  type AuditRefusal,
  type EventFilter,
  positionOf,
  type RefusalFilter,
  type refusals,
  type RuleCursor,
  type RuleFilter,
  type RuleNotKept,
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
  filter: EventFilter,
  range: AuditRange,
): Promise<readonly AuditEvent[]> {
  const told = db.selectFrom('timeline').select(eventColumns).select(eventNames);
  const conditions = await visibleLines(db, { part: 'events', filter });
  const rows = await narrowed<typeof told>(told, { table: 'timeline', conditions }, range).execute();
  return rows.map(eventOf);
}

/** Refused commands over all cases by position. */
export async function selectRefusals(
  db: Db,
  filter: RefusalFilter,
  range: AuditRange,
): Promise<readonly AuditRefusal[]> {
  const told = db
    .selectFrom('refusal')
    .select('revision')
    .select([
      nameIn('refusal.code').as('code'),
      nameIn('guards').as('guards'),
      nameIn<string | null>('state').as('state'),
    ]);
  const conditions = await visibleLines(db, { part: 'refusals', filter });
  const rows = await narrowed<typeof told>(told, { table: 'refusal', conditions }, range).execute();
  return rows.map(({ code: because, guards, state, revision, ...row }) => ({
    ...lineOf(row),
    code: because,
    guards: JSON.parse(guards) as AuditRefusal['guards'],
    state,
    revision: revision === null ? null : BigInt(revision),
  }));
}

/** Rules that events did not keep, over all cases, by position and then by rule. */
export async function selectRulesNotKept(
  db: Db,
  filter: RuleFilter,
  { after, ...range }: AuditRange<RuleCursor>,
): Promise<readonly RuleNotKept[]> {
  const { newestFirst } = range;
  const told = db
    .selectFrom('rule_not_kept')
    .innerJoin('timeline', 'timeline.position', 'rule_not_kept.position')
    .select(eventColumns)
    .select(eventNames)
    .select([nameIn('guard').as('guard'), nameIn('failed').as('failed')]);
  const conditions = [...(await visibleLines(db, { part: 'rulesNotKept', filter }))];
  if (after !== undefined)
    conditions.push(sql`(${sql.ref('timeline.position')}, ${nameIn('guard')}) ${newestFirst ? sql`<` : sql`>`}
      (${Number(after.position)}, ${after.guard})`);
  const ordered = narrowed<typeof told>(told, { table: 'timeline', conditions }, range) as SelectQueryBuilder<
    object,
    never,
    RuleRow
  >;
  const rows = await ordered.orderBy(nameIn('guard'), newestFirst ? 'desc' : 'asc').execute();
  return rows.map((row) => ({ ...eventOf(row), guard: row.guard, failed: row.failed }));
}

type TimelineRow = KeptRow<typeof timeline>;
type RefusalRow = KeptRow<typeof refusals>;

/** Both tables have these columns, which is all that is used of either here. */
type Shared = Pick<TimelineRow, keyof TimelineRow & keyof RefusalRow>;
type Lines = SelectQueryBuilder<{ readonly line: Shared }, 'line', object>;

const eventColumns = ['revision', 'occurred_at', 'said_at'] as const;
const eventNames = [nameIn('type').as('type'), nameIn('state').as('state')] as const;

interface EventRow extends Line, Pick<TimelineRow, (typeof eventColumns)[number]> {
  readonly type: string;
  readonly state: string;
}

interface RuleRow extends EventRow {
  readonly guard: string;
  readonly failed: string;
}

const lineColumns = [
  caseIdIn('case_id').as('case_id'),
  nameIn('workflow').as('workflow'),
  nameIn('command').as('command'),
  nameIn('actor').as('actor'),
  nameIn('role').as('role'),
  nameIn<string | null>('confirmed_by').as('confirmed_by'),
  nameIn<string | null>('imported_by').as('imported_by'),
] as const;

interface Line extends Pick<Shared, 'position' | 'on_behalf_of' | 'recorded_at' | 'known_at'> {
  readonly case_id: string;
  readonly workflow: string;
  readonly command: string;
  readonly actor: string;
  readonly role: string;
  readonly confirmed_by: string | null;
  readonly imported_by: string | null;
}

/** The table that has who, when and of which case for each line of a part. */
export const lineTable = { events: 'timeline', refusals: 'refusal', rulesNotKept: 'timeline' } as const;

/** What a line must fulfil, besides that the reader sees its case. */
export function lineConditions({ part, filter }: AuditAsked): readonly Condition[] {
  const column = (name: string) => sql.ref(`${lineTable[part]}.${name}`);
  const { type, code, guard }: Partial<Record<'type' | 'code' | 'guard', string | undefined>> = filter;
  const conditions: Condition[] = [];
  if (filter.workflow !== undefined)
    conditions.push(sql`${column('workflow')} = ${codeOfName(filter.workflow)}`);
  if (filter.caseId !== undefined) conditions.push(sql`${column('case_id')} = ${codeOfCase(filter.caseId)}`);
  if (filter.actor !== undefined) conditions.push(sql`${column('actor')} = ${codeOfName(filter.actor)}`);
  if (filter.command !== undefined)
    conditions.push(sql`${column('command')} = ${codeOfName(filter.command)}`);
  if (type !== undefined) conditions.push(sql`${column('type')} = ${codeOfName(type)}`);
  if (code !== undefined) conditions.push(sql`${column('code')} = ${codeOfName(code)}`);
  if (guard !== undefined) conditions.push(sql`rule_not_kept.guard = ${codeOfName(guard)}`);
  if (filter.role !== undefined) {
    // A role has more lines than anything else. Written as an expression, it leads the search in no index.
    const role = isNarrow({ ...filter, type, code, guard }) ? sql`${column('role')} + 0` : column('role');
    conditions.push(sql`${role} = ${codeOfName(filter.role)}`);
  }
  if (filter.from !== undefined) conditions.push(sql`${column('known_at')} >= ${keptInstant(filter.from)}`);
  if (filter.to !== undefined) conditions.push(sql`${column('known_at')} <= ${keptInstant(filter.to)}`);
  return conditions;
}

const isNarrow = (filter: Readonly<Record<string, unknown>>): boolean =>
  ['caseId', 'actor', 'command', 'type', 'code', 'guard'].some((name) => filter[name] !== undefined);

/** The same, and that the reader sees its case. */
export async function visibleLines(db: Db, asked: AuditAsked): Promise<readonly Condition[]> {
  const { visible }: AuditFilter = asked.filter;
  const conditions = lineConditions(asked);
  return visible === undefined
    ? conditions
    : [...conditions, await isOfVisibleCase(db, visible, sql.ref(`${lineTable[asked.part]}.case_id`))];
}

interface Rows<Row> {
  execute(): Promise<Row[]>;
}

/** Kysely cannot say that two tables share columns, so the query is seen as one of a table that has just those. */
function narrowed<Given>(
  given: unknown,
  {
    table,
    conditions,
  }: { readonly table: 'timeline' | 'refusal'; readonly conditions: readonly Condition[] },
  { limit, newestFirst, after }: AuditRange,
): Rows<Line & (Given extends Rows<infer Row> ? Row : never)> {
  const position = sql.ref<number>(`${table}.position`);
  let query = (given as Lines)
    .select(['on_behalf_of', 'recorded_at', 'known_at', position.as('position')])
    .select(lineColumns)
    .orderBy(position, newestFirst ? 'desc' : 'asc')
    .limit(limit);
  for (const condition of conditions) query = query.where(sql<boolean>`${condition}`);
  if (after !== undefined) query = query.where(position, newestFirst ? '<' : '>', Number(after));
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
  knownAt: toldInstant(row.known_at),
});

const eventOf = (row: EventRow): AuditEvent => ({
  ...lineOf(row),
  type: row.type,
  revision: BigInt(row.revision),
  state: row.state,
  occurredAt: toldInstant(row.occurred_at),
  saidAt: row.said_at === null ? null : toldInstant(row.said_at),
});
