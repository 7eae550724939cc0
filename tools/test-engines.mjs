/**
 * Which engines and browsers the tests run against, so that a missing one is seen and not silently skipped.
 */
import Database from 'better-sqlite3';
import { describeKurrentdb } from './kurrentdb-levels.mjs';

const engines = {
  memory: () => 'in process',
  SQLite: () => {
    const database = new Database(':memory:');
    const version = database.prepare('select sqlite_version()').pluck().get();
    database.close();
    return version;
  },
  KurrentDB: describeKurrentdb,
};

const browsers = {};

/** One line for the engines and one for the browsers. */
export function describeEngines() {
  return `${line('engines', engines)}\n${line('browsers', browsers)}`;
}

function line(title, used) {
  const entries = Object.entries(used).map(([name, find]) => `${name} (${find()})`);
  return `${title}: ${entries.join(', ') || 'none'}`;
}
