import {
  createEngine,
  directoryIdentity,
  EmergencyAccess,
  People,
  ProjectionRunner,
  ReadHeads,
  registerOf,
  ReportedFigures,
  projectionsOf,
  type Clock,
  type ClockImplausibleError,
  type Engine,
  type EngineWithViews,
  type EventStore,
  type Identity,
  type ProjectionPorts,
  type ReadLog,
  type ViewStore,
} from '@safeconduct/engine';
import {
  dryRunEvents,
  dryRunSubjectKeys,
  prefixIdentity,
  storesAt,
  systemClock,
  uuidIds,
  type HolderNote,
  type InstallationKeys,
  type JobStore,
  type OpenedStores,
  type StoresLocation,
} from '@safeconduct/stores';
import { registerWorkflows } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { tell } from '../console/output.js';
import { watchClock, watched } from './clock.js';
import { beginConstruction, guarded, type Construction } from './construction.js';
import type { Configuration } from './configuration.js';
import { demonstrationEvents } from './demonstration/demonstration-events.js';
import {
  beginDemonstration,
  declineDemonstration,
  demonstrationIn,
  type Demonstration,
} from './demonstration/marks.js';
import { Accounts } from '../sign-in/accounts.js';
import { KeptDrafts } from '../sign-in/kept-drafts.js';
import { demonstrationAccounts, type DemonstrationAccount } from './demonstration/demonstration-accounts.js';
import { leaseOf } from './lease-of.js';
import { meansOf } from './sign-in-settings.js';
import { withViewRepair } from './view-repair.js';

/** The data of one configuration, opened: its stores and the engine over them. */
export interface Installation {
  readonly configuration: Configuration;
  readonly location: StoresLocation;
  readonly engine: EngineWithViews;
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: InstallationKeys;
  readonly jobs: JobStore;
  /** Who read what. */
  readonly reads: ReadLog;
  /** What the log of events says of the log of reads. */
  readonly readHeads: ReadHeads;
  /** Access to single cases that people took in an emergency. */
  readonly emergency: EmergencyAccess;
  /** Figures that others stated. */
  readonly figures: ReportedFigures;
  /**
   * Finds the person of an id: by the directory of people, and as the id says in recorded decisions and until the
   * directory is begun.
   */
  readonly identity: Identity;
  /** The directory of people. */
  readonly people: People;
  /** How people sign in. */
  readonly accounts: Accounts;
  /** What people have begun to type and not sent. */
  readonly drafts: KeptDrafts;
  /** Those whose passwords are shown; none where the data are no demonstration. */
  readonly demonstrationAccounts: readonly DemonstrationAccount[];
  /** How the ids of those who hold a role begin, in recorded decisions and until the directory is begun. */
  readonly prefixesOf: (role: string) => readonly string[];
  readonly clock: Clock;
  /** The demonstration that the data are, with a clock of its own; undefined where they may be of real persons. */
  readonly demonstration: Demonstration | undefined;
  /** Why commands are refused because of the time that the clock tells; undefined while they are not. */
  readonly clockProblem: () => ClockImplausibleError | undefined;
  /** What of the workflows is unfinished, and whether the data were begun to try them in. */
  readonly construction: Construction;
  /** The name of the log. A restored log gets another name, because it assigns positions again. */
  readonly logId: string;
  readonly projections: ProjectionPorts;
  /** An engine over the same log that answers commands and records nothing. */
  dryRun(): Engine;
  /**
   * Brings the views to the head of the log. Only for the process that writes.
   * @throws LeaseTakenError  another process fills them
   */
  catchUp(onProgress?: (done: number) => void): Promise<void>;
  /**
   * Adds details about this process, such as its address, to the error of other processes that find the data
   * in use.
   */
  announce(holder: HolderNote): void;
  close(): Promise<void>;
}

const catchUpBatch = 10_000;

/** How data are opened to write. */
export interface Opening extends HolderNote {
  /** Whether new data become a demonstration, for which a caseload is then imported, or never; left out: not decided. */
  readonly demo?: boolean;
  /** May wrap the log. */
  readonly timed?: (events: EventStore) => EventStore;
}

/**
 * Opens the data of a configuration as their one writing process, and creates the data when there is none.
 * @throws WorkflowUnsoundError  a registered workflow is not sound: nothing may be recorded under it
 * @throws RealDataError  workflows are to be tried in data that were not begun for it
 */
