import { existsSync } from 'node:fs';
import { counted, exit, print, printJson, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { catchUp } from '../../start/catch-up.js';
import { locationOf, openToWrite } from '../../start/open.js';

/**
 * Restores a backup and its keys into a new data folder, and makes the views. Nothing is written unless keys
 * and log match.
 */
export async function runRestore(
  line: CommandLine,
  file: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const location = locationOf(line);
  const own = location.keys.ownKeyFile;
  if (options['keyFile'] === undefined && own !== undefined && !existsSync(own)) {
    throw new UsageError(
      'restore needs the master key of the installation: --key-file <file>, SAFECONDUCT_MASTER_KEY_FILE or SAFECONDUCT_MASTER_KEY',
    );
  }
  const events = await location.restore(file, { keyFile: options['keyFile'], keyStore: options['keys'] });
  const installation = await openToWrite(line);
  try {
    await catchUp(installation);
  } finally {
    await installation.close();
  }
  if (line.json === true) printJson({ folder: location.name, events });
  else print(`${counted(events, 'event')} in ${location.name}; check it with: safeconduct verify`);
  return exit.ok;
}
