import {
  checkViewsOfLog,
  EngineError,
  LeaseTakenError,
  projectionsOf,
  standardProjectionsOf,
  StoreLockedError,
  viewsReached,
  waitForViews,
} from '@safeconduct/engine';
import { storesAt, systemClock, type OpenedStores, type StoresLocation } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '../console/output.js';
import { readConfiguration, type Configuration } from './configuration.js';
import { constructionBanner, constructionIn } from './construction.js';
import { demonstrationBanner } from './demonstration/banner.js';
import { demonstrationIn } from './demonstration/marks.js';
import { environmentOfProcess } from './environment.js';
import { assemble, openInstallation, type Installation } from './installation.js';
import { withViewRepair } from './view-repair.js';
import { whenUnlocked } from './when-unlocked.js';

/** The option of every command that says where the data are. */
interface DataOption {
  readonly data?: string;
}

/** There is no data yet where a reading command looks for it. */
export class NoDataError extends Error {
  readonly code = 'NO_DATA';
  constructor(location: string) {
    super(`${location} holds no data yet; start with: npm start, or: npx safeconduct import`);
  }
}

/** What a reading command needs: the log alone, or the views as well. */
export type ReadFrom = 'log' | 'views';

const viewsWaitMs = 10_000;
const definitions = projectionsOf(workflows).map(({ view }) => view);
/** Whoever asks for a view that a workflow declares waits for it. */
const waitedFor = standardProjectionsOf(workflows).map(({ view }) => view);

/** The location that the environment and `--data` name; nothing is opened. */
export const locationOf = ({ data }: DataOption): StoresLocation =>
  storesAt(readConfiguration(environmentOfProcess(), { data }).stores);

/** Whether there is a log. */
export const hasData = (line: DataOption): Promise<boolean> => locationOf(line).hasData();

/** @throws NoDataError  there is no log */
export async function mustHaveData(line: DataOption): Promise<StoresLocation> {
  const location = locationOf(line);
  if (!(await location.hasData())) throw new NoDataError(location.name);
  return location;
}

/** Works on data of its own that are gone afterwards: what is tried there makes no folder and no key. */
export async function inScratchFolder<Result>(
  line: DataOption,
  work: (scratch: Installation) => Promise<Result>,
): Promise<Result> {
  const data = await mkdtemp(join(tmpdir(), 'safeconduct-scratch-'));
  try {
    return await closing(await openToWrite({ ...line, data }), work);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** For a writing command: the configuration comes from the environment and `--data`. */
export async function openToWrite({ data }: DataOption): Promise<Installation> {
  const configuration = readConfiguration(environmentOfProcess(), { data });
  const opening = { note: 'command line', demo: false };
  const installation = await whenUnlocked(() => openInstallation(configuration, opening));
  tellWhatItIs(installation);
  return installation;
}

/**
 * For a reading command: works beside a server and writes nothing. Where views are needed and no server keeps
 * them up to date, the command fills them first. Where it may not write, it refuses instead of answering from
 * views that lag.
 * @throws NoDataError  there is nothing to read
 */
export async function openToRead({ data }: DataOption, from: ReadFrom = 'views'): Promise<Installation> {
  const configuration = readConfiguration(environmentOfProcess(), { data });
  const location = await mustHaveData({ ...(data !== undefined && { data }) });
  if (from === 'views') await bringUpToDate(configuration, location);
  const stores = await location.openToRead({ clock: systemClock });
  try {
    const construction = await constructionIn(stores.events);
    const demonstration = await demonstrationIn(stores.events);
    const installation = await assemble({ configuration, location, construction, demonstration }, stores);
    tellWhatItIs(installation);
    return installation;
  } catch (error) {
    await stores.close();
    throw error;
  }
}

function tellWhatItIs({ construction, demonstration }: Installation): void {
  if (construction.isTrial) tell(constructionBanner);
  if (demonstration !== undefined) tell(demonstrationBanner(demonstration));
}

/** Opens the data for a command that reads views. Closes them also when the work fails. */
export const reading = <Result>(
  line: DataOption,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => withViewRepair(async () => closing(await openToRead(line), work));

/** The same for a command that reads the log alone, whatever the state of the views. */
export const readingLog = async <Result>(
  line: DataOption,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => closing(await openToRead(line, 'log'), work);

async function closing<Closable extends { close(): Promise<void> }, Result>(
  opened: Closable,
  work: (opened: Closable) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Fills the views when no server keeps them up to date and this process may write. */
async function bringUpToDate(configuration: Configuration, location: StoresLocation): Promise<void> {
  if (await read(location, isUpToDate)) return;
  let installation: Installation;
  try {
    installation = await openInstallation(configuration, { note: 'command line, filling views' });
  } catch (error) {
    // A server holds the data and fills the views. Where nobody may write, views that lag are refused.
    if (error instanceof StoreLockedError) return read(location, waitForServer);
    throw error;
  }
  await closing(installation, catchUpOrWait);
}

/** Brings the views to the head of the log, or waits until the server that fills them has done it. */
async function catchUpOrWait(installation: Installation): Promise<void> {
  try {
    await installation.catchUp();
  } catch (error) {
    if (!(error instanceof LeaseTakenError)) throw error;
    await waitForServer(installation);
  }
}

const read = async <Result>(
  location: StoresLocation,
  work: (stores: OpenedStores) => Promise<Result>,
): Promise<Result> => closing(await location.openToRead({ clock: systemClock }), work);

async function isUpToDate({ events, views }: OpenedStores): Promise<boolean> {
  try {
    const generations = await views.generations();
    await checkViewsOfLog(events, views, generations);
    const live = definitions.every(({ name, version }) =>
      generations.some((one) => one.live && one.view === name && one.version === version),
    );
    // The views are read first, because they are never ahead of their log. Views ahead of a head that was
    // read later belong to another log.
    return live && (await viewsReached(views, definitions)) === (await events.head());
  } catch (error) {
    // Views that cannot be read count as missing: the next writing process makes them again.
    if (error instanceof EngineError) return false;
    throw error;
  }
}

async function waitForServer({ events, views }: Pick<OpenedStores, 'events' | 'views'>): Promise<void> {
  await waitForViews(views, waitedFor, { atLeast: await events.head(), timeoutMs: viewsWaitMs });
}
