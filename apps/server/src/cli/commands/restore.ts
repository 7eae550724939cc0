import { KeyFileError, openFileKeyRing, restoreLog } from '@safeconduct/stores';
import { chmodSync, constants, copyFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../../console/usage-error.js';
import { catchUp } from '../../start/catch-up.js';
import { readConfiguration } from '../../start/configuration.js';
import { keyCheckOf, logIdName, openToWrite } from '../../start/installation.js';
import { counted, exit, print, printJson, type CommandLine } from '../../console/output.js';

const ownerOnly = 0o600;

/** Fills a new data folder from a backup and its key, and makes the views. Nothing is written unless key and log fit. */
export async function runRestore(
  line: CommandLine,
  file: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const { folder, masterKeyFile } = readConfiguration(process.env, line);
  const ownKey = join(folder, 'master.key');
  const keyFile = options['keyFile'] ?? masterKeyFile ?? (existsSync(ownKey) ? ownKey : undefined);
  if (keyFile === undefined) {
    throw new UsageError(
      'restore needs the master key of the installation: --key-file <file>, or SAFECONDUCT_MASTER_KEY_FILE',
    );
  }
  checkKeyFits(file, keyFile);
  const events = restoreLog(file, folder, [logIdName]);
  if (masterKeyFile === undefined) keepKey(keyFile, ownKey);
  const installation = await openToWrite(line);
  try {
    await catchUp(installation);
  } finally {
    await installation.close();
  }
  if (line.json === true) printJson({ folder, events });
  else print(`${counted(events, 'event')} in ${folder}; check it with: safeconduct verify`);
  return exit.ok;
}

/** With another key the log would be there, and no reference would lead to its case. */
function checkKeyFits(file: string, keyFile: string): void {
  const keys = openFileKeyRing('', { file: keyFile });
  const known = keyCheckOf(file);
  if (known === undefined || known === keys.fingerprint()) return;
  throw new KeyFileError(keyFile, `this is not the key that the log in ${file} was begun with`);
}

function keepKey(keyFile: string, ownKey: string): void {
  if (resolve(keyFile) === resolve(ownKey)) return;
  copyFileSync(keyFile, ownKey, constants.COPYFILE_EXCL);
  chmodSync(ownKey, ownerOnly);
}
