import { ProjectionRunner, systemReader } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { startOwnPostgres } from '../../../libs/stores/testing/index.js';
import { alternate } from '../alternate.js';
import { caseloadOf } from '../caseload/caseload.js';
import { SingleInserts } from '../limits/single-inserts.js';
import { accepted, assessRisk, openCases, sizeOf } from '../load/commands.js';
import { openFolder, openPostgres } from '../load/installation.js';
import { keepCalling } from '../load/keep-calling.js';
import { roundRobin } from '../load/round-robin.js';
import { comparison, type Bench, type Line, type Measurement } from '../measurement.js';

const batchSize = 10_000;

/** The other side has a connection for each caller, and a database has so many. */
const connectionsMax = 100;

/** Commands and views on a PostgreSQL of this machine. */
export const postgres: Measurement = {
  name: 'postgres',
  about:
    'commands recorded in PostgreSQL, against rows inserted one a transaction by as many connections; views ' +
    'made again in PostgreSQL, against the same in the embedded store, both from one log',
  async run(bench) {
    const server = await startOwnPostgres({ durable: true });
    try {
      bench.tell(`postgres: ${server.version}, ${server.kind}`);
      return [
        ...(await measureCommands(bench, server.url)),
        ...(await measureRebuild(bench, await server.freshDatabase())),
      ];
    } finally {
      await server.stop();
    }
  },
};

async function measureCommands(bench: Bench, url: string): Promise<readonly Line[]> {
  const installation = await openPostgres(url, bench.folder());
  const lines: Line[] = [];
  try {
    for (const callers of bench.scale.callers.filter((count) => count <= connectionsMax)) {
      lines.push(await measureCallers(bench, { installation, url, callers }));
      bench.tell(`postgres: ${callers} callers`);
    }
    return lines;
  } finally {
    await installation.close();
  }
}

interface Sides {
  readonly installation: Installation;
  readonly url: string;
  readonly callers: number;
}

async function measureCallers(
  { scale: { seconds, repeat, cases } }: Bench,
  { installation: { engine }, url, callers }: Sides,
): Promise<Line> {
  const inserts = new SingleInserts(url, callers);
  try {
    await inserts.prepare();
    const ids = await openCases(engine, cases);
    const { caseId } = await accepted(engine.handle(assessRisk(ids[0] ?? '')));
    const last = (await engine.queries.history(systemReader('benchmark'), { caseId })).at(-1);
    const bytes = 'x'.repeat(last === undefined ? 0 : sizeOf(last.recorded));
    const next = roundRobin(ids);
    const { ours, bare } = await alternate<'ours' | 'bare', number>(
      {
        ours: async () =>
          (await keepCalling(callers, seconds, () => accepted(engine.handle(assessRisk(next()))))).perSecond,
        bare: async () => (await keepCalling(callers, seconds, () => inserts.insert(bytes))).perSecond,
      },
      repeat,
    );
    return comparison({
      ...{ what: callers === 1 ? '1 caller' : `${callers} callers`, unit: '/s', measured: ours },
      beside: { what: 'single-row inserts', measured: bare },
      ...(callers === targetCallers && { target: { atLeast: 0.8 } }),
    });
  } finally {
    await inserts.close();
  }
}

const targetCallers = 64;

async function measureRebuild(bench: Bench, url: string): Promise<readonly Line[]> {
  const { folder, cases } = await caseloadOf(bench, bench.scale.sizes[0] ?? 0);
  const embedded = await openFolder(folder);
  const remote = await openPostgres(url, bench.folder());
  try {
    const count = Number(await embedded.events.head());
    const rate = async (work: Promise<void>, begun = performance.now()) => {
      await work;
      return (count * 1000) / (performance.now() - begun);
    };
    // Its events are sealed with its keys.
    const {
      events,
      projections: { codec },
    } = embedded;
    const { ours, beside } = await alternate<'ours' | 'beside', number>(
      {
        ours: () => rate(rebuildAll({ ...remote.projections, events, codec })),
        beside: () => rate(rebuildAll(embedded.projections)),
      },
      bench.scale.repeat,
    );
    return [
      comparison({
        ...{ what: `views of ${cases} cases made again`, unit: '/s', measured: ours },
        beside: { what: 'in the embedded store', measured: beside },
        target: { atLeast: 0.5 },
      }),
    ];
  } finally {
    await remote.close();
    await embedded.close();
  }
}

async function rebuildAll(projections: Installation['projections']): Promise<void> {
  const runner = new ProjectionRunner(projections, { batchSize });
  for (const { view } of projections.projections) runner.rebuild(view.name);
  await runner.catchUp();
}
