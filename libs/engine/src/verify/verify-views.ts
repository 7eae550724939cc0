import { setTimeout as sleep } from 'node:timers/promises';
import type { ViewRowsError } from '@safeconduct/workflow';
import { ViewBehindError } from '../errors.js';
import { logStart, type Position } from '../ports/position.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import type { Key, TableDefinition, ViewDefinition, ViewsAtOnce, ViewStore } from '../ports/view-store.js';
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
 * Fills every view anew into a scratch store and compares it with the live one, row by row. The live ones may change
 * meanwhile: each is compared as it is at one moment, with what the log says up to the position that it has then.
 * @throws ViewBehindError  a live view does not reach where the log ended when this began
 */
export async function verifyViews(
  ports: ProjectionPorts,
  { scratch, onProgress }: VerifyViewsOptions,
): Promise<readonly Problem[]> {
  const broken = new Map<string, string>();
  const onBroken = ({ view, message }: ViewRowsError) => broken.set(declaredName(view), message);
  const log = logUpTo(ports.events);
  const options = { batchSize: batch, onBroken, ...(onProgress && { onProgress }) };
  const runner = new ProjectionRunner({ ...ports, events: log.events, views: scratch }, options);
  const fill = (position: Position) => {
    log.end = position;
    return runner.catchUp();
  };
  const head = await ports.events.head();
  // Most of the work, before the live store has to keep anything as it is.
  await fill(head);
  // A view that cannot be filled has no rows to compare.
  const projections = ports.projections.filter(({ view }) => !broken.has(view.name));
  await reached(ports.views, viewsOf(projections), head);
  const problems = await ports.views.atOnce(viewsOf(projections), (live) =>
    compareAtOnce({ live, scratch, views: viewsOf(projections), fill }),
  );
  return [...problems, ...Array.from(broken.values(), (what) => ({ position: null, what }))];
}

const viewsOf = (projections: ProjectionPorts['projections']): readonly ViewDefinition[] =>
  projections.map(({ view }) => view);

/** A log that seems to end where it is said. */
function logUpTo(events: EventStore): { readonly events: EventStore; end: Position } {
  const log: { end: Position; readonly events: EventStore } = {
    end: logStart,
    events: eventStoreWith(events, {
      head: () => Promise.resolve(log.end),
      readAll: async (range) => (await events.readAll(range)).filter(({ position }) => position <= log.end),
    }),
  };
  return log;
}

/** @throws ViewBehindError */
async function reached(
  views: ViewStore,
  definitions: readonly ViewDefinition[],
  head: Position,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const position = await viewsReached(views, definitions);
    if (definitions.length === 0 || position >= head) return;
    if (attempt === attemptsMax) throw new ViewBehindError(head, position);
    await sleep(attempt * waitMs);
  }
}

interface Compared {
  readonly live: ViewsAtOnce;
  readonly scratch: ViewStore;
  readonly views: readonly ViewDefinition[];
  /** Fills the scratch views up to a position. */
  readonly fill: (position: Position) => Promise<void>;
}

/** The live views may stand at several positions, where one of them was committed and another one not yet. */
async function compareAtOnce({ live, scratch, views, fill }: Compared): Promise<readonly Problem[]> {
  const checkpoints = await checkpointsOf(live, views);
  const problems: Problem[] = [];
  for (const position of inOrder(checkpoints)) {
    await fill(position);
    const filled = await viewsReached(scratch, views);
    if (filled > position) throw new ViewBehindError(filled, position);
    for (const { tables } of views.filter((_view, index) => checkpoints[index] === position))
      for (const table of tables) problems.push(...(await compareTable(live, scratch, table)));
  }
  return problems;
}

const inOrder = (positions: readonly Position[]): readonly Position[] =>
  [...new Set(positions)].sort((one, other) => (one < other ? -1 : Number(one > other)));

/** A rebuild would overwrite the view, so this says first what the view is good for. */
const notTheLog =
  'not what the log says. One of the two was changed. The view was made from the log as it was then: if the log was ' +
  'changed, this row is the witness. Copy the views and the log as they are and compare them with a backup; rebuild ' +
  'the view only when the log is known to be right';

async function compareTable(
  live: ViewsAtOnce,
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
