import {
  checkedMark,
  fingerprintOf,
  systemReader,
  type OpenCasesReport,
  type StuckCase,
} from '@safeconduct/engine';
import type { Logger } from 'pino';
import { Worker } from 'node:worker_threads';
import type { Lifecycle } from '../../http/lifecycle.js';
import { stuckInWords } from '../../texts/stuck-cases.js';
import type { Installation } from '../installation.js';
import type { Checked, CheckOptions } from './messages.js';

const reader = systemReader('start');
type Checking = Pick<Installation, 'configuration' | 'location' | 'engine' | 'events' | 'clock'>;

/**
 * Folds the open cases of each workflow whose definition has changed since it was checked last, and lets the server count as
 * not ready until all of them can go on. With unchanged definitions it costs two small reads. The folding runs in a thread
 * of its own; requests are answered meanwhile.
 */
export async function startOpenCasesCheck(
  installation: Checking,
  lifecycle: Lifecycle,
  logger: Pick<Logger, 'error' | 'info'>,
): Promise<void> {
  const marks = await unchecked(installation);
  if (marks.size === 0) return;
  lifecycle.cases = {
    status: 'checking',
    reason: `open cases of ${[...marks.keys()].join(', ')} are being folded`,
  };
  void check(installation, marks).then(
    (reports) => {
      const stuck = reports.filter((report) => report.stuck.length > 0);
      const named = {
        foundAt: installation.clock.now(),
        stuck: stuck.flatMap(({ stuckCases }) => stuckCases),
      };
      lifecycle.cases =
        stuck.length === 0 ? undefined : { status: 'stuck', reason: stuckInWords(stuck), ...named };
      if (stuck.length > 0)
        logger.error(
          { stuck: stuck.map(({ stuckCases: _stuckCases, ...counts }) => counts) },
          'open cases cannot go on under the workflows of this release',
        );
    },
    (error: unknown) => {
      // Nothing is known of the cases, so the server stays as it is: not ready.
      logger.error({ err: error }, 'open cases could not be folded; start the server again');
    },
  );
}

/** The cases that cannot go on under the workflows of this release, of those that have changed since they were checked. */
export async function stuckCasesIn(installation: Checking): Promise<readonly StuckCase[]> {
  const marks = await unchecked(installation);
  if (marks.size === 0) return [];
  const reports = await installation.engine.queries.openCases(reader, { workflows: [...marks.keys()] });
  return reports.flatMap(({ stuckCases }) => stuckCases);
}

/** The workflows to fold, each with the mark that its cases have been. */
async function unchecked({ engine, events }: Checking): Promise<ReadonlyMap<string, string | undefined>> {
  const recorded = await engine.queries.recordedDefinitions(reader);
  const found = new Map<string, string | undefined>();
  for (const workflow of new Set(recorded.map((one) => one.workflow))) {
    const registered = engine.register.get(workflow);
    if (registered === undefined) found.set(workflow, undefined);
    else {
      const fingerprint = fingerprintOf(registered);
      const isNew = recorded.some((one) => one.workflow === workflow && one.fingerprint !== fingerprint);
      const mark = checkedMark(workflow, fingerprint, recorded);
      if (isNew && (await events.meta(mark)) === undefined) found.set(workflow, mark);
    }
  }
  return found;
}

async function check(
  installation: Checking,
  marks: ReadonlyMap<string, string | undefined>,
): Promise<readonly OpenCasesReport[]> {
  const { location, configuration, engine, events, clock } = installation;
  const workflows = [...marks.keys()];
  const reports = location.isShared
    ? await inThread({ stores: configuration.stores, workflows })
    : await engine.queries.openCases(reader, { workflows });
  for (const { workflow, stuck } of reports) {
    const mark = marks.get(workflow);
    if (stuck.length === 0 && mark !== undefined) await events.setMetaOnce(mark, clock.now());
  }
  return reports;
}

function inThread(options: CheckOptions): Promise<Checked> {
  const worker = new Worker(new URL('./check-thread.js', import.meta.url), { workerData: options });
  // A server that stops does not wait for it: it only reads.
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread that folds open cases has ended without an answer'));
    });
  });
}
