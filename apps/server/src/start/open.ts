import {
  checkViewsOfLog,
  EngineError,
  standardProjections,
  StoreLockedError,
  viewsReached,
  waitForViews,
} from '@safeconduct/engine';
import { storesAt, systemClock, type OpenedStores, type StoresLocation } from '@safeconduct/stores';
import { readConfiguration, type Configuration } from './configuration.js';
import { assemble, openInstallation, type Installation } from './installation.js';
import { withViewRepair } from './view-repair.js';

/** What every command of the command line says about where the data are. */
interface DataOption {
  readonly data?: string;
}

/** There is no data yet where a reading command looks for it. */
export class NoDataError extends Error {
  readonly code = 'NO_DATA';
  constructor(place: string) {
    super(`${place} holds no data yet; start with: npm start, or: npx safeconduct import`);
  }
}

/** What a reading command asks: the log alone, or the views as well. */
export type ReadFrom = 'log' | 'views';

const viewsWaitMs = 10_000;
const definitions = standardProjections.map(({ view }) => view);

/** The place that the environment and `--data` name; nothing is opened. */
export const locationOf = ({ data }: DataOption): StoresLocation =>
  storesAt(readConfiguration(process.env, { data }).stores);

/** Whether there is a log. */
export const hasData = (line: DataOption): boolean => locationOf(line).hasData();

/** @throws NoDataError  there is no log */
export function mustHaveData(line: DataOption): StoresLocation {
  const location = locationOf(line);
  if (!location.hasData()) throw new NoDataError(location.name);
  return location;
}

/** For a writing command: the configuration comes from the environment and `--data`. */
export const openToWrite = ({ data }: DataOption): Promise<Installation> =>
  openInstallation(readConfiguration(process.env, { data }), { note: 'command line' });

/**
 * For a reading command: works beside a server and writes nothing. Where views are asked and no server keeps them up to
 * date, it brings them there itself first; where it may not write it then refuses, rather than answer with views that lag.
 * @throws NoDataError  there is nothing to read
 */
export async function openToRead({ data }: DataOption, from: ReadFrom = 'views'): Promise<Installation> {
  const configuration = readConfiguration(process.env, { data });
  const location = mustHaveData({ ...(data !== undefined && { data }) });
  if (from === 'views') await bringUpToDate(configuration, location);
  return assemble({ configuration, location }, await location.openToRead({ clock: systemClock }));
}

/** Opens the data to ask the views, and closes them whatever comes of the work. */
export const reading = <Result>(
  line: DataOption,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => withViewRepair(async () => closing(await openToRead(line), work));

/** The same for a command that asks the log alone, whatever its views are like. */
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

/** Views that no server keeps up to date are brought to the head by the reader, if they may write here. */
async function bringUpToDate(configuration: Configuration, location: StoresLocation): Promise<void> {
  if (await read(location, isUpToDate)) return;
  let installation: Installation;
  try {
    installation = await openInstallation(configuration, { note: 'command line, filling views' });
  } catch (error) {
    // A server holds the data and is filling them. Where nobody may write, rows that lag are not passed off as new.
    if (error instanceof StoreLockedError) return read(location, waitForServer);
    throw error;
  }
  await closing(installation, (opened) => opened.catchUp());
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
    // In this order, because views never lead: what is ahead of a log read later is of another log.
    return live && (await viewsReached(views, definitions)) === (await events.head());
  } catch (error) {
    // Views that cannot be read are as good as none: whoever writes makes them again.
    if (error instanceof EngineError) return false;
    throw error;
  }
}

async function waitForServer({ events, views }: OpenedStores): Promise<void> {
  await waitForViews(views, definitions, { atLeast: await events.head(), timeoutMs: viewsWaitMs });
}
