import type { Workflow } from '@safeconduct/workflow';
import { join } from 'node:path';
import { progressBar } from '../console/progress-bar.js';
import { bulkImport } from '../import/bulk-import.js';
import type { CommandFile } from '../import/command-files.js';
import { countRows } from '../import/count-rows.js';
import type { ImportNotice } from '../import/results/keep-results.js';
import { commandLineSender, importSender } from '../import/send/import-sender.js';
import { soFarLine, type ImportSummary } from '../import/results/tally.js';
import type { Installation } from './installation.js';

/** The files to import, and whether it is a dry run. */
export interface FilesToImport {
  readonly workflow: Workflow;
  readonly files: readonly CommandFile[];
  /** Records nothing and writes no file of rejected rows. */
  readonly dryRun: boolean;
  /** Who sends them; left out: the command line. Whoever may open the data may import any decision. */
  readonly importedBy?: string | undefined;
}

/** How many rejected rows a dry run tells one by one. */
const toldMax = 1000;

/** Imports files into an open installation, with a progress bar. The views are not brought up to date. */
export async function importFiles(
  installation: Installation,
  { workflow, files, dryRun, importedBy = commandLineSender }: FilesToImport,
): Promise<ImportSummary> {
  const { identity, location } = installation;
  const engine = dryRun ? installation.dryRun() : installation.engine;
  const bar = progressBar(process.stderr, {
    label: dryRun ? 'dry run' : 'import',
    total: await countRows(files),
  });
  let rejected = 0;
  let soFar: ImportSummary | undefined;
  try {
    const sender = await importSender(identity, { id: importedBy, mayForOthers: true });
    return await bulkImport({ engine, identity, workflow, sender }, files, {
      fallbackFolder: join(location.folder, 'rejected'),
      keepRejected: !dryRun,
      onRejected({ file, line, code, reason }) {
        rejected += 1;
        if (dryRun && rejected <= toldMax) bar.say(`${file.path} line ${line}: ${code}: ${reason}`);
      },
      tell: (notice) => {
        bar.say(textOf(notice));
      },
      onProgress: (summary) => {
        soFar = summary;
        bar.update(summary.commands);
      },
    });
  } catch (error) {
    if (soFar !== undefined && !dryRun) bar.say(soFarLine(soFar));
    throw error;
  } finally {
    if (dryRun && rejected > toldMax) bar.say(`and ${rejected - toldMax} more rejected rows`);
    bar.stop();
  }
}

function textOf(notice: ImportNotice): string {
  const { path } = notice.file;
  if (notice.kind === 'problem') return `${path} line 1: ${notice.problem}`;
  const rows = `rejected rows of ${path}`;
  return notice.failed === undefined
    ? `${rows} are in ${notice.path}`
    : `${rows} are not kept: ${notice.path} cannot be written (${notice.failed}); make room there and import ` +
        'the file again: what was accepted is recognised';
}
