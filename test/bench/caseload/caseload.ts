import { fingerprintOf } from '@safeconduct/engine';
import { workflows } from '@safeconduct/workflows';
import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../child.js';
import type { Bench } from '../measurement.js';
import type { Built, BuildRequest } from './build-request.js';
import { openFolder, workflowName } from '../load/installation.js';

/**
 * A data folder with a caseload. Commands may be recorded in it, as long as they are few beside what is
 * there.
 */
export interface Caseload extends Built {
  readonly folder: string;
  readonly cases: number;
}

const noteFile = 'made.json';
const grownBy = 1.25;
const copiedMax = 20_000;

/**
 * The caseload of this size: that of an earlier run, or a new one. Its name has its size and the fingerprint
 * of its workflow, and is given only when it is complete.
 */
export async function caseloadOf({ cache, tell }: Bench, cases: number): Promise<Caseload> {
  const folder = join(cache, `${cases}-${fingerprint().slice(0, 12)}`);
  if (!existsSync(folder) || hasGrown(folder)) {
    rmSync(folder, { recursive: true, force: true });
    tell(`making a caseload of ${cases} cases; the next run finds it`);
    await make(folder, cases);
  }
  await fillViews(folder);
  return { ...builtIn(folder), folder, cases };
}

/**
 * A caseload that a measurement may change: a copy where the commands would change a small one too much, else
 * the caseload itself.
 */
export function changeableCaseload({ folder: newFolder }: Bench, caseload: Caseload): Caseload {
  if (caseload.cases > copiedMax) return caseload;
  const folder = newFolder();
  cpSync(caseload.folder, folder, { recursive: true });
  return { ...caseload, folder };
}

const builtIn = (folder: string): Built => JSON.parse(readFileSync(join(folder, noteFile), 'utf8')) as Built;

/** Whether the commands of earlier runs have changed the caseload too much. */
const hasGrown = (folder: string): boolean => eventsIn(folder) > grownBy * builtIn(folder).events;

/** The current number of events. */
export function eventsIn(folder: string): number {
  const db = new Database(join(folder, 'events.db'), { readonly: true });
  try {
    return db.prepare<[], number>('SELECT max(position) FROM event').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

/** Views of an earlier release are made again before the measurement, not during it. */
async function fillViews(folder: string): Promise<void> {
  const installation = await openFolder(folder);
  try {
    await installation.catchUp();
  } finally {
    await installation.close();
  }
}

async function make(folder: string, cases: number): Promise<void> {
  const beingMade = `${folder}.beingMade`;
  rmSync(beingMade, { recursive: true, force: true });
  mkdirSync(beingMade, { recursive: true });
  const builder = new Child(new URL('./build.ts', import.meta.url));
  try {
    const request: BuildRequest = { folder: beingMade, cases };
    const built = await builder.ask<Built>(request);
    writeFileSync(join(beingMade, noteFile), JSON.stringify(built));
  } finally {
    await builder.stop();
  }
  renameSync(beingMade, folder);
}

function fingerprint(): string {
  const workflow = workflows.find(({ name }) => name === workflowName);
  if (workflow === undefined) throw new Error(`no workflow is called ${workflowName}`);
  return fingerprintOf(workflow);
}
