import { logStart } from '@safeconduct/engine';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tell } from '../console/output.js';
import { generateCaseload } from '../demo/generate-caseload.js';
import { commandFiles } from '../import/command-files.js';
import { catchUp } from './catch-up.js';
import { importFiles } from './import-files.js';
import type { Installation } from './installation.js';

export const demoPersons = 2493;
export const demoSeed = 1;
const demoWorkflow = 'officer-case';

/**
 * Imports the demonstration caseload into a new data folder. After a crash in the middle the next start imports it
 * again: the folder with the files is there until every row is answered, and rows that were recorded record nothing
 * again.
 */
export async function importDemo(installation: Installation): Promise<void> {
  const { engine, events, location } = installation;
  const pending = join(location.folder, 'demo');
  const isNew = (await events.head()) === logStart;
  if (!isNew && !existsSync(pending)) return;
  const workflow = engine.register.get(demoWorkflow);
  if (workflow === undefined)
    throw new Error(`the demonstration caseload needs the workflow ${demoWorkflow}`);
  tell(`importing the demonstration caseload: ${demoPersons} invented persons`);
  await mkdir(pending, { recursive: true });
  await writeFile(join(pending, 'README'), 'The demonstration caseload while it is being imported.\n');
  await generateCaseload({ persons: demoPersons, seed: demoSeed, out: pending });
  const files = await commandFiles([pending]);
  const { accepted, rejected } = await importFiles(installation, { workflow, files, dryRun: false });
  await catchUp(installation);
  await rm(pending, { recursive: true });
  tell(`${accepted} commands accepted, ${rejected} rejected`);
}
