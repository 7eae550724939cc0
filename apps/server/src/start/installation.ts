import {
  checkViewsOfLog,
  createEngine,
  EngineError,
  ProjectionRunner,
  standardProjections,
  StoreLockedError,
  viewsReached,
  waitForViews,
  type Clock,
  type Engine,
  type EventStore,
  type KeyRing,
  type ProjectionPorts,
  type ViewStore,
} from '@safeconduct/engine';
import {
  KeyFileError,
  lockFolder,
  metaOfCopy,
  openFileKeyRing,
  openSqliteEvents,
  openSqliteViews,
  prefixIdentity,
  systemClock,
  uuidIds,
  type FileKeyRing,
  type FolderLock,
  type PrefixIdentity,
} from '@safeconduct/stores';
import { registerWorkflows } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { closeAll } from './close-all.js';
import { readConfiguration, type Configuration } from './configuration.js';
import { despiteDamagedViews } from './damaged-views.js';

/** One data folder, opened: its stores and the engine over them. */
export interface Installation {
  readonly configuration: Configuration;
  readonly engine: Engine;
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: KeyRing;
  /** Who stands behind an id. Until accounts exist ids are believed, on loopback and in recorded decisions. */
  readonly identity: PrefixIdentity;
  readonly clock: Clock;
  /** Names the log. A restored one has another name, because it gives positions again. */
  readonly logId: string;
  readonly projections: ProjectionPorts;
  /** Brings the views to the head of the log. Only for the one who writes. */
  catchUp(onProgress?: (done: number) => void): Promise<void>;
  /** Says more about this process to those who find the folder taken, such as its address. */
  announce(note: string): void;
  close(): Promise<void>;
}

/** There is no data yet where a reading command looks for it. */
export class NoDataError extends Error {
  readonly code = 'NO_DATA';
  constructor(folder: string) {
    super(`${folder} holds no data yet; start with: npm start, or: npx safeconduct import`);
  }
}

const keyCheck = 'keyCheck';
/** The name under which a log keeps its own. */
export const logIdName = 'logId';
const viewsWaitMs = 10_000;
const catchUpBatch = 10_000;

/**
 * Opens a data folder as its one writing process, and makes it when it is not there. `watched` may put something around
 * the log, such as a stopwatch.
 * @throws Error  a registered workflow is not sound: nothing may be recorded under it
 */
export async function openInstallation(
  configuration: Configuration,
  note: string,
  watched: (events: EventStore) => EventStore = (events) => events,
): Promise<Installation> {
  registerWorkflows(workflows);
  const { folder } = configuration;
  const lock = lockFolder(folder, note);
  // What is open holds the process alive, so it is closed as well when a later step fails.
  const opened: (() => Promise<void> | void)[] = [
    () => {
      lock.release();
    },
  ];
  try {
    const keys = openKeys(configuration);
    const events = openSqliteEvents({ folder, clock: systemClock, mode: 'write' });
    opened.unshift(() => events.close());
    const views = openSqliteViews({ folder, mode: 'write' });
    opened.unshift(() => views.close());
    checkKey(configuration, keys, await events.setMetaOnce(keyCheck, keys.fingerprint()));
    await checkViewsOfLog(events, await views.generations());
    const logId = await events.setMetaOnce(logIdName, uuidIds.next());
    return assemble(configuration, { events: watched(events), views, keys, logId }, lock);
  } catch (error) {
    await closeAll(opened).catch(() => {});
    throw error;
  }
}

/** For a writing command: the configuration comes from the environment and `--data`. */
export const openToWrite = ({ data }: { readonly data?: string }): Promise<Installation> =>
  openInstallation(readConfiguration(process.env, { data }), 'command line');

/** What a reading command asks: the log alone, or the views as well. */
export type Asked = 'log' | 'views';

/**
 * For a reading command: works beside a server and writes nothing. Where views are asked and no server keeps them up to
 * date, it brings them there itself first; in a folder that it may not write it then refuses, rather than answer with
 * views that lag.
 * @throws NoDataError  there is nothing to read
 */
export async function openToRead(
  { data }: { readonly data?: string },
  asked: Asked = 'views',
): Promise<Installation> {
  const configuration = readConfiguration(process.env, { data });
  const { folder } = configuration;
  if (!existsSync(join(folder, 'events.db'))) throw new NoDataError(folder);
  if (asked === 'views') await bringUpToDate(configuration);
  const keys = openKeys(configuration);
  const events = openSqliteEvents({ folder, clock: systemClock, mode: 'read' });
  checkKey(configuration, keys, await events.meta(keyCheck));
  const views = openSqliteViews({ folder, mode: 'read' });
  const logId = (await events.meta(logIdName)) ?? '';
  return assemble(configuration, { events, views, keys, logId }, undefined);
}

