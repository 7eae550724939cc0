import { restoreLog } from '@safeconduct/stores';
import { constants, copyFileSync, existsSync, chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../import/usage-error.js';
import { readConfiguration } from '../../runtime/configuration.js';
import { openToWrite } from '../../runtime/installation.js';
import { exit, print, printJson, type CommandLine } from '../output.js';
import { catchUp } from './import.js';

const ownerOnly = 0o600;

/** Fills a new data folder from a backup and its key, and makes the views. */
export async function runRestore(
  line: CommandLine,
  file: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const { folder, masterKeyFile } = readConfiguration(process.env, line);
  if (masterKeyFile === undefined) provideKey(folder, options['keyFile']);
  const events = restoreLog(file, folder);
  const installation = await openToWrite(line);
  try {
    await catchUp(installation);
  } finally {
    await installation.close();
  }
  if (line.json === true) printJson({ folder, events });
  else print(`${events} events are in ${folder}; check them with: safeconduct verify`);
  return exit.ok;
}

/** Without its key the log is there, but no reference leads to its case. */
function provideKey(folder: string, keyFile: string | undefined): void {
  const target = join(folder, 'master.key');
  if (existsSync(target)) return;
  if (keyFile === undefined) {
    throw new UsageError(
      'restore needs the master key of the installation: --key-file <file>, or SAFECONDUCT_MASTER_KEY_FILE',
    );
  }
  if (!existsSync(keyFile)) throw new UsageError(`${keyFile} does not exist`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(keyFile, target, constants.COPYFILE_EXCL);
  chmodSync(target, ownerOnly);
}
