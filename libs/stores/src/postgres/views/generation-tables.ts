import {
  CheckpointConflictError,
  positionOf,
  StoreUnavailableError,
  type Generation,
  type Lease,
  type ViewDefinition,
} from '@safeconduct/engine';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database, TransactionQuery } from '../database.js';
import { codeOf, isRepeatable } from '../store-error.js';
import { ofDriver } from './format.js';
import { generationColumns, generationOf, type GenerationRow } from './generation-row.js';
import { holdLease } from './leases.js';
import { createView, inSchema, viewsSchema } from './table-sql.js';

/** "View": the class of the advisory locks under which the tables of a view are made and removed. */
const lockClass = 0x56696577;

/** A process that stands still in a transaction loses it after ten seconds, so that its successor need not wait longer. */
export const notIdle = 'SET LOCAL idle_in_transaction_session_timeout = 10000';

/** Two who begin or switch generations of one view do it one after the other. */
export const oneAtATime = (query: TransactionQuery, view: string): Promise<unknown> =>
  query({ text: 'SELECT pg_advisory_xact_lock($1, hashtext($2))', values: [lockClass, view] });

/** Removes generations of a view with all their tables, whatever their definition was. */
export async function dropGenerations(
  query: TransactionQuery,
  { view, live, but = 0 }: { readonly view: string; readonly live: boolean; readonly but?: number },
): Promise<void> {
  const dropped = await query<{ readonly number: number }>({
    text: `DELETE FROM ${inSchema('generation')} WHERE view = $1 AND live = $2 AND number <> $3 RETURNING number`,
    values: [view, live, but],
  });
  for (const { number } of dropped) {
    const tables = await query<{ readonly name: string }>({
      text: `SELECT relname AS "name" FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'
        AND relname LIKE $2`,
      values: [viewsSchema, String.raw`%\_\_${number}`],
    });
    const names = tables.map(({ name }) => inSchema(name));
    // With the views of tables that a later definition no longer has.
    if (names.length > 0) await query({ text: `DROP TABLE ${names.join(', ')} CASCADE` });
  }
}

interface Switch {
  readonly generation: Generation;
  readonly view: ViewDefinition;
  readonly lease: Lease | undefined;
}

const firstWaitMs = 50;
const longestWaitMs = 3000;
const pauseMs = 50;
const attemptsMax = 25;

/**
 * Has the views of a generation's tables lead to it and removes the generation before, in one transaction. That waits
 * for those who are reading, and whoever comes later waits behind it. So it waits for a moment only, lets the readers
 * pass, and tries again, each time for longer.
 * @throws StoreUnavailableError  somebody read all the time
 */
export async function switchViews(database: Database, change: Switch): Promise<Generation> {
  for (let [attempt, waitMs] = [1, firstWaitMs]; ; attempt += 1) {
    const lockMs = waitMs;
    try {
      return await database.transaction((query) => switchIn(query, change, lockMs));
    } catch (error) {
      if (!isHeldUp(ofDriver(error))) throw error;
    }
    if (attempt === attemptsMax)
      throw new StoreUnavailableError(
        database.name,
        `view ${change.view.name} was read all the time, so its new generation could not take its place; ` +
          'it is tried again',
      );
    await pause(pauseMs);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }
}

const lockNotAvailable = '55P03';
const isHeldUp = (error: unknown): boolean => codeOf(error) === lockNotAvailable || isRepeatable(error);

async function switchIn(
  query: TransactionQuery,
  { generation, view, lease }: Switch,
  lockMs: number,
): Promise<Generation> {
  await query({ text: `SET LOCAL lock_timeout = ${lockMs}; ${notIdle}` });
  await holdLease(query, lease);
  await oneAtATime(query, view.name);
  await lockViews(query, view);
  for (const table of view.tables) await query({ text: `DROP VIEW IF EXISTS ${inSchema(table.name)}` });
  await dropGenerations(query, { view: view.name, live: true, but: generation.number });
  const [row] = await query<GenerationRow>({
    text: `UPDATE ${inSchema('generation')} SET live = true WHERE number = $1 RETURNING ${generationColumns}`,
    values: [generation.number],
  });
  if (row === undefined)
    throw new CheckpointConflictError(generation.view, generation.checkpoint, positionOf(0));
  for (const table of view.tables) await query({ text: createView(table, generation) });
  return generationOf(row);
}

/** All at once and in the order of their names, as readers of several views lock them (`oneState`). */
async function lockViews(query: TransactionQuery, { tables }: ViewDefinition): Promise<void> {
  const found = await query<{ readonly name: string }>({
    text: `SELECT relname AS "name" FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'v'
      AND relname = ANY ($2) ORDER BY relname`,
    values: [viewsSchema, tables.map(({ name }) => name)],
  });
  if (found.length === 0) return;
  await query({
    text: `LOCK TABLE ${found.map(({ name }) => inSchema(name)).join(', ')} IN ACCESS EXCLUSIVE MODE`,
  });
}
