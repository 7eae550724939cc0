import { StoreUnavailableError, ViewsDamagedError } from '@safeconduct/engine/basics';
import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { connectToRead } from '../connect-to-read.js';
import { identityOf } from '../file-identity.js';
import { HeldViews } from './held-views.js';
import { ViewReader } from './view-reader.js';
import { isBlank, isMarkedDamaged, isViews, markDamaged, refuseFolder } from './views-file.js';

/** Reads the views of a file, which need not be there yet. */
export function readerOf(file: string): ViewReader {
  let held: HeldViews | undefined;
  return new ViewReader({
    connect() {
      const db = connect(file);
      held = new HeldViews(file);
      return db;
    },
    freeze() {
      const db = connect(file);
      db?.exec('BEGIN');
      return db;
    },
    identity: () => identityOf(file),
    left: () => held?.leave(),
    damaged: () => {
      markDamaged(file);
    },
  });
}

function connect(file: string): Database.Database | undefined {
  if (!existsSync(file)) return undefined;
  if (isMarkedDamaged(file)) throw new ViewsDamagedError('views.db');
  refuseFolder(file);
  const db = connectToRead(file);
  // In this order: a file is filled in one transaction, which may come between the two questions.
  const isBeingMade = isBlank(db);
  if (!isBeingMade && isViews(db)) return db;
  db.close();
  if (isBeingMade) return undefined;
  throw new StoreUnavailableError(
    'views.db',
    'another release made it; any command of this one that writes renews it',
  );
}
