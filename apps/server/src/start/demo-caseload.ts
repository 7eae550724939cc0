import { logStart, systemReader, type EventStore } from '@safeconduct/engine';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '../console/output.js';
import { commandFiles } from '../import/command-files.js';
import { catchUp } from './catch-up.js';
import { importFiles } from './import-files.js';
import type { Installation } from './installation.js';
import { firstWithDemo } from './named-workflow.js';
import { writeCaseload } from './write-caseload.js';

const demoSeed = 1;

/** Texts kept beside the log, so that each server over it knows how far the import came. */
const begunName = 'demoBegun';
const completedName = 'demoCompleted';
const declinedName = 'demoDeclined';

/** The names of these texts; they go along when the log is poured into another store. */
export const demoTexts: readonly string[] = [begunName, completedName, declinedName];

/**
 * Keeps an empty log free of the demonstration for ever. Called by whatever begins a log for other persons, so that a
 * later plain start does not put invented persons among them.
 */
export async function declineDemo({ engine, events }: Installation): Promise<void> {
  const isNew = (await engine.queries.head(systemReader('demonstration'))) === logStart;
  // The same text in every log, because a pour compares it.
  if (isNew) await events.setMetaOnce(declinedName, 'yes');
}

/**
 * Imports the demonstration caseload of the first workflow that has one into a new log, unless it was declined there.
 * The next start completes what a crash interrupted, and rows that were recorded record nothing again.
 */
export async function importDemo(installation: Installation): Promise<void> {
  const { engine, events, clock } = installation;
  const workflow = firstWithDemo();
  if (workflow === undefined || (await events.meta(declinedName)) !== undefined) return;
  const isNew = (await engine.queries.head(systemReader('demonstration'))) === logStart;
  if (isNew) await events.setMetaOnce(begunName, clock.now());
  else if (!(await isInterrupted(events))) return;
  const { demo } = workflow;
  tell(`importing the demonstration caseload: ${demo.persons} invented persons`);
  const folder = await mkdtemp(join(tmpdir(), 'safeconduct-demo-'));
  try {
    await writeCaseload(demo.generate({ persons: demo.persons, seed: demoSeed }), folder);
    const files = await commandFiles([folder]);
    const { accepted, rejected } = await importFiles(installation, { workflow, files, dryRun: false });
    await catchUp(installation);
    await events.setMetaOnce(completedName, clock.now());
    tell(`${accepted} commands accepted, ${rejected} rejected`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isInterrupted = async (events: EventStore): Promise<boolean> =>
  (await events.meta(begunName)) !== undefined && (await events.meta(completedName)) === undefined;