export async function openInstallation(
  configuration: Configuration,
  { demo, timed = (events) => events, ...holder }: Opening,
): Promise<Installation> {
  registerWorkflows(workflows);
  const location = storesAt(configuration.stores);
  const stores = await location.open(holder, { clock: systemClock, newLogId: () => uuidIds.next() });
  try {
    const construction = await beginConstruction(stores.events, configuration.underConstruction);
    if (demo !== undefined)
      await (demo && !construction.isTrial ? beginDemonstration : declineDemonstration)(stores.events);
    const demonstration = await demonstrationIn(stores.events);
    const installation = await assemble(
      { configuration, location, construction, demonstration },
      { ...stores, events: timed(stores.events) },
    );
    // Before anything is shown: what a crash left of an erasure, and keys that came back with an old key store.
    await installation.engine.erasures.finish();
    const dryRun = () => guarded(installation.dryRun(), construction);
    // The clock of a demonstration follows its log by itself.
    if (demonstration !== undefined)
      return { ...installation, engine: guarded(installation.engine, construction), dryRun };
    const watch = await watchClock(stores.events, configuration.today);
    return {
      ...installation,
      engine: guarded(watched(installation.engine, watch), construction),
      dryRun,
      clockProblem: () => watch.problem(),
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/** The engine and everything else over opened stores. For reading: it does not ask whether the clock is right. */
export async function assemble(
  origin: Pick<Installation, 'configuration' | 'location' | 'construction' | 'demonstration'>,
  stores: OpenedStores,
): Promise<Installation> {
  const { views, keys, jobs, reads, logId } = stores;
  const { events, clock } = timesOf(stores.events, origin.demonstration);
  const recorded = prefixIdentity(workflows, origin.configuration.importers);
  const people = await People.open({ events, clock, ids: uuidIds }, rolesOf(workflows));
  const identity = directoryIdentity(people, recorded);
  const ports = { events, keys, clock, ids: uuidIds, people: identity };
  const { subjects } = keys;
  const register = registerOf(workflows);
  const emergency = await EmergencyAccess.open({ events, clock, ids: uuidIds, subjects, register });
  const figures = await ReportedFigures.open({ events, clock, ids: uuidIds, register });
  const engine = createEngine({ ...ports, views, reads, emergency }, workflows, {
    onUnenteredRead: tellUnentered,
  });
  await engine.erasures.refresh();
  const demoAccounts = origin.demonstration === undefined ? [] : demonstrationAccounts(keys);
  const accounts = new Accounts({
    ...{ store: stores.accounts, keys, people, limits: origin.configuration.sessions },
    means: meansOf(origin.configuration.signIn),
    demonstrationPassword: (id) => demoAccounts.find(({ person }) => person === id)?.password,
  });
  const projections: ProjectionPorts = {
    events,
    views,
    codec: engine.codec,
    projections: projectionsOf(workflows),
  };
  return {
    ...origin,
    ...{ engine, events, views, keys, jobs, reads, emergency, figures, logId, projections },
    readHeads: new ReadHeads({ events, reads, clock, ids: uuidIds }),
    ...{ identity, people, prefixesOf: recorded.prefixesOf },
    ...{ accounts, drafts: new KeptDrafts(accounts.records, engine.erasures) },
    demonstrationAccounts: demoAccounts,
    clock,
    clockProblem: () => undefined,
    dryRun() {
      const tried = { ...keys, subjects: dryRunSubjectKeys(keys.subjects) };
      return createEngine({ ...ports, keys: tried, events: dryRunEvents(events, clock) }, workflows);
    },
    async catchUp(onProgress) {
      const lease = leaseOf(views, 'projections');
      const onBroken = ({ message }: Error) => {
        tell(message);
      };
      const options = { batchSize: catchUpBatch, lease, onBroken, ...(onProgress && { onProgress }) };
      await withViewRepair(() => new ProjectionRunner(projections, options).catchUp());
    },
    announce(holder) {
      stores.announce(holder);
    },
    close: () => stores.close(),
  };
}

const againMs = 60_000;
let toldAt = -Infinity;

/** Says that the operator of this machine was shown what could not be entered; once a minute is enough. */
function tellUnentered(error: unknown): void {
  const now = performance.now();
  if (now - toldAt < againMs) return;
  toldAt = now;
  tell(`what was read is not in the log of reads: ${error instanceof Error ? error.message : String(error)}`);
}

const rolesOf = (registered: typeof workflows): readonly string[] => [
  ...new Set(registered.flatMap(({ roles }) => roles)),
];

/** The log with the clock by which it is written and read. */
export const timesOf = (
  events: EventStore,
  demonstration: Demonstration | undefined,
): { readonly events: EventStore; readonly clock: Clock } =>
  demonstration === undefined
    ? { events, clock: systemClock }
    : { events: demonstrationEvents(events, demonstration.clock), clock: demonstration.clock };
