import { backupLog } from '@safeconduct/stores';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../start/configuration.js';
import { NoDataError } from '../../start/installation.js';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';

/** A consistent copy of the log, also while a server writes to it. */
export function runBackup({ data, json }: CommandLine, file: string): Promise<number> {
  const { folder, masterKeyFile } = readConfiguration(process.env, { data });
  if (!existsSync(join(folder, 'events.db'))) throw new NoDataError(folder);
  const events = backupLog(folder, file);
  if (json === true) printJson({ file, events });
  else print(`${counted(events, 'event')} in ${file}`);
  tell(
    `the key is not in it: keep a copy of ${masterKeyFile ?? join(folder, 'master.key')} in another place`,
  );
  return Promise.resolve(exit.ok);
}
