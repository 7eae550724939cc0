import { ProjectionRunner } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { alternate } from '../alternate.js';
import { caseloadOf } from '../caseload/caseload.js';
import { readAndParse, readRaw } from '../limits/read-log.js';
import { openFolder } from '../load/installation.js';
import { comparison, type Bench, type Line, type Measurement } from '../measurement.js';

/** As `safeconduct projections rebuild` does. */
const batchSize = 10_000;

/** Views made again from the log. */
export const rebuild: Measurement = {
  name: 'rebuild',
  about: 'all views made again from the log; against reading the same log and parsing every event',
  async run(bench) {
    const { folder, cases } = await caseloadOf(bench, bench.scale.sizes[0] ?? 0);
    const installation = await openFolder(folder);
    try {
      return await measureRebuild(bench, installation, `${cases} cases`);
    } finally {
      await installation.close();
    }
  },
};

async function measureRebuild(
  bench: Bench,
  installation: Installation,
  what: string,
): Promise<readonly Line[]> {
  const { events, location } = installation;
  const count = Number(await events.head());
  const rate = async (work: () => unknown) => {
    const begun = performance.now();
    await work();
    return (count * 1000) / (performance.now() - begun);
  };
  const { ours, read, raw } = await alternate(
    {
      ours: () => rate(() => rebuildAll(installation)),
      read: () => rate(() => readAndParse(events)),
      raw: () => rate(() => readRaw(location.folder)),
    },
    bench.scale.repeat,
  );
  return [
    comparison({
      ...{ what: `events of ${what}`, unit: '/s', measured: ours },
      beside: { what: 'read and parse', measured: read },
      target: { atLeast: 0.25 },
    }),
    comparison({
      ...{ what: `events of ${what}`, unit: '/s', measured: ours },
      beside: { what: 'read by SQLite alone', measured: raw },
    }),
  ];
}

async function rebuildAll({ projections }: Installation): Promise<void> {
  const runner = new ProjectionRunner(projections, { batchSize });
  for (const { view } of projections.projections) runner.rebuild(view.name);
  await runner.catchUp();
}
