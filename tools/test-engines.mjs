/**
 * Which engines and browsers the tests run against, so that a missing one is seen and not silently skipped.
 */
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { describeChromium } from './chromium.mjs';
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

const browsers = { Chromium: describeChromium };

/** Engines that only some of the tests need; where none of those ran, nobody started one. */
const noted = ['PostgreSQL'];

/**
 * One line for the engines and one for the browsers.
 * @param usedEngines  the folder in which tests noted what they ran against (`noteUsedEngine`)
 */
export function describeEngines(usedEngines) {
  const used = readdirSync(usedEngines).map((file) => decodeURIComponent(file).split('\n'));
  const always = Object.entries(engines).map(([name, find]) => [name, find()]);
  const found = Object.entries(browsers).map(([name, find]) => [name, find()]);
  const missing = noted.filter((name) => !used.some(([engine]) => engine === name));
  const all = [...always, ...used.sort(), ...missing.map((name) => [name, 'not used'])];
  return `${line('engines', all)}\n${line('browsers', found)}`;
}

function line(title, entries) {
  return `${title}: ${entries.map(([name, what]) => `${name} (${what})`).join(', ') || 'none'}`;
}
