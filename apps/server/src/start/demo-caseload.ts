import { logStart, systemReader } from '@safeconduct/engine';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tell } from '../console/output.js';
import { commandFiles } from '../import/command-files.js';
import { catchUp } from './catch-up.js';
import { importFiles } from './import-files.js';
import type { Installation } from './installation.js';
import { firstWithDemo } from './named-workflow.js';
import { writeCaseload } from './write-caseload.js';

const demoSeed = 1;

/**
 * Imports the demonstration caseload of the first workflow that has one into a new data folder. The next
 * start completes what a crash interrupted: the folder with the files stays until every row has been
 * answered, and rows that were recorded record nothing again.
 */
export async function importDemo(installation: Installation): Promise<void> {
  const { engine, location } = installation;
  const workflow = firstWithDemo();
  if (workflow === undefined) return;
  const { demo } = workflow;
  const pending = join(location.folder, 'demo');
  const isNew = (await engine.queries.head(systemReader('demonstration'))) === logStart;
  if (!isNew && !existsSync(pending)) return;
  tell(`importing the demonstration caseload: ${demo.persons} invented persons`);
  await mkdir(pending, { recursive: true });
  await writeFile(join(pending, 'README'), 'The demonstration caseload while it is being imported.\n');
  await writeCaseload(demo.generate({ persons: demo.persons, seed: demoSeed }), pending);
  const files = await commandFiles([pending]);
  const { accepted, rejected } = await importFiles(installation, { workflow, files, dryRun: false });
  await catchUp(installation);
  await rm(pending, { recursive: true });
  tell(`${accepted} commands accepted, ${rejected} rejected`);
}
