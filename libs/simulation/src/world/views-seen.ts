import { standardProjections, type ViewStore, type ViewTables } from '@safeconduct/engine';
import type { ViewRow, ViewsSeen } from '../model/evidence.js';

/** Every row of every live view, as it is committed now. */
export async function seenViews(views: ViewStore, reached: bigint): Promise<ViewsSeen> {
  const generations = (await views.generations()).filter(({ live }) => live);
  const seen = await Promise.all(
    standardProjections.map(async ({ view }) => {
      const checkpoint = generations.find((one) => one.view === view.name)?.checkpoint;
      if (checkpoint === undefined) return undefined;
      const tables = await Promise.all(
        view.tables.map(async ({ name }) => [name, await rowsOf(views, name)] as const),
      );
      return { view: view.name, checkpoint, tables: Object.fromEntries(tables) };
    }),
  );
  return { reached, views: seen.flatMap((one) => one ?? []) };
}

const rowsOf = (views: ViewStore, table: keyof ViewTables): Promise<readonly ViewRow[]> =>
  views.query.selectFrom(table).selectAll().execute();
