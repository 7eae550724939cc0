import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { mustHaveData } from '../../start/open.js';

/** A consistent copy of the log, also while a server writes to it. */
export async function runBackup(line: CommandLine, file: string): Promise<number> {
  const location = await mustHaveData(line);
  const events = await location.backup(file);
  if (line.json === true) printJson({ file, events });
  else print(`${counted(events, 'event')} in ${file}`);
  tell(`the key is not in it: keep a copy of ${location.keyLocation} in another place`);
  return exit.ok;
}
