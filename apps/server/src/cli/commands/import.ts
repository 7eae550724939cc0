import { didYouMean, nearestOf, type Workflow } from '@safeconduct/workflow';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import type { ImportSummary } from '../../import/results/tally.js';
import { UsageError } from '../../console/usage-error.js';
import { commandFiles, type CommandFile } from '../../import/command-files.js';
import { outputWords, type OutputWords } from '../../texts/output-words.js';
import { displayWidth } from '../../console/display-width.js';
import { countRows } from '../../import/count-rows.js';
import { commandLineSender } from '../../import/send/import-sender.js';
import { catchUp } from '../../start/catch-up.js';
import { importFiles, type FilesToImport } from '../../start/import-files.js';
import type { Installation } from '../../start/installation.js';
import { namedWorkflow } from '../../start/named-workflow.js';
import { hasData, inScratchFolder, readingLog } from '../../start/open.js';
import type { RunningServer } from '../ask-server.js';
import { compareRelease } from '../compare-release.js';
import { hereOrThere } from '../here-or-there.js';
import { importThrough } from '../through-server.js';

/** The arguments as they were typed. */
interface ImportArguments {
  readonly workflow: string;
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  /** Who sends the import; left out: the command line. */
  readonly as: string | undefined;
}

type Wanted = Pick<FilesToImport, 'workflow' | 'files' | 'importedBy'>;

/** Sends the commands of bulk files and says how many were accepted, already there, and rejected by code. */
export async function runImport(
  line: CommandLine,
  { workflow, paths, dryRun, as }: ImportArguments,
): Promise<number> {
  const definition = namedWorkflow(workflow);
  const leftOut: string[] = [];
  const files = await commandFiles(paths, (path) => leftOut.push(path));
  for (const path of leftOut) tell(`${path} is left out: it is not named NN-<Command>.csv or .jsonl`);
  checkCommands(definition, files);
  const wanted = { workflow: definition, files, importedBy: as };
  const summary = await (dryRun ? importAsDryRun(line, wanted) : importAndRecord(line, wanted));
  if (line.json === true) printJson({ ...summary, ...(leftOut.length > 0 && { leftOut }) });
  else printSummary(summary, dryRun, outputWords[line.language]);
  return summary.rejected === 0 ? exit.ok : exit.failed;
}

/** A mistyped name of a file is told before anything is sent. @throws UsageError */
function checkCommands({ name, commands }: Workflow, files: readonly CommandFile[]): void {
  for (const { path, command, format } of files) {
    // A row of JSON Lines may name its command itself.
    if (format === 'jsonl' || commands.has(command)) continue;
    const meant = didYouMean(nearestOf(command, commands.keys()));
    throw new UsageError(
      `${path}: ${name} has no command ${command}${meant}; all are shown by: safeconduct workflow ${name}`,
    );
  }
}

/** Imports into the data folder, or through the server that holds it. */
const importAndRecord = (line: CommandLine, wanted: Wanted): Promise<ImportSummary> =>
  hereOrThere(line, {
    async here(installation) {
      const summary = await importFiles(installation, { ...wanted, dryRun: false });
      await catchUp(installation);
      return summary;
    },
    there: (server) => importThroughServer(server, wanted),
  });

async function importThroughServer(
  server: RunningServer,
  { workflow, files, importedBy = commandLineSender }: Wanted,
): Promise<ImportSummary> {
  await compareRelease(server, workflow);
  const bar = progressBar(process.stderr, { label: 'import', total: await countRows(files) });
  try {
    return await importThrough(server, {
      workflow: workflow.name,
      files,
      importedBy,
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
async function importAsDryRun(line: CommandLine, wanted: Wanted): Promise<ImportSummary> {
  const work = (installation: Installation) => importFiles(installation, { ...wanted, dryRun: true });
  return (await hasData(line)) ? readingLog(line, work) : inScratchFolder(line, work);
}

function printSummary(
  { files, commands, accepted, alreadyThere, rejected, rejectedByCode }: ImportSummary,
  dryRun: boolean,
  say: OutputWords,
) {
  const width = Math.max(...[say.accepted, say.alreadyThere, say.rejected].map(displayWidth));
  const figure = (word: string, count: number) =>
    `  ${word}${' '.repeat(width - displayWidth(word))} ${count}`;
  print(
    say.imported(commands, files) + (dryRun ? say.dryRun : ''),
    figure(say.accepted, accepted),
    figure(say.alreadyThere, alreadyThere),
    figure(say.rejected, rejected),
    ...Object.entries(rejectedByCode).map(([code, count]) => `    ${code} ${count}`),
  );
}
