import {
  checkViewsOfLog,
  EngineError,
  type EventStoreCapabilities,
  type Generation,
  type People,
} from '@safeconduct/engine';
import type { StoresLocation } from '@safeconduct/stores';
import { checkWorkflow, unsatisfiablePairs, type Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table } from '../../console/table.js';
import { watchClock } from '../../start/clock.js';
import { IssuerUnavailableError } from '../../sign-in/issuer-errors.js';
import { ConfigurationError, readConfiguration, settings } from '../../start/configuration.js';
import { environmentOfProcess } from '../../start/environment.js';
import type { Installation } from '../../start/installation.js';
import { issuerOf } from '../../start/issuer-of.js';
import { locationOf, readingLog } from '../../start/open.js';
import type { SignInConfiguration } from '../../start/sign-in-settings.js';
import { commandLineReader } from '../reader.js';

/** One thing that was looked at. */
interface Finding {
  readonly about: string;
  readonly value: string;
  /** What is wrong, and what to do about it; null when nothing is. */
  readonly problem: string | null;
}

/**
 * What is configured, reachable and migrated, at which version, with which capabilities, and what is missing. Changes
 * nothing. Fails when something is wrong.
 */
export async function runDoctor(line: CommandLine): Promise<number> {
  const location = locationOf(line);
  const findings = [
    { about: 'Node.js', value: process.versions.node, problem: null },
    ...configured(line),
    ...workflowFindings(),
    { about: 'stores', value: location.name, problem: null },
    ...(await factsOf(location)),
    ...(await installationFindings(line, location)),
    ...(await issuerFindings(readConfiguration(environmentOfProcess(), line).signIn)),
  ];
  const ok = findings.every(({ problem }) => problem === null);
  if (line.json === true) printJson({ ok, findings });
  else printFindings(findings);
  return ok ? exit.ok : exit.failed;
}

/** Which settings are given, never their values: an address may hold a password. */
function configured({ data }: CommandLine): readonly Finding[] {
  const environment = environmentOfProcess();
  const given = Object.keys(settings).filter((name) => (environment[name] ?? '').trim() !== '');
  const named = data === undefined ? given : ['--data', ...given];
  return [{ about: 'settings given', value: named.join(', ') || 'none', problem: null }];
}

function workflowFindings(): readonly Finding[] {
  return workflows.map((workflow) => {
    const found = checkWorkflow(workflow);
    return {
      about: `workflow ${workflow.name}`,
      value: `version ${workflow.version}`,
      problem:
        found.length === 0
          ? null
          : `${found.length} findings; see: safeconduct workflow check ${workflow.name}`,
    };
  });
}

async function factsOf(location: StoresLocation): Promise<readonly Finding[]> {
  const facts = await location.facts();
  return facts.map(({ about, value, problem = null }) => ({ about, value, problem }));
}

async function installationFindings(
  line: CommandLine,
  location: StoresLocation,
): Promise<readonly Finding[]> {
  try {
    if (!(await location.hasData())) return [{ about: 'log', value: 'not begun yet', problem: null }];
    return await readingLog(line, findingsOf);
  } catch (error) {
    // The message of an error of the engine says what is wrong and what to do.
    if (!(error instanceof EngineError) && !('code' in (error as object))) throw error;
    return [{ about: 'log', value: 'cannot be read', problem: (error as Error).message }];
  }
}

async function findingsOf({
  events,
  views,
  reads,
  engine,
  location,
  logId,
  configuration,
  clock,
  demonstration,
  people,
}: Installation): Promise<readonly Finding[]> {
  const { head, generations } = await engine.queries.progress(commandLineReader);
  const count = await engine.queries.eventCount(commandLineReader);
  return [
    { about: 'master key', value: `${location.keys.masterKeyLocation}, of this log`, problem: null },
    { about: 'key store', value: `${location.keys.storePlace.name}, of this log`, problem: null },
    { about: 'log', value: `${logId}, up to position ${head}${counted(count)}`, problem: null },
    { about: 'log of reads', value: `${reads.name}, up to ${(await reads.head()).number}`, problem: null },
    demonstration === undefined
      ? {
          about: 'clock',
          value: clock.now(),
          problem: (await watchClock(events, configuration.today)).problem()?.message ?? null,
        }
      : { about: 'clock of the demonstration', value: clock.now(), problem: null },
    await erasureFinding(engine),
    ...peopleFindings(people, [...engine.register.values()]),
    { about: 'capabilities of the log', value: capabilitiesIn(events.capabilities), problem: null },
    ...(await Promise.all(
      generations.map(async (generation) => ({
        ...viewFinding(generation),
        problem: await problemOf(() => checkViewsOfLog(events, views, [generation])),
      })),
    )),
  ];
}

