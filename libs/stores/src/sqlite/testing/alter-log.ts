import Database from 'better-sqlite3';
import { join } from 'node:path';

/** Changes the log of a folder behind the back of the program. */
export function alterLog(folder: string, sql: string): void {
  const db = new Database(join(folder, 'events.db'));
  db.exec(sql);
  db.close();
}

/** Removes the triggers, where a test damages the log on purpose. */
export const unguarded = 'DROP TRIGGER event_refuses_update; DROP TRIGGER event_refuses_delete;';
/** Puts them back. */
export const guarded = ['UPDATE', 'DELETE']
  .map(
    (change) => `CREATE TRIGGER event_refuses_${change.toLowerCase()} BEFORE ${change} ON event
BEGIN SELECT RAISE(ABORT, 'a recorded event is never changed'); END;`,
  )
  .join('\n');
