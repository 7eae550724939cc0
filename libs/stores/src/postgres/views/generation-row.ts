import { positionOf, type Generation } from '@safeconduct/engine';
import type { Row } from '../database.js';

/** A generation as it is kept. */
export interface GenerationRow extends Row {
  readonly number: number;
  readonly view: string;
  readonly version: number;
  readonly live: boolean;
  readonly checkpoint: number;
  readonly recorded_at: string | null;
  readonly taken: number;
  readonly latest_at: string | null;
}

/** The columns of a row. */
export const generationColumns = 'number, view, version, live, checkpoint, recorded_at, taken, latest_at';

export const generationOf = (row: GenerationRow): Generation => ({
  view: row.view,
  number: row.number,
  version: row.version,
  live: row.live,
  checkpoint: positionOf(row.checkpoint),
  recordedAt: row.recorded_at,
  taken: row.taken,
  latestAt: row.latest_at,
});