/** Whether the keys of everybody who was erased are destroyed, also after a key store was put back. */
async function erasureFinding({ erasures }: Pick<Installation['engine'], 'erasures'>): Promise<Finding> {
  const restored = (await erasures.restoredKeys()).length;
  const problem =
    restored === 0
      ? null
      : `the key store has keys of ${restored} of them again, so it is older than their erasure; nothing opens them, and ` +
        'the next start of the server destroys them';
  const open = erasures.unfinished.length;
  const value = `${erasures.finished.length}${open === 0 ? '' : `, ${open} begun`}`;
  return { about: 'persons erased', value, problem };
}

/** Whether the directory has an administrator, and two persons for each step that needs two. */
export function peopleFindings(
  { directory }: Pick<People, 'directory'>,
  registered: readonly Workflow[],
): readonly Finding[] {
  if (!directory.isKept)
    return [{ about: 'people', value: 'none registered: ids are believed', problem: null }];
  const present = directory.all.filter(({ hasLeft }) => !hasLeft);
  const actors = present.flatMap(({ id }) => directory.actor(id) ?? []);
  const hasAdministrator = directory.holding('administrator').length > 0;
  const noAdministrator =
    'nobody is an administrator; make one: safeconduct person GiveRole <id> --input \'{"role": "administrator"}\'';
  const pairs = unsatisfiablePairs(registered, actors);
  return [
    { about: 'people', value: `${present.length}`, problem: hasAdministrator ? null : noAdministrator },
    ...pairs.map(({ workflow, command, roles, confirmedBy, senders, confirmers }) => ({
      about: `two persons for ${workflow} ${command}`,
      value: `${senders} may send it, ${confirmers} may confirm it`,
      problem:
        `no two persons can take this step: one needs the role ${roles.join(' or ')}, another one, who does not ` +
        `answer to the first, the role ${confirmedBy.join(' or ')}`,
    })),
  ];
}

/** Whether the issuer at which people sign in answers, as one that is used would. */
export async function issuerFindings(signIn: SignInConfiguration): Promise<readonly Finding[]> {
  if (signIn.issuer === undefined) return [];
  const { name, url } = signIn.issuer;
  const found = { about: 'issuer', value: `${name}, ${url}` };
  try {
    await (await issuerOf(signIn))?.check();
    return [{ ...found, problem: null }];
  } catch (error) {
    if (error instanceof IssuerUnavailableError || error instanceof ConfigurationError)
      return [{ ...found, problem: error.message }];
    throw error;
  }
}

/** What a check of the engine refuses, in its words; null when it holds. */
async function problemOf(check: () => Promise<void>): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof EngineError) return error.message;
    throw error;
  }
}

const counted = (count: number | undefined): string => (count === undefined ? '' : `, ${count} events`);

const capabilitiesIn = (capabilities: EventStoreCapabilities): string =>
  Object.entries(capabilities)
    .map(([name, has]) => `${has ? '' : 'no '}${name}`)
    .join(', ');

function viewFinding({
  view,
  version,
  live,
  checkpoint,
  behind,
}: Generation & { readonly behind: number | undefined }): Finding {
  const lag = behind === undefined || behind === 0 ? '' : `, ${behind} events behind`;
  const value = `version ${version}, up to position ${checkpoint}${lag}${live ? '' : ', being built'}`;
  return { about: `view ${view}`, value, problem: null };
}

function printFindings(findings: readonly Finding[]): void {
  print(
    table(
      columns,
      findings.map(({ about, value, problem }) => [about, problem === null ? 'ok' : 'wrong', value]),
    ),
  );
  for (const { about, problem } of findings) if (problem !== null) print(`${about}: ${problem}`);
}

const columns = [{ title: 'what' }, { title: '' }, { title: 'found' }] as const;
