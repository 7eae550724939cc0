import { createEngine, standardProjections, viewsReached } from '@safeconduct/engine';
import { dryRunEvents, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bulkImport, type ImportSummary } from '../../import/bulk-import.js';
import { commandFiles, type CommandFile } from '../../import/command-files.js';
import { countRows } from '../../import/count-rows.js';
import { hasData, openToRead, openToWrite, type Installation } from '../../start/installation.js';
import { counted, exit, print, printJson, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { importThrough, serverBehind } from '../through-server.js';
import { unknownWorkflow } from './case.js';

const definitions = standardProjections.map(({ view }) => view);

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
  const summary = await (dryRun ? importDry(line, workflow, files) : importForReal(line, workflow, files));
  if (line.json === true) printJson(summary);
  else printSummary(summary, dryRun);
  return summary.rejected === 0 ? exit.ok : exit.failed;
}

async function importForReal(
  line: CommandLine,
  workflow: string,
  files: readonly CommandFile[],
): Promise<ImportSummary> {
  let installation: Installation;
  try {
    installation = await openToWrite(line);
  } catch (error) {
    const url = serverBehind(error);
    if (url === undefined) throw error;
    return importThroughServer(url, workflow, files);
  }
  try {
    const summary = await importFiles(installation, { workflow, files, dryRun: false });
    await catchUp(installation);
    return summary;
  } finally {
    await installation.close();
  }
}

async function importThroughServer(
  url: string,
  workflow: string,
  files: readonly CommandFile[],
): Promise<ImportSummary> {
  const bar = progressBar(process.stderr, { label: 'import', total: await countRows(files) });
  const onProgress = (done: number) => {
    bar.update(done);
  };
  const say = (text: string) => {
    bar.say(text);
  };
  try {
    return await importThrough(url, { workflow, files, onProgress, tell: say });
  } finally {
    bar.stop();
  }
}

/** A dry run works beside a server, and leaves no folder behind where there was none. */
async function importDry(
  line: CommandLine,
  workflow: string,
  files: readonly CommandFile[],
): Promise<ImportSummary> {
  const scratch = await mkdtemp(join(tmpdir(), 'safeconduct-dry-run-'));
  try {
    const installation = hasData(line)
      ? await openToRead(line, 'log')
      : await openToWrite({ ...line, data: scratch });
    try {
      return await importFiles(installation, { workflow, files, dryRun: true });
    } finally {
      await installation.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
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
  const { keys, identity, clock, configuration } = installation;
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
    return await bulkImport({ engine, keys, identity, workflow: definition }, files, {
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
  const total = await installation.events.countAfter(await viewsReached(installation.views, definitions));
  const bar = progressBar(process.stderr, { label: 'views', total });
  try {
    await installation.catchUp((done) => {
      bar.update(done);
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
    `${counted(commands, 'command')} in ${counted(files, 'file')}${dryRun ? ', dry run: nothing was recorded' : ''}`,
    `  accepted      ${accepted}`,
    `  already there ${alreadyThere}`,
    `  rejected      ${rejected}`,
    ...Object.entries(rejectedByCode).map(([code, count]) => `    ${code} ${count}`),
  );
}
