import { createEngine } from '@safeconduct/engine';
import { dryRunEvents, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { join } from 'node:path';
import { bulkImport, type ImportSummary } from '../../import/bulk-import.js';
import { commandFiles, type CommandFile } from '../../import/command-files.js';
import { countRows } from '../../import/count-rows.js';
import { openToWrite, type Installation } from '../../runtime/installation.js';
import { exit, print, printJson, tell, type CommandLine } from '../output.js';
import { progressBar } from '../terminal/progress-bar.js';
import { unknownWorkflow } from './case.js';

interface ImportRequest {
  readonly workflow: string;
  readonly paths: readonly string[];
  readonly dryRun: boolean;
}

/** Sends the commands of bulk files and says how many were accepted, already there, and rejected by code. */
export async function runImport(
  line: CommandLine,
  { workflow, paths, dryRun }: ImportRequest,
): Promise<number> {
  const files = await commandFiles(paths);
  const installation = await openToWrite(line);
  try {
    const summary = await importFiles(installation, { workflow, files, dryRun });
    if (!dryRun) await catchUp(installation);
    if (line.json === true) printJson(summary);
    else printSummary(summary, dryRun);
    return summary.rejected === 0 ? exit.ok : exit.failed;
  } finally {
    await installation.close();
  }
}

interface Files {
  readonly workflow: string;
  readonly files: readonly CommandFile[];
  readonly dryRun: boolean;
}

/** Imports into an open installation, with a progress bar. */
export async function importFiles(
  installation: Installation,
  { workflow, files, dryRun }: Files,
): Promise<ImportSummary> {
  const { keys, clock, configuration } = installation;
  const engine = dryRun
    ? createEngine({ events: dryRunEvents(installation.events, clock), keys, clock, ids: uuidIds }, workflows)
    : installation.engine;
  const definition = engine.register.get(workflow);
  if (definition === undefined) throw unknownWorkflow(engine, workflow);
  const bar = progressBar(process.stderr, {
    label: dryRun ? 'dry run' : 'import',
    total: await countRows(files),
  });
  try {
    return await bulkImport({ engine, keys, workflow: definition }, files, {
      fallbackFolder: join(configuration.folder, 'rejected'),
      keepRejected: !dryRun,
      tell: (text) => {
        bar.say(text);
      },
      onProgress: (done) => {
        bar.update(done);
      },
    });
  } finally {
    bar.stop();
  }
}

/** Brings the views up to date, with a progress bar. */
export async function catchUp(installation: Installation): Promise<void> {
  const bar = progressBar(process.stderr, {
    label: 'views',
    total: Number(await installation.events.head()),
  });
  try {
    await installation.catchUp((reached) => {
      bar.update(Number(reached));
    });
  } finally {
    bar.stop();
  }
}

function printSummary(
  { files, commands, accepted, alreadyThere, rejected, rejectedByCode }: ImportSummary,
  dryRun: boolean,
) {
  print(
    `${commands} commands in ${files} files${dryRun ? ', dry run: nothing was recorded' : ''}`,
    `  accepted      ${accepted}`,
    `  already there ${alreadyThere}`,
    `  rejected      ${rejected}`,
    ...Object.entries(rejectedByCode).map(([code, count]) => `    ${code} ${count}`),
  );
}
