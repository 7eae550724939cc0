import { sql } from 'kysely';
import { ProjectionRunner, type ProjectionPorts } from '../projections/runner.js';
import type { TableDefinition, ViewStore } from '../ports/view-store.js';
import type { Problem } from './verify-log.js';

const batch = 2000;

/**
 * Fills every view anew into a scratch store and compares it with the live one, row by row. The live views must stand
 * still meanwhile, at the head of the log.
 */
export async function verifyViews(ports: ProjectionPorts, scratch: ViewStore): Promise<readonly Problem[]> {
  await new ProjectionRunner({ ...ports, views: scratch }, { batchSize: batch }).catchUp();
  const problems: Problem[] = [];
  for (const { view } of ports.projections) {
    for (const table of view.tables) problems.push(...(await compareTable(ports.views, scratch, table)));
  }
  return problems;
}

async function compareTable(
  live: ViewStore,
  scratch: ViewStore,
  table: TableDefinition,
): Promise<readonly Problem[]> {
  for (let offset = 0; ; offset += batch) {
    const [found, expected] = await Promise.all([
      rowsFrom(live, table, offset),
      rowsFrom(scratch, table, offset),
    ]);
    const index = expected.findIndex((row, at) => row !== found[at]);
    const different = index >= 0 ? index : found.length === expected.length ? -1 : expected.length;
    if (different >= 0) {
      const what = `table ${table.name}, row ${offset + different}: not what the log says; rebuild the view`;
      return [{ position: null, what }];
    }
    if (expected.length < batch) return [];
  }
}

async function rowsFrom(
  { query }: ViewStore,
  table: TableDefinition,
  offset: number,
): Promise<readonly string[]> {
  const columns = Object.keys(table.columns).map((name) => sql.ref(name));
  const order = table.key.map((name) => sql.ref(name));
  const { rows } = await sql`
    select ${sql.join(columns)} from ${sql.table(table.name)} order by ${sql.join(order)} limit ${batch} offset ${offset}
  `.execute(query);
  return rows.map((row) => JSON.stringify(row));
}
