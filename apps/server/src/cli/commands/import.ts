import type { Workflow } from '@safeconduct/workflow';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, exit, print, printJson, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import type { ImportSummary } from '../../import/results/tally.js';
import { commandFiles, type CommandFile } from '../../import/command-files.js';
import { countRows } from '../../import/count-rows.js';
import { catchUp } from '../../start/catch-up.js';
import { importFiles } from '../../start/import-files.js';
import type { Installation } from '../../start/installation.js';
import { hasData, openToRead, openToWrite } from '../../start/open.js';
import { hereOrThere } from '../here-or-there.js';
import { importThrough } from '../through-server.js';
import { unknownWorkflow } from './case.js';

/** The arguments as they were typed. */
interface ImportArguments {
  readonly workflow: string;
  readonly paths: readonly string[];
  readonly dryRun: boolean;
}

/** Sends the commands of bulk files and says how many were accepted, already there, and rejected by code. */
export async function runImport(
  line: CommandLine,
  { workflow, paths, dryRun }: ImportArguments,
): Promise<number> {
  const files = await commandFiles(paths);
  const summary = await (dryRun
    ? importAsDryRun(line, workflow, files)
    : importAndRecord(line, workflow, files));
  if (line.json === true) printJson(summary);
  else printSummary(summary, dryRun);
  return summary.rejected === 0 ? exit.ok : exit.failed;
}

/** Imports into the data folder, or through the server that holds it. */
const importAndRecord = (
  line: CommandLine,
  workflow: string,
  files: readonly CommandFile[],
): Promise<ImportSummary> =>
  hereOrThere(line, {
    async here(installation) {
      const asked = { workflow: workflowOf(installation, workflow), files, dryRun: false };
      const summary = await importFiles(installation, asked);
      await catchUp(installation);
      return summary;
    },
    there: (url) => importThroughServer(url, workflow, files),
  });

async function importThroughServer(
  url: string,
  workflow: string,
  files: readonly CommandFile[],
): Promise<ImportSummary> {
  const bar = progressBar(process.stderr, { label: 'import', total: await countRows(files) });
  try {
    return await importThrough(url, {
      workflow,
      files,
      onProgress: (done) => {
        bar.update(done);
      },
      tell: (text) => {
        bar.say(text);
      },
    });
  } finally {
    bar.stop();
  }
}

/** Works beside a running server, and makes no data folder where there is none. */
async function importAsDryRun(
  line: CommandLine,
  workflow: string,
  files: readonly CommandFile[],
): Promise<ImportSummary> {
  const scratch = await mkdtemp(join(tmpdir(), 'safeconduct-dry-run-'));
  try {
    const installation = (await hasData(line))
      ? await openToRead(line, 'log')
      : await openToWrite({ ...line, data: scratch });
    try {
      return await importFiles(installation, {
        workflow: workflowOf(installation, workflow),
        files,
        dryRun: true,
      });
    } finally {
      await installation.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The workflow of this name. @throws UsageError  none has it */
function workflowOf({ engine }: Installation, name: string): Workflow {
  const workflow = engine.register.get(name);
  if (workflow === undefined) throw unknownWorkflow(engine, name);
  return workflow;
}

function printSummary(
  { files, commands, accepted, alreadyThere, rejected, rejectedByCode }: ImportSummary,
  dryRun: boolean,
) {
  print(
    `${counted(commands, 'command')} in ` +
      `${counted(files, 'file')}${dryRun ? ', dry run: nothing was recorded' : ''}`,
    `  accepted      ${accepted}`,
    `  already there ${alreadyThere}`,
    `  rejected      ${rejected}`,
    ...Object.entries(rejectedByCode).map(([code, count]) => `    ${code} ${count}`),
  );
}
