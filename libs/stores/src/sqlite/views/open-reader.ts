import { StoreUnavailableError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { ViewReader } from './view-reader.js';
import { identityOf, isBlank, isViews, markDamaged } from './views-file.js';

/** Reads the views of a file, which need not be there yet. */
export const readerOf = (file: string): ViewReader =>
  new ViewReader({
    connect: () => connect(file),
    identity: () => identityOf(file),
    damaged: () => {
      markDamaged(file);
    },
  });

function connect(file: string): Database.Database | undefined {
  if (!existsSync(file)) return undefined;
  const db = new Database(file, { readonly: true });
  if (isViews(db)) return db;
  const isBeingMade = isBlank(db);
  db.close();
  if (isBeingMade) return undefined;
  throw new StoreUnavailableError(
    'views.db',
    'another release made it; any command of this one that writes renews it',
  );
}