/** Opens a data folder to ask its views, and closes it whatever comes of the work. */
export const reading = <Result>(
  line: { readonly data?: string },
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => despiteDamagedViews(async () => closing(await openToRead(line), work));

/** The same for a command that asks the log alone, whatever its views are like. */
export const readingLog = async <Result>(
  line: { readonly data?: string },
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => closing(await openToRead(line, 'log'), work);

async function closing<Result>(
  installation: Installation,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** Whether there is a log in the data folder. */
export const hasData = ({ data }: { readonly data?: string }): boolean =>
  existsSync(join(readConfiguration(process.env, { data }).folder, 'events.db'));

/** @throws NoDataError  there is no log in the data folder */
export function mustHaveData(line: { readonly data?: string }): void {
  if (!hasData(line)) throw new NoDataError(readConfiguration(process.env, line).folder);
}

/** The key that leads from references to cases. One is made only where there is no log yet. */
function openKeys({ folder, masterKeyFile }: Configuration): FileKeyRing {
  const mustExist = existsSync(join(folder, 'events.db')) ? join(folder, 'master.key') : undefined;
  return openFileKeyRing(folder, { file: masterKeyFile ?? mustExist });
}

/** What a backup says of the key its log was begun with. */
export const keyCheckOf = (backup: string): string | undefined => metaOfCopy(backup, keyCheck);

function checkKey(
  { folder, masterKeyFile }: Configuration,
  keys: FileKeyRing,
  known: string | undefined,
): void {
  if (known === undefined || known === keys.fingerprint()) return;
  const file = masterKeyFile ?? join(folder, 'master.key');
  throw new KeyFileError(file, `this is not the key that ${folder} was begun with; put that one back`);
}

/** Views that no server keeps up to date are brought to the head by the reader, if he may write here. */
async function bringUpToDate(configuration: Configuration): Promise<void> {
  const { folder } = configuration;
  if (await isUpToDate(folder)) return;
  let installation: Installation;
  try {
    installation = await openInstallation(configuration, 'command line, filling views');
  } catch (error) {
    // A server holds the folder and is filling them. Where nobody may write, rows that lag are not passed off as new.
    if (error instanceof StoreLockedError) return waitForServer(folder);
    throw error;
  }
  try {
    await installation.catchUp();
  } finally {
    await installation.close();
  }
}

async function isUpToDate(folder: string): Promise<boolean> {
  return withReaders(folder, async (events, views) => {
    try {
      const generations = await views.generations();
      await checkViewsOfLog(events, generations);
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
  });
}

async function waitForServer(folder: string): Promise<void> {
  await withReaders(folder, async (events, views) => {
    await waitForViews(views, definitions, { atLeast: await events.head(), timeoutMs: viewsWaitMs });
  });
}

async function withReaders<Result>(
  folder: string,
  work: (events: EventStore, views: ViewStore) => Promise<Result>,
): Promise<Result> {
  const events = openSqliteEvents({ folder, clock: systemClock, mode: 'read' });
  const views = openSqliteViews({ folder, mode: 'read' });
  try {
    return await work(events, views);
  } finally {
    await views.close();
    await events.close();
  }
}

const definitions = standardProjections.map(({ view }) => view);

function assemble(
  configuration: Configuration,
  stores: Pick<Installation, 'events' | 'views' | 'keys' | 'logId'>,
  lock: FolderLock | undefined,
): Installation {
  const { events, views, keys, logId } = stores;
  const engine = createEngine({ events, keys, clock: systemClock, ids: uuidIds }, workflows);
  const projections: ProjectionPorts = {
    events,
    views,
    register: engine.register,
    projections: standardProjections,
  };
  return {
    configuration,
    engine,
    events,
    views,
    keys,
    identity: prefixIdentity(workflows),
    clock: systemClock,
    logId,
    projections,
    async catchUp(onProgress) {
      const options = { batchSize: catchUpBatch, ...(onProgress && { onProgress }) };
      await despiteDamagedViews(() => new ProjectionRunner(projections, options).catchUp());
    },
    announce(note) {
      lock?.announce(note);
    },
    close: () => closeAll([() => views.close(), () => events.close(), () => lock?.release()]),
  };
}
