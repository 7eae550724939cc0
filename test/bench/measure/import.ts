import { systemReader, type SentCommand } from '@safeconduct/engine';
import { join } from 'node:path';
import { writeCaseload } from '../../../apps/server/src/start/write-caseload.js';
import { bulkImport } from '../../../apps/server/src/import/bulk-import.js';
import { commandFiles, type CommandFile } from '../../../apps/server/src/import/command-files.js';
import { openFile } from '../../../apps/server/src/import/read/open-file.js';
import { readRows } from '../../../apps/server/src/import/rows/read-rows.js';
import { alternate } from '../alternate.js';
import { accepted } from '../load/commands.js';
import { measuredWorkflow, openFolder, workflowName } from '../load/installation.js';
import { callTimes } from '../load/keep-calling.js';
import { comparison, type Bench, type Measurement } from '../measurement.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { generateCaseload } from '../../../workflows/officer-case/demo/generate-caseload.js';
import { personsOf } from '../../../workflows/officer-case/testing/actors.js';

const callers = 64;
const seed = 1;

/** Bulk files: reading and sending them, and sending alone. */
export const bulk: Measurement = {
  name: 'import',
  about:
    'a folder of bulk files imported into a new data folder; against the same commands, already read, ' +
    'sent by 64 callers',
  async run(bench) {
    const out = bench.folder();
    await writeCaseload(generateCaseload({ persons: bench.scale.persons, seed }), out);
    const files = await commandFiles([out]);
    const results = await alternate(
      {
        imported: () => inNewFolder(bench, (installation) => importAll(installation, files, out)),
        sent: () => inNewFolder(bench, (installation) => sendAll(installation, files)),
      },
      bench.scale.repeat,
    );
    const { persons } = bench.scale;
    return [
      comparison({
        ...{ what: `rows of ${persons} persons`, unit: '/s', measured: results.imported },
        beside: { what: 'the same sent', measured: results.sent },
        target: { atLeast: 0.8 },
      }),
    ];
  },
};

async function inNewFolder(
  bench: Bench,
  work: (installation: Installation) => Promise<number>,
): Promise<number> {
  const installation = await openFolder(bench.folder());
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

const sender = { id: 'sys-import', mayForOthers: true, reader: systemReader('bench') };

async function importAll(
  installation: Installation,
  files: readonly CommandFile[],
  out: string,
): Promise<number> {
  const { engine, identity } = installation;
  const begun = performance.now();
  const { accepted: count, rejected } = await bulkImport(
    { engine, identity, workflow: measuredWorkflow(installation.engine), sender },
    files,
    { fallbackFolder: join(out, 'rejected'), keepRejected: false, tell: () => {} },
  );
  if (rejected > 0) throw new Error(`${rejected} rows of the benchmark were rejected`);
  return (count * 1000) / (performance.now() - begun);
}

/** File by file like the import, so that a step comes after those before it. */
async function sendAll(installation: Installation, files: readonly CommandFile[]): Promise<number> {
  let [count, tookMs] = [0, 0];
  for (const file of files) {
    const commands = await readCommands(installation, file);
    // In a small caseload a file may have no rows.
    if (commands.length === 0) continue;
    let at = 0;
    const begun = performance.now();
    await callTimes(callers, commands.length, () =>
      accepted(installation.engine.handle(commands[at++] as SentCommand)),
    );
    tookMs += performance.now() - begun;
    count += commands.length;
  }
  return (count * 1000) / tookMs;
}

async function readCommands(installation: Installation, file: CommandFile): Promise<readonly SentCommand[]> {
  const { rows } = readRows(await openFile(file), measuredWorkflow(installation.engine));
  const commands: SentCommand[] = [];
  for await (const row of rows) {
    if (row.problem !== undefined)
      throw new Error(`a row of the benchmark is unreadable: ${row.problem.reason}`);
    const { command, naturalKey, onBehalfOf, occurredAt, data: input } = row;
    const target = { workflow: workflowName, naturalKey };
    commands.push({ target, command, input, ...personsOf(row), onBehalfOf, occurredAt });
  }
  return commands;
}
