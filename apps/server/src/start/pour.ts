import { logStart, pourLog, pourReads, type Poured, type ReadLog } from '@safeconduct/engine';
import {
  copyKeys,
  isEmbedded,
  pouredTexts,
  storesAt,
  systemClock,
  uuidIds,
  type OpenedStores,
  type StoresLocation,
} from '@safeconduct/stores';
import { counted, tell } from '../console/output.js';
import { progressBar, type ProgressBar } from '../console/progress-bar.js';
import { UsageError } from '../console/usage-error.js';
import { environmentOfProcess } from './environment.js';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { constructionName } from './construction.js';
import { demoTexts } from './demonstration/marks.js';
import { NoDataError } from './open.js';

/** Where a log is poured from, and where to. */
export interface PourLocations {
  readonly from: StoresLocation;
  readonly to: StoresLocation;
}

/**
 * The location that an option of the command line names, in the form of the setting for the event log.
 * @throws UsageError  no store is named so; the text is not repeated, because it may have a password
 */
export function locationAt({ option, stores }: { option: string; stores: string }): StoresLocation {
  try {
    const { SAFECONDUCT_VIEWS, SAFECONDUCT_MIGRATION_URL, ...others } = environmentOfProcess();
    // The embedded store has its views beside it, whatever the environment says of a database.
    const beside = isEmbedded(stores) ? {} : { SAFECONDUCT_VIEWS, SAFECONDUCT_MIGRATION_URL };
    return storesAt(readConfiguration({ ...others, ...beside, SAFECONDUCT_EVENTS: stores }).stores);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(`${option}: ${error.message}`);
    throw error;
  }
}

/**
 * Pours a log from one location into another, with its keys, beside a server that writes to the first one.
 * Views are not filled.
 * @throws UsageError  both are the same log, or the second one does not outlast this process
 * @throws NoDataError  there is no log to pour
 * @throws CopyRefusedError  the second location has other keys
 * @throws LogsDifferError  it holds another log
 */
export async function pour({ from, to }: PourLocations): Promise<Poured> {
  if (!to.isDurable) throw new UsageError(`--to: data in ${to.name} are gone with this command`);
  if (!(await from.hasData())) throw new NoDataError(from.name);
  const source = await from.openToRead({ clock: systemClock });
  try {
    await refuseSameLog(source, to);
    await pourKeys(from, to);
    const poured = await pourInto(to, source);
    // Keys of cases that were opened meanwhile.
    await copyKeys(from.keys, to.keys);
    return poured;
  } finally {
    await source.close();
  }
}

/** The keys come first: a log without its keys is of no use. */
async function pourKeys(from: StoresLocation, to: StoresLocation): Promise<void> {
  const { masterKeyFile, store } = await copyKeys(from.keys, to.keys);
  if (masterKeyFile !== undefined)
    tell(`the master key was copied to ${masterKeyFile}; keep another copy in another place`);
  if (store !== undefined) tell(`the keys that seal personal data were copied to ${store}`);
}

/** Reading changes nothing, and finds the same log also where two texts name one place. */
async function refuseSameLog(source: OpenedStores, to: StoresLocation): Promise<void> {
  if (!(await to.hasData())) return;
  const target = await to.openToRead({ clock: systemClock });
  try {
    if (source.logId !== '' && source.logId === target.logId)
      throw new UsageError('--from and --to are the same log; name two places');
  } finally {
    await target.close();
  }
}

async function pourInto(to: StoresLocation, { events, reads }: OpenedStores): Promise<Poured> {
  const options = { clock: systemClock, newLogId: () => uuidIds.next() };
  const target = await to.open({ note: 'command line, pouring a log into it' }, options);
  const bar = stepBar(await events.countAfter(logStart));
  try {
    const logs = { from: events, to: target.events };
    const texts = [...pouredTexts, ...demoTexts, constructionName];
    const poured = await pourLog(logs, { texts, onProgress: bar.update });
    await pourReadsInto(target, reads);
    return poured;
  } finally {
    bar.stop();
    await target.close();
  }
}

/** After the log, which has noted how far the log of reads was. */
async function pourReadsInto(target: OpenedStores, reads: ReadLog): Promise<void> {
  const { copied, isOther } = await pourReads(reads, target.reads);
  if (isOther)
    tell(
      `${target.reads.name} has entries of its own, so those of ${reads.name} stay there: keep it with the log it is of`,
    );
  else if (copied > 0) tell(`${counted(copied, 'read')} of the log of reads copied`);
}

/** A progress bar for each step of the work, one after the other. */
function stepBar(total: number | undefined) {
  let current: { readonly step: string; readonly bar: ProgressBar } | undefined;
  const stop = (): void => {
    current?.bar.stop();
  };
  return {
    update: (step: string, done: number): void => {
      if (current?.step !== step) {
        stop();
        current = { step, bar: progressBar(process.stderr, { label: step, total }) };
      }
      current.bar.update(done);
    },
    stop,
  };
}
