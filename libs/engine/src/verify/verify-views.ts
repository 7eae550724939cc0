import { setTimeout as sleep } from 'node:timers/promises';
import type { ViewRowsError } from '@safeconduct/workflow';
import { ViewBehindError } from '../errors.js';
import { logStart } from '../ports/position.js';
import type { Key, TableDefinition, ViewStore } from '../ports/view-store.js';
import { declaredName } from '../projections/declared.js';
import {
  checkpointsOf,
  ProjectionRunner,
  viewsReached,
  type ProjectionPorts,
} from '../projections/runner.js';
import type { Problem } from './verify-log.js';

const batch = 2000;
const waitMs = 20;

const attemptsMax = 20;

export interface VerifyViewsOptions {
  /** Empty views, to be filled. */
  readonly scratch: ViewStore;
  /** Called with the number of events that the scratch views have taken in. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Fills every view anew into a scratch store and compares it with the live one, row by row. Beside a running
 * server the live views change; then the comparison is repeated until both sides stayed at one position from
 * beginning to end.
 * @throws ViewBehindError  the live views changed during every comparison
 */
export async function verifyViews(
  ports: ProjectionPorts,
  { scratch, onProgress }: VerifyViewsOptions,
): Promise<readonly Problem[]> {
  const broken = new Map<string, string>();
  const onBroken = ({ view, message }: ViewRowsError) => broken.set(declaredName(view), message);
  const runner = new ProjectionRunner(
    { ...ports, views: scratch },
    { batchSize: batch, onBroken, ...(onProgress && { onProgress }) },
  );
  for (let attempt = 1; ; attempt += 1) {
    await runner.catchUp();
    // A view that cannot be filled has no rows to compare.
    const projections = ports.projections.filter(({ view }) => !broken.has(view.name));
    const definitions = projections.map(({ view }) => view);
    const expected = await viewsReached(scratch, definitions);
    const before = await checkpointsOf(ports.views, definitions);
    const problems = before.every((checkpoint) => checkpoint === expected)
      ? await compare({ ...ports, projections }, scratch)
      : undefined;
    const after = await checkpointsOf(ports.views, definitions);
    if (problems !== undefined && after.every((checkpoint) => checkpoint === expected))
      return [...problems, ...Array.from(broken.values(), (what) => ({ position: null, what }))];
    if (attempt === attemptsMax) throw new ViewBehindError(expected, before[0] ?? logStart);
    await sleep(attempt * waitMs);
  }
}

async function compare(ports: ProjectionPorts, scratch: ViewStore): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { view } of ports.projections) {
    for (const table of view.tables) problems.push(...(await compareTable(ports.views, scratch, table)));
  }
  return problems;
}

/** A rebuild would overwrite the view, so this says first what the view is good for. */
const notTheLog =
  'not what the log says. One of the two was changed. The view was made from the log as it was then: if the log was ' +
  'changed, this row is the witness. Copy the views and the log as they are and compare them with a backup; rebuild ' +
  'the view only when the log is known to be right';

async function compareTable(
  live: ViewStore,
  scratch: ViewStore,
  table: TableDefinition,
): Promise<readonly Problem[]> {
  let after: Key | undefined;
  for (let count = 0; ; count += batch) {
    const [found, expected] = await Promise.all([
      live.scan(table, { after, limit: batch }),
      scratch.scan(table, { after, limit: batch }),
    ]);
    const there = found.map((row) => JSON.stringify(row));
    const index = expected.findIndex((row, at) => JSON.stringify(row) !== there[at]);
    const different = index >= 0 ? index : found.length === expected.length ? -1 : expected.length;
    if (different >= 0) {
      return [{ position: null, what: `table ${table.name}, row ${count + different}: ${notTheLog}` }];
    }
    const last = expected.at(-1);
    if (last === undefined || expected.length < batch) return [];
    after = table.key.map((name) => last[name] ?? null);
  }
}
