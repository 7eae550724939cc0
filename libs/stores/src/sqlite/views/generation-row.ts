import type { Generation } from '@safeconduct/engine';
import { positionOf } from '@safeconduct/engine/basics';
import type Database from 'better-sqlite3';

/** A generation as it is kept. */
export interface GenerationRow {
  readonly number: number;
  readonly view: string;
  readonly version: number;
  readonly live: number;
  readonly checkpoint: number;
  readonly recorded_at: string | null;
  readonly taken: number;
  readonly latest_at: string | null;
}

export const allGenerations = 'SELECT * FROM generation ORDER BY number';

export const selectGenerations = (db: Database.Database): Database.Statement<[], GenerationRow> =>
  db.prepare<[], GenerationRow>(allGenerations);

export const generationOf = (row: GenerationRow): Generation => ({
  view: row.view,
  number: row.number,
  version: row.version,
  live: row.live === 1,
  checkpoint: positionOf(row.checkpoint),
  recordedAt: row.recorded_at,
  taken: row.taken,
  latestAt: row.latest_at,
});
