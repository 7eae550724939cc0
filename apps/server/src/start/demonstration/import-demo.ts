import { DeadlineRunner, LeaseTakenError } from '@safeconduct/engine';
import { epochMsOf } from '@safeconduct/workflow';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { commandFiles } from '../../import/command-files.js';
import { openFile } from '../../import/read/open-file.js';
import { count, emptyTally, soFarLine, type ImportSummary } from '../../import/results/tally.js';
import type { ImportRow } from '../../import/rows/import-row.js';
import { readRows } from '../../import/rows/read-rows.js';
import { sendRows } from '../../import/send/send-rows.js';
import { catchUp } from '../catch-up.js';
import { commandLineSender, importSender } from '../../import/send/import-sender.js';
import type { Installation } from '../installation.js';
import { firstWithDemo, type WorkflowWithDemo } from '../named-workflow.js';
import { writeCaseload } from '../write-caseload.js';
import { registerDemoPeople } from './demonstration-accounts.js';
import { recordDemoFigures } from './demonstration-figures.js';
import { inBatches } from './entry-times.js';
import { completeDemonstration, type Demonstration } from './marks.js';

const demoSeed = 1;

/** So often the system looks for deadlines that have passed while the caseload is imported. */
const roundMs = 6 * 3_600_000;

/**
 * Imports what is missing of the caseload of a demonstration, in the order in which it would have been entered; its clock
 * goes along, then runs on from the end of the caseload. The next start completes what a crash interrupted, and rows
 * that were recorded record nothing again.
 */
export async function importDemo(installation: Installation): Promise<void> {
  const { demonstration, events } = installation;
  const workflow = firstWithDemo();
  if (workflow === undefined || demonstration?.isIncomplete !== true) return;
  tell(`importing the demonstration caseload: ${workflow.demo.persons} invented persons`);
  const rows = await demoRows(workflow);
  const { accepted, rejected, rejectedByCode } = await importInTime(installation, {
    demonstration,
    workflow,
    rows,
  });
  await completeDemonstration(events);
  tell(`${accepted} commands accepted, ${rejected} rejected`);
  for (const [code, times] of Object.entries(rejectedByCode)) tell(`  ${code} ${times}`);
}

/** The rows of the caseload, file after file. All of them are held in memory. */
async function demoRows(workflow: WorkflowWithDemo): Promise<readonly ImportRow[]> {
  const { demo } = workflow;
  const folder = await mkdtemp(join(tmpdir(), 'safeconduct-demo-'));
  try {
    await writeCaseload(demo.generate({ persons: demo.persons, seed: demoSeed }), folder);
    const rows: ImportRow[] = [];
    for (const file of await commandFiles([folder])) {
      for await (const row of readRows(await openFile(file), workflow).rows) rows.push(row);
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface ToImport {
  readonly demonstration: Demonstration;
  readonly workflow: WorkflowWithDemo;
  readonly rows: readonly ImportRow[];
}

/** Sends the rows while the clock goes through their time, and the deadlines that pass meanwhile. */
async function importInTime(installation: Installation, toImport: ToImport): Promise<ImportSummary> {
  const { engine, identity } = installation;
  const { demonstration, workflow, rows } = toImport;
  const { clock, startsAt } = demonstration;
  const ports = {
    ...{ engine, identity, workflow },
    sender: await importSender(identity, { id: commandLineSender, mayForOthers: true }),
  };
  const tally = emptyTally();
  const bar = progressBar(process.stderr, { label: 'import', total: rows.length });
  let round: number | undefined;
  try {
    for (const { until, rows: entered } of inBatches(rows)) {
      const due = Math.floor(epochMsOf(until) / roundMs);
      if (due !== round) await passDeadlines(installation);
      round = due;
      clock.standAt(until);
      for await (const { outcome } of sendRows(entered, ports)) count(tally, outcome);
      bar.update(tally.commands);
    }
    clock.standAt(startsAt);
    await passDeadlines(installation);
    await registerDemoPeople(installation.people, workflow.demo.people());
    await recordDemoFigures(installation, workflow);
  } catch (error) {
    bar.say(soFarLine(tally));
    throw error;
  } finally {
    bar.stop();
  }
  await catchUp(installation);
  clock.runFrom(startsAt);
  return tally;
}

/** Records the deadlines that have passed by the clock. */
async function passDeadlines(installation: Installation): Promise<void> {
  const { clock, engine } = installation;
  const { queries, register, handle } = engine;
  try {
    await installation.catchUp();
  } catch (error) {
    // Another server fills the views; it, or a later round, finds what has passed.
    if (!(error instanceof LeaseTakenError)) throw error;
    return;
  }
  await new DeadlineRunner({ queries, clock, register, handle }, { settleMs: 0, pollMs: 1 }).runOnce();
}
