import { storesAt } from '@safeconduct/stores';
import { join } from 'node:path';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { pour } from '../../../apps/server/src/start/pour.js';
import { startOwnPostgres } from '../../../libs/stores/testing/index.js';
import { alternate } from '../alternate.js';
import { caseloadOf } from '../caseload/caseload.js';
import { openPostgres } from '../load/installation.js';
import { comparison, figure, type Bench, type Line, type Measurement } from '../measurement.js';
import { probeCommands } from '../probe/commands.js';
import type { CommandCosts } from '../probe/probe-request.js';

/** The cost of commands and of making views on a PostgreSQL of this machine, in caseloads of different sizes. */
export const postgresGrowth: Measurement = {
  name: 'postgres-growth',
  about:
    'commands from 64 callers in PostgreSQL, and its views made from nothing, in caseloads of different sizes; ' +
    'against the smallest',
  async run(bench) {
    const server = await startOwnPostgres({ durable: true });
    const sizes: Poured[] = [];
    try {
      for (const cases of bench.scale.sizes)
        sizes.push(await poured(bench, { cases, url: await server.freshDatabase() }));
      const sides = sizes.map(({ cases, installation }) => [
        cases,
        () => probeCommands(installation, { cases, samples: bench.scale.samples }),
      ]);
      const costs = await alternate<string, CommandCosts>(
        Object.fromEntries(sides) as Record<string, () => Promise<CommandCosts>>,
        bench.scale.repeat,
      );
      return [...commandLines(sizes, costs), ...viewLines(sizes)];
    } finally {
      for (const { installation } of sizes) await installation.close();
      await server.stop();
    }
  },
};

/** A caseload in a database of its own. */
interface Poured {
  readonly cases: number;
  readonly installation: Installation;
  /** How many events a second came into views that were empty; once. */
  readonly filledPerSecond: number;
}

async function poured(
  bench: Bench,
  { cases, url }: { readonly cases: number; readonly url: string },
): Promise<Poured> {
  const { folder } = await caseloadOf(bench, cases);
  const masterKeyFile = join(folder, 'master.key');
  const { events } = await pour({
    from: storesAt({ events: `sqlite:${folder}` }),
    to: storesAt({ events: url, masterKeyFile }),
  });
  bench.tell(`postgres-growth: ${cases} cases poured, ${events} events`);
  const installation = await openPostgres(url, folder);
  const begun = performance.now();
  await installation.catchUp();
  const filledPerSecond = (events * 1000) / (performance.now() - begun);
  bench.tell(`postgres-growth: ${cases} cases, views filled`);
  return { cases, installation, filledPerSecond };
}

type Costs = Readonly<Record<string, readonly CommandCosts[]>>;

const kinds = { cached: 'case in memory', uncached: 'case not in memory' } as const;

function commandLines([smallest, ...larger]: readonly Poured[], costs: Costs): readonly Line[] {
  if (smallest === undefined) return [];
  return (['cached', 'uncached'] as const).flatMap((kind) => {
    const of = ({ cases }: Poured) => (costs[cases] ?? []).map((one) => one[kind]);
    const what = ({ cases }: Poured) => `a command, ${kinds[kind]}, ${cases} cases`;
    return [
      figure(what(smallest), 'us', of(smallest)),
      ...larger.map((size) =>
        comparison({
          ...{ what: what(size), unit: 'us', measured: of(size) },
          beside: { what: `${smallest.cases} cases`, measured: of(smallest) },
          target: { atMost: 1.2 },
        }),
      ),
    ];
  });
}

function viewLines([smallest, ...larger]: readonly Poured[]): readonly Line[] {
  if (smallest === undefined) return [];
  const what = ({ cases }: Poured) => `views of ${cases} cases made`;
  return [
    figure(what(smallest), '/s', [smallest.filledPerSecond]),
    ...larger.map((size) =>
      comparison({
        ...{ what: what(size), unit: '/s', measured: [size.filledPerSecond] },
        beside: { what: `${smallest.cases} cases`, measured: [smallest.filledPerSecond] },
        target: { atLeast: 0.8 },
      }),
    ),
  ];
}
