import {
  auditFacets,
  countedMax,
  epochMsOf,
  partMs,
  type AuditAsked,
  type AuditFacet,
  type AuditGroup,
  type AuditPeriod,
  type Instant,
  type Total,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import { lineConditions, lineTable, visibleLines } from './audit.js';
import { codeOfName, keptInstant, nameIn, toldInstant } from './codes.js';
import { partsOfPeriod, type RestOfPeriod, type SpansOfPeriod } from './count-parts.js';
import type { Condition } from './key-query.js';
import { linesSeen } from './lines-seen.js';
import type { Db } from './view-tables.js';
import { seesAll } from './visible-cases.js';

/** How many lines there are: by counters where they have the number, else one by one up to a limit. */
export async function countAudit(db: Db, asked: AuditAsked, most = countedMax): Promise<Total> {
  if (await isCounted(db, asked)) {
    const { actor, role, command, type }: Partial<Record<AuditFacet, string | undefined>> = asked.filter;
    const chosen = Object.entries({ actor, role, command, type }).flatMap(([name, value]) =>
      value === undefined ? [] : [sql`${sql.ref(name)} = ${codeOfName(value)}`],
    );
    const groups = partsOf(asked, chosen);
    const { rows } = await sql<{ lines: number | string | null }>`
      select sum(lines) as "lines" from (${joined(groups)}) as counted`.execute(db);
    return { value: Number(rows[0]?.lines ?? 0), relation: 'eq' };
  }
  const { rows } = await sql<{ lines: number | string }>`
    select count(*) as "lines" from (
      select 1 from ${tablesOf(asked)} where ${all(await visibleLines(db, asked))} limit ${most + 1}
    ) as found`.execute(db);
  const lines = Number(rows[0]?.lines ?? 0);
  return lines > most ? { value: most, relation: 'gte' } : { value: lines, relation: 'eq' };
}

/** How many lines have the same values. */
export async function auditGroups(db: Db, asked: AuditAsked): Promise<readonly AuditGroup[]> {
  const columns: readonly string[] = ['workflow', ...auditFacets[asked.part]];
  const grouped = (conditions: readonly Condition[]) =>
    groupsIn(db, asked, [groupedLines(asked, columns, [...lineConditions(asked), ...conditions])]);
  const ofAll = () => (asked.part === 'events' ? groupsIn(db, asked, partsOf(asked, [])) : grouped([]));
  const seen = await linesSeen(db, asked);
  if (seen.how === 'all') return ofAll();
  if (seen.how === 'some') return grouped([seen.condition]);
  const others = new Map((await grouped([seen.others])).map((group) => [textOf(group), group.lines]));
  return (await ofAll())
    .map((group) => ({ ...group, lines: group.lines - (others.get(textOf(group)) ?? 0) }))
    .filter(({ lines }) => lines > 0);
}

const textOf = ({ workflow, values }: AuditGroup): string => JSON.stringify([workflow, values]);

/** Since when the first and the last line are known. Positions follow that clock. */
export async function auditPeriod(db: Db, asked: AuditAsked): Promise<AuditPeriod | undefined> {
  const seen = await linesSeen(db, asked);
  const knownAt = sql.ref(`${lineTable[asked.part]}.known_at`);
  if (seen.how === 'some') {
    const where = all([...lineConditions(asked), seen.condition]);
    const { rows } = await sql<Readonly<Record<'first' | 'last', number | string | null>>>`
      select min(${knownAt}) as "first", max(${knownAt}) as "last" from ${tablesOf(asked)}
      where ${where}`.execute(db);
    const { first = null, last = null } = rows[0] ?? {};
    return first === null || last === null
      ? undefined
      : { first: toldInstant(Number(first)), last: toldInstant(Number(last)) };
  }
  const where = all(await visibleLines(db, asked));
  const at = async (way: Condition) => {
    const { rows } = await sql<{ at: number | string }>`
      select ${knownAt} as "at" from ${tablesOf(asked)} where ${where}
      order by ${sql.ref(`${lineTable[asked.part]}.position`)} ${way} limit 1`.execute(db);
    return rows[0] === undefined ? undefined : toldInstant(Number(rows[0].at));
  };
  const first = await at(sql`asc`);
  const last = first && (await at(sql`desc`));
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** How many lines became known between one moment and the next. */
export async function auditCounts(
  db: Db,
  asked: AuditAsked,
  moments: readonly Instant[],
): Promise<readonly number[]> {
  if (moments.length < 2) return [];
  const ofAll = () =>
    asked.part === 'rulesNotKept' ? countsByPart(db, asked, moments, []) : countsByRange(db, asked, moments);
  const seen = await linesSeen(db, asked);
  if (seen.how === 'all') return ofAll();
  if (seen.how === 'some') return countsByPart(db, asked, moments, [seen.condition]);
  const others = await countsByPart(db, asked, moments, [seen.others]);
  return (await ofAll()).map((lines, bar) => Math.max(0, lines - (others[bar] ?? 0)));
}

/** Whether counters have what is asked: of events, of all cases there are. */
const isCounted = async (db: Db, { part, filter: { caseId, visible } }: AuditAsked): Promise<boolean> =>
  part === 'events' && caseId === undefined && (await seesAll(db, visible));

/** The tables that have the lines of a part. */
const tablesOf = ({ part }: AuditAsked): Condition =>
  part === 'rulesNotKept'
    ? sql`${sql.table('rule_not_kept')} inner join ${sql.table('timeline')}
        on ${sql.ref('timeline.position')} = ${sql.ref('rule_not_kept.position')}`
    : sql`${sql.table(lineTable[part])}`;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);

const joined = (selects: readonly Condition[]): Condition => sql.join(selects, sql` union all `);

const counted = ['workflow', 'type', 'command', 'actor', 'role'].map((name) => sql.ref(name));

/** The groups of each part of a period: counted spans, and events that are looked at. */
function partsOf({ filter }: AuditAsked, chosen: readonly Condition[]): readonly Condition[] {
  const { workflow, from, to } = filter;
  const [begin, end] = [from, to].map((at) => (at === undefined ? undefined : epochMsOf(at)));
  const { spans, rests } = partsOfPeriod(begin, end);
  const where = workflow === undefined ? chosen : [...chosen, sql`workflow = ${codeOfName(workflow)}`];
  const parts = [
    ...spans.map((span) =>
      groupOf(sql.table('timeline_count'), sql`sum(events)`, [...inSpans(span), ...where]),
    ),
    ...rests.map((rest) => groupOf(sql.table('timeline'), sql`count(*)`, [...inRest(rest), ...where])),
  ];
  // Of a period that ends before it begins there is nothing.
  return parts.length > 0 ? parts : [groupOf(sql.table('timeline'), sql`count(*)`, [sql`1 = 0`])];
}

const groupOf = (table: Condition, lines: Condition, where: readonly Condition[]): Condition => sql`
  select ${sql.join(counted)}, ${lines} as lines from ${table} where ${all(where)} group by ${sql.join(counted)}`;

const inSpans = ({ grain, from, before }: SpansOfPeriod): readonly Condition[] => [
  sql`grain = ${grain} and span >= ${from}`,
  ...(Number.isFinite(before) ? [sql`span < ${before}`] : []),
];

const inRest = ({ from, before }: RestOfPeriod): readonly Condition[] => [
  sql`known_at >= ${from} and known_at < ${before}`,
];

/** The groups of several selects together, with their names. */
async function groupsIn(
  db: Db,
  { part }: AuditAsked,
  selects: readonly Condition[],
): Promise<readonly AuditGroup[]> {
  const names: readonly AuditFacet[] = auditFacets[part];
  const columns = ['workflow', ...names];
  const told = columns.map((name) => sql`${nameIn(`found.${name}`)} as ${sql.ref(name)}`);
  const kept = sql.join(columns.map((name) => sql.ref(name)));
  const { rows } = await sql<Readonly<Record<string, string>> & { readonly lines: number | string }>`
    select ${sql.join(told)}, lines as "lines" from (
      select ${kept}, sum(lines) as lines from (${joined(selects)}) as parts group by ${kept}
    ) as found`.execute(db);
  return rows.map(({ lines, workflow = '', ...row }) => ({
    workflow,
    values: Object.fromEntries(names.map((name) => [name, row[name] ?? ''])),
    lines: Number(lines),
  }));
}

/** Lines by the values of some columns. */
const groupedLines = (
  { part }: AuditAsked,
  columns: readonly string[],
  where: readonly Condition[],
): Condition => {
  const refs = columns.map((name) =>
    sql.ref(name === 'guard' ? 'rule_not_kept.guard' : `${lineTable[part]}.${name}`),
  );
  return sql`select ${sql.join(refs)}, count(*) as lines from ${tablesOf({ part } as AuditAsked)}
    where ${all(where)} group by ${sql.join(refs)}`;
};

/**
 * Each count is a range of an index: lines become known in the order of their positions, by which every index of lines is
 * ordered. Without a filter the index of the time has it.
 */
async function countsByRange(
  db: Db,
  asked: AuditAsked,
  moments: readonly Instant[],
): Promise<readonly number[]> {
  const table = sql.table(lineTable[asked.part]);
  const where = lineConditions(asked);
  const bars = moments.slice(1).map((ends, index) => {
    const begins = keptInstant(moments[index] ?? ends);
    return sql`
      select cast(${index} as integer) as bar, cast(${begins} as bigint) as begins, cast(${keptInstant(ends)} as bigint) as ends`;
  });
  const first = (moment: string) => sql`coalesce((
    select position from ${table} where known_at >= ${sql.ref(moment)} order by known_at, position limit 1
  ), ${Number.MAX_SAFE_INTEGER})`;
  const lines =
    where.length === 0
      ? sql`known_at >= begins and known_at < ends`
      : sql`${all(where)} and position >= ${first('begins')} and position < ${first('ends')}`;
  const { rows } = await sql<{ bar: number; lines: number | string }>`
    select bar as "bar", (select count(*) from ${table} where ${lines}) as "lines"
    from (${joined(bars)}) as bars order by bar`.execute(db);
  return rows.map((row) => Number(row.lines));
}

/** Lines by the longest equal parts of time on whose bounds all moments are, which are then added up. */
async function countsByPart(
  db: Db,
  asked: AuditAsked,
  moments: readonly Instant[],
  conditions: readonly Condition[],
): Promise<readonly number[]> {
  const bounds = moments.map(keptInstant);
  const [begin = 0, end = 0] = [bounds[0], bounds.at(-1)];
  const length =
    [partMs.day, partMs.hour, partMs.quarter].find((ms) => bounds.every((at) => at % ms === 0)) ?? 60_000;
  const knownAt = sql.ref(`${lineTable[asked.part]}.known_at`);
  const part = sql`(${knownAt} - ${knownAt} % ${length})`;
  const inPeriod = sql`${knownAt} >= ${begin} and ${knownAt} < ${end}`;
  const { rows } = await sql<{ at: number | string; lines: number | string }>`
    select ${part} as "at", count(*) as "lines" from ${tablesOf(asked)}
    where ${all([...lineConditions(asked), ...conditions, inPeriod])} group by 1 order by 1`.execute(db);
  const counts = new Array<number>(bounds.length - 1).fill(0);
  let bar = 0;
  for (const { at, lines } of rows) {
    while (bar < counts.length - 1 && Number(at) >= (bounds[bar + 1] ?? end)) bar += 1;
    counts[bar] = (counts[bar] ?? 0) + Number(lines);
  }
  return counts;
}
