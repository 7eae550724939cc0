import { standardProjections, viewsReached, type Engine } from '@safeconduct/engine';
import { createMasterKey, systemClock } from '@safeconduct/stores';
import type { Workflow } from '@safeconduct/workflow';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import { openInstallation, type Installation } from '../../../apps/server/src/start/installation.js';
import { ProjectionsThread } from '../../../apps/server/src/start/projections/projections-thread.js';

const definitions = standardProjections.map(({ view }) => view);

/** A caseload that is kept between runs may be old. */
export const ofAnyAge = { SAFECONDUCT_TODAY: systemClock.now().slice(0, 10) };

/** Opens a data folder as the server does. */
export const openFolder = (folder: string): Promise<Installation> =>
  openInstallation(readConfiguration(ofAnyAge, { data: folder }), { note: 'benchmark' });

/**
 * Opens a database as the server does.
 * @param keyFolder  where the master key is; a key is made where there is none
 */
export function openPostgres(url: string, keyFolder: string): Promise<Installation> {
  createMasterKey(join(keyFolder, 'master.key'));
  const environment = {
    ...ofAnyAge,
    SAFECONDUCT_EVENTS: url,
    SAFECONDUCT_MASTER_KEY_FILE: join(keyFolder, 'master.key'),
  };
  return openInstallation(readConfiguration(environment), { note: 'benchmark' });
}

/** The workflow that is measured. */
export function measuredWorkflow({ register }: Pick<Engine, 'register'>): Workflow {
  const workflow = register.get(workflowName);
  if (workflow === undefined) throw new Error(`no workflow is called ${workflowName}`);
  return workflow;
}

export const workflowName = 'officer-case';

/** Keeps the views up to date, as the server does; the returned function ends it. */
export function startProjections({ configuration: { stores } }: Installation): () => Promise<void> {
  const thread = new ProjectionsThread({ stores }, pino({ level: 'error' }, pino.destination(2)));
  return () => thread.stop();
}

/** How many events the views are behind the log. */
export async function eventsBehind({ events, views }: Installation): Promise<number> {
  return (await events.countAfter(await viewsReached(views, definitions))) ?? 0;
}

const lookAgainMs = 5;

/** Waits until the views have everything, so that their work is not measured with what comes next. */
export async function settled(installation: Installation): Promise<void> {
  while ((await eventsBehind(installation)) > 0) await new Promise((done) => setTimeout(done, lookAgainMs));
}
