import { ProjectionRunner, projectionsOf } from '@safeconduct/engine';
import { workflows } from '@safeconduct/workflows';
import { UsageError } from '../../console/usage-error.js';
import { leaseOf } from '../../start/lease-of.js';
import { withViewRepair } from '../../start/view-repair.js';
import { mustHaveData, openToWrite, reading } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { commandLineReader } from '../reader.js';
import { progressBar } from '../../console/progress-bar.js';
import { table } from '../../console/table.js';

const rebuildBatch = 10_000;

/** How far the views are behind the log; or one of them, or all, filled anew. */
export async function runProjections(
  line: CommandLine,
  action: string | undefined,
  view: string | undefined,
): Promise<number> {
  if (action === undefined) return showProjections(line);
  const names = projectionsOf(workflows).map((projection) => projection.view.name);
  const chosen = view === 'all' ? names : names.filter((name) => name === view);
  if (action !== 'rebuild' || chosen.length === 0) {
    throw new UsageError(`projections rebuild <view>: view is one of ${[...names, 'all'].join(', ')}`);
  }
  await rebuild(line, chosen);
  return showProjections(line);
}

async function showProjections(line: CommandLine): Promise<number> {
  return reading(line, async (installation) => {
    const { head, generations } = await installation.engine.queries.progress(commandLineReader);
    const views = generations.map(
      ({ view, version, number, live, checkpoint, recordedAt, behind = null }) => {
        return { view, version, generation: number, live, checkpoint, behind, recordedAt };
      },
    );
    if (line.json === true) printJson({ head, views });
    else {
      const rows = views.map((one) => [
        one.live ? one.view : `${one.view} (being built)`,
        String(one.version),
        String(one.checkpoint),
        one.behind === null ? '' : String(one.behind),
      ]);
      print(table(columns, rows));
    }
    return exit.ok;
  });
}

async function rebuild(line: CommandLine, names: readonly string[]): Promise<void> {
  await mustHaveData(line);
  const installation = await openToWrite(line);
  const { engine, projections, views } = installation;
  const total = await engine.queries.eventCount(commandLineReader);
  const bar = progressBar(process.stderr, { label: 'rebuild', total });
  const onProgress = (done: number) => {
    bar.update(done);
  };
  try {
    await withViewRepair(async () => {
      const lease = leaseOf(views, 'projections');
      const runner = new ProjectionRunner(projections, { batchSize: rebuildBatch, onProgress, lease });
      for (const name of names) runner.rebuild(name);
      await runner.catchUp();
    });
  } finally {
    bar.stop();
    await installation.close();
  }
}

const columns = [
  { title: 'view' },
  { title: 'version', align: 'right' },
  { title: 'checkpoint', align: 'right' },
  { title: 'events behind', align: 'right' },
] as const;
