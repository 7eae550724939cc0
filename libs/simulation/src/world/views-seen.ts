import { type Projection, type TableDefinition, type ViewStore } from '@safeconduct/engine';
import type { ViewRow, ViewsSeen } from '../model/evidence.js';

/** Every row of every live view, as it is committed now. */
export async function seenViews(
  views: ViewStore,
  projections: readonly Projection[],
  reached: bigint,
): Promise<ViewsSeen> {
  const generations = (await views.generations()).filter(({ live }) => live);
  const seen = await Promise.all(
    projections.map(async ({ view }) => {
      const checkpoint = generations.find((one) => one.view === view.name)?.checkpoint;
      if (checkpoint === undefined) return undefined;
      const tables = await Promise.all(
        view.tables.map(async (table) => [table.name, await rowsOf(views, table)] as const),
      );
      return { view: view.name, checkpoint, tables: Object.fromEntries(tables) };
    }),
  );
  return { reached, views: seen.flatMap((one) => one ?? []) };
}

const rowsOf = (views: ViewStore, table: TableDefinition): Promise<readonly ViewRow[]> =>
  views.scan(table, { limit: Number.MAX_SAFE_INTEGER });
