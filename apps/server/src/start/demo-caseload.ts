import { systemReader } from '@safeconduct/engine';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catchUp, importFiles } from '../cli/commands/import.js';
import { tell } from '../console/output.js';
import { generateCaseload } from '../demo/generate-caseload.js';
import { commandFiles } from '../import/command-files.js';
import type { Installation } from './installation.js';

export const demoPersons = 2493;
export const demoSeed = 1;
const demoWorkflow = 'officer-case';

/**
 * Imports the demonstration caseload into a new data folder. A crash in the middle is made good at the next start: the
 * folder with the files is there until every row has been answered, and rows that were recorded record nothing again.
 */
export async function importDemo(installation: Installation): Promise<void> {
  const { engine, configuration } = installation;
  const pending = join(configuration.folder, 'demo');
  const isNew = (await engine.queries.head(systemReader('demonstration'))) === 0n;
  if (!isNew && !existsSync(pending)) return;
  tell(`importing the demonstration caseload: ${demoPersons} invented persons`);
  await mkdir(pending, { recursive: true });
  await writeFile(join(pending, 'README'), 'The demonstration caseload while it is being imported.\n');
  await generateCaseload({ persons: demoPersons, seed: demoSeed, out: pending });
  const files = await commandFiles([pending]);
  const { accepted, rejected } = await importFiles(installation, {
    workflow: demoWorkflow,
    files,
    dryRun: false,
  });
  await catchUp(installation);
  await rm(pending, { recursive: true });
  tell(`${accepted} commands accepted, ${rejected} rejected`);
}
