import { existsSync } from 'node:fs';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { mustHaveData } from '../../start/open.js';

/** A consistent copy of the log, also while a server writes to it. */
export async function runBackup(line: CommandLine, file: string): Promise<number> {
  const location = await mustHaveData(line);
  const events = await location.backup(file);
  if (line.json === true) printJson({ file, events });
  else print(`${counted(events, 'event')} in ${file}`);
  if (existsSync(`${file}.reads`)) tell(`the log of reads is beside it, in ${file}.reads`);
  tell(
    `the keys are not in it: keep a copy of ${location.keys.masterKeyLocation} in another place, and copy the key store ` +
      'after the log, with: safeconduct keys backup <folder>',
  );
  return exit.ok;
}
